//! The analyser: from a text to terms (folded, stemmed, with their byte ranges).

use std::borrow::Cow;

use super::Language;
use super::case_and_accent_folding::fold;
use super::digit_grouping::{join_groups, ungrouped};
use super::noun_cues::{begins_sentence, is_noun};
use super::number_terms;
use super::proclitics::{has_proclitics, without_proclitics};
use super::stop_words::{has_accent, is_stop};
use super::term::Term;
use super::word_analysis_cache::{WordAnalysis, analyse_word};
use super::word_boundaries::{is_apostrophe, is_hyphen, is_ideograph, is_unspaced, words};
use super::word_forms::{WordForm, name_form};
use crate::interview::Span;

/// The terms of a text in reading order: folded, elisions split off (`l'`, `qu'`, `'s`), hyphenated words
/// whole and in parts, dotted acronyms without dots, numbers without the marks between their groups, unspaced scripts in overlapping pairs.
#[must_use]
pub fn terms(text: &str, language: Language) -> Vec<Term> {
    let mut analysis = Analysis {
        text,
        language,
        is_accented: text.len() < LONG || has_accent(text),
        has_capitals: has_capitals(text),
        terms: Vec::new(),
        position: 0,
    };
    let words = join_groups(text, words(text));
    for word in &words {
        analysis.word(*word);
    }
    number_terms::add_numbers(text, language, &words, &mut analysis.terms);
    analysis.terms
}

/// Whether a text tells nouns and names by their capitals: one stands behind the first word.
fn has_capitals(text: &str) -> bool {
    let mut letters = text.chars().skip_while(|c| !c.is_alphabetic()).skip(1);
    letters.any(char::is_uppercase)
}

/// From so many bytes on, a French text that has no accent is written without.
const LONG: usize = 200;

struct Analysis<'t> {
    text: &'t str,
    language: Language,
    /// Whether it is written with accents: then a word without has none.
    is_accented: bool,
    /// Whether it is written with capitals.
    has_capitals: bool,
    terms: Vec<Term>,
    position: u32,
}

impl Analysis<'_> {
    fn word(&mut self, span: Span) {
        let raw = &self.text[span.start..span.end];
        if raw.chars().any(is_unspaced) {
            return self.pairs(span);
        }
        if let Some(number) = ungrouped(raw) {
            return self.push_next(&number, span);
        }
        if let Some(decade) = decade(raw) {
            return self.push_next(&decade, span);
        }
        if is_dotted(raw) {
            let joined: String = raw.chars().filter(|c| *c != '.').collect();
            return self.push_next(&joined, span);
        }
        if has_proclitics(raw) {
            return self.proclitics(span);
        }
        if raw.contains(is_apostrophe) && is_lexical(raw) {
            return self.push_next(&letters(raw), span);
        }
        for part in self.without_elision(span) {
            self.compound(part);
        }
    }

    /// A Hebrew or Arabic word, whole and without the prepositions, articles and conjunctions that are written together with
    /// it: והנמל is הנמל and נמל too.
    fn proclitics(&mut self, span: Span) {
        self.push(&letters(&self.text[span.start..span.end]), span);
        for part in without_proclitics(self.text, span) {
            self.push(&letters(&self.text[part.start..part.end]), part);
        }
        self.position += 1;
    }

    /// What apostrophes hold together, taken apart as the language does.
    fn without_elision(&self, span: Span) -> Vec<Span> {
        let raw = &self.text[span.start..span.end];
        if !raw.contains(is_apostrophe) {
            return vec![span];
        }
        match self.language {
            Language::French | Language::Italian => split(self.text, span, is_apostrophe)
                .into_iter()
                .filter(|part| !is_elided(&fold(&self.text[part.start..part.end])))
                .collect(),
            _ => {
                let mut parts = split(self.text, span, is_apostrophe);
                if parts.len() > 1
                    && parts
                        .last()
                        .is_some_and(|part| is_clitic(&self.text[part.start..part.end]))
                {
                    parts.pop();
                }
                match (parts.first(), parts.last()) {
                    (Some(first), Some(last)) => vec![first.union(*last)],
                    _ => vec![span],
                }
            }
        }
    }

    /// A word, and if hyphens hold it together its parts too.
    fn compound(&mut self, span: Span) {
        let raw = &self.text[span.start..span.end];
        let parts = if raw.contains(is_hyphen) || raw.contains('.') {
            split(self.text, span, |c| {
                is_hyphen(c) || (c == '.' && !raw.starts_with(char::is_numeric))
            })
        } else {
            Vec::new()
        };
        if parts.len() < 2 {
            return self.push_next(&letters(raw), span);
        }
        // "a-t-elle", "est-ce", "celui-là" are no words of their own.
        let last = parts
            .last()
            .map(|part| fold(&self.text[part.start..part.end]))
            .unwrap_or_default();
        if !is_stop(&last, self.language) {
            self.push(&letters(raw), span);
        }
        for part in parts {
            self.push_next(&letters(&self.text[part.start..part.end]), part);
        }
    }

    /// Overlapping pairs of characters, and each of them that is a word by itself (港, 魚): an ideograph.
    fn pairs(&mut self, span: Span) {
        let text = &self.text[span.start..span.end];
        let starts: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        let size = if starts.len() > 2 { 2 } else { 1 };
        for window in starts.windows(size + 1) {
            let pair = Span::new(window[0], window[size]).shifted(span.start);
            let first = Span::new(window[0], window[1]).shifted(span.start);
            if size > 1 && self.text[first.start..].starts_with(is_ideograph) {
                self.push(&self.text[first.start..first.end], first);
            }
            self.push_next(&self.text[pair.start..pair.end], pair);
        }
        let last = starts[starts.len().saturating_sub(2)];
        let last = Span::new(last, text.len()).shifted(span.start);
        if size > 1 && self.text[last.start..].starts_with(is_ideograph) {
            self.push_next(&self.text[last.start..last.end], last);
        }
    }

    fn push_next(&mut self, raw: &str, span: Span) {
        self.push(raw, span);
        self.position += 1;
    }

    fn push(&mut self, raw: &str, span: Span) {
        let WordAnalysis {
            word,
            stem,
            stop,
            counts,
            may_be_noun,
            form,
        } = analyse_word(raw, self.language);
        if word.is_empty() {
            return;
        }
        let noun = may_be_noun && is_noun(self.text, span, &word, self.language);
        self.terms.push(Term {
            form: self.form_at(form, &word, span),
            noun,
            stop: stop && !noun,
            word,
            stem,
            span,
            position: self.position,
            counts,
        });
    }

    /// The form of a word where it stands.
    fn form_at(&self, form: WordForm, word: &str, span: Span) -> WordForm {
        let is_capital = self.text[span.start..].starts_with(char::is_uppercase);
        if self.language == Language::German {
            // At the beginning of a sentence every word has a capital.
            let says =
                self.has_capitals && !(is_capital && begins_sentence(&self.text[..span.start]));
            return if says { form } else { form.unmarked() };
        }
        if is_capital && !begins_sentence(&self.text[..span.start]) {
            return name_form(form, word, self.language);
        }
        let says = self.is_accented || self.language != Language::French;
        if says { form } else { form.without_accents() }
    }
}

/// The word without the characters that only hold its parts together.
fn letters(raw: &str) -> Cow<'_, str> {
    let keep_dots = raw.starts_with(char::is_numeric);
    let holds = |c: char| is_apostrophe(c) || is_hyphen(c) || (c == '.' && !keep_dots);
    if raw.contains(holds) {
        raw.chars().filter(|c| !holds(*c)).collect()
    } else {
        raw.into()
    }
}

/// `1990's` is written for `1990s`.
fn decade(raw: &str) -> Option<String> {
    let digits = raw.strip_suffix('s')?.strip_suffix(is_apostrophe)?;
    let is_decade = digits.ends_with('0') && digits.chars().all(|c| c.is_ascii_digit());
    is_decade.then(|| format!("{digits}s"))
}

fn split(text: &str, span: Span, at: impl Fn(char) -> bool) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = span.start;
    for (offset, c) in text[span.start..span.end].char_indices() {
        if at(c) {
            parts.push(Span::new(start, span.start + offset));
            start = span.start + offset + c.len_utf8();
        }
    }
    parts.push(Span::new(start, span.end));
    parts.retain(|part| !part.is_empty());
    parts
}

/// `R.G.P.D`, `U.S`: single letters with dots between them.
fn is_dotted(raw: &str) -> bool {
    raw.contains('.')
        && raw
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

/// Words that have an apostrophe of their own, which is no elision.
fn is_lexical(raw: &str) -> bool {
    matches!(
        letters(&fold(raw)).as_ref(),
        "aujourdhui" | "presquile" | "prudhomme" | "prudhommes" | "prudhomal"
    )
}

fn is_elided(word: &str) -> bool {
    matches!(
        word,
        "l" | "d"
            | "j"
            | "m"
            | "t"
            | "s"
            | "n"
            | "c"
            | "qu"
            | "jusqu"
            | "lorsqu"
            | "puisqu"
            | "quoiqu"
            | "quelqu"
            | "entr"
            | "presqu"
            | "dell"
            | "all"
            | "nell"
            | "sull"
            | "dall"
            | "un"
            | "quell"
            | "quest"
    )
}

fn is_clitic(part: &str) -> bool {
    matches!(
        part.to_ascii_lowercase().as_str(),
        "s" | "re" | "ll" | "ve" | "d" | "m"
    )
}

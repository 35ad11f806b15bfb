//! Noun cues: what tells that a word of a stop list is a noun or a name where it stands (l'été, der Weg, the will, Will).
//!
//! A list alone cannot tell: « il a été » and « en été » are spelled alike. The word before and the capital can.

use super::Language;
use super::case_and_accent_folding::fold;
use super::stop_words::may_be_noun;
use super::word_boundaries::is_apostrophe;
use crate::interview::Span;

/// Whether the word of a stop list that stands at `span` is a noun or a name there.
pub(super) fn is_noun(text: &str, span: Span, folded: &str, language: Language) -> bool {
    let (before, raw) = (&text[..span.start], &text[span.start..span.end]);
    if is_acronym(raw) {
        return may_be_noun(folded, language) && text.contains(char::is_lowercase);
    }
    let is_capital = raw.starts_with(char::is_uppercase) && !begins_sentence(before);
    if is_capital && language == Language::German {
        return !is_polite(folded);
    }
    may_be_noun(folded, language) && (is_capital || follows_determiner(before, language))
}

/// Whether a sentence, or what is said like one, begins after a text.
#[must_use]
pub fn begins_sentence(before: &str) -> bool {
    let mut before = before.trim_end().chars();
    let last = before.next_back();
    let begins =
        |c: char| c.is_ascii_punctuation() && !matches!(c, ',' | '\'' | '-' | '/' | '&' | ')');
    last.is_none_or(|c| {
        begins(c) || matches!(c, '«' | '“' | '„' | '–' | '—' | '…' | '¿' | '¡' | '•')
    })
}

/// IT, US, WHO: two letters or more, all of them capitals.
fn is_acronym(raw: &str) -> bool {
    let mut letters = raw.chars();
    raw.chars().count() > 1 && letters.all(char::is_uppercase)
}

/// Pronouns that German writes with a capital, out of politeness.
fn is_polite(folded: &str) -> bool {
    folded == "sie" || folded == "du" || folded == "dich" || folded == "dir" || {
        ["ihr", "ihnen", "dein", "eu"]
            .iter()
            .any(|beginning| folded.starts_with(beginning))
    }
}

/// Whether the last word of a text is a determiner that only nouns follow.
fn follows_determiner(before: &str, language: Language) -> bool {
    let elided = before.ends_with(is_apostrophe);
    let before = before.trim_end_matches(is_apostrophe);
    let trimmed = before.trim_end_matches([' ', '\u{a0}']);
    if !elided && trimmed.len() == before.len() {
        return false;
    }
    let start = trimmed
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic())
        .last()
        .map_or(trimmed.len(), |(at, _)| at);
    let last = fold(&trimmed[start..]);
    let list = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
        Language::Spanish => SPANISH,
        Language::German => GERMAN,
        Language::Italian => ITALIAN,
        _ => return false,
    };
    !last.is_empty() && list.split(' ').any(|determiner| determiner == last)
}

const FRENCH: &str = "le la les l un une du des au aux mon ma mes ta tes sa ses notre nos votre vos leur leurs cet cette ces \
    chaque quel quels en d";
const ENGLISH: &str =
    "the a an my your his her its our their this that these those no any every each";
const SPANISH: &str = "el la los las un una unos unas del al mi mis tu tus su sus cada";
const GERMAN: &str = "der die das den dem des ein eine einen einem einer eines kein keine keinen mein meine dein deine \
    sein seine unser unsere ihr ihre im am zum vom beim";
const ITALIAN: &str = "il lo la i gli le l un uno una del dello della dei degli delle dell al allo alla ai agli alle all nel \
    nello nella nei negli nelle nell sul sullo sulla sui sugli sulle sull dal dallo dalla dai dagli dalle dall";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::terms;

    #[test]
    fn a_stop_word_is_a_noun_after_a_determiner_and_a_name_with_a_capital() {
        for (text, language, nouns) in [
            ("L’été a été long.", Language::French, &["ete"][..]),
            (
                "en été, nous avions des avions",
                Language::French,
                &["ete", "avions"],
            ),
            (
                "parlez-nous du son de son oncle",
                Language::French,
                &["son"],
            ),
            (
                "Sommes-nous sûrs des sommes dues ?",
                Language::French,
                &["sommes"],
            ),
            (
                "Will the will be read? Ask Will and May.",
                Language::English,
                &["will", "will", "may"],
            ),
            ("What does IT do for us?", Language::English, &["it"]),
            (
                "¿Qué es el estado? El Estado ha estado aquí.",
                Language::Spanish,
                &["estado", "estado"],
            ),
            (
                "Ist der Weg weg? Gehen Sie den Weg!",
                Language::German,
                &["weg", "weg"],
            ),
            (
                "L’era è finita, c’era una volta",
                Language::Italian,
                &["era"],
            ),
            ("IL EST LÀ", Language::French, &[]),
        ] {
            let found = terms(text, language);
            let found: Vec<&str> = found
                .iter()
                .filter(|term| term.noun)
                .map(|term| &*term.word)
                .collect();
            assert_eq!(found, nouns, "{text}");
        }
    }
}

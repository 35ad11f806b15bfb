//! Number terms: numbers, decades and centuries under one term each, however they are written.
//!
//! "Dix-neuf cent quatorze" and 1914, "the nineties" and 1990s, XIXe siècle and 19e siècle: a term in digits stands beside
//! the words, in interviews and in questions, and carries their subject: 14 is no part of 1914.

use std::sync::Arc;

use super::Language;
use super::case_and_accent_folding::fold;
use super::number_words::number_at;
use super::term::Term;
use super::word_forms::WordForm;
use crate::interview::Span;

/// Adds the terms in digits of the numbers that a text has in words, and those of decades and centuries; `words` are the
/// text's, `terms` what they gave.
pub(super) fn add_numbers(text: &str, language: Language, words: &[Span], terms: &mut Vec<Term>) {
    add_spelled(text, language, words, terms);
    let mut at = 0;
    while at < terms.len() {
        if let Some((from, digits)) =
            decade(terms, at, language).or_else(|| century(terms, at, language))
        {
            let span = terms[from.min(at)].span.union(terms[from.max(at)].span);
            let position = terms[at].position;
            // Behind the words that it is of: the group of a term is the first that holds it.
            insert(terms, at + 1, (span, position), digits);
            at += 1;
        }
        at += 1;
    }
}

fn insert(terms: &mut Vec<Term>, at: usize, (span, position): (Span, u32), digits: String) {
    let word: Arc<str> = digits.into();
    terms.insert(
        at,
        Term {
            stem: Arc::clone(&word),
            word,
            span,
            position,
            stop: false,
            counts: true,
            noun: false,
            form: WordForm::ANY,
        },
    );
}

fn add_spelled(text: &str, language: Language, words: &[Span], terms: &mut Vec<Term>) {
    let mut from = 0;
    let mut at = 0;
    while at < terms.len() {
        // Few words of a text count; those that do not are passed over without a look at their letters.
        let term = &terms[at];
        let counts = term.counts && !term.is_number();
        if term.stop || !(counts || may_count(&term.word, language)) {
            at += 1;
            continue;
        }
        let start = term.span.start;
        from += words[from..].partition_point(|word| word.end <= start);
        let Some((span, digits)) = spelled_at(text, language, &words[from..], &terms[at]) else {
            at += 1;
            continue;
        };
        let end = at + terms[at..].partition_point(|term| term.span.start < span.end);
        for part in &mut terms[at..end] {
            part.stop = true;
        }
        let position = terms[at].position;
        insert(terms, at, (span, position), digits);
        at = end + 1;
    }
}

/// The number in words that begins with a term, the first of some words: where it stands, and its digits.
fn spelled_at(
    text: &str,
    language: Language,
    words: &[Span],
    first: &Term,
) -> Option<(Span, String)> {
    let begins = words.first()?;
    if begins.start > first.span.start {
        return None;
    }
    let (length, digits) = number_at(text, words, language)?;
    let span = begins.union(*words.get(length - 1)?);
    let is_ordinal = digits.contains(|c: char| !c.is_ascii_digit());
    let is_word = is_ordinal && !is_of_century(text, words.get(length..).unwrap_or_default());
    let is_number = !is_word && !is_new(text, span, &first.word, language);
    is_number.then(|| (span, digits.trim_end_matches('.').to_owned()))
}

/// Whether a folded word may be an ordinal, by its end, or a number of several words in one.
fn may_count(word: &str, language: Language) -> bool {
    let parts: &[&str] = match language {
        Language::German => &["hundert", "tausend", "zig"],
        Language::Italian => &["cent", "mille", "mila"],
        _ => &[],
    };
    let ends: &[&str] = match language {
        Language::French => &["ieme", "iemes", "premier", "premiere"],
        Language::English => &["th", "first", "second", "third"],
        Language::German => &["te", "ten", "ter", "tes"],
        Language::Spanish => &["eno", "imo", "ero", "undo", "arto", "into", "exto", "avo"],
        Language::Italian => &["esimo", "primo", "secondo", "terzo", "quarto", "quinto"],
        _ => return false,
    };
    word.len() > 4
        && (ends.iter().any(|end| word.ends_with(end))
            || parts.iter().any(|part| word.contains(part)))
}

/// Whether a century is named next: other ordinals are words like any other.
fn is_of_century(text: &str, rest: &[Span]) -> bool {
    let mut next = rest
        .iter()
        .take(2)
        .map(|word| fold(&text[word.start..word.end]));
    next.any(|word| {
        ["siecle", "centur", "jahrhundert", "secol"]
            .iter()
            .any(|unit| word.starts_with(unit))
    })
}

/// "Un vélo tout neuf": the French word for nine is the one for new where no noun follows.
fn is_new(text: &str, span: Span, word: &str, language: Language) -> bool {
    if language != Language::French || word != "neuf" || span.end - span.start > word.len() {
        return false;
    }
    let before = text[..span.start]
        .trim_end()
        .rsplit(|c: char| !c.is_alphabetic())
        .next();
    let before = fold(before.unwrap_or_default());
    let mut rest = text[span.end..].chars();
    let goes_on = rest.next().is_some_and(char::is_whitespace)
        && rest.next().is_some_and(char::is_alphanumeric);
    let after = text[span.end..]
        .split_whitespace()
        .next()
        .map(fold)
        .unwrap_or_default();
    let is_joint = [
        "et", "ou", "mais", "pour", "dans", "que", "qui", "a", "de", "avec", "en", "est", "sur",
    ];
    !goes_on
        || ["tout", "toute", "flambant", "remis", "quoi", "rien"].contains(&before.as_str())
        || is_joint.contains(&after.as_str())
}

/// Where the decade begins that ends with a term, and its term.
fn decade(terms: &[Term], at: usize, language: Language) -> Option<(usize, String)> {
    let term = &terms[at];
    if let Some(digits) = term
        .word
        .strip_suffix('s')
        .filter(|digits| is_decade(digits))
    {
        return short(digits).map(|short| (at, short));
    }
    match language {
        Language::English => {
            let tens = [
                "twenties",
                "thirties",
                "forties",
                "fifties",
                "sixties",
                "seventies",
                "eighties",
                "nineties",
            ];
            let tens = tens.iter().position(|word| **word == *term.word)?;
            Some((at, format!("{}0s", tens + 2)))
        }
        Language::German => german_decade(&term.word).map(|decade| (at, decade)),
        _ => {
            let digits = Some(&term.word).filter(|word| is_decade(word))?;
            let mut before = (at.saturating_sub(BEFORE)..at).rev();
            let unit = before.find(|at| is_decade_unit(&terms[*at].word))?;
            Some((unit, short(digits).unwrap_or_else(|| format!("{digits}s"))))
        }
    }
}

/// How many terms may stand between "décennie" or "años" and the number.
const BEFORE: usize = 4;

fn is_decade_unit(word: &str) -> bool {
    matches!(
        word,
        "annees" | "decennie" | "decennies" | "anos" | "decada" | "decadas" | "anni" | "decennio"
    )
}

/// 90, 1990: what a decade is called by.
fn is_decade(digits: &str) -> bool {
    let is_number = digits.chars().all(|c| c.is_ascii_digit());
    is_number && digits.ends_with('0') && matches!(digits.len(), 2 | 4) && digits != "00"
}

/// The decade of the last century or of this one, as everybody says it; `None` for one that is farther away.
fn short(digits: &str) -> Option<String> {
    let century = digits.len() == 2 || digits.starts_with("19") || digits.starts_with("20");
    century.then(|| format!("{}s", &digits[digits.len() - 2..]))
}

/// "Siebzigerjahre", "siebziger", "1970er", "70er-Jahren".
fn german_decade(word: &str) -> Option<String> {
    let word = ["jahren", "jahre"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    let tens = word
        .strip_suffix("er")
        .or_else(|| word.strip_suffix("ern"))?;
    let names = [
        "zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig",
    ];
    match names.iter().position(|name| *name == tens) {
        Some(ten) => Some(format!("{}0s", ten + 2)),
        None => is_decade(tens).then(|| short(tens).unwrap_or_else(|| format!("{tens}s"))),
    }
}

/// Where the century begins or ends that a term names, and its term.
fn century(terms: &[Term], at: usize, language: Language) -> Option<(usize, String)> {
    let unit = &*terms[at].word;
    let is_behind = match language {
        Language::French => matches!(unit, "siecle" | "siecles"),
        Language::English => matches!(unit, "century" | "centuries"),
        Language::German => unit.starts_with("jahrhundert"),
        Language::Italian => matches!(unit, "secolo" | "secoli"),
        Language::Spanish => matches!(unit, "siglo" | "siglos"),
        _ => return None,
    };
    if !is_behind {
        return None;
    }
    let is_near = |other: usize| terms[other].position.abs_diff(terms[at].position) <= 3;
    let named = if language == Language::Spanish {
        let after = (at + 1)..terms.len().min(at + 4);
        after
            .filter(|at| is_near(*at))
            .find_map(|at| Some((at, ordinal(&terms[at].word)?)))
    } else {
        let before = (at.saturating_sub(4)..at).rev();
        before
            .filter(|at| is_near(*at))
            .find_map(|at| Some((at, ordinal(&terms[at].word)?)))
    };
    named.map(|(other, number)| (other, format!("{number}c")))
}

/// The number of a century: 19th, 19e, XIX, XIXe.
fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let number = match digits.parse::<u32>() {
        Ok(number) if word.len() - digits.len() <= 5 => number,
        _ => roman(word.trim_end_matches("eme").trim_end_matches('e'))?,
    };
    (1..=30).contains(&number).then_some(number)
}

/// A number in Roman digits, below 40.
fn roman(word: &str) -> Option<u32> {
    let mut sum = 0;
    let mut last = 0;
    for c in word.chars().rev() {
        let value = match c {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            _ => return None,
        };
        if value < last {
            sum -= value;
        } else {
            sum += value;
            last = value;
        }
    }
    Some(sum).filter(|sum| *sum > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::terms;

    /// The terms in digits that two texts share.
    fn shared(a: &str, b: &str, language: Language) -> Vec<String> {
        let of = |text: &str| -> Vec<String> {
            let found = terms(text, language).into_iter();
            let found = found.filter(|term| !term.stop && term.is_number());
            found.map(|term| term.word.to_string()).collect()
        };
        let b = of(b);
        of(a).into_iter().filter(|term| b.contains(term)).collect()
    }

    #[test]
    fn numbers_decades_and_centuries_are_found_however_they_are_written() {
        for (language, a, b, same) in [
            (
                Language::French,
                "en 1914",
                "né en dix-neuf cent quatorze",
                true,
            ),
            (Language::French, "1907", "bâti en mil neuf cent sept", true),
            (
                Language::French,
                "14",
                "né en dix-neuf cent quatorze",
                false,
            ),
            (Language::French, "72 élèves", "septante-deux élèves", true),
            (Language::French, "9", "un vélo tout neuf", false),
            (Language::French, "9 vélos", "neuf vélos", true),
            (
                Language::French,
                "les années 80",
                "les années quatre-vingt",
                true,
            ),
            (
                Language::French,
                "les années 1990",
                "les années quatre-vingt-dix",
                true,
            ),
            (
                Language::French,
                "au XIXe siècle",
                "au dix-neuvième siècle",
                true,
            ),
            (Language::French, "19e siècle", "au XIXᵉ siècle", true),
            (
                Language::French,
                "au 21e siècle",
                "du vingt et unième siècle",
                true,
            ),
            (Language::English, "1976", "in nineteen seventy-six", true),
            (Language::English, "the 1990s", "the nineties were", true),
            (Language::English, "the 90s", "in the 1990's", true),
            (Language::English, "the 1890s", "the nineties", false),
            (
                Language::English,
                "19th century",
                "the nineteenth century",
                true,
            ),
            (
                Language::German,
                "1914",
                "neunzehnhundertvierzehn geboren",
                true,
            ),
            (
                Language::German,
                "die 70er Jahre",
                "in den Siebzigerjahren",
                true,
            ),
            (Language::German, "1970er", "die siebziger Jahre", true),
            (
                Language::German,
                "im 19. Jahrhundert",
                "des neunzehnten Jahrhunderts",
                true,
            ),
            (Language::Spanish, "los años 90", "los años noventa", true),
            (Language::Spanish, "el siglo XIX", "en el siglo XIX", true),
            (Language::Italian, "gli anni 90", "gli anni novanta", true),
            (
                Language::Italian,
                "il XIX secolo",
                "nel diciannovesimo secolo",
                true,
            ),
        ] {
            let shared = shared(a, b, language);
            assert_eq!(!shared.is_empty(), same, "{a} | {b}: {shared:?}");
        }
    }
}

//! Numbers in words and in digits: `trente` is `30`, and `30` is `trente`.

mod numeral_words;
mod spell_out;

use std::sync::LazyLock;

use text2num::{Language as Numerals, text2digits};

use super::Language;
use super::case_and_accent_folding::fold;
use crate::interview::Span;
pub(super) use numeral_words::is_numeral;
use spell_out::spell;

/// The longest number in words: "neuf cent quatre vingt dix neuf mille neuf cent quatre vingt dix neuf"; more than its first.
const WORDS: usize = 13;

/// The number in words that begins with the first of some words of a text: how many of them it has, and its digits.
/// Cardinals from 2 on and ordinals; what counts millions is no part of it: a text that says "3 millions" is found by both
/// words. "Un" and "one" are no numbers here, nor is what only says that there are many.
pub(super) fn number_at(text: &str, words: &[Span], language: Language) -> Option<(usize, String)> {
    let numerals = numerals(language)?;
    let of = |words: &[Span]| match words {
        [first, .., last] => first.union(*last),
        [only] => *only,
        [] => Span::new(0, 0),
    };
    let is_part = |word: &&Span| {
        let word = &text[word.start..word.end];
        !is_unit(word)
            && (joins(word) || digits(word, numerals).is_some() || is_spoken(word, language))
    };
    let counts = 1 + words
        .get(1..)?
        .iter()
        .take(WORDS)
        .take_while(is_part)
        .count();
    (1..=counts).rev().find_map(|length| {
        let span = of(&words[..length]);
        let said = text.get(span.start..span.end)?;
        let digits = spoken_year(said, language).or_else(|| number(said, numerals))?;
        (!is_many(said)).then_some((length, digits))
    })
}

/// What stands between the words of a number, or is one only behind others.
fn joins(word: &str) -> bool {
    let word = fold(word);
    [
        "et", "and", "y", "e", "und", "cent", "cents", "hundred", "mil", "mille", "thousand", "un",
        "une", "one", "uno",
    ]
    .contains(&word.as_str())
}

fn is_spoken(word: &str, language: Language) -> bool {
    language == Language::English && matches!(fold(word).as_str(), "oh" | "o")
}

/// A year as English says it, in two halves: "nineteen fourteen", "nineteen oh five", "twenty twenty".
fn spoken_year(text: &str, language: Language) -> Option<String> {
    let numerals = numerals(language).filter(|_| language == Language::English)?;
    let (first, rest) = text.split_once(' ')?;
    let half = |words: &str| digits(words, numerals)?.parse::<u32>().ok();
    let century = half(first).filter(|century| (10..=20).contains(century))?;
    let rest = rest.trim();
    let year = match rest
        .strip_prefix("oh ")
        .or_else(|| rest.strip_prefix("oh-"))
    {
        Some(unit) => half(unit).filter(|unit| (1..10).contains(unit)),
        None => half(rest).filter(|year| (10..100).contains(year)),
    };
    Some((century * 100 + year?).to_string())
}

/// The digits of a number in words.
fn digits(text: &str, numerals: &Numerals) -> Option<String> {
    // Spanish "veintiún mil": the one form that is not known there.
    let text = text.to_lowercase().replace("veintiún", "veintiuno");
    text2digits(&text, numerals).ok()
}

/// The digits of a number in words, where they are looked for as they stand.
fn number(text: &str, numerals: &Numerals) -> Option<String> {
    let digits = digits(text, numerals)?;
    // German ordinals have a dot.
    let plain = digits
        .trim_end_matches('.')
        .chars()
        .all(char::is_alphanumeric);
    let is_one = matches!(digits.as_str(), "0" | "1" | "1.");
    (plain && !is_one).then_some(digits)
}

/// Words that count millions, whatever stands before them.
fn is_unit(word: &str) -> bool {
    let word = fold(word);
    [
        "million", "milliard", "billion", "millon", "milion", "miliard", "trillion",
    ]
    .iter()
    .any(|unit| word.starts_with(unit))
}

/// "Hundreds", "des cents": how many is not said.
fn is_many(text: &str) -> bool {
    let many = [
        "hundreds",
        "thousands",
        "cents",
        "cientos",
        "miles",
        "centinaia",
        "hunderte",
        "tausende",
    ];
    many.contains(&fold(text).as_str())
}

fn numerals(language: Language) -> Option<&'static Numerals> {
    static FRENCH: LazyLock<Numerals> = LazyLock::new(Numerals::french);
    static ENGLISH: LazyLock<Numerals> = LazyLock::new(Numerals::english);
    static SPANISH: LazyLock<Numerals> = LazyLock::new(Numerals::spanish);
    static GERMAN: LazyLock<Numerals> = LazyLock::new(Numerals::german);
    static ITALIAN: LazyLock<Numerals> = LazyLock::new(Numerals::italian);
    match language {
        Language::French => Some(&*FRENCH),
        Language::English => Some(&*ENGLISH),
        Language::Spanish => Some(&*SPANISH),
        Language::German => Some(&*GERMAN),
        Language::Italian => Some(&*ITALIAN),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::word_boundaries::words;
    use super::*;

    const SPELLED: [Language; 5] = [
        Language::French,
        Language::English,
        Language::Spanish,
        Language::German,
        Language::Italian,
    ];

    fn read(text: &str, language: Language) -> Vec<(String, String)> {
        let words = words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some((length, digits)) = number_at(text, &words[at..], language) else {
                at += 1;
                continue;
            };
            let span = words[at].union(words[at + length - 1]);
            found.push((text[span.start..span.end].to_owned(), digits));
            at += length;
        }
        found
    }

    #[test]
    fn numbers_in_words_are_read() {
        for (language, text, words, digits) in [
            (Language::French, "nos trente datacentres", "trente", "30"),
            (Language::French, "soixante-dix ans", "soixante-dix", "70"),
            (
                Language::French,
                "Quatre-vingt-dix-sept pour cent",
                "Quatre-vingt-dix-sept",
                "97",
            ),
            (
                Language::French,
                "les deux cents pages",
                "deux cents",
                "200",
            ),
            (
                Language::French,
                "en mille neuf cent quatre-vingt-quatre",
                "mille neuf cent quatre-vingt-quatre",
                "1984",
            ),
            (Language::French, "vingt et un jours", "vingt et un", "21"),
            (Language::French, "trois millions", "trois", "3"),
            (Language::French, "le premier jour", "premier", "1er"),
            (
                Language::English,
                "two hundred and five pages",
                "two hundred and five",
                "205",
            ),
            (
                Language::English,
                "in nineteen fourteen, and",
                "nineteen fourteen",
                "1914",
            ),
            (
                Language::English,
                "nineteen ninety-nine",
                "nineteen ninety-nine",
                "1999",
            ),
            (
                Language::English,
                "nineteen oh five",
                "nineteen oh five",
                "1905",
            ),
            (Language::English, "twenty twenty", "twenty twenty", "2020"),
            (
                Language::English,
                "nineteen hundred",
                "nineteen hundred",
                "1900",
            ),
            (
                Language::English,
                "fifteen hundred ships",
                "fifteen hundred",
                "1500",
            ),
            (
                Language::English,
                "two thousand and one",
                "two thousand and one",
                "2001",
            ),
            (
                Language::French,
                "en dix-neuf cent quatorze",
                "dix-neuf cent quatorze",
                "1914",
            ),
            (
                Language::French,
                "mil neuf cent sept",
                "mil neuf cent sept",
                "1907",
            ),
            (
                Language::French,
                "quinze cents francs",
                "quinze cents",
                "1500",
            ),
            (Language::French, "septante-deux", "septante-deux", "72"),
            (Language::French, "huitante ans", "huitante", "80"),
            (Language::French, "octante ans", "octante", "80"),
            (Language::French, "nonante-cinq", "nonante-cinq", "95"),
            (
                Language::German,
                "neunzehnhundertvierzehn geboren",
                "neunzehnhundertvierzehn",
                "1914",
            ),
            (
                Language::German,
                "kam zweitausendeins",
                "zweitausendeins",
                "2001",
            ),
            (
                Language::English,
                "ninety-seven of us",
                "ninety-seven",
                "97",
            ),
            (Language::English, "the first", "first", "1st"),
            (Language::Spanish, "treinta y dos", "treinta y dos", "32"),
            (
                Language::Spanish,
                "Veintiún mil pesos",
                "Veintiún mil",
                "21000",
            ),
            (
                Language::German,
                "siebenundneunzig Tage",
                "siebenundneunzig",
                "97",
            ),
            (
                Language::Italian,
                "novantasette giorni",
                "novantasette",
                "97",
            ),
        ] {
            let found = read(text, language);
            assert_eq!(
                found.first(),
                Some(&(words.to_owned(), digits.to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn an_article_is_no_number() {
        for (language, text) in [
            (
                Language::French,
                "un jour, une nuit, des cents et des mille-pattes",
            ),
            (Language::English, "one of the hundreds"),
            (Language::German, "ein Tag, eine Nacht, erste Hilfe"),
            (Language::Spanish, "uno y una"),
            (Language::Italian, "un giorno, uno"),
            (Language::Other, "trente"),
        ] {
            assert_eq!(read(text, language), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_spelled_is_read_again(number in 2u32..1_000_000, language in 0..SPELLED.len()) {
            let language = SPELLED[language];
            let spelled = spell(number, language).unwrap_or_default();
            let read = read(&spelled, language);
            prop_assert_eq!(read, vec![(spelled, number.to_string())]);
        }
    }
}

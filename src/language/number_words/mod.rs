//! Numbers in words and in digits: `trente` is `30`, and `30` is `trente`.

mod numeral_words;
mod spell_out;

use std::sync::LazyLock;

use text2num::{Language as Numerals, text2digits};

use super::Language;
use super::case_and_accent_folding::fold;
use super::word_boundaries::words;
use crate::interview::Span;
pub(super) use numeral_words::is_numeral;
pub use spell_out::spell;

/// The longest number in words: "neuf cent quatre vingt dix neuf mille neuf cent quatre vingt dix neuf".
const WORDS: usize = 14;

/// The numbers that a text writes in words, each with its digits: cardinals from 2 on and ordinals as far as their
/// digits have a form of their own (`1er`, `2nd`). What counts millions is no part of them: a text that says
/// "3 millions" is found by both words. "Un" and "one" are no numbers here.
#[must_use]
pub fn numbers_in_words(text: &str, language: Language) -> Vec<(Span, String)> {
    let Some(numerals) = numerals(language) else {
        return Vec::new();
    };
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // Every number in words begins with one: few words of a text are.
        if digits(&text[words[at].start..words[at].end], numerals).is_none() {
            at += 1;
            continue;
        }
        let most = WORDS.min(words.len() - at);
        let counts = words[at..at + most]
            .iter()
            .take_while(|word| !is_unit(&text[word.start..word.end]));
        let read = (1..=counts.count()).rev().find_map(|length| {
            let span = words[at].union(words[at + length - 1]);
            Some((span, length, number(&text[span.start..span.end], numerals)?))
        });
        match read {
            Some((span, length, digits)) => {
                if !is_many(&text[span.start..span.end]) {
                    found.push((span, digits));
                }
                at += length;
            }
            None => at += 1,
        }
    }
    found
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
    let plain = digits.chars().all(char::is_alphanumeric);
    (plain && digits != "0" && digits != "1").then_some(digits)
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

    use super::*;

    const SPELLED: [Language; 5] = [
        Language::French,
        Language::English,
        Language::Spanish,
        Language::German,
        Language::Italian,
    ];

    fn read(text: &str, language: Language) -> Vec<(String, String)> {
        let found = numbers_in_words(text, language).into_iter();
        found
            .map(|(span, digits)| (text[span.start..span.end].to_owned(), digits))
            .collect()
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

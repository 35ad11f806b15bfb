//! The words that numbers are spelled with.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::spell;
use crate::language::Language;
use crate::language::case_and_accent_folding::fold;

/// Numbers whose spellings hold every word that numbers up to 999,999 are spelled with. Not 1: it is an article too.
const TOLD: [u32; 4] = [100, 200, 1_000, 2_000];

static NUMERALS: LazyLock<HashMap<Language, HashSet<String>>> = LazyLock::new(|| {
    Language::ALL
        .iter()
        .map(|(language, _)| (*language, numerals(*language)))
        .collect()
});

fn numerals(language: Language) -> HashSet<String> {
    let words_of = |number| {
        let spelled = spell(number, language).unwrap_or_default();
        let words = spelled.split([' ', '-']).map(fold);
        words.collect::<Vec<_>>()
    };
    // "Vingt et un", "veintiuno y": what only joins, and what 1 is spelled with.
    let joins = [
        "et", "and", "y", "e", "und", "a", "un", "une", "one", "uno", "una", "ein", "eins",
    ];
    let words = (2..100).chain(TOLD).flat_map(words_of);
    // German writes them as parts of longer words, and alone.
    let german = (language == Language::German).then_some(["hundert", "tausend"]);
    let words = words.chain(german.into_iter().flatten().map(str::to_owned));
    // As Belgium and Switzerland count, and as years are written.
    let own: &[&str] = match language {
        Language::French => &["septante", "huitante", "octante", "nonante", "mil"],
        _ => &[],
    };
    let words = words.chain(own.iter().map(|word| (*word).to_owned()));
    words
        .filter(|word| !joins.contains(&word.as_str()))
        .collect()
}

/// Whether a folded word is one that numbers from 2 on are spelled with: "trois", "hundred".
pub(in crate::language) fn is_numeral(word: &str, language: Language) -> bool {
    NUMERALS
        .get(&language)
        .is_some_and(|words| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_numbers_are_spelled_with_are_told_from_articles_and_from_what_joins_them() {
        for (language, numerals, others) in [
            (
                Language::French,
                &["deux", "vingt", "cents", "mille"][..],
                &["un", "et", "oeuf"][..],
            ),
            (
                Language::English,
                &["two", "ninety", "hundred"],
                &["one", "and", "tenth"],
            ),
            (Language::Spanish, &["dos", "veinte", "mil"], &["una", "y"]),
            (
                Language::German,
                &["zwei", "einundzwanzig", "tausend"],
                &["ein", "und"],
            ),
            (Language::Italian, &["due", "venti", "mille"], &["uno", "e"]),
            (Language::Other, &[], &["two"]),
        ] {
            for word in numerals {
                assert!(is_numeral(word, language), "{word}");
            }
            for word in others {
                assert!(!is_numeral(word, language), "{word}");
            }
        }
    }
}

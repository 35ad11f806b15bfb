//! Language detection for documents and questions.

use super::Language;
use super::case_and_accent_folding::fold;
use super::stop_words::is_stop;
use super::word_boundaries::words;

/// How much of a document is looked at, in bytes: more changes nothing.
const SAMPLE: usize = 20_000;

/// The language of a document; `Other` where it cannot be told.
#[must_use]
pub fn detect(text: &str) -> Language {
    let end = (0..=SAMPLE.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    whatlang::detect(&text[..end]).map_or(Language::Other, |found| of_lang(found.lang()))
}

fn of_lang(lang: whatlang::Lang) -> Language {
    use whatlang::Lang;
    match lang {
        Lang::Ara => Language::Arabic,
        Lang::Dan => Language::Danish,
        Lang::Nld => Language::Dutch,
        Lang::Eng => Language::English,
        Lang::Fin => Language::Finnish,
        Lang::Fra => Language::French,
        Lang::Deu => Language::German,
        Lang::Ell => Language::Greek,
        Lang::Hun => Language::Hungarian,
        Lang::Ita => Language::Italian,
        Lang::Nob => Language::Norwegian,
        Lang::Por => Language::Portuguese,
        Lang::Ron => Language::Romanian,
        Lang::Rus => Language::Russian,
        Lang::Spa => Language::Spanish,
        Lang::Swe => Language::Swedish,
        Lang::Tam => Language::Tamil,
        Lang::Tur => Language::Turkish,
        _ => Language::Other,
    }
}

/// How many function words of each of some languages a text has.
#[must_use]
pub fn function_words(text: &str, languages: &[Language]) -> Vec<usize> {
    let words: Vec<String> = words(text)
        .into_iter()
        .map(|span| fold(&text[span.start..span.end]))
        .collect();
    let count = |language: Language| {
        let parts = words
            .iter()
            .flat_map(|word| word.split(|c: char| !c.is_alphanumeric()));
        parts
            .filter(|part| {
                is_stop(part, language) || (language == Language::French && is_frame(part))
            })
            .count()
    };
    languages.iter().map(|language| count(*language)).collect()
}

/// Interrogatives and elided articles that the French stop list lacks.
fn is_frame(word: &str) -> bool {
    matches!(
        word,
        "comment"
            | "combien"
            | "pourquoi"
            | "quand"
            | "quel"
            | "quelle"
            | "quels"
            | "quelles"
            | "quoi"
            | "est"
            | "qu"
            | "l"
            | "d"
    )
}

/// Whether a word has no letter with an accent that a language does not write; so where its letters are not known.
#[must_use]
pub fn is_written_with(word: &str, language: Language) -> bool {
    let letters = match language {
        Language::English => "",
        Language::French => "àâäæçéèêëîïôöœùûüÿ",
        Language::German => "äöüß",
        Language::Spanish => "áéíñóúü",
        Language::Italian => "àèéìíîòóùú",
        _ => return true,
    };
    let mut marked = word.chars().flat_map(char::to_lowercase);
    marked.all(|c| c.is_ascii() || !c.is_alphabetic() || letters.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_that_a_language_does_not_write_is_told() {
        for (word, language, is_written) in [
            ("pièces", Language::French, true),
            ("PIÈCES", Language::French, true),
            ("pièces", Language::English, false),
            ("pièces", Language::Spanish, false),
            ("größe", Language::German, true),
            ("größe", Language::French, false),
            ("año", Language::Spanish, true),
            ("o’clock", Language::English, true),
            ("ångström", Language::Swedish, true),
        ] {
            assert_eq!(is_written_with(word, language), is_written, "{word}");
        }
    }
}

//! The stem of a word in a language.

use std::cell::RefCell;
use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};

use super::Language;
use super::fold::fold;

thread_local! {
    static STEMS: RefCell<HashMap<Language, HashMap<String, String>>> = RefCell::default();
}

/// How many stems of a language a thread remembers; a corpus's common words are far fewer.
const REMEMBERED: usize = 20_000;

pub(super) fn stem(word: &str, language: Language) -> String {
    let Some(algorithm) = algorithm(language) else {
        return word.to_owned();
    };
    if word.starts_with(char::is_numeric) {
        return word.to_owned();
    }
    STEMS.with_borrow_mut(|stems| {
        let stems = stems.entry(language).or_default();
        if let Some(stem) = stems.get(word) {
            return stem.clone();
        }
        if stems.len() > REMEMBERED {
            stems.clear();
        }
        let stem = fold(&Stemmer::new(algorithm).stem(word));
        stems.insert(word.to_owned(), stem.clone());
        stem
    })
}

fn algorithm(language: Language) -> Option<Algorithm> {
    Some(match language {
        Language::Arabic => Algorithm::Arabic,
        Language::Danish => Algorithm::Danish,
        Language::Dutch => Algorithm::Dutch,
        Language::English => Algorithm::English,
        Language::Finnish => Algorithm::Finnish,
        Language::French => Algorithm::French,
        Language::German => Algorithm::German,
        Language::Greek => Algorithm::Greek,
        Language::Hungarian => Algorithm::Hungarian,
        Language::Italian => Algorithm::Italian,
        Language::Norwegian => Algorithm::Norwegian,
        Language::Portuguese => Algorithm::Portuguese,
        Language::Romanian => Algorithm::Romanian,
        Language::Russian => Algorithm::Russian,
        Language::Spanish => Algorithm::Spanish,
        Language::Swedish => Algorithm::Swedish,
        Language::Tamil => Algorithm::Tamil,
        Language::Turkish => Algorithm::Turkish,
        Language::Other => return None,
    })
}

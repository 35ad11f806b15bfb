//! Stop words: the NLTK lists, folded as texts are.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::Language;
use super::case_and_accent_folding::fold;

static STOP_WORDS: LazyLock<HashMap<Language, HashSet<String>>> = LazyLock::new(|| {
    Language::ALL
        .iter()
        .map(|(language, code)| (*language, list(code)))
        .collect()
});

fn list(code: &str) -> HashSet<String> {
    let own: &[&str] = match code {
        // Contracted articles and forms that the list lacks.
        "fr" => &[
            "a", "cela", "ca", "donc", "si", "plus", "tres", "etre", "avoir", "fait", "faire",
            "ainsi", "comme", "dont", "car", "alors", "y", "cet", "cette", "ces", "leurs", "tout",
            "tous", "toute", "toutes", "entre", "vers", "chez", "apres", "avant", "sous", "sans",
            "ni", "or", "les",
        ],
        _ => &[],
    };
    let known = stop_words::lookup(code).unwrap_or_default();
    known
        .iter()
        .chain(own)
        .map(|word| fold(word).chars().filter(|c| c.is_alphanumeric()).collect())
        .collect()
}

/// Whether a folded word is a stop word of `language`.
pub(super) fn is_stop(word: &str, language: Language) -> bool {
    STOP_WORDS
        .get(&language)
        .is_some_and(|words| words.contains(word))
}

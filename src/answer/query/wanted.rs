//! What kind of answer a question wants, where its words say so.

use crate::language::{Language, Term};

/// Whether it asks for a time.
pub(super) fn is_time(all: &[Term], language: Language) -> bool {
    let words: &[&str] = match language {
        Language::French => &["quand", "annee", "date", "siecle"],
        Language::English => &["when", "year", "date", "century"],
        Language::Spanish => &["cuando", "ano", "fecha", "siglo"],
        Language::German => &["wann", "jahr", "datum", "jahrhundert"],
        Language::Italian => &["quando", "anno", "data", "secolo"],
        _ => &[],
    };
    all.iter().any(|term| words.contains(&term.word.as_str()))
}

/// Whether it asks for a number.
pub(super) fn is_number(all: &[Term], language: Language) -> bool {
    let has = |word: &str| all.iter().any(|term| term.word == word);
    match language {
        Language::French => has("combien") || has("pourcentage"),
        Language::English => {
            has("how") && (has("many") || has("much") || has("old") || has("long"))
        }
        Language::Spanish => ["cuanto", "cuantos", "cuanta", "cuantas"]
            .iter()
            .any(|word| has(word)),
        Language::German => has("wieviel") || (has("wie") && has("viele")),
        Language::Italian => has("quanto") || has("quanti") || has("quante"),
        _ => false,
    }
}

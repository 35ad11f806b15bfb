//! Proper names in a question, recognised by how they are typed.

use crate::interview::Span;
use crate::language::{Language, Term, begins_sentence};

/// Where names stand: words that begin with a capital within a sentence, and words in capitals. None in German, where
/// all nouns begin so, nor in a question that is all in capitals.
pub(super) fn capitalized_names(question: &str, terms: &[Term], language: Language) -> Vec<Span> {
    if language == Language::German || !question.contains(char::is_lowercase) {
        return Vec::new();
    }
    let is_name = |term: &&Term| {
        let word = &question[term.span.start..term.span.end];
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let begins = letters.next().is_some_and(char::is_uppercase);
        let capitals = begins && letters.clone().count() > 0 && letters.all(char::is_uppercase);
        capitals || (begins && !begins_sentence(&question[..term.span.start]))
    };
    let names = terms.iter().filter(|term| !term.stop).filter(is_name);
    names.map(|term| term.span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::terms;

    #[test]
    fn names_begin_with_a_capital_within_a_sentence_or_are_in_capitals() {
        for (question, language, names) in [
            (
                "Que dit Marie Curie de la radioactivité ?",
                Language::French,
                "Marie Curie",
            ),
            (
                "Le RGPD protège-t-il les mineurs ?",
                Language::French,
                "RGPD",
            ),
            ("RGPD : qui contrôle ?", Language::French, "RGPD"),
            ("Où est l'Élysée ?", Language::French, "Élysée"),
            ("Pourquoi ? Comment ?", Language::French, ""),
            ("« Demain » et après ?", Language::French, ""),
            (
                "Did (as I heard) Paris, London and O'Neill agree?",
                Language::English,
                "Paris London O'Neill",
            ),
            ("who is marie curie", Language::English, ""),
            ("QUI EST MARIE CURIE", Language::French, ""),
            ("Wer baut die Brücke in Bonn?", Language::German, ""),
            ("¿Quién vive en Toledo?", Language::Spanish, "Toledo"),
        ] {
            let found = capitalized_names(question, &terms(question, language), language);
            let found: Vec<&str> = found
                .iter()
                .map(|span| &question[span.start..span.end])
                .collect();
            assert_eq!(found.join(" "), names, "{question}");
        }
    }
}

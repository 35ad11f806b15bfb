//! The answer type that a question asks for: a number, a duration.

use crate::language::{Language, Term};

/// What a time asked for counts, a number 1: a half gained 0.0005 to 0.0015 on encyclopaedic questions, and nothing lost.
const TIME: f32 = 0.5;

/// How much it asks for a number.
pub(super) fn asks_for_number(all: &[Term], language: Language) -> f32 {
    if is_number(all, language) {
        1.0
    } else if is_time(all, language) {
        TIME
    } else {
        0.0
    }
}

/// Whether it asks for a time.
fn is_time(all: &[Term], language: Language) -> bool {
    let (when, units): (&str, &[&str]) = match language {
        Language::French => ("quand", &["annee", "date", "siecle"]),
        Language::English => ("when", &["year", "date", "century"]),
        Language::Spanish => ("cuando", &["ano", "fecha", "siglo"]),
        Language::German => ("wann", &["jahr", "datum", "jahrhundert"]),
        Language::Italian => ("quando", &["anno", "data", "secolo"]),
        _ => return false,
    };
    // "Depuis quand …", "… c'est quand ?" ask; "… quand il pleut" does not.
    let asks = |at: usize| at < FIRST || at + 1 == all.len();
    let mut words = all.iter().map(|term| &*term.word).enumerate();
    words.any(|(at, word)| units.contains(&word) || (word == when && asks(at)))
}

/// Among so many first words, "quand" asks.
const FIRST: usize = 3;

/// What a duration is said in, where one is asked for: "combien de temps", "how long".
pub(super) fn duration_units(all: &[Term], language: Language) -> &'static [&'static str] {
    let (asks, units): (&[&str], &[&str]) = match language {
        Language::French => (
            &["combien", "de", "temps"],
            &["durée", "ans", "mois", "semaines", "jours", "heures"],
        ),
        Language::English => (
            &["how", "long"],
            &["duration", "years", "months", "weeks", "days", "hours"],
        ),
        Language::Spanish => (
            &["cuanto", "tiempo"],
            &["duración", "años", "meses", "semanas", "días", "horas"],
        ),
        Language::German => (
            &["wie", "lange"],
            &["Dauer", "Jahre", "Monate", "Wochen", "Tage", "Stunden"],
        ),
        Language::Italian => (
            &["quanto", "tempo"],
            &["durata", "anni", "mesi", "settimane", "giorni", "ore"],
        ),
        _ => return &[],
    };
    let mut windows = all.windows(asks.len());
    let asked = windows.any(|words| {
        words
            .iter()
            .map(|term| &*term.word)
            .eq(asks.iter().copied())
    });
    if asked { units } else { &[] }
}

/// Whether it asks for a number.
fn is_number(all: &[Term], language: Language) -> bool {
    let has = |word: &str| all.iter().any(|term| *term.word == *word);
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

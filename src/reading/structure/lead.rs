//! Names in what stands before the first turn: the lead that introduces a guest, a title that names one.

use super::label;
use super::names;
use super::page::Page;

/// What introduces the guest, in lower case; the name follows.
const INTRODUCTIONS: [&str; 36] = [
    "rencontre avec",
    "entretien avec",
    "entretien exclusif avec",
    "interview avec",
    "interview de",
    "interview exclusive de",
    "grand entretien avec",
    "conversation avec",
    "discussion avec",
    "dialogue avec",
    "avons rencontré",
    "avons interrogé",
    "avons interviewé",
    "a rencontré",
    "a interrogé",
    "nous recevons",
    "je reçois",
    "on reçoit",
    "questions à",
    "trois questions à",
    "interview with",
    "interview:",
    "interview :",
    "entretien :",
    "a conversation with",
    "in conversation with",
    "conversation with",
    "talk with",
    "talked to",
    "talked with",
    "spoke to",
    "spoke with",
    "speaks to",
    "sat down with",
    "met with",
    "q&a with",
];
/// What a guest does when a lead ends, in lower case; the name stands before, perhaps with what it is.
const ANSWERS: [&str; 14] = [
    "répond à nos questions",
    "répond aux questions",
    "a répondu à nos questions",
    "nous répond",
    "se confie",
    "nous raconte",
    "nous explique",
    "revient pour nous",
    "answers our questions",
    "answered our questions",
    "told us",
    "tells us",
    "explains",
    "talks about",
];

/// Questions that ask who somebody is, folded.
const PORTRAITS: [&str; 8] = [
    "who are you",
    "tell us who you are",
    "introduce yourself",
    "can you introduce yourself",
    "qui etes-vous",
    "qui es-tu",
    "presentez-vous",
    "pouvez-vous vous presenter",
];

/// The full names that a text mentions: two to four words in capitals at their start, in a row.
pub(super) fn names(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for clause in text.split([
        '.', ',', ';', ':', '(', ')', '\n', '?', '!', '«', '»', '"', '“', '”', '–', '—', '|',
    ]) {
        let mut run: Vec<&str> = Vec::new();
        for word in clause.split_whitespace().chain([""]) {
            if begins_a_name(word) || (!run.is_empty() && is_particle(word)) {
                run.push(word);
                continue;
            }
            while run.last().is_some_and(|word| is_particle(word)) {
                run.pop();
            }
            let name = run.join(" ");
            if (2..=4).contains(&run.len()) && label::is_name(&name) && !found.contains(&name) {
                found.push(name);
            }
            run.clear();
        }
    }
    found
}

/// The guests that a lead or a title introduces: "Rencontre avec Claire Vasseur, directrice de …".
pub(super) fn guests(text: &str) -> Vec<String> {
    let names = names(text);
    let lower = text.to_lowercase();
    let known: Vec<&String> = names
        .iter()
        .filter(|name| {
            let name = name.to_lowercase();
            lower.match_indices(&name).any(|(at, _)| {
                let before = lower[..at].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
                let after = &lower[at + name.len()..];
                introduced(before) || answers(after)
            })
        })
        .collect();
    // "Avec Anne Le Goff et Paul Martin": who stands beside a guest is one.
    let beside = names.iter().filter(|name| {
        known.iter().any(|guest| {
            ["et", "and", "&"]
                .iter()
                .any(|word| text.contains(&format!("{guest} {word} {name}")))
        })
    });
    let mut guests: Vec<String> = known.iter().map(|name| (*name).clone()).collect();
    for name in beside {
        if !guests.contains(name) {
            guests.push(name.clone());
        }
    }
    guests
}

/// The name that a title is, where the interview asks its guest to say who they are: a portrait series
/// titles each interview with its guest. A word that the text also writes without a capital is no name.
pub(super) fn portrayed(title: &str, page: &Page) -> Option<String> {
    let full = (2..=4).contains(&title.split_whitespace().count());
    let introduces = page.spoken().any(|at| {
        let words = names::key(page.words(at));
        page.block(at).span.len() < 200 && PORTRAITS.iter().any(|asks| words.starts_with(asks))
    });
    let common = |word: &str| {
        let lower = word.to_lowercase();
        page.document
            .text
            .split(|char: char| !char.is_alphanumeric())
            .any(|other| other == lower)
    };
    (full && introduces && label::is_name(title) && !title.split_whitespace().any(common))
        .then(|| title.to_owned())
}

fn introduced(before: &str) -> bool {
    let titles = [
        "m.",
        "mme",
        "mr",
        "mrs",
        "ms",
        "dr",
        "pr",
        "le professeur",
        "la chercheuse",
    ];
    let before = titles
        .iter()
        .find_map(|title| before.strip_suffix(title))
        .unwrap_or(before)
        .trim_end();
    INTRODUCTIONS
        .iter()
        .any(|introduction| before.ends_with(introduction))
}

/// Whether the sentence goes on to say that its subject answers.
fn answers(after: &str) -> bool {
    let sentence = after
        .split(['.', '!', '?', '\n'])
        .next()
        .unwrap_or_default();
    ANSWERS.iter().any(|answers| {
        sentence.find(answers).is_some_and(|at| {
            let between = sentence[..at].trim();
            between.is_empty() || (between.starts_with(',') && between.ends_with(','))
        })
    })
}

fn begins_a_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word
            .chars()
            .all(|char| char.is_alphabetic() || matches!(char, '-' | '\'' | '’'))
        && ![
            "Avec", "With", "Le", "La", "Les", "The", "Un", "Une", "A", "An", "In", "En", "À",
            "Pour", "For", "I",
        ]
        .contains(&word)
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "du"
            | "des"
            | "von"
            | "van"
            | "der"
            | "den"
            | "di"
            | "da"
            | "la"
            | "le"
            | "bin"
            | "al"
            | "el"
            | "Le"
            | "La"
    )
}

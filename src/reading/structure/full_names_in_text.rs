//! The full names that a text mentions, without the trades, parties and titles before them.

use super::person_name_detection;

/// Words after which a capital may be a noun's.
const ARTICLES: [&str; 17] = [
    "der", "die", "das", "dem", "den", "ein", "eine", "einer", "einem", "the", "le", "la", "el",
    "il", "lo", "una", "un",
];
/// Words before a name, in lower case.
const TITLES: [&str; 22] = [
    "president",
    "minister",
    "senator",
    "professor",
    "professeur",
    "professorin",
    "doctor",
    "docteur",
    "dr",
    "prof",
    "captain",
    "mayor",
    "judge",
    "sir",
    "prime",
    "chancellor",
    "labour",
    "conservative",
    "interview",
    "entretien",
    "entrevista",
    "intervista",
];
/// Endings of German words for a trade.
const TRADES: [&str; 24] = [
    "teur",
    "nieur",
    "seur",
    "leiter",
    "lehrer",
    "erin",
    "istin",
    "orin",
    "entin",
    "antin",
    "ologe",
    "ologin",
    "meister",
    "minister",
    "präsident",
    "forscher",
    "künstler",
    "experte",
    "expertin",
    "politiker",
    "professor",
    "sprecher",
    "anwalt",
    "ärztin",
];

/// The full names that a text mentions: two to four words in capitals at their start, in a row.
pub(super) fn full_names(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for clause in text.split([
        '.', ',', ';', ':', '(', ')', '\n', '?', '!', '«', '»', '"', '“', '”', '–', '—', '|',
    ]) {
        let mut run: Vec<&str> = Vec::new();
        let (mut before, mut last) = ("", "");
        for word in clause.split_whitespace().chain([""]) {
            if begins_a_name(word) || (!run.is_empty() && is_particle(word)) {
                if run.is_empty() {
                    before = last;
                }
                run.push(word);
                continue;
            }
            last = word;
            while run.last().is_some_and(|word| is_particle(word)) {
                run.pop();
            }
            let trades = trades(&run, before);
            run.drain(..trades);
            // "Entrevista de Marta Ibarrola": what joined the two is no part of the name.
            while trades > 0 && run.first().is_some_and(|word| is_particle(word)) {
                run.remove(0);
            }
            let name = run.join(" ");
            if (2..=4).contains(&run.len())
                && person_name_detection::is_name(&name)
                && !found.contains(&name)
            {
                found.push(name);
            }
            run.clear();
        }
    }
    found
}

/// How many words at the start of a run of capitals are a trade, a party or a title, where a full name follows them.
fn trades(run: &[&str], before: &str) -> usize {
    let mut trades = 0;
    while run.len() > trades + 2 {
        let word = run[trades];
        let lower = word.to_lowercase();
        let letters = word.chars().count();
        let short = word.chars().all(char::is_uppercase) && (2..=5).contains(&letters);
        let capitals = run[trades + 1..]
            .iter()
            .all(|word| word.chars().all(char::is_uppercase));
        let told = trades == 0 && ARTICLES.contains(&before.to_lowercase().as_str());
        let title = TITLES.contains(&lower.as_str());
        let ending = letters > 6 && TRADES.iter().any(|ending| lower.ends_with(ending));
        if !((short && !capitals) || told || title || ending) {
            break;
        }
        trades += 1;
    }
    trades
}

fn begins_a_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word
            .chars()
            .all(|char| char.is_alphabetic() || matches!(char, '-' | '\'' | '’'))
        && ![
            "Avec", "With", "Le", "La", "Les", "The", "Un", "Une", "A", "An", "In", "En", "À",
            "Pour", "For", "I", "Der", "Die", "Das", "Den", "Dem", "Ein", "Eine", "El", "Il", "Lo",
            "Una", "Los", "Las", "Mit", "Con", "Im", "Bei", "Nous", "We", "Our", "Com", "Met",
            "Het", "Een",
        ]
        .contains(&word)
}

/// Whether a word stands inside a name, with a capital or without one: "Anne Le Goff".
pub(super) fn is_particle(word: &str) -> bool {
    person_name_detection::is_particle(word) || matches!(word, "Le" | "La")
}

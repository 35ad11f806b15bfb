//! Names in the lead paragraph and the title: guest and interviewer.

use super::block_features::DocumentBlocks;
use super::conversation_cue_phrases::sides;
use super::full_names_in_text::{full_names, is_particle};
use super::{name_keys, person_name_detection};
use crate::reading::noise_lines;

/// What introduces the guest, in lower case; the name follows.
const INTRODUCTIONS: [&str; 54] = [
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
    "conversation with",
    "talk with",
    "q&a with",
    "meet",
    "spotlight:",
    "spotlight :",
    "portrait:",
    "portrait :",
    "rencontre :",
    "interview mit",
    "gespräch mit",
    "begegnung mit",
    "fragen an",
    "entrevista con",
    "entrevista a",
    "conversación con",
    "preguntas a",
    "intervista a",
    "intervista con",
    "incontro con",
    "domande a",
    "entrevista com",
    "conversa com",
    "encontro com",
    "perguntas a",
    "interview met",
    "gesprek met",
    "vragen aan",
    "intervju med",
    "samtal med",
    "samtale med",
];
/// What a guest does when a lead ends, in lower case; the name stands before, perhaps with what it is.
const ANSWERS: [&str; 19] = [
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
    "im interview",
    "en entretien",
    "en interview",
    "en entrevista",
    "si racconta",
];

/// What stands before the name of who asks, behind the guest's.
const AUTHORED: [&str; 8] = [
    "by",
    "par",
    "von",
    "por",
    "door",
    "durch",
    "interviewer",
    "da",
];

/// The most words of a trade between what introduces a guest and the name.
const LONGEST_TRADE: usize = 5;
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

/// The interviewers whom a lead or a title names.
pub(super) fn interviewers(text: &str) -> Vec<String> {
    let mut asking = sides(text).interviewers;
    let signed = text
        .split(['!', '?', '\n'])
        .flat_map(|line| line.split(". "))
        .filter_map(|sentence| noise_lines::byline(sentence.trim()));
    for name in signed {
        if !asking.contains(&name) {
            asking.push(name);
        }
    }
    asking
}

/// The guest whom a headline names beside what they say: `Odile Marran : « Le bronze ne ment jamais »`,
/// `“Bronze never lies”: Hedda Lomm`.
pub(super) fn headlined(title: &str, page: &DocumentBlocks) -> Option<String> {
    let quotes = ['«', '“', '"', '„', '‘', '\'', '»', '‹'];
    let blank =
        |char: char| char.is_whitespace() || matches!(char, ':' | ',' | '–' | '—' | '-' | '|');
    let full = |name: &str| {
        (2..=4).contains(&name.split_whitespace().count()) && person_name_detection::is_name(name)
    };
    if title.starts_with(quotes) {
        let closing = |char: char| matches!(char, '»' | '”' | '“' | '"' | '’' | '«' | '\'');
        let (at, mark) = title
            .char_indices()
            .rev()
            .find(|(_, char)| closing(*char))?;
        let name = title[at + mark.len_utf8()..].trim_matches(blank);
        return (at > 0 && full(name)).then(|| name.to_owned());
    }
    let (name, said) = title.split_once(':')?;
    let (name, said) = (name.trim_matches(blank), said.trim_start_matches(blank));
    let quoted = said.starts_with(quotes);
    let other = full_names(said).is_empty() && !names_common(name, page);
    (full(name) && (quoted || other) && !said.is_empty()).then(|| name.to_owned())
}

/// The guest whom a headline names first and tells of, whom the lead names again: `Ettore Balsamo, il liutaio che regala
/// i trucioli`. Nobody else may be named in the headline.
pub(super) fn told_of(title: &str, lead: &str, page: &DocumentBlocks) -> Option<String> {
    let (name, told) = title.split_once(',')?;
    let name = name.trim();
    let full =
        (2..=4).contains(&name.split_whitespace().count()) && person_name_detection::is_name(name);
    let told = told.trim_start();
    let described = told.starts_with(char::is_lowercase) && full_names(told).is_empty();
    (full && described && lead.contains(name) && !names_common(name, page)).then(|| name.to_owned())
}

/// Whether the text also writes a word of a name without a capital.
fn names_common(name: &str, page: &DocumentBlocks) -> bool {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let text = &page.document.text;
    text.split(|char: char| !char.is_alphanumeric())
        .any(|other| words.iter().any(|word| word == other && !is_particle(word)))
}

/// A name without the trade before it, where the text has the name without that too.
pub(super) fn without_trade(name: &str, page: &DocumentBlocks) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let text = &page.document.text;
    let alone = |from: usize| {
        let tail = words[from..].join(" ");
        let before = format!("{} ", words[from - 1]);
        let particle = words[from..].first().is_some_and(|word| is_particle(word));
        let free = text.match_indices(&tail).any(|(at, _)| {
            !text[..at].ends_with(&before)
                && !text[..at].ends_with(|char: char| char.is_alphanumeric() || char == '-')
        });
        (free && !particle).then_some(tail)
    };
    (1..words.len().saturating_sub(1))
        .rev()
        .find_map(alone)
        .unwrap_or_else(|| name.to_owned())
}

/// The guests that a lead or a title introduces: "Rencontre avec Claire Vasseur, directrice de …"; nobody who asks.
pub(super) fn guests(text: &str, asking: &[String]) -> Vec<String> {
    let sides = sides(text);
    let names: Vec<String> = full_names(text)
        .into_iter()
        .filter(|name| !asking.contains(name))
        .collect();
    let mut told = sides.guests;
    let open: Vec<String> = sides
        .open
        .into_iter()
        .filter(|name| !asking.contains(name))
        .collect();
    // Of two who talk, the one who is not known to ask answers.
    if let [one] = open.as_slice() {
        told.push(one.clone());
    }
    let open = if open.len() == 1 { Vec::new() } else { open };
    let lower = text.to_lowercase();
    let known: Vec<&String> = names
        .iter()
        .filter(|name| {
            let key = name.to_lowercase();
            let introduces = |(at, _): (usize, &str)| {
                let before = lower[..at].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
                introduced(before) || answers(&lower[at + key.len()..])
            };
            !open.contains(name)
                && (told.contains(name) || lower.match_indices(&key).any(introduces))
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
pub(super) fn portrayed(title: &str, page: &DocumentBlocks) -> Option<String> {
    let full = (2..=4).contains(&title.split_whitespace().count());
    let introduces = page.spoken().any(|at| {
        let words = name_keys::key(page.words(at));
        page.block(at).span.len() < 200 && PORTRAITS.iter().any(|asks| words.starts_with(asks))
    });
    let common = |word: &str| {
        let lower = word.to_lowercase();
        page.document
            .text
            .split(|char: char| !char.is_alphanumeric())
            .any(|other| other == lower)
    };
    (full
        && introduces
        && person_name_detection::is_name(title)
        && !title.split_whitespace().any(common))
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
    let ends = |before: &str| {
        INTRODUCTIONS.iter().any(|introduction| {
            before
                .strip_suffix(introduction)
                .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        })
    };
    // "Entretien avec l'accordeuse de cloches Odile Marran": a trade stands between.
    let mut rest = before;
    for _ in 0..=LONGEST_TRADE {
        if ends(rest) {
            return true;
        }
        let shorter = rest.trim_end().trim_end_matches(|char: char| {
            char.is_alphabetic() || matches!(char, '\'' | '’' | '-')
        });
        // "Interview with Tomas Rune by Nadia Kessel": she is who asks.
        let word = &rest.trim_end()[shorter.len()..];
        if shorter.len() == rest.len() || AUTHORED.contains(&word) {
            return false;
        }
        rest = shorter.trim_end();
    }
    false
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

//! Diarization labels: whether a label is a name, a role, or only one voice among several.

use super::name_forms::tidy;
use super::name_keys::key;
use super::person_name_detection::is_name;
use super::role_and_question_cues::{is_generic, role_word};
use crate::interview::Role;

/// Words that tell voices apart and name none, beside those of plain text; with a number or a letter after them.
const COUNTED: [&str; 24] = [
    "spkr",
    "sp",
    "s",
    "sprecher",
    "sprecherin",
    "hablante",
    "orador",
    "oradora",
    "parlante",
    "relatore",
    "interlocuteur",
    "interlocutrice",
    "interlocutor",
    "interlocutore",
    "person",
    "persona",
    "channel",
    "ch",
    "canal",
    "kanal",
    "track",
    "guest",
    "user",
    "agent",
];
/// Roles of telephone calls and words that several may share: no names.
const NAMELESS: [&str; 31] = [
    "agent",
    "customer",
    "caller",
    "client",
    "audience",
    "audience member",
    "crowd",
    "narrator",
    "iphone",
    "ipad",
    "zoom user",
    "android",
    "announcer",
    "operator",
    "translator",
    "interpreter",
    "male voice",
    "female voice",
    "male speaker",
    "female speaker",
    "narrateur",
    "narratrice",
    "traducteur",
    "traductrice",
    "voix off",
    "erzähler",
    "erzahler",
    "dolmetscher",
    "narrador",
    "narradora",
    "narratore",
];
/// What programs write where they do not know who speaks.
const NOBODY: [&str; 21] = [
    "unknown",
    "unknown speaker",
    "unidentified",
    "unidentified speaker",
    "unassigned",
    "no speaker",
    "inconnu",
    "unbekannt",
    "desconocido",
    "sconosciuto",
    "multiple speakers",
    "all",
    "n/a",
    "none",
    "null",
    "nan",
    "undefined",
    "not_activated",
    "uu",
    "?",
    "-",
];
/// What meeting programs add to a name in parentheses.
const ADDED: [&str; 12] = [
    "guest",
    "host",
    "co-host",
    "you",
    "me",
    "external",
    "unverified",
    "organizer",
    "organiser",
    "presenter",
    "invité",
    "gast",
];

/// What a label says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::reading) struct DiarizationLabel {
    pub(in crate::reading) name: Option<String>,
    pub(in crate::reading) role: Option<Role>,
    /// What stands beside the name: the company, the party.
    pub(in crate::reading) description: Option<String>,
}

impl DiarizationLabel {
    /// What `label` says: `Teodor Brix | Skerry Trust`, `ANN LEE (Host)`, `Interviewer`, `spk_0`.
    pub(in crate::reading) fn of(label: &str) -> Self {
        let role = role_word(label);
        if role.is_some() || is_mere_label(label) || is_nobody(label) {
            let role = role.filter(|_| !is_mere_label(label));
            return Self {
                role,
                ..Self::default()
            };
        }
        let (name, beside) = apart(label);
        let (name, beside) = match name.split_once(',') {
            Some((office, after)) if is_office(office) && is_name(after.trim()) => {
                (after.trim().to_owned(), Some(office.trim().to_owned()))
            }
            Some((last, first)) if are_names(last, first) => {
                let name = format!("{} {}", first.trim(), last.trim());
                (name, beside.map(str::to_owned))
            }
            Some((name, after)) if name.split_whitespace().count() > 1 => (
                name.trim().to_owned(),
                Some(beside.unwrap_or(after.trim()).to_owned()),
            ),
            _ => (name.to_owned(), beside.map(str::to_owned)),
        };
        let beside = beside.filter(|beside| {
            !ADDED.contains(&beside.to_lowercase().as_str()) && !is_pronouns(beside)
        });
        Self {
            name: Some(tidy(&name)),
            role: None,
            description: beside,
        }
    }
}

/// The longest label that tells a voice apart, in bytes: an identifier is about half of it.
const LONGEST: usize = 80;

/// Whether a label tells a voice apart without naming anybody: `Speaker 1`, `SPEAKER_00`, `spk_0`, `S1`, `A`.
pub(in crate::reading) fn is_mere_label(label: &str) -> bool {
    if label.len() > LONGEST {
        return false;
    }
    let key = key(label);
    let number = key.bytes().all(|byte| byte.is_ascii_digit()) && !key.is_empty();
    let numbered = role_word(label).is_none() && is_generic(label);
    let letter = key.len() == 1 && key.bytes().all(|byte| byte.is_ascii_alphabetic());
    let parted = key.rsplit_once([' ', '_', '-', '#', ':', '.']);
    let counted = match parted {
        Some((word, count)) => {
            is_count(count) && is_counted(word.trim_end_matches(['_', '-', ' ', '#']))
        }
        None => {
            let word = key.trim_end_matches(|char: char| char.is_ascii_digit());
            word.len() < key.len() && is_counted(word)
        }
    };
    // Programs tell voices apart by identifiers of theirs too.
    let identifier = key.len() >= 16
        && key.bytes().any(|byte| byte.is_ascii_digit())
        && key
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    number || identifier || letter || numbered || counted || NAMELESS.contains(&key.as_str())
}

/// A number, or a letter alone.
fn is_count(text: &str) -> bool {
    !text.is_empty()
        && (text.bytes().all(|byte| byte.is_ascii_digit())
            || (text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_alphabetic())))
}

fn is_counted(word: &str) -> bool {
    COUNTED.contains(&word) || (is_generic(word) && word.len() > 1)
}

/// Whether a label says that nobody knows who speaks.
pub(in crate::reading) fn is_nobody(label: &str) -> bool {
    let lower = label.trim().to_lowercase();
    let lower = lower.trim_matches(['(', ')', '[', ']']);
    lower.is_empty() || lower == "speaker ?" || NOBODY.contains(&lower)
}

/// A name and what stands beside it, after a bar or in parentheses at the end.
fn apart(label: &str) -> (&str, Option<&str>) {
    let label = label.trim().trim_end_matches([':', '：']).trim();
    let (name, beside) = match label.split_once('|') {
        Some((name, beside)) => (name.trim(), Some(beside.trim())),
        None => dashed(label).map_or((label, None), |(name, beside)| (name, Some(beside))),
    };
    let pairs = [('(', ')'), ('[', ']'), ('（', '）')];
    for (open, close) in pairs {
        if let Some((before, inside)) = name
            .strip_suffix(close)
            .and_then(|name| name.rsplit_once(open))
            && !before.trim().is_empty()
        {
            return (before.trim(), beside.or(Some(inside.trim())));
        }
    }
    let whole = if name.is_empty() { label } else { name };
    (
        whole,
        beside.filter(|beside| !beside.is_empty() && !name.is_empty()),
    )
}

/// Whether a comma stands between a surname and forenames, as directories write them: `Brix, Teodor`.
fn are_names(last: &str, first: &str) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    words(last) == 1 && (1..=2).contains(&words(first)) && is_name(last) && is_name(first.trim())
}

/// A full name and what stands after a dash: `Teodor Brix - Skerry Trust`.
fn dashed(label: &str) -> Option<(&str, &str)> {
    let cut = [" - ", " – ", " — "]
        .iter()
        .find_map(|dash| label.split_once(dash))?;
    let full = cut.0.split_whitespace().count() > 1 && is_name(cut.0.trim());
    full.then(|| (cut.0.trim(), cut.1.trim()))
}

/// Whether words name an office and nobody: "The Chair", "Le président".
fn is_office(text: &str) -> bool {
    const OPENINGS: [&str; 18] = [
        "the",
        "der",
        "die",
        "le",
        "la",
        "el",
        "il",
        "chair",
        "chairman",
        "chairwoman",
        "president",
        "minister",
        "secretary",
        "senator",
        "judge",
        "professor",
        "mayor",
        "director",
    ];
    let first = key(text).split_whitespace().next().map(str::to_owned);
    first.is_some_and(|first| OPENINGS.contains(&first.as_str()))
}

/// `she/her`, `il/lui`.
fn is_pronouns(text: &str) -> bool {
    text.contains('/') && text.split('/').all(|part| part.trim().chars().count() <= 6)
}

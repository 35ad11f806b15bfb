//! Diarization labels: whether a label is a name, a role, or only one voice among several.

use std::collections::{HashMap, HashSet};

use super::explicit_structure::{Known, known};
use super::name_keys::{self, key};
use super::person_name_detection::is_name;
use super::role_and_question_cues::{is_generic, role_word};
use super::role_inference::{self, SpeakerHabits};
use super::speaker_resolution::{same, tidy, words};
use crate::interview::{Role, Speaker};
use crate::reading::Origin;
use crate::reading::attribution_basis::{RoleBasis, RoleSign};
use crate::reading::document::{AttributedSpeech, Document};
use crate::reading::facts::Facts;
use crate::reading::participants::Participant;

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

/// Whether a label tells a voice apart without naming anybody: `Speaker 1`, `SPEAKER_00`, `spk_0`, `S1`, `A`.
pub(in crate::reading) fn is_mere_label(label: &str) -> bool {
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

/// Whether a label is the name of one of these people, a shorter form of it, or a word for a role.
pub(in crate::reading) fn is_called(label: &str, people: &[Participant]) -> bool {
    let name = words(&key(label));
    role_word(label).is_some()
        || people
            .iter()
            .any(|person| same(&name, &words(&key(&person.name))))
}

/// Who speaks: each label once, however often it comes back.
pub(super) struct DeclaredSpeakers {
    pub(super) speakers: Vec<Speaker>,
    /// The speaker of each of what is said.
    pub(super) of_said: Vec<Option<usize>>,
    /// The labels of each speaker, as the file has them.
    pub(super) labels: Vec<Vec<String>>,
    /// What says the role of each speaker, where something does.
    told_by: Vec<Option<RoleBasis>>,
}

impl DeclaredSpeakers {
    pub(super) fn of(said: &[AttributedSpeech], facts: &Facts) -> Self {
        let labels: HashSet<String> = said
            .iter()
            .filter_map(|said| said.speaker.as_deref())
            .map(name_keys::key)
            .collect();
        let mut voices = Self {
            speakers: Vec::new(),
            of_said: Vec::with_capacity(said.len()),
            labels: Vec::new(),
            told_by: Vec::new(),
        };
        let mut keys: HashMap<(String, Option<Role>), usize> = HashMap::new();
        for said in said {
            let label = said.speaker.as_deref().filter(|label| !is_nobody(label));
            let speaker = label.map(|label| {
                let key = (name_keys::key(label), said.role);
                *keys.entry(key).or_insert_with(|| {
                    let known = known(label, said.role, facts, &labels);
                    voices.take(label, known)
                })
            });
            voices.of_said.push(speaker);
        }
        voices
    }
}

impl DeclaredSpeakers {
    /// The place of the speaker of a label: of the one whom an owner names under another label too, else a new one.
    fn take(&mut self, label: &str, known: Known) -> usize {
        let named = known.is_by_owner && known.speaker.name.is_some();
        let same = |at: &usize| named && self.speakers[*at] == known.speaker;
        let at = (0..self.speakers.len()).find(same).unwrap_or_else(|| {
            self.speakers.push(known.speaker);
            self.told_by.push(known.told_by);
            self.labels.push(Vec::new());
            self.speakers.len() - 1
        });
        self.labels[at].push(label.to_owned());
        at
    }

    /// Whether an owner says who asks and who answers in a sidecar, which wins over what the file says.
    pub(super) fn is_settled(&self, speaker: usize) -> bool {
        self.told_by[speaker] == Some(RoleBasis::Facts(Origin::Sidecar))
    }

    /// What the role of a speaker rests on, when all of them are settled.
    pub(super) fn role_basis(&self, speaker: usize) -> RoleBasis {
        let sign = match self.speakers[speaker].role {
            None => RoleSign::Nothing,
            Some(_) => RoleSign::Behaviour,
        };
        self.told_by[speaker].unwrap_or(RoleBasis::Sign(sign))
    }
}

impl DeclaredSpeakers {
    /// Gives those a role of whom nothing says it. Where nobody of them asks as an interviewer does, they talk as
    /// equals, and none has one.
    pub(super) fn settle(
        &mut self,
        habits: &[SpeakerHabits],
        asking: &[bool],
        facts: &Facts,
        warnings: &mut Vec<String>,
    ) {
        let open: Vec<usize> = (0..self.speakers.len())
            .filter(|&at| self.speakers[at].role.is_none())
            .collect();
        role_inference::settle(
            &mut self.speakers,
            habits,
            facts.outlet.as_deref(),
            warnings,
        );
        let asks = |&at: &usize| self.speakers[at].role == Some(Role::Interviewer);
        let equals = open.len() > 1
            && open.iter().any(asks)
            && !open
                .iter()
                .filter(|at| asks(at))
                .any(|&at| role_inference::conducts(habits[at]) || asking[at]);
        if equals {
            for at in open {
                self.speakers[at].role = None;
            }
            warnings.push(
                "nobody seems to be the interviewer: everybody is quoted, without a role; if somebody is, name \
                 them in a sidecar file"
                    .to_owned(),
            );
        } else if let [one, other] = open.as_slice()
            && self.speakers.len() == 2
        {
            self.name(&[*one, *other], facts);
        }
    }

    /// Names two voices without a name as the only two who are known to ask and to answer.
    fn name(&mut self, voices: &[usize], facts: &Facts) {
        if voices.iter().any(|&at| self.speakers[at].name.is_some()) {
            return;
        }
        for &at in voices {
            let role = self.speakers[at].role;
            let known = facts
                .people
                .iter()
                .filter(|person| person.role.is_some() && person.role == role)
                .filter(|person| !person.name.is_empty());
            if let Some(person) = only(known) {
                self.speakers[at].name = Some(person.name.clone());
                self.speakers[at]
                    .description
                    .clone_from(&person.description);
            }
        }
    }
}

pub(super) fn words_of<'a>(document: &'a Document, said: &AttributedSpeech) -> &'a str {
    document
        .text
        .get(said.span.start..said.span.end)
        .unwrap_or_default()
}

pub(super) fn only<'a>(
    mut found: impl Iterator<Item = &'a Participant>,
) -> Option<&'a Participant> {
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

/// The only person that a name is, or is a shorter form of; not who speaks under the full name beside it.
pub(super) fn person_called<'a>(
    name: &str,
    facts: &'a Facts,
    labels: &HashSet<String>,
) -> Option<&'a Participant> {
    let key = name_keys::key(name);
    let people = || facts.people.iter();
    if let Some(exact) = people().find(|person| name_keys::key(&person.name) == key) {
        return Some(exact);
    }
    let name = words(&key);
    only(people().filter(|person| {
        let full = name_keys::key(&person.name);
        same(&name, &words(&full)) && !labels.contains(&full)
    }))
}

pub(super) fn is_label_of(person: &Participant, label: &str) -> bool {
    let key = name_keys::key(label);
    person
        .labels
        .iter()
        .any(|label| name_keys::key(label) == key)
}

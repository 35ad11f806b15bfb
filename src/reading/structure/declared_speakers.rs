//! Declared speakers: who speaks where the file itself says it, each label once.

use std::collections::{HashMap, HashSet};

use super::diarization_labels::{DiarizationLabel, is_nobody};
use super::name_forms::{same, words};
use super::name_keys::{self, key};
use super::person_name_detection::is_phrase;
use super::role_and_question_cues::role_word;
use super::role_inference::{self, SpeakerHabits};
use crate::interview::{Role, Speaker};
use crate::reading::Origin;
use crate::reading::attribution_basis::{RoleBasis, RoleSign};
use crate::reading::document::AttributedSpeech;
use crate::reading::facts::Facts;
use crate::reading::participants::Participant;

/// Who speaks: each label once, however often it comes back.
pub(super) struct DeclaredSpeakers {
    pub(super) speakers: Vec<Speaker>,
    /// The speaker of each of what is said.
    pub(super) of_said: Vec<Option<usize>>,
    /// The labels of each speaker, as the file has them.
    pub(super) labels: Vec<Vec<String>>,
    /// The labels that name nobody, as the file has them: who speaks under them is not known.
    pub(super) no_names: Vec<String>,
    /// What says the role of each speaker, where something does.
    told_by: Vec<Option<RoleBasis>>,
}

/// The most turns of a label that may be words before a colon, which a program took for a speaker.
const FEW_TURNS: usize = 2;

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
            no_names: no_names(said, facts, &labels),
            told_by: Vec::new(),
        };
        let mut keys: HashMap<(String, Option<Role>), usize> = HashMap::new();
        for said in said {
            let named = |label: &&str| {
                !is_nobody(label) && voices.no_names.iter().all(|nobody| nobody != label)
            };
            let label = said.speaker.as_deref().filter(named);
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

/// The labels that speak once or twice among others and are phrases, as a program takes them for speakers that looks for
/// a colon only: "The answer: nobody." What an owner or the file names is a name.
fn no_names(said: &[AttributedSpeech], facts: &Facts, labels: &HashSet<String>) -> Vec<String> {
    let mut turns: HashMap<&str, usize> = HashMap::new();
    for label in said.iter().filter_map(|said| said.speaker.as_deref()) {
        *turns.entry(label).or_default() += 1;
    }
    let is_phrase = |label: &str| {
        let voice = DiarizationLabel::of(label);
        let name = voice.name.filter(|_| voice.role.is_none());
        name.is_some_and(|name| is_phrase(&name) && person_called(&name, facts, labels).is_none())
            && !facts.people.iter().any(|person| is_label_of(person, label))
    };
    let mut found: Vec<String> = turns
        .iter()
        .filter(|(label, turns)| **turns <= FEW_TURNS && is_phrase(label))
        .map(|(label, _)| (*label).to_owned())
        .collect();
    if found.len() == turns.len() {
        found.clear();
    }
    found.sort_unstable();
    found
}

/// Who a label stands for.
struct Known {
    speaker: Speaker,
    /// What says the role, where something does.
    told_by: Option<RoleBasis>,
    /// Whether an owner names the speaker in a sidecar.
    is_by_owner: bool,
}

/// Who a label stands for, by what it says and by what is known of the people.
fn known(label: &str, role: Option<Role>, facts: &Facts, labels: &HashSet<String>) -> Known {
    let voice = DiarizationLabel::of(label);
    let person = facts
        .people
        .iter()
        .find(|person| is_label_of(person, label))
        .or_else(|| match (&voice.name, voice.role) {
            (Some(name), _) => person_called(name, facts, labels),
            (None, Some(role)) => only(
                facts
                    .people
                    .iter()
                    .filter(|person| person.role == Some(role)),
            ),
            (None, None) => None,
        });
    let known = person.cloned().unwrap_or_default();
    let is_by_owner = known.origin == Some(Origin::Sidecar);
    let said = role.filter(|_| !known.is_settled());
    let by = [
        (said, RoleBasis::Sign(RoleSign::Data)),
        (
            known.role,
            RoleBasis::Facts(known.origin.unwrap_or(Origin::Text)),
        ),
        (voice.role, RoleBasis::Sign(RoleSign::Label)),
    ];
    let told_by = by.into_iter().find_map(|(role, by)| role.map(|_| by));
    let speaker = Speaker {
        name: Some(known.name)
            .filter(|name| !name.is_empty())
            .or(voice.name),
        role: said.or(known.role).or(voice.role),
        description: known.description.or(voice.description),
    };
    Known {
        speaker,
        told_by,
        is_by_owner,
    }
}

fn only<'a>(mut found: impl Iterator<Item = &'a Participant>) -> Option<&'a Participant> {
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

/// The only person that a name is, or is a shorter form of; not who speaks under the full name beside it.
fn person_called<'a>(
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

fn is_label_of(person: &Participant, label: &str) -> bool {
    let key = name_keys::key(label);
    person
        .labels
        .iter()
        .any(|label| name_keys::key(label) == key)
}

/// Whether a label is the name of one of these people, a shorter form of it, or a word for a role.
pub(in crate::reading) fn is_called(label: &str, people: &[Participant]) -> bool {
    let name = words(&key(label));
    role_word(label).is_some()
        || people
            .iter()
            .any(|person| same(&name, &words(&key(&person.name))))
}

//! Structure that the file itself has: who says what is data. What is left to infer is who asks, and only where the
//! file does not say it.

use std::collections::{HashMap, HashSet};

use super::people::{same, words};
use super::roles::{self, Habits};
use super::told_certainty::{confidence, doubt};
use super::voices::{self, Voice};
use super::{Structure, names, turns, wording};
use crate::interview::{Exchange, Role, Speaker, Turn};
use crate::reading::Origin;
use crate::reading::attribution_basis::{Basis, RoleBasis, RoleSign, SpeakerBasis};
use crate::reading::format::{Document, Said};
use crate::reading::metadata::{Facts, Person};
use crate::reading::noise::{self, Reason};

/// Turns as they are told, and an exchange for each question and what follows it.
pub(super) fn build(document: &Document, facts: &Facts) -> Structure {
    let said = &document.said;
    let mut people = Voices::of(said, facts);
    let mut structure = Structure::default();
    let habits = habits(document, &people);
    let asking = asking_words(document, &people);
    people.settle(&habits, &asking, facts, &mut structure.warnings);
    for (said, speaker) in said.iter().zip(&people.of_said) {
        let role = speaker.and_then(|speaker| people.speakers[speaker].role);
        let settled = speaker.is_some_and(|speaker| people.is_settled(speaker));
        let told = said.role.filter(|_| !settled);
        structure.turns.push(Turn {
            speaker: *speaker,
            role: told.or(role),
            span: said.span,
        });
        structure.bases.push(Basis {
            speaker: match speaker {
                Some(_) => SpeakerBasis::Data,
                None => SpeakerBasis::Nothing,
            },
            role: match (told, speaker) {
                (Some(_), _) => RoleBasis::Sign(RoleSign::Data),
                (None, Some(speaker)) => people.role_basis(*speaker),
                (None, None) => RoleBasis::Sign(RoleSign::Nothing),
            },
        });
    }
    structure.exchanges = exchanges(said, &structure.turns);
    structure.speakers.clone_from(&people.speakers);
    structure.confidence = if structure.is_settled() {
        1.0
    } else {
        confidence(document, &structure)
    };
    let warned = doubt(document, &mut structure, &people);
    structure.warnings.extend(warned);
    structure.labels = people.labels;
    structure.dropped = dropped(document);
    structure
}

/// Who speaks: each label once, however often it comes back.
pub(super) struct Voices {
    pub(super) speakers: Vec<Speaker>,
    /// The speaker of each of what is said.
    pub(super) of_said: Vec<Option<usize>>,
    /// The labels of each speaker, as the file has them.
    labels: Vec<Vec<String>>,
    /// What says the role of each speaker, where something does.
    told_by: Vec<Option<RoleBasis>>,
}

impl Voices {
    fn of(said: &[Said], facts: &Facts) -> Self {
        let labels: HashSet<String> = said
            .iter()
            .filter_map(|said| said.speaker.as_deref())
            .map(names::key)
            .collect();
        let mut voices = Self {
            speakers: Vec::new(),
            of_said: Vec::with_capacity(said.len()),
            labels: Vec::new(),
            told_by: Vec::new(),
        };
        let mut keys: HashMap<(String, Option<Role>), usize> = HashMap::new();
        for said in said {
            let label = said
                .speaker
                .as_deref()
                .filter(|label| !voices::is_nobody(label));
            let speaker = label.map(|label| {
                let key = (names::key(label), said.role);
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

impl Voices {
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
    fn is_settled(&self, speaker: usize) -> bool {
        self.told_by[speaker] == Some(RoleBasis::Facts(Origin::Sidecar))
    }

    /// What the role of a speaker rests on, when all of them are settled.
    fn role_basis(&self, speaker: usize) -> RoleBasis {
        let sign = match self.speakers[speaker].role {
            None => RoleSign::Nothing,
            Some(_) => RoleSign::Behaviour,
        };
        self.told_by[speaker].unwrap_or(RoleBasis::Sign(sign))
    }
}

impl Voices {
    /// Gives those a role of whom nothing says it. Where nobody of them asks as an interviewer does, they talk as
    /// equals, and none has one.
    fn settle(
        &mut self,
        habits: &[Habits],
        asking: &[bool],
        facts: &Facts,
        warnings: &mut Vec<String>,
    ) {
        let open: Vec<usize> = (0..self.speakers.len())
            .filter(|&at| self.speakers[at].role.is_none())
            .collect();
        roles::settle(
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
                .any(|&at| roles::conducts(habits[at]) || asking[at]);
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
    let voice = Voice::of(label);
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

fn is_label_of(person: &Person, label: &str) -> bool {
    let key = names::key(label);
    person.labels.iter().any(|label| names::key(label) == key)
}

/// The only person that a name is, or is a shorter form of; not who speaks under the full name beside it.
fn person_called<'a>(name: &str, facts: &'a Facts, labels: &HashSet<String>) -> Option<&'a Person> {
    let key = names::key(name);
    let people = || facts.people.iter();
    if let Some(exact) = people().find(|person| names::key(&person.name) == key) {
        return Some(exact);
    }
    let name = words(&key);
    only(people().filter(|person| {
        let full = names::key(&person.name);
        same(&name, &words(&full)) && !labels.contains(&full)
    }))
}

fn only<'a>(mut found: impl Iterator<Item = &'a Person>) -> Option<&'a Person> {
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

pub(super) fn words_of<'a>(document: &'a Document, said: &Said) -> &'a str {
    document
        .text
        .get(said.span.start..said.span.end)
        .unwrap_or_default()
}

fn habits(document: &Document, people: &Voices) -> Vec<Habits> {
    let mut habits = vec![Habits::default(); people.speakers.len()];
    for (at, (said, speaker)) in document.said.iter().zip(&people.of_said).enumerate() {
        if let Some(speaker) = speaker {
            habits[*speaker].take(at, words_of(document, said));
        }
    }
    habits
}

/// As [`turns::exchanges`], but that what stands apart is an exchange of its own.
fn exchanges(said: &[Said], all: &[Turn]) -> Vec<Exchange> {
    let mut exchanges = Vec::new();
    let mut from = 0;
    let apart = (1..all.len()).filter(|&at| said[at].apart);
    for to in apart.chain([all.len()]) {
        exchanges.extend(turns::exchanges(&all[from..to], from));
        from = to;
    }
    exchanges.retain(|exchange| !exchange.answer.is_empty());
    exchanges
}

/// What nobody says: blocks outside every turn.
fn dropped(document: &Document) -> Vec<(crate::interview::Span, Reason)> {
    let mut said = document.said.iter().peekable();
    let mut dropped = Vec::new();
    for block in &document.blocks {
        while said
            .next_if(|said| said.span.end <= block.span.start)
            .is_some()
        {}
        let spoken = said
            .peek()
            .is_some_and(|said| said.span.start < block.span.end);
        if !spoken {
            let reason = noise::reason(document.words(block)).unwrap_or(Reason::Note);
            dropped.push((block.span, reason));
        }
    }
    dropped
}

/// Whether most turns of each voice begin as questions do, in speech without question marks.
fn asking_words(document: &Document, people: &Voices) -> Vec<bool> {
    let mut counts = vec![(0, 0); people.speakers.len()];
    if !document.text.contains(['?', '？', '؟']) {
        for (said, speaker) in document.said.iter().zip(&people.of_said) {
            if let Some(speaker) = speaker {
                counts[*speaker].0 += usize::from(wording::opens_asking(words_of(document, said)));
                counts[*speaker].1 += 1;
            }
        }
    }
    counts
        .into_iter()
        .map(|(asked, turns)| asked > 1 && asked * 2 > turns)
        .collect()
}

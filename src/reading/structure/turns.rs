//! Turns: the parts of a document that one voice says in a row, their roles, and the exchanges that
//! they make.

use std::collections::HashMap;

use super::page::Page;
use super::people::{People, Whose};
use super::roles::{self, Habits};
use super::{Manner, Part, Reading, Structure, Voice, speaker_and_role_basis as bases};
use crate::interview::{Exchange, Role, Span, Turn};
use crate::reading::attribution_basis::{Basis, RoleBasis, RoleSign, SpeakerBasis};
use crate::reading::metadata::Facts;
use crate::reading::noise::Reason;

/// Who says a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Member(usize),
    /// One of a group, nobody can tell which.
    OneOf(usize),
    /// Nobody can tell.
    Someone,
}

struct Said {
    who: Who,
    span: Span,
    basis: SpeakerBasis,
}

/// Turns out of parts, roles out of turns, exchanges out of roles.
pub(super) fn build(page: &Page, reading: &Reading, facts: &Facts) -> Structure {
    let mut people = reading.people.clone();
    let speaks = |voice| reading.parts.iter().any(|part| part.voice == voice);
    let asked = speaks(Voice::Asker);
    let asker = asked.then(|| people.unnamed(Role::Interviewer));
    let answerer = speaks(Voice::Answerer).then(|| people.unnamed(Role::Guest));
    let said = say(page, reading, asker, answerer);
    let mut warnings = Vec::new();
    if said.iter().any(|said| matches!(said.who, Who::OneOf(_))) {
        warnings.push(
            "several speakers share a name: turns with that name are left unnamed".to_owned(),
        );
    }
    let habits = habits(page, &said, people.members.len());
    if asked {
        for (speaker, habit) in people.members.iter_mut().zip(&habits) {
            if habit.turns > 0 && speaker.role.is_none() {
                speaker.role = Some(Role::Guest);
            }
        }
    }
    roles::settle(
        &mut people.members,
        &habits,
        facts.outlet.as_deref(),
        &mut warnings,
    );
    if matches!(reading.manner, Manner::Labels) {
        let given = &reading.people.members;
        roles::level(&mut people.members, given, &habits);
    }
    let mut structure = finish(&people, &said);
    let roles = bases::roles(&people, reading, facts, (asker, answerer));
    structure.bases = said
        .iter()
        .map(|said| Basis {
            speaker: said.basis,
            role: match said.who {
                Who::Member(member) => roles[member],
                Who::OneOf(_) | Who::Someone => RoleBasis::Sign(RoleSign::Nothing),
            },
        })
        .collect();
    structure.dropped = dropped(page, &reading.parts);
    structure.warnings = warnings;
    structure
}

/// Joins the parts that one voice says in a row; noise between two of them keeps them apart.
fn say(page: &Page, reading: &Reading, asker: Option<usize>, answerer: Option<usize>) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    let mut speaking: Option<Who> = None;
    let mut joined = false;
    let mut basis = SpeakerBasis::Nothing;
    for (at, part) in reading.parts.iter().enumerate() {
        basis = bases::of_speaker(page, reading, at).unwrap_or(basis);
        let who = match part.voice {
            Voice::Member(Whose::One(member)) => Some(Who::Member(member)),
            Voice::Member(Whose::OneOf(group)) => Some(Who::OneOf(group)),
            Voice::Asker => asker.map(Who::Member),
            Voice::Answerer => answerer.map(Who::Member),
            Voice::Someone => Some(Who::Someone),
            Voice::Same => speaking,
            Voice::Nobody(_) => {
                joined = false;
                continue;
            }
        };
        let Some(who) = who else { continue };
        let again = joined && speaking == Some(who) && !matches!(part.voice, Voice::Member(_));
        speaking = Some(who);
        let span = part.span.trimmed(&page.document.text);
        match said.last_mut() {
            Some(last) if again => last.span.end = span.end.max(last.span.end),
            _ if !span.is_empty() => said.push(Said { who, span, basis }),
            _ => {
                joined = false;
                continue;
            }
        }
        joined = true;
    }
    said
}

fn habits(page: &Page, said: &[Said], speakers: usize) -> Vec<Habits> {
    let mut habits = vec![Habits::default(); speakers];
    for (at, said) in said.iter().enumerate() {
        if let Who::Member(speaker) = said.who {
            let words = page
                .document
                .text
                .get(said.span.start..said.span.end)
                .unwrap_or_default();
            habits[speaker].take(at, words);
        }
    }
    habits
}

/// Keeps those who speak, in the order of their first turn, and pairs questions with answers.
fn finish(people: &People, said: &[Said]) -> Structure {
    let mut place: HashMap<usize, usize> = HashMap::new();
    let mut speakers = Vec::new();
    let mut labels = Vec::new();
    let mut turns = Vec::with_capacity(said.len());
    for said in said {
        let (speaker, role) = match said.who {
            Who::Member(member) => {
                let place = *place.entry(member).or_insert_with(|| {
                    speakers.push(people.members[member].clone());
                    labels.push(people.labels_of(member).map(str::to_owned).collect());
                    speakers.len() - 1
                });
                (Some(place), people.members[member].role)
            }
            Who::OneOf(group) => (None, role_of(people, group)),
            Who::Someone => (None, None),
        };
        turns.push(Turn {
            speaker,
            role,
            span: said.span,
        });
    }
    let exchanges = exchanges(&turns, 0);
    Structure {
        speakers,
        turns,
        exchanges,
        labels,
        ..Structure::default()
    }
}

/// The role that all of a group have, where they have one.
fn role_of(people: &People, group: usize) -> Option<Role> {
    let mut roles = people.groups[group]
        .iter()
        .map(|&member| people.members[member].role);
    let first = roles.next()??;
    roles.all(|role| role == Some(first)).then_some(first)
}

/// Questions with what follows them up to the next: the answers of guests, and words of which nobody knows
/// whose they are.
/// The first of the turns is number `from`.
pub(super) fn exchanges(turns: &[Turn], from: usize) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    for (at, turn) in turns.iter().enumerate() {
        let at = from + at;
        if turn.role == Some(Role::Interviewer) {
            match exchanges.last_mut() {
                Some(last) if last.answer.is_empty() => last.question.push(at),
                _ => exchanges.push(Exchange {
                    question: vec![at],
                    answer: Vec::new(),
                }),
            }
        } else {
            match exchanges.last_mut() {
                Some(last) => last.answer.push(at),
                None => exchanges.push(Exchange {
                    question: Vec::new(),
                    answer: vec![at],
                }),
            }
        }
    }
    exchanges
}

/// What nobody says: blocks of no voice, and the labels before the words of the others.
fn dropped(page: &Page, parts: &[Part]) -> Vec<(Span, Reason)> {
    let mut dropped = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let block = page.block(at).span;
        if let Voice::Nobody(reason) = part.voice {
            dropped.push((block, reason));
        } else if part.span.start > block.start {
            dropped.push((Span::new(block.start, part.span.start), Reason::Label));
        }
    }
    dropped
}

//! Turns and exchanges, built from the parts of a hypothesis.

use std::collections::HashMap;

use super::block_features::DocumentBlocks;
use super::hypothesis::{BlockSpeaker, Hypothesis, HypothesisKind, SpokenPart};
use super::inferred_structure::Structure;
use super::role_inference::{self, SpeakerHabits};
use super::speaker_and_role_basis as bases;
use super::speaker_resolution::{LabelOwner, SpeakerDirectory};
use crate::interview::{Exchange, Role, Span, Turn};
use crate::reading::attribution_basis::{Basis, RoleBasis, RoleSign, SpeakerBasis};
use crate::reading::facts::Facts;
use crate::reading::noise_lines::NoiseKind;

/// Who says a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TurnSpeaker {
    Member(usize),
    /// One of a group, nobody can tell which.
    OneOf(usize),
    /// Nobody can tell.
    Someone,
}

struct TurnPart {
    who: TurnSpeaker,
    span: Span,
    basis: SpeakerBasis,
}

/// Turns out of parts, roles out of turns, exchanges out of roles.
pub(super) fn build(page: &DocumentBlocks, reading: &Hypothesis, facts: &Facts) -> Structure {
    let mut people = reading.people.clone();
    let speaks = |voice| reading.parts.iter().any(|part| part.voice == voice);
    let asked = speaks(BlockSpeaker::Asker);
    let asker = asked.then(|| people.unnamed(Role::Interviewer));
    let answerer = speaks(BlockSpeaker::Answerer).then(|| people.unnamed(Role::Guest));
    let said = say(page, reading, asker, answerer);
    let mut warnings = Vec::new();
    if said
        .iter()
        .any(|said| matches!(said.who, TurnSpeaker::OneOf(_)))
    {
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
    role_inference::settle(
        &mut people.members,
        &habits,
        facts.outlet.as_deref(),
        &mut warnings,
    );
    if matches!(reading.manner, HypothesisKind::Labels) {
        let given = &reading.people.members;
        role_inference::level(&mut people.members, given, &habits);
    }
    let mut structure = finish(&people, &said);
    let roles = bases::roles(&people, reading, facts, (asker, answerer));
    structure.bases = said
        .iter()
        .map(|said| Basis {
            speaker: said.basis,
            role: match said.who {
                TurnSpeaker::Member(member) => roles[member],
                TurnSpeaker::OneOf(_) | TurnSpeaker::Someone => RoleBasis::Sign(RoleSign::Nothing),
            },
        })
        .collect();
    structure.dropped = dropped(page, &reading.parts);
    structure.warnings = warnings;
    structure
}

/// Joins the parts that one voice says in a row; noise between two of them keeps them apart.
fn say(
    page: &DocumentBlocks,
    reading: &Hypothesis,
    asker: Option<usize>,
    answerer: Option<usize>,
) -> Vec<TurnPart> {
    let mut said: Vec<TurnPart> = Vec::new();
    let mut speaking: Option<TurnSpeaker> = None;
    let mut joined = false;
    let mut basis = SpeakerBasis::Nothing;
    for (at, part) in reading.parts.iter().enumerate() {
        basis = bases::of_speaker(page, reading, at).unwrap_or(basis);
        let who = match part.voice {
            BlockSpeaker::Member(LabelOwner::One(member)) => Some(TurnSpeaker::Member(member)),
            BlockSpeaker::Member(LabelOwner::OneOf(group)) => Some(TurnSpeaker::OneOf(group)),
            BlockSpeaker::Asker => asker.map(TurnSpeaker::Member),
            BlockSpeaker::Answerer => answerer.map(TurnSpeaker::Member),
            BlockSpeaker::Someone => Some(TurnSpeaker::Someone),
            BlockSpeaker::Same => speaking,
            BlockSpeaker::Nobody(_) => {
                joined = false;
                continue;
            }
        };
        let Some(who) = who else { continue };
        let again =
            joined && speaking == Some(who) && !matches!(part.voice, BlockSpeaker::Member(_));
        speaking = Some(who);
        let span = part.span.trimmed(&page.document.text);
        match said.last_mut() {
            Some(last) if again => last.span.end = span.end.max(last.span.end),
            _ if !span.is_empty() => said.push(TurnPart { who, span, basis }),
            _ => {
                joined = false;
                continue;
            }
        }
        joined = true;
    }
    said
}

fn habits(page: &DocumentBlocks, said: &[TurnPart], speakers: usize) -> Vec<SpeakerHabits> {
    let mut habits = vec![SpeakerHabits::default(); speakers];
    for (at, said) in said.iter().enumerate() {
        if let TurnSpeaker::Member(speaker) = said.who {
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
fn finish(people: &SpeakerDirectory, said: &[TurnPart]) -> Structure {
    let mut place: HashMap<usize, usize> = HashMap::new();
    let mut speakers = Vec::new();
    let mut labels = Vec::new();
    let mut turns = Vec::with_capacity(said.len());
    for said in said {
        let (speaker, role) = match said.who {
            TurnSpeaker::Member(member) => {
                let place = *place.entry(member).or_insert_with(|| {
                    speakers.push(people.members[member].clone());
                    labels.push(people.labels_of(member).map(str::to_owned).collect());
                    speakers.len() - 1
                });
                (Some(place), people.members[member].role)
            }
            TurnSpeaker::OneOf(group) => (None, role_of(people, group)),
            TurnSpeaker::Someone => (None, None),
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
fn role_of(people: &SpeakerDirectory, group: usize) -> Option<Role> {
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
fn dropped(page: &DocumentBlocks, parts: &[SpokenPart]) -> Vec<(Span, NoiseKind)> {
    let mut dropped = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let block = page.block(at).span;
        if let BlockSpeaker::Nobody(reason) = part.voice {
            dropped.push((block, reason));
        } else if part.span.start > block.start {
            dropped.push((Span::new(block.start, part.span.start), NoiseKind::Label));
        }
    }
    dropped
}

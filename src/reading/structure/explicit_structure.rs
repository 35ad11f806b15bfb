//! Explicit structure: the file itself says who speaks. What is left to infer is who asks, and only where the file does
//! not say it.

use super::declared_speakers::DeclaredSpeakers;
use super::explicit_structure_confidence::{confidence, doubt};
use super::inferred_structure::Structure;
use super::role_inference::SpeakerHabits;
use super::{role_and_question_cues, turns_and_exchanges};
use crate::interview::{Exchange, Turn};
use crate::reading::attribution_basis::{Basis, RoleBasis, RoleSign, SpeakerBasis};
use crate::reading::document::{AttributedSpeech, Document};
use crate::reading::facts::Facts;
use crate::reading::noise_lines::{self, NoiseKind};

/// Turns as they are told, and an exchange for each question and what follows it.
pub(super) fn explicit_structure(document: &Document, facts: &Facts) -> Structure {
    let said = &document.said;
    let mut people = DeclaredSpeakers::of(said, facts);
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

fn habits(document: &Document, people: &DeclaredSpeakers) -> Vec<SpeakerHabits> {
    let mut habits = vec![SpeakerHabits::default(); people.speakers.len()];
    for (at, (said, speaker)) in document.said.iter().zip(&people.of_said).enumerate() {
        if let Some(speaker) = speaker {
            habits[*speaker].take(at, document.speech(said));
        }
    }
    habits
}

/// As [`turns_and_exchanges::exchanges`], but that what stands apart is an exchange of its own.
fn exchanges(said: &[AttributedSpeech], all: &[Turn]) -> Vec<Exchange> {
    let mut exchanges = Vec::new();
    let mut from = 0;
    let apart = (1..all.len()).filter(|&at| said[at].apart);
    for to in apart.chain([all.len()]) {
        exchanges.extend(turns_and_exchanges::exchanges(&all[from..to], from));
        from = to;
    }
    exchanges.retain(|exchange| !exchange.answer.is_empty());
    exchanges
}

/// What nobody says: blocks outside every turn.
fn dropped(document: &Document) -> Vec<(crate::interview::Span, NoiseKind)> {
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
            let reason = noise_lines::reason(document.words(block)).unwrap_or(NoiseKind::Note);
            dropped.push((block.span, reason));
        }
    }
    dropped
}

/// Whether most turns of each voice begin as questions do, in speech without question marks.
fn asking_words(document: &Document, people: &DeclaredSpeakers) -> Vec<bool> {
    let mut counts = vec![(0, 0); people.speakers.len()];
    if !document.text.contains(['?', '？', '؟']) {
        for (said, speaker) in document.said.iter().zip(&people.of_said) {
            if let Some(speaker) = speaker {
                counts[*speaker].0 +=
                    usize::from(role_and_question_cues::opens_asking(document.speech(said)));
                counts[*speaker].1 += 1;
            }
        }
    }
    counts
        .into_iter()
        .map(|(asked, turns)| asked > 1 && asked * 2 > turns)
        .collect()
}

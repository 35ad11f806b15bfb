//! Reasons for low confidence in a structure.

use std::collections::HashMap;

use super::block_features::DocumentBlocks;
use super::hypothesis::{BlockSpeaker, Hypothesis};
use super::inferred_structure::Structure;
use super::name_forms::{same, words};
use super::{name_keys, role_and_question_cues};
use crate::interview::{Role, Span};
use crate::language::sentences;
use crate::reading::document::Document;
use crate::reading::facts::Facts;
use crate::reading::noise_lines::NoiseKind;

/// How sure a reading is at most whose labels come once or twice, and which hold nearly everything.
pub(super) const THIN: f32 = 0.25;
/// How sure it is at most of who speaks where something speaks against it.
const DOUBTED: f32 = 0.5;
/// How sure it is at most where one voice holds nearly everything.
const ALONE: f32 = 0.79;
/// The share of the words, in percent, above which one voice is likely several.
const NEARLY_ALL: usize = 90;
/// How many questions one person may ask, for every hundred sentences.
const RHETORICAL: usize = 4;
/// How many words are left out at the least before it is said.
const FEW: usize = 50;

/// Whether labels come once or twice each, and several paragraphs that ask stand among many without one.
pub(super) fn is_thin(page: &DocumentBlocks, reading: &Hypothesis) -> bool {
    let mut labelled = 0_usize;
    let mut times: HashMap<String, usize> = HashMap::new();
    let (mut open, mut asking) = (0_usize, 0_usize);
    for (at, part) in reading.parts.iter().enumerate() {
        match part.voice {
            BlockSpeaker::Member(whose) => {
                labelled += 1;
                *times.entry(format!("{whose:?}")).or_default() += 1;
            }
            BlockSpeaker::Same => {
                open += 1;
                asking += usize::from(page.asks[at]);
            }
            _ => {}
        }
    }
    times.values().all(|times| *times <= 2) && open >= 3 * labelled.max(1) && asking >= 2
}

/// Lowers how sure a structure is, and says why.
pub(super) fn doubt(document: &Document, facts: &Facts, structure: &mut Structure) {
    let mut warned = Vec::new();
    warned.extend(alone(document, structure));
    warned.extend(silent_guest(facts, structure));
    warned.extend(left_out(document, structure));
    structure.warnings.extend(warned);
}

fn count(document: &Document, span: Span) -> usize {
    let text = document.text.get(span.start..span.end);
    text.map_or(0, |text| text.split_whitespace().count())
}

/// One voice that holds nearly all words of something that has questions.
fn alone(document: &Document, structure: &mut Structure) -> Option<String> {
    let mut of = vec![0; structure.speakers.len()];
    let (mut all, mut asked) = (0, false);
    for turn in &structure.turns {
        let words = count(document, turn.span);
        all += words;
        asked |= document
            .text
            .get(turn.span.start..turn.span.end)
            .is_some_and(role_and_question_cues::holds_question);
        if let Some(speaker) = turn.speaker {
            of[speaker] += words;
        }
    }
    let voice = of.iter().position(|words| words * 100 > all * NEARLY_ALL)?;
    if !asked {
        return None;
    }
    structure.confidence = structure.confidence.min(ALONE);
    let (mut sentences_of, mut questions) = (0, 0);
    for turn in structure
        .turns
        .iter()
        .filter(|turn| turn.speaker == Some(voice))
    {
        let text = document.text.get(turn.span.start..turn.span.end)?;
        for sentence in sentences(text) {
            sentences_of += 1;
            questions += usize::from(role_and_question_cues::ends_asking(
                text.get(sentence.start..sentence.end).unwrap_or_default(),
            ));
        }
    }
    if questions < 2 || questions * 100 <= sentences_of * RHETORICAL {
        return None;
    }
    structure.confidence = structure.confidence.min(DOUBTED);
    Some(format!(
        "one speaker has {} % of the words, questions among them: these may be several people; check who speaks",
        of[voice] * 100 / all.max(1)
    ))
}

/// The guest whom the file names, where others have names and the guest is none of them.
fn silent_guest(facts: &Facts, structure: &mut Structure) -> Option<String> {
    let guest = facts
        .people
        .iter()
        .find(|person| person.role == Some(Role::Guest) && !person.name.is_empty())?;
    let full = words(&name_keys::key(&guest.name));
    let named: Vec<&str> = structure
        .speakers
        .iter()
        .filter(|speaker| speaker.role == Some(Role::Guest))
        .filter_map(|speaker| speaker.name.as_deref())
        .collect();
    let speaks = structure
        .speakers
        .iter()
        .filter_map(|speaker| speaker.name.as_deref())
        .any(|name| same(&words(&name_keys::key(name)), &full));
    if named.is_empty() || speaks {
        return None;
    }
    structure.confidence = structure.confidence.min(DOUBTED);
    Some(format!(
        "`{}` is named as the guest, but nobody of that name speaks; check who speaks",
        guest.name
    ))
}

/// Words that are nobody's, where they are more than a third.
fn left_out(document: &Document, structure: &mut Structure) -> Option<String> {
    let mut reasons: HashMap<NoiseKind, usize> = HashMap::new();
    for (span, reason) in &structure.dropped {
        if *reason != NoiseKind::Label {
            *reasons.entry(*reason).or_default() += count(document, *span);
        }
    }
    let spoken: usize = structure
        .turns
        .iter()
        .map(|turn| count(document, turn.span))
        .sum();
    let dropped: usize = reasons.values().sum();
    let all = (spoken + dropped).max(1);
    if dropped < FEW || dropped * 3 <= all {
        return None;
    }
    let (most, _) = reasons
        .into_iter()
        .max_by_key(|(reason, words)| (*words, *reason))?;
    if dropped * 2 > all {
        structure.confidence = structure.confidence.min(DOUBTED);
    }
    Some(format!(
        "{} % of the words are left out, most of them as {}; check what is quoted",
        dropped * 100 / all,
        reason_name(most)
    ))
}

fn reason_name(reason: NoiseKind) -> &'static str {
    match reason {
        NoiseKind::Label => "labels",
        NoiseKind::Heading => "headings",
        NoiseKind::Introduction => "an introduction",
        NoiseKind::Aside => "editors' notes",
        NoiseKind::Listing => "lists",
        NoiseKind::Signature => "a signature",
        NoiseKind::Date => "dates",
        NoiseKind::Byline => "bylines",
        NoiseKind::Credit => "credits",
        NoiseKind::ReadMore => "links to other articles",
        NoiseKind::Boilerplate => "parts of the page",
        NoiseKind::Note => "notes",
        NoiseKind::Break => "breaks",
        NoiseKind::NoWords => "lines without words",
        NoiseKind::CutOff => "what the sidecar cuts off",
    }
}

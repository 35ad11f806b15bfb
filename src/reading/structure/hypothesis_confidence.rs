//! The confidence in a hypothesis about a document's structure.
//!
//! The weights are set so that the readings of labelled documents come out right; they are no
//! probabilities. Above 0.8 a reading is as good as sure, below [`DOUBTFUL`] it should be checked.

use super::block_features::DocumentBlocks;
use super::hypothesis::HypothesisKind;
use super::inferred_structure::Structure;
use super::role_and_question_cues;
use crate::interview::{Role, Turn};

/// Below this an owner is told to check who speaks.
pub(super) const DOUBTFUL: f32 = 0.6;
/// What it takes for somebody to be given a role at all.
const NOBODY_KNOWN: f32 = 0.3;
/// The share of paragraphs that ask in an interview that only question marks divide, at the least.
const DENSE: f32 = 0.2;

/// From 0, nothing known, to 1, sure.
pub(super) fn confidence(
    page: &DocumentBlocks,
    manner: HypothesisKind,
    structure: &Structure,
) -> f32 {
    let counts = TurnCounts::of(&page.document.text, &structure.turns);
    let fit = match manner {
        HypothesisKind::Labels | HypothesisKind::LabelsAndQuestions => counts.labelled(),
        HypothesisKind::Looks => 0.95 * (0.5 + 0.5 * counts.contrast()),
        HypothesisKind::Dashes => 0.85 * (0.5 + 0.5 * counts.contrast()),
        HypothesisKind::QuestionMarks => question_marks(page, &counts),
        HypothesisKind::Monologue => monologue(page),
        HypothesisKind::Unknown => NOBODY_KNOWN,
        HypothesisKind::Nothing => 0.0,
    };
    fit.clamp(0.0, 1.0)
}

/// What the turns of a reading look like.
pub(super) struct TurnCounts {
    askers: usize,
    asking: usize,
    /// Turns of the interviewer that speak to somebody.
    addressed: usize,
    guests: usize,
    guests_asking: usize,
    unknown: usize,
}

impl TurnCounts {
    pub(super) fn of(text: &str, turns: &[Turn]) -> Self {
        let mut counts = Self {
            askers: 0,
            asking: 0,
            addressed: 0,
            guests: 0,
            guests_asking: 0,
            unknown: 0,
        };
        for turn in turns {
            let words = text.get(turn.span.start..turn.span.end).unwrap_or_default();
            match turn.role {
                Some(Role::Interviewer) => {
                    counts.askers += 1;
                    counts.asking += usize::from(
                        role_and_question_cues::asks(words)
                            || role_and_question_cues::holds_question(words),
                    );
                    counts.addressed += usize::from(role_and_question_cues::persons(words).0);
                }
                Some(Role::Guest) => {
                    counts.guests += 1;
                    counts.guests_asking += usize::from(role_and_question_cues::ends_asking(words));
                }
                None => counts.unknown += 1,
            }
        }
        counts
    }

    /// How sure it is who asks and who answers where it is known who speaks.
    pub(super) fn labelled(&self) -> f32 {
        if self.askers > 0 {
            0.95 * (0.55 + 0.45 * self.contrast())
        } else if self.unknown > 0 {
            0.4
        } else {
            0.8 * (1.0 - 0.8 * self.guest_asks())
        }
    }

    fn guest_asks(&self) -> f32 {
        share(self.guests_asking, self.guests)
    }

    /// How much more the interviewer asks than the guests do, from 0 to 1.
    fn contrast(&self) -> f32 {
        (share(self.asking, self.askers) - self.guest_asks()).max(0.0)
    }
}

/// An interview without any mark: its questions speak to somebody, or are many.
fn question_marks(page: &DocumentBlocks, counts: &TurnCounts) -> f32 {
    let density = share(counts.askers, paragraphs(page));
    let regular = ((density - 0.15) / DENSE).clamp(0.0, 1.0);
    let addressed = share(counts.addressed, counts.askers);
    let answered = share(counts.guests, counts.askers).min(1.0);
    // One question in the middle of a text is its writer's.
    let early = page.spoken().next().is_some_and(|at| page.asks[at]);
    let lone = if counts.askers > 1 || early { 1.0 } else { 0.3 };
    0.8 * (0.4 + 0.6 * addressed.max(regular)) * (density / DENSE).min(1.0) * answered * lone
}

/// A text that one person wrote or said: it hardly asks anybody anything.
fn monologue(page: &DocumentBlocks) -> f32 {
    let questions: Vec<usize> = page.spoken().filter(|&at| page.asks[at]).collect();
    let addressed = questions
        .iter()
        .filter(|&&at| role_and_question_cues::persons(page.words(at)).0);
    let addressed = share(addressed.count(), questions.len());
    // One question is as likely a way to speak.
    let asked = if questions.len() == 1 { 0.5 } else { 1.0 };
    let density = asked * share(questions.len(), paragraphs(page));
    0.7 * (1.0 - 2.5 * density * (0.5 + addressed)).max(0.0)
}

fn paragraphs(page: &DocumentBlocks) -> usize {
    page.spoken().filter(|&at| !page.subtitle[at]).count()
}

#[allow(clippy::cast_precision_loss, reason = "counts of turns")]
fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

//! When to say nothing: whether the best passage answers, or only shares words with the question.
//!
//! A score says nothing by itself: scores of two questions, or of two corpora, do not compare. What does compare
//! is how much of the question was found, by rarity, how close together, and whether one answer stands out.

use super::query::Meaning;
use super::rank::Ranked;

/// The one dial, from strict to generous.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// How sure an answer must be, in thousandths of its certainty.
    threshold: u16,
}

/// The certainty asked for in the middle of the dial. There 89 % of the answerable questions of a French set are
/// answered and 77 % of the foreign ones are not, 96 % and 94 % of an English one: `verbatim eval --unanswerable`.
const MIDDLE: f32 = 0.27;
/// What a number is worth where one is asked for, in log-odds: set by hand, because the sets hold few such questions.
const NUMBER: f32 = 1.0;
/// How far the dial reaches to each side, in log-odds.
const REACH: f32 = 2.0;

impl Default for Silence {
    fn default() -> Self {
        Self::of_generosity(0.5)
    }
}

impl Silence {
    /// From 0, where only what is sure is said, to 1, where nearly everything is.
    #[must_use]
    pub fn of_generosity(generosity: f32) -> Self {
        let middle = (MIDDLE / (1.0 - MIDDLE)).ln();
        let threshold = logistic(middle + (1.0 - 2.0 * generosity.clamp(0.0, 1.0)) * REACH);
        Self {
            threshold: (threshold * 1_000.0).round() as u16,
        }
    }

    /// Whether what was found is sure enough to be shown.
    pub(super) fn permits(self, certainty: f32) -> bool {
        certainty * 1_000.0 >= f32::from(self.threshold)
    }
}

/// How sure it is that the best passage answers, from 0 to 1: a logistic regression over 2,793 answerable and
/// unanswerable questions in French and English.
pub(super) fn certainty(meaning: &Meaning, ranked: &[Ranked]) -> f32 {
    let Some(best) = ranked.first().filter(|best| best.exact && best.share > 0.0) else {
        return 0.0;
    };
    let place = |hit: &Ranked| (hit.candidate.interview, hit.candidate.passage.exchange);
    let same = || ranked.iter().filter(|hit| place(hit) == place(best));
    let next = ranked.iter().find(|hit| place(hit) != place(best));
    let asked = meaning.weight(|_| true).max(f32::EPSILON);
    // In words as rare as a word can be: that compares across corpora.
    let information = asked / meaning.highest.max(f32::EPSILON);
    let found = meaning.weight(|at| same().any(|hit| hit.held[at])) / asked;
    let score = best.candidate.parts.sum() / asked;
    let lead = 1.0 - next.map_or(0.0, |next| next.score / best.score.max(f32::EPSILON));
    logistic(
        -3.75
            + 0.34 * best.share
            + 1.37 * score.min(5.0)
            + 1.08 * lead
            + 1.58 * (0.1 + found * information).ln()
            - 0.21 * (0.1 + score * information).ln()
            + 1.30 * best.closeness
            + NUMBER * best.number,
    )
}

fn logistic(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}

//! When to say nothing: whether the best passage answers, or only shares words with the question.

use super::query::Meaning;
use super::rank::Ranked;

/// The one dial: how sure an answer must be, from strict to generous.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// In thousandths of [`certainty`].
    threshold: u16,
}

impl Default for Silence {
    fn default() -> Self {
        Self { threshold: 400 }
    }
}

impl Silence {
    /// Whether what was found is sure enough to be shown.
    pub(super) fn permits(self, meaning: &Meaning, ranked: &[Ranked]) -> bool {
        certainty(meaning, ranked) * 1_000.0 >= f32::from(self.threshold)
    }
}

/// How sure it is that the best passage answers, from 0 to 1.
pub(super) fn certainty(_meaning: &Meaning, ranked: &[Ranked]) -> f32 {
    ranked.first().map_or(0.0, |best| best.share)
}

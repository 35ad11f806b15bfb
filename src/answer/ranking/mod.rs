//! Ranking: the order of the engine's candidates, the confidence in the best one, and when there is no answer.

pub(super) mod denial;
mod evidence;
pub(super) mod highlight;
pub(super) mod no_answer_threshold;
pub(super) mod rerank;
mod score_explanation;

pub use evidence::Evidence;
pub use no_answer_threshold::{Certainty, NoAnswerThreshold};
pub(super) use rerank::CANDIDATES;
pub use score_explanation::ScoreExplanation;

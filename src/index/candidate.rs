//! A candidate: a passage that a search returned, with its score in each field.

use super::term_vector::TermVector;
use crate::interview::{InterviewKey, Passage};

/// A passage that shares words with a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The passage's interview.
    pub interview: InterviewKey,
    /// Where it stands.
    pub passage: Passage,
    /// What its words and all around it give.
    pub parts: FieldScores,
    /// Its terms.
    pub signature: TermVector,
}

/// What each field gives: its BM25 score (k1 1.2, b 0.75) times its weight.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct FieldScores {
    /// The passage's stems.
    pub body: f32,
    /// The interview's title.
    pub title: f32,
    /// The interviewer's question.
    pub asked: f32,
    /// The stems of the whole answer.
    pub answer: f32,
    /// Its words as they are written.
    pub exact: f32,
    /// The parts of its words.
    pub grams: f32,
    /// The whole interview.
    pub interview: f32,
}

impl FieldScores {
    /// The engine's score.
    #[must_use]
    pub fn sum(&self) -> f32 {
        self.body + self.title + self.asked + self.answer + self.exact + self.grams + self.interview
    }
}

//! The explanation of a quote's score: what each part of it contributed.

use super::rerank::{ASKED_ALIKE, CLOSENESS, COVERAGE, NUMBER, RankedCandidate};
use crate::answer::question::analysis::QuestionAnalysis;
use crate::index::FieldScores;

/// The parts of a quote's score.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreExplanation {
    /// The words of the question that the passage, or the question it answers, holds; and those it does not.
    pub found: Vec<String>,
    /// See `found`.
    pub missing: Vec<String>,
    /// The share of the question's information that the found words are, by rarity, 0 to 1.
    pub share: f32,
    /// What the words of the passage and all around it give.
    pub parts: FieldScores,
    /// What holding much of the question adds.
    pub coverage: f32,
    /// What the closeness of the words adds.
    pub closeness: f32,
    /// What it adds that the interviewer asked nearly the same.
    pub asked_alike: f32,
    /// What the form of answer that is asked for adds.
    pub form: f32,
    /// What a number adds, where one or a time was asked for.
    pub number: f32,
    /// The sum.
    pub score: f32,
}

impl ScoreExplanation {
    pub(in crate::answer) fn of(hit: &RankedCandidate, meaning: &QuestionAnalysis) -> Self {
        let words = |held: bool| {
            let words = meaning.words.iter().zip(&hit.held);
            let words = words.filter(|(_, is)| is.is_held() == held);
            words.map(|(word, _)| word.text.clone()).collect()
        };
        let engine = hit.candidate.parts.sum();
        Self {
            found: words(true),
            missing: words(false),
            share: hit.share,
            parts: hit.candidate.parts,
            coverage: engine * COVERAGE * hit.share,
            closeness: engine * CLOSENESS * hit.closeness,
            asked_alike: engine * ASKED_ALIKE * hit.asked_alike,
            form: engine * hit.form,
            number: engine * NUMBER * hit.number,
            score: hit.score,
        }
    }
}

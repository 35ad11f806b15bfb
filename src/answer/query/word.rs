//! One word of a question: what it is found by, and how much it counts.

use super::phrases::Phrase;
use crate::interview::Span;
use crate::language::Term;

/// The power of its rarity by which a word counts more than BM25 has it, where 1 would be rarity squared: in a question
/// of many words the common ones outweigh the rare one that it is about. 0 → 0.25: +0.001 to +0.003 MRR on
/// encyclopaedic and FAQ questions, +0.008 on short questions of interviewers, −0.007 on long ones.
const EMPHASIS: f32 = 0.25;
/// What a number in digits counts, a word 1: +0.001 on encyclopaedic questions.
const NUMBER: f32 = 1.3;

/// What is known of one word of a question.
#[derive(Debug, Clone)]
pub(in crate::answer) struct Word {
    /// As the question has it, or as it was read; folded.
    pub(in crate::answer) text: String,

    /// The hashes of the stems that it is found by, as in a passage's signature: its own first.
    pub(in crate::answer) hashes: Vec<u32>,
    /// Its rarity: BM25's inverse document frequency among the passages of its language.
    pub(in crate::answer) rarity: f32,
    /// Other ways to say it: it is found where a passage holds one of them.
    pub(in crate::answer) also: Vec<Phrase>,
    /// Where it stands in the question.
    pub(in crate::answer) span: Span,
    /// Words of one number are one word in other spellings: a compound and its parts.
    pub(in crate::answer) group: usize,
    /// Whether it is another word than the one that was typed.
    pub(in crate::answer) corrected: bool,
    /// Whether it is of a subject: what only joins others helps to choose, and that it is found says nothing.
    pub(in crate::answer) of_subject: bool,
}

/// How much a word counts beyond its rarity: see [`EMPHASIS`] and [`NUMBER`].
pub(super) fn emphasis(word: &Word, highest: f32) -> f32 {
    let rare = (word.rarity / highest.max(f32::EPSILON)).clamp(0.05, 1.0);
    let number = word.text.starts_with(|c: char| c.is_numeric());
    rare.powf(EMPHASIS) * if number { NUMBER } else { 1.0 }
}

/// The first term that a term is part of: its own number, or its compound's.
pub(super) fn group(term: &Term, all: &[Term]) -> usize {
    all.iter()
        .position(|other| other.span.contains(term.span))
        .unwrap_or_default()
}

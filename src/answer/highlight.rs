//! Which sentence of a passage answers.

use super::query::Meaning;
use crate::index::Signature;
use crate::interview::{Interview, Span};
use crate::language::{sentences, terms};

/// The sentence of the passage that holds most of the question, by rarity; where the question is found
/// only in what the interviewer asked, the passage's first.
pub(super) fn highlights(interview: &Interview, passage: Span, meaning: &Meaning) -> Vec<Span> {
    let Some(text) = interview.slice(passage) else {
        return Vec::new();
    };
    let language = interview.metadata.language;
    let by_hash = meaning.by_hash();
    let mut best: Option<(f32, Span)> = None;
    for sentence in sentences(text) {
        let terms = terms(&text[sentence.start..sentence.end], language);
        let held: Vec<usize> = terms
            .iter()
            .filter_map(|term| by_hash.get(&Signature::hash(&term.stem)).copied())
            .collect();
        let number = meaning.quantity
            && !held.is_empty()
            && terms.iter().any(crate::language::Term::is_number);
        let score = meaning.weight(|at| held.contains(&at)) * if number { 1.5 } else { 1.0 };
        if best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, sentence));
        }
    }
    best.map(|(_, sentence)| sentence.shifted(passage.start))
        .into_iter()
        .collect()
}

//! Which sentence of a passage answers.

use std::collections::HashMap;

use super::query::Meaning;
use crate::index::Signature;
use crate::interview::{Interview, Span};
use crate::language::{Term, sentences, terms};

/// What a number is worth in a sentence where the question asks for one, as a share of what it holds.
const NUMBER: f32 = 0.5;
/// The share of the best sentence's worth from which its neighbour is part of the answer. Of the true answers in first
/// passages the highlight then holds 81 % in French and 89 % in English, at 0.5 it held 79 and 87.
const NEIGHBOUR: f32 = 0.25;

/// The sentence of the passage that holds most of the question, by rarity, with a neighbour that holds nearly as
/// much; where the question is found only in what the interviewer asked, the passage's first.
pub(super) fn highlights(interview: &Interview, passage: Span, meaning: &Meaning) -> Vec<Span> {
    let Some(text) = interview.slice(passage) else {
        return Vec::new();
    };
    let language = interview.metadata.language;
    let sentences = sentences(text);
    let by_hash = meaning.by_hash();
    let worth = |sentence: &Span| {
        let terms = terms(&text[sentence.start..sentence.end], language);
        worth(&terms, meaning, &by_hash)
    };
    let worths: Vec<f32> = sentences.iter().map(worth).collect();
    let Some(best) = (0..worths.len()).reduce(|a, b| if worths[b] > worths[a] { b } else { a })
    else {
        return Vec::new();
    };
    let is_part = |at: usize| worths[best] > 0.0 && worths[at] >= NEIGHBOUR * worths[best];
    let mut span = sentences[best];
    if best + 1 < worths.len() && is_part(best + 1) {
        span = span.union(sentences[best + 1]);
    } else if best > 0 && is_part(best - 1) {
        span = span.union(sentences[best - 1]);
    }
    vec![span.shifted(passage.start)]
}

/// How much of the question a sentence holds; `by_hash` is the question's.
fn worth(terms: &[Term], meaning: &Meaning, by_hash: &HashMap<u32, usize>) -> f32 {
    let has_also = meaning.words.iter().any(|word| !word.also.is_empty());
    let signature = has_also.then(|| Signature::of(terms, &[]));
    let also = |at: &usize| {
        let mut also = meaning.words[*at].also.iter();
        let signature = signature.as_ref();
        signature.is_some_and(|signature| also.any(|phrase| phrase.is_in(signature)))
    };
    let held: Vec<usize> = terms
        .iter()
        .filter_map(|term| by_hash.get(&Signature::hash(&term.stem)).copied())
        .chain((0..meaning.words.len()).filter(also))
        .collect();
    let wanted = meaning.number > 0.0;
    let number = wanted && !held.is_empty() && terms.iter().any(|term| term.counts);
    meaning.weight(|at| held.contains(&at)) * if number { 1.0 + NUMBER } else { 1.0 }
}

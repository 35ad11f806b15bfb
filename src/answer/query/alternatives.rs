//! Other ways to say some of a question's words: what the owner calls synonyms.
//!
//! An alternative of one word is looked for like the word; one of several words counts where a passage holds them
//! together. However it is said, it counts once.

use super::phrases::Phrase;
use super::{IndexError, Library, Meaning, Synonyms};
use crate::answer::synonyms::spellings;
use crate::index::{QueryTerm, Signature};
use crate::interview::Span;
use crate::language::{Language, Term};

/// What a synonym counts, where the word itself counts 1: as much as a relative. An owner's synonyms are more
/// surely meant than a shared beginning, but what was asked in one word is seldom quite what another says.
const SYNONYM: f32 = 0.5;

/// Another way to say some words.
#[derive(Debug)]
pub(super) struct Alternative {
    /// Where the words stand in the question.
    pub(super) of: Span,
    /// What is said instead, in the order in which it is said: at least one word.
    words: Vec<Term>,
    /// What it counts.
    weight: f32,
    /// The rarity of each of its words.
    rarities: Vec<f32>,
}

/// The alternatives that the index holds every word of.
pub(super) fn of(
    library: &Library,
    question: &[Term],
    language: Language,
    synonyms: &Synonyms,
) -> Result<Vec<Alternative>, IndexError> {
    let mut ways: Vec<(Span, Vec<Term>, f32)> = Vec::new();
    for (of, to) in synonyms.of(question, language) {
        let spellings = spellings(to, language).into_iter();
        ways.extend(spellings.map(|words| (of, words, SYNONYM)));
    }
    let mut held = Vec::new();
    for (of, words, weight) in ways {
        let stems: Vec<&str> = words.iter().map(|term| term.stem.as_str()).collect();
        let mut all = true;
        for stem in &stems {
            all = all && library.holds(language, stem)?;
        }
        if all {
            let rarities = library.rarities(language, &stems)?;
            held.push(Alternative {
                of,
                words,
                weight,
                rarities,
            });
        }
    }
    Ok(held)
}

impl Alternative {
    /// How rare it is at most.
    pub(super) fn rarity(&self) -> f32 {
        self.rarities.iter().copied().fold(0.0, f32::max)
    }

    /// Adds it to the words that it stands for.
    pub(super) fn add_to(&self, meaning: &mut Meaning) {
        let stands_for = |at: usize| self.of.contains(meaning.words[at].span);
        let words: Vec<usize> = (0..meaning.words.len())
            .filter(|at| stands_for(*at))
            .collect();
        let Some(first) = words.first() else {
            return;
        };
        // Found whole, it gives what the words that it stands for give, times its weight.
        let worth = meaning.weight(|at| words.contains(&at));
        let whole: f32 = self.rarities.iter().sum();
        let weight = self.weight * (worth / whole.max(f32::EPSILON)).min(1.0);
        for term in &self.words {
            let known = meaning
                .query
                .terms
                .iter()
                .any(|other| other.stem == term.stem);
            if !known {
                meaning.query.terms.push(QueryTerm {
                    word: Some(term.word.clone()),
                    stem: term.stem.clone(),
                    weight,
                });
            }
        }
        if let [word] = self.words.as_slice() {
            meaning.words[*first]
                .hashes
                .push(Signature::hash(&word.stem));
        }
        for at in words {
            meaning.words[at].also.push(Phrase::of_terms(&self.words));
        }
    }
}

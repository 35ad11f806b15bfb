//! Query expansion: other ways to say a question's words (synonyms, compounds). Numbers need none: they are terms of their
//! own, in words or in digits.
//!
//! An alternative of one word is looked for like the word; one of several words counts where a passage holds them
//! together. However it is said, it counts once.

use super::compound_words;
use super::synonyms::{Synonyms, spellings};
use crate::index::{IndexError, Library};
use crate::interview::Span;
use crate::language::{Language, Term};

/// What a synonym counts, where the word itself counts 1: as much as a relative. An owner's synonyms are more
/// surely meant than a shared beginning, but what was asked in one word is seldom quite what another says.
const SYNONYM: f32 = 0.5;
/// What the same word counts with another spacing: a little less, since two words may also stand together by chance.
const SPACING: f32 = 0.8;

/// Another way to say some words.
#[derive(Debug)]
pub(super) struct Expansion {
    /// Where the words stand in the question.
    pub(super) of: Span,
    /// What is said instead, in the order in which it is said: at least one word.
    pub(super) words: Vec<Term>,
    /// What it counts.
    pub(super) weight: f32,
    /// The rarity of each of its words.
    pub(super) rarities: Vec<f32>,
}

/// The alternatives that the index holds every word of.
pub(super) fn of(
    library: &Library,
    terms: &[Term],
    language: Language,
    synonyms: &Synonyms,
) -> Result<Vec<Expansion>, IndexError> {
    let mut ways: Vec<(Span, Vec<Term>, f32)> = Vec::new();
    for (of, to) in synonyms.of(terms, language) {
        let spellings = spellings(to, language).into_iter();
        ways.extend(spellings.map(|words| (of, words, SYNONYM)));
    }
    let spacings = compound_words::compound_variants(library, terms, language)?.into_iter();
    ways.extend(spacings.map(|(of, words)| (of, words, SPACING)));
    let held = ways
        .into_iter()
        .map(|way| Expansion::held(library, way, language));
    held.filter_map(Result::transpose).collect()
}

/// How rare the rarest of the ways to say a term otherwise is; `None` where there is none.
pub(super) fn rarity(alternatives: &[Expansion], term: &Term) -> Option<f32> {
    let of_term = alternatives
        .iter()
        .filter(|alternative| alternative.of.contains(term.span));
    of_term.map(Expansion::rarity).reduce(f32::max)
}

impl Expansion {
    /// An alternative whose every word the index holds; `None` where it lacks one.
    fn held(
        library: &Library,
        (of, words, weight): (Span, Vec<Term>, f32),
        language: Language,
    ) -> Result<Option<Self>, IndexError> {
        let stems: Vec<&str> = words.iter().map(|term| &*term.stem).collect();
        for stem in &stems {
            if !library.holds(language, stem)? {
                return Ok(None);
            }
        }
        let rarities = library.rarities(language, &stems)?;
        Ok(Some(Self {
            of,
            words,
            weight,
            rarities,
        }))
    }

    /// How rare it is at most.
    fn rarity(&self) -> f32 {
        self.rarities.iter().copied().fold(0.0, f32::max)
    }
}

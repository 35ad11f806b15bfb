//! Compound words written as one word or as two: télétravail, télé travail.
//!
//! Compounds with a hyphen are indexed whole and in parts. What is left is the space: two words of a question that the
//! corpus writes in one, and one that it writes in two.

use crate::index::{IndexError, Library};
use crate::interview::Span;
use crate::language::{Language, Term, terms};

/// The shortest and the longest word that is split, and its shortest second part, in characters.
const SPLIT: std::ops::RangeInclusive<usize> = 5..=24;
const SECOND: usize = 3;

/// How many of a question's words may be spelt otherwise: nobody types more, and each is looked up.
const WORDS: usize = 400;
/// How far the parts of a compound may stand from it, in words.
const PARTS: usize = 24;

/// The other spacings of a question's words that the index holds: where the words stand, and the words instead.
pub(super) fn compound_variants(
    library: &Library,
    question: &[Term],
    language: Language,
) -> Result<Vec<(Span, Vec<Term>)>, IndexError> {
    let question = &question[..question.len().min(WORDS)];
    let mut found = Vec::new();
    for pair in question.windows(2) {
        if let Some(whole) = joined(library, (&pair[0], &pair[1]), language)? {
            found.push((pair[0].span.union(pair[1].span), vec![whole]));
        }
    }
    for (at, term) in question.iter().enumerate().filter(|(_, term)| !term.stop) {
        // A word that is written so needs no other spelling to be found: splitting it only brings in chance pairs.
        if library.holds(language, &term.stem)? {
            continue;
        }
        let near = at.saturating_sub(PARTS)..(at + PARTS).min(question.len());
        let parts = match parts(&question[near], term) {
            parts if parts.is_empty() => split(library, term, language)?,
            parts => Some(parts).filter(|parts| parts.iter().all(|part| !part.stop)),
        };
        if let Some(parts) = parts
            && are_together(library, &parts, language)?
        {
            found.push((term.span, parts));
        }
    }
    Ok(found)
}

/// Two words in one, where the index has it and does not have the two together: "tiers lieu" beside "tierslieu" is
/// found as it is asked.
fn joined(
    library: &Library,
    (first, second): (&Term, &Term),
    language: Language,
) -> Result<Option<Term>, IndexError> {
    let adjacent = second.position == first.position + 1 && first.span.end < second.span.start;
    if !adjacent || first.stop || second.stop || first.is_number() || second.is_number() {
        return Ok(None);
    }
    let whole = terms(&format!("{}{}", first.word, second.word), language);
    let whole = whole.into_iter().next().filter(|whole| !whole.stop);
    let Some(whole) = whole else {
        return Ok(None);
    };
    let pair = [first.clone(), second.clone()];
    let meant = library.holds(language, &whole.stem)? && !are_together(library, &pair, language)?;
    Ok(meant.then_some(whole))
}

/// The parts of a compound that has hyphens, among the words around it.
fn parts(near: &[Term], whole: &Term) -> Vec<Term> {
    let parts = near
        .iter()
        .filter(|part| part.span != whole.span && whole.span.contains(part.span));
    parts.cloned().collect()
}

/// One word in two that stand together in the index.
fn split(
    library: &Library,
    term: &Term,
    language: Language,
) -> Result<Option<Vec<Term>>, IndexError> {
    let word = &term.word;
    let length = word.chars().count();
    if !SPLIT.contains(&length) || term.is_number() {
        return Ok(None);
    }
    let bounds = word
        .char_indices()
        .map(|(at, _)| at)
        .take(length + 1 - SECOND);
    for at in bounds.skip(1) {
        let parts = terms(&format!("{} {}", &word[..at], &word[at..]), language);
        if parts.len() == 2
            && parts.iter().all(|part| !part.stop)
            && are_together(library, &parts, language)?
        {
            return Ok(Some(parts));
        }
    }
    Ok(None)
}

fn are_together(library: &Library, parts: &[Term], language: Language) -> Result<bool, IndexError> {
    let stems: Vec<(&str, u32)> = parts
        .iter()
        .map(|part| (&*part.stem, part.position))
        .collect();
    library.holds_together(language, &stems)
}

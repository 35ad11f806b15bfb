//! Spelling correction: a word that no interview holds is read as the nearest one that does occur.
//!
//! With 30 % of the long words mistyped, that brought back most of what was lost (0.603 → 0.711 MRR@10). A
//! word that the index holds is never changed, nor is a number. A misspelt "expliquer" belongs to the question's frame
//! as a well spelt one does: +0.007 on mistyped FAQ questions.

use std::collections::HashMap;

use strsim::osa_distance;

use super::interrogative_frames::interrogative_words;
use super::query_expansion::{self, Expansion};
use super::query_word::QueryWord;
use crate::index::{FuzzyPrefix, IndexError, Library, QueryTerm};
use crate::interview::Span;
use crate::language::{Language, Term, terms};

/// Shorter words have too many neighbours to know which was meant, in characters.
const SHORTEST: usize = 4;
/// From this length on, two mistakes are looked past.
const LONG: usize = 9;
/// What a word counts that was read as another, one that was typed 1. From 0.75 on: +0.003 to +0.007 on mistyped
/// questions of every set; 1 gains no more and loses 0.0003 on others.
const LIKELY: f32 = 0.9;
/// How surely a word was meant that begins as the typed one does, and one that does not: of 57 words that were read as
/// others in answerable questions three got another first letter, of 71 in foreign questions ten.
/// The former stands for the typed one where it is asked whether an answer says what was typed: +2 % of mistyped French
/// questions are answered, +7 % of interviewers'.
const ALIKE: f32 = 0.9;
const OTHERWISE: f32 = 0.3;
/// How many words are looked for in the place of one.
const MOST: usize = 3;

/// Of so many words at most the nearest are looked for: nobody mistypes more, and each takes a walk through the index.
const READ: usize = 24;

/// What words that no interview holds are read as, by where they stand: not those that are said otherwise there.
pub(super) fn read<'t>(
    library: &Library,
    (question, language): (&str, Language),
    words: impl Iterator<Item = &'t Term>,
    alternatives: &[Expansion],
) -> Result<HashMap<Span, Vec<QueryTerm>>, IndexError> {
    let mut read = HashMap::new();
    let mut unknown = 0;
    for term in words {
        let is_said = query_expansion::rarity(alternatives, term).is_some();
        if is_said
            || library.holds(language, &term.stem)?
            || is_held_elsewhere(library, &question[term.span.start..term.span.end], language)?
        {
            continue;
        }
        unknown += 1;
        if unknown > READ {
            break;
        }
        let typed = &question[term.span.start..term.span.end];
        let exchanged_only = is_acronym(typed) && question.chars().any(char::is_lowercase);
        let nearest = nearest(library, language, term, exchanged_only)?;
        if !nearest.is_empty() {
            read.insert(term.span, nearest);
        }
    }
    Ok(read)
}

/// Whether the interviews in another language hold a word: then it is a word, and no mistake.
fn is_held_elsewhere(
    library: &Library,
    word: &str,
    language: Language,
) -> Result<bool, IndexError> {
    let catalogue = library.catalogue();
    for other in catalogue
        .languages
        .iter()
        .filter(|other| **other != language)
    {
        let term = terms(word, *other).into_iter().next();
        if let Some(term) = term
            && library.holds(*other, &term.stem)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Drops the words that carry nothing once the misspelt ones are read: stop words and those of the question's frame,
/// unless they are all there is.
pub(super) fn drop_framed(
    known: &mut Vec<(&Term, f32)>,
    all: &[Term],
    read: &HashMap<Span, Vec<QueryTerm>>,
    language: Language,
) {
    if read.is_empty() {
        return;
    }
    let as_read = |term: &Term| {
        let word = read.get(&term.span).and_then(|ways| ways[0].word.as_ref());
        let own = word.and_then(|word| terms(word, language).into_iter().next());
        own.map_or_else(
            || term.clone(),
            |own| Term {
                span: term.span,
                position: term.position,
                ..own
            },
        )
    };
    let all: Vec<Term> = all.iter().map(as_read).collect();
    let framed = interrogative_words(&all, language);
    let empty = |span: Span| {
        let mut all = all.iter().zip(&framed);
        all.any(|(term, framed)| term.span == span && (*framed || term.stop))
    };
    if known.iter().any(|(term, _)| !empty(term.span)) {
        known.retain(|(term, _)| !empty(term.span));
    }
}

/// How surely a word was meant where another was typed, 0 to 1.
pub(super) fn likelihood(typed: &str, read: &str) -> f32 {
    if typed.chars().next() == read.chars().next() {
        ALIKE
    } else {
        OTHERWISE
    }
}

/// Has a word among those that were typed as it was meant, where that is likely.
pub(super) fn correct_word(typed: &mut [String], misspelt: &str, meant: &QueryWord) {
    let own = typed.iter_mut().find(|word| *word == misspelt);
    if let Some(word) = own.filter(|_| meant.meant > OTHERWISE) {
        word.clone_from(&meant.text);
    }
}

/// RGPD: what is typed in capitals is seldom another word.
fn is_acronym(word: &str) -> bool {
    word.chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase)
}

/// The nearest words by optimal string alignment: a letter left out, added, changed or two exchanged is one
/// mistake. Those with the same first letter go first, then the frequent ones; none where nothing is near.
/// `exchanged_only`: only those with the same letters.
fn nearest(
    library: &Library,
    language: Language,
    term: &Term,
    exchanged_only: bool,
) -> Result<Vec<QueryTerm>, IndexError> {
    let word = &term.word;
    let length = word.chars().count();
    if length < SHORTEST || word.chars().any(char::is_numeric) {
        return Ok(Vec::new());
    }
    let allowed = if length >= LONG { 2 } else { 1 };
    let within = |edits, begins| {
        let words = library.words_near(language, word, (edits, begins))?;
        let words = words
            .into_iter()
            .filter(|(other, _)| !other.chars().any(char::is_numeric))
            .filter(|(other, _)| !exchanged_only || letters(other) == letters(word))
            .map(|(other, frequency)| {
                let distance = osa_distance(word, &other);
                (other, frequency, distance)
            });
        Ok::<_, IndexError>(words.collect::<Vec<(String, u64, usize)>>())
    };
    // People rarely mistake a first letter: where a word begins alike, what begins otherwise was not meant.
    let mut near = match within(allowed, FuzzyPrefix::Alike)? {
        alike if alike.is_empty() => within(1, FuzzyPrefix::Otherwise)?,
        alike => alike,
    };
    near.retain(|(other, ..)| is_mistyped(word, other));
    let closest = near.iter().map(|(_, _, distance)| *distance).min();
    near.retain(|(_, _, distance)| Some(*distance) == closest);
    near.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    near.truncate(MOST);
    let total: u64 = near.iter().map(|(_, frequency, _)| frequency).sum();
    let ways = near
        .into_iter()
        .enumerate()
        .map(|(rank, (word, frequency, _))| {
            let stem = terms(&word, language).into_iter().next();
            // The first is what was most likely meant; the others count by how much of the corpus they are.
            let share = frequency as f32 / total.max(1) as f32;
            QueryTerm {
                stem: stem.map_or_else(|| word.clone(), |term| term.stem.to_string()),
                word: Some(word),
                weight: LIKELY * if rank == 0 { 1.0 } else { share },
            }
        });
    Ok(ways.collect())
}

/// Whether a word may be another, mistyped: two letters exchanged or one doubled always; a letter more, less or another only
/// in a long word, since the short ones that are one letter apart are most often both words (père and mère, peste and poste,
/// army and arm).
fn is_mistyped(typed: &str, other: &str) -> bool {
    letters(typed) == letters(other)
        || undoubled(typed) == undoubled(other)
        || typed.chars().count().min(other.chars().count()) >= SURE
}

/// From so many letters on, a word with one letter changed is seldom another word.
const SURE: usize = 6;

fn undoubled(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

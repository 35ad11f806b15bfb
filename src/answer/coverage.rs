//! What the corpus holds: said at the start, and where nothing answers.

use std::collections::HashMap;

use super::{IndexError, Library, Place, Ranked};
use crate::index::{Catalogue, Entry};

/// What a corpus holds, in a few figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many interviews.
    pub interviews: usize,
    /// How many questions with an answer.
    pub exchanges: usize,
    /// Who answers in them: those with the most interviews first, at most ten.
    pub speakers: Vec<String>,
    /// How many people answer in all.
    pub speakers_in_all: usize,
    /// The collections, those with the most interviews first.
    pub collections: Vec<String>,
    /// The first and the last year of the dated ones.
    pub years: Option<(i16, i16)>,
}

/// An interviewer's question that the corpus has an answer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Where it was asked.
    pub place: Place,
    /// The question as it was asked: a slice of the transcript.
    pub text: String,
}

/// How many speakers are named, and how many questions are offered.
const NAMED: usize = 10;
const OFFERED: usize = 3;

/// What the corpus holds. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn coverage(library: &Library) -> Result<Coverage, IndexError> {
    let catalogue = library.catalogue();
    let entries = &catalogue.entries;
    let years = || {
        entries
            .iter()
            .filter_map(|entry| entry.date)
            .map(|date| date.year())
    };
    let speakers = speakers(&catalogue);
    Ok(Coverage {
        interviews: entries.len(),
        exchanges: entries.iter().map(|entry| entry.exchanges).sum(),
        speakers_in_all: speakers.len(),
        speakers: speakers.into_iter().take(NAMED).collect(),
        collections: by_size(&catalogue),
        years: years().min().zip(years().max()),
    })
}

fn by_size(catalogue: &Catalogue) -> Vec<String> {
    let mut collections = catalogue.collections.clone();
    collections.sort_by_key(|(_, interviews)| std::cmp::Reverse(*interviews));
    collections.into_iter().map(|(name, _)| name).collect()
}

/// Everybody who answers, those with the most interviews first.
fn speakers(catalogue: &Catalogue) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for guest in catalogue.entries.iter().flat_map(|entry| &entry.guests) {
        *counts.entry(guest).or_default() += 1;
    }
    let mut speakers: Vec<(&str, usize)> = counts.into_iter().collect();
    speakers.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    speakers
        .into_iter()
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// Up to `limit` questions that interviewers asked, short enough for a button, the newest interviews'
/// first and of different interviews where there are. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn examples(library: &Library, limit: usize) -> Result<Vec<Example>, IndexError> {
    let catalogue = library.catalogue();
    let mut entries: Vec<&Entry> = catalogue
        .entries
        .iter()
        .filter(|entry| !entry.questions.is_empty())
        .collect();
    entries.sort_by(|a, b| b.date.cmp(&a.date).then(a.id.cmp(&b.id)));
    let longest = entries
        .iter()
        .map(|entry| entry.questions.len())
        .max()
        .unwrap_or_default();
    let rounds = (0..longest).flat_map(|round| {
        entries
            .iter()
            .filter_map(move |entry| example(entry, round))
    });
    Ok(rounds.take(limit).collect())
}

fn example(entry: &Entry, at: usize) -> Option<Example> {
    let (span, text) = entry.questions.get(at)?;
    Some(Example {
        place: Place {
            interview: entry.key(),
            span: *span,
            highlight: None,
        },
        text: text.clone(),
    })
}

/// Questions to offer where nothing answers: of the interviews that came nearest, else any.
pub(super) fn nearest(library: &Library, ranked: &[Ranked]) -> Result<Vec<Example>, IndexError> {
    let catalogue = library.catalogue();
    let mut nearest: Vec<Example> = Vec::new();
    for hit in ranked.iter().take(OFFERED) {
        let entry = catalogue
            .entries
            .iter()
            .find(|entry| entry.key() == hit.candidate.interview);
        nearest.extend(
            entry
                .into_iter()
                .flat_map(|entry| (0..OFFERED).filter_map(|at| example(entry, at))),
        );
    }
    nearest.extend(examples(library, OFFERED)?);
    let mut offered: Vec<Example> = Vec::new();
    for example in nearest {
        if !offered.iter().any(|other| other.text == example.text) {
            offered.push(example);
        }
    }
    offered.truncate(OFFERED);
    Ok(offered)
}

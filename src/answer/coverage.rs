//! What the corpus holds: said at the start, and where nothing answers.

use super::{IndexError, Library, Place, Ranked};
use crate::index::{Catalogue, Entry, MOST_QUESTIONS};

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
    let guests = catalogue.guests.iter().take(NAMED);
    Ok(Coverage {
        interviews: catalogue.entries.len(),
        exchanges: catalogue.exchanges,
        speakers_in_all: catalogue.guests.len(),
        speakers: guests.map(|(name, _)| name.clone()).collect(),
        collections: by_size(&catalogue),
        years: catalogue.years,
    })
}

fn by_size(catalogue: &Catalogue) -> Vec<String> {
    let mut collections = catalogue.collections.clone();
    collections.sort_by_key(|(_, interviews)| std::cmp::Reverse(*interviews));
    collections.into_iter().map(|(name, _)| name).collect()
}

/// Up to `limit` questions that interviewers asked, short enough for a button, the newest interviews'
/// first and of different interviews where there are. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn examples(library: &Library, limit: usize) -> Result<Vec<Example>, IndexError> {
    let catalogue = library.catalogue();
    // One round takes a question of each interview; most often the first round is enough.
    let rounds = (0..MOST_QUESTIONS).flat_map(|round| {
        let entries = catalogue.newest();
        entries.filter_map(move |entry| example(entry, round))
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
        let entry = catalogue.entry(hit.candidate.interview);
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

//! The coverage of the corpus: counts, years and example questions, shown at the start and where there is no answer.

use std::collections::BTreeMap;

use super::{IndexError, Library, Place, RankedCandidate};
use crate::index::{Catalogue, CatalogueEntry, Filters, MOST_QUESTIONS};
use crate::language::Language;

/// What a corpus holds, in a few figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CorpusCoverage {
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
pub struct ExampleQuestion {
    /// Where it was asked.
    pub place: Place,
    /// The question as it was asked: a slice of the transcript.
    pub text: String,
}

/// How many speakers are named, and how many questions are offered.
const NAMED: usize = 10;
const OFFERED: usize = 3;
/// How many of any interviews may be offered behind them.
const MORE: usize = 6;

/// What the corpus holds. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn coverage(library: &Library) -> Result<CorpusCoverage, IndexError> {
    let catalogue = library.catalogue();
    let guests = catalogue.guests.iter().take(NAMED);
    Ok(CorpusCoverage {
        interviews: catalogue.entries.len(),
        exchanges: catalogue.exchanges,
        speakers_in_all: catalogue.guests.len(),
        speakers: guests.map(|(name, _)| name.clone()).collect(),
        collections: by_size(&catalogue),
        years: catalogue.years,
    })
}

/// The languages of the interviews that filters let through, the one with most passages first; of all where they let none
/// through.
pub(super) fn languages_within(catalogue: &Catalogue, filters: &Filters) -> Vec<Language> {
    if filters.is_empty() {
        return catalogue.languages.clone();
    }
    let mut passages: BTreeMap<Language, usize> = BTreeMap::new();
    for entry in catalogue
        .entries
        .iter()
        .filter(|entry| filters.admits(entry))
    {
        *passages.entry(entry.language).or_default() += entry.passages;
    }
    let mut languages: Vec<(Language, usize)> = passages.into_iter().collect();
    languages.retain(|(_, passages)| *passages > 0);
    languages.sort_by_key(|(_, passages)| std::cmp::Reverse(*passages));
    if languages.is_empty() {
        return catalogue.languages.clone();
    }
    languages
        .into_iter()
        .map(|(language, _)| language)
        .collect()
}

fn by_size(catalogue: &Catalogue) -> Vec<String> {
    let mut collections = catalogue.collections.clone();
    collections.sort_by_key(|(_, interviews)| std::cmp::Reverse(*interviews));
    collections.into_iter().map(|(name, _)| name).collect()
}

/// Up to `limit` questions that interviewers asked, short enough for a button, the newest interviews' first and of
/// different interviews where there are; of those that are asked.
pub(super) fn examples(
    library: &Library,
    limit: usize,
    is_asked: impl Fn(&CatalogueEntry) -> bool,
) -> Vec<ExampleQuestion> {
    let catalogue = library.catalogue();
    let (catalogue, is_asked) = (&catalogue, &is_asked);
    // One round takes a question of each interview; most often the first round is enough.
    let rounds = (0..MOST_QUESTIONS).flat_map(move |round| {
        let entries = catalogue.newest().filter(move |entry| is_asked(entry));
        entries.filter_map(move |entry| example(entry, round))
    });
    rounds.take(limit).collect()
}

fn example(entry: &CatalogueEntry, at: usize) -> Option<ExampleQuestion> {
    let (span, text) = entry.questions.get(at)?;
    Some(ExampleQuestion {
        place: Place {
            interview: entry.key(),
            span: *span,
            highlight: None,
        },
        text: text.clone(),
    })
}

/// Questions to offer where nothing answers: in the language that is asked in first, and of the interviews that came
/// nearest, then any.
pub(super) fn nearest_questions(
    library: &Library,
    ranked: &[RankedCandidate],
    language: Language,
    is_asked: impl Fn(&CatalogueEntry) -> bool,
) -> Vec<ExampleQuestion> {
    let catalogue = library.catalogue();
    let is_read = |entry: &CatalogueEntry| entry.language == language;
    let mut nearest: Vec<ExampleQuestion> = Vec::new();
    for hit in ranked.iter().take(OFFERED) {
        let entry = catalogue.entry(hit.candidate.interview);
        nearest.extend(
            entry
                .into_iter()
                .flat_map(|entry| (0..OFFERED).filter_map(|at| example(entry, at))),
        );
    }
    nearest.extend(examples(library, MORE, |entry| {
        is_read(entry) && is_asked(entry)
    }));
    nearest.extend(examples(library, MORE, is_asked));
    // What is in the question's language comes first.
    nearest.sort_by_key(|one| !catalogue.entry(one.place.interview).is_some_and(is_read));
    let mut offered: Vec<ExampleQuestion> = Vec::new();
    for example in nearest {
        if !offered.iter().any(|other| other.text == example.text) {
            offered.push(example);
        }
    }
    offered
}

/// Who answers in the interviews that came nearest, then in the newest.
pub(super) fn guests(
    library: &Library,
    ranked: &[RankedCandidate],
    is_asked: impl Fn(&CatalogueEntry) -> bool,
) -> Vec<String> {
    let catalogue = library.catalogue();
    let near = ranked
        .iter()
        .filter_map(|hit| catalogue.entry(hit.candidate.interview));
    let newest = catalogue.newest().filter(|entry| is_asked(entry));
    let mut guests: Vec<String> = Vec::new();
    let quotable = |entry: &&CatalogueEntry| entry.passages > 0;
    let entries = near.chain(newest.take(MORE)).filter(quotable);
    let theirs = entries.flat_map(|entry| {
        let guests = entry.guests.iter();
        guests.filter(|name| entry.speakers.contains(name))
    });
    for name in theirs {
        if guests.len() < MORE && !guests.contains(name) {
            guests.push(name.clone());
        }
    }
    guests
}

//! The newest passages, shown before anything was asked.

use super::question::analysis::{AnalysisOptions, QuestionAnalysis};
use super::quoting::quote_selection;
use super::ranking::rerank;
use super::{IndexError, Library, Quote, Synonyms};
use crate::index::{Filters, InterviewName};
use crate::interview::InterviewKey;
use crate::language::Language;

/// What answers begin with, the newest interviews first and of different interviews where there are, at most
/// `limit`. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn newest(library: &Library, limit: usize) -> Result<Vec<Quote>, IndexError> {
    openings(library, &Filters::default(), limit)
}

/// What the answers of an interview begin with, at most `limit`; none where there is no such interview. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn interview_opening(
    library: &Library,
    interview: InterviewKey,
    limit: usize,
) -> Result<Vec<Quote>, IndexError> {
    let catalogue = library.catalogue();
    let Some(entry) = catalogue.entry(interview) else {
        return Ok(Vec::new());
    };
    let filters = Filters {
        interviews: vec![InterviewName::of(entry)],
        ..Filters::default()
    };
    openings(library, &filters, limit)
}

fn openings(library: &Library, filters: &Filters, limit: usize) -> Result<Vec<Quote>, IndexError> {
    let none = Synonyms::default();
    let nothing =
        QuestionAnalysis::of(library, "", Language::Other, AnalysisOptions::plain(&none))?;
    let openings = library.openings(filters, limit)?;
    let ranked = rerank::rerank(openings, &nothing);
    let quotes = quote_selection::quotes(library, &nothing, &ranked, limit)?;
    Ok(quotes.into_iter().map(|(quote, _)| quote).collect())
}

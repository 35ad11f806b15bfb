//! Lookup of quotes: the quote at a place, and the place of quoted words.

use super::quote::Quote;
use crate::answer::question::analysis::{AnalysisOptions, QuestionAnalysis};
use crate::answer::question::question_language::likeliest_language;
use crate::answer::{CANDIDATES, IndexError, Library, Place, Synonyms};
use crate::interview::InterviewKey;
use crate::language::find_words;

/// The quote at a place, or `None` where its interview was changed or withdrawn. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn quote_at(library: &Library, place: &Place) -> Result<Option<Quote>, IndexError> {
    let interview = library.interview(place.interview)?;
    Ok(interview.and_then(|interview| {
        Quote::cut(
            &interview,
            place.span,
            place.highlight.into_iter().collect(),
            0.0,
        )
    }))
}

/// Where quoted words stand, whatever white space is between them; `None` where no interview holds them any
/// more. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn find_quoted(library: &Library, words: &str) -> Result<Option<Place>, IndexError> {
    let language = likeliest_language(library, words)?;
    let none = Synonyms::default();
    let meaning = QuestionAnalysis::of(library, words, language, AnalysisOptions::plain(&none))?;
    let mut looked: Vec<InterviewKey> = Vec::new();
    for candidate in library.candidates(&meaning.query, CANDIDATES)? {
        let key = candidate.interview;
        if looked.contains(&key) {
            continue;
        }
        looked.push(key);
        let Some(interview) = library.interview(key)? else {
            continue;
        };
        if let Some(span) = find_words(&interview.transcript, words, 0) {
            return Ok(Some(Place {
                interview: key,
                span,
                highlight: None,
            }));
        }
    }
    Ok(None)
}

/// The words at a place, or `None` where its interview was changed or withdrawn. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn words_at(library: &Library, place: &Place) -> Result<Option<String>, IndexError> {
    let interview = library.interview(place.interview)?;
    let interview = interview.filter(|interview| !interview.is_withdrawn(place.span));
    Ok(interview.and_then(|interview| interview.slice(place.span).map(str::to_owned)))
}

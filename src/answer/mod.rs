//! From a question to an answer: quoted passages with their source, or nothing.

mod attribution;
mod quote;

use crate::interview::{InterviewKey, Span};
pub use attribution::Attribution;
pub use quote::Quote;

/// What a user asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The words as typed.
    pub text: String,
    /// How many quotes at most.
    pub quotes: usize,
}

/// What the interviews say to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Quotes that answer.
    Found(Found),
    /// Nothing answers.
    Nothing(Nothing),
}

/// Quotes that answer a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Best first, at least one, never two on the same words.
    pub quotes: Vec<Quote>,
    /// Words that were read as others.
    pub corrections: Vec<Correction>,
}

/// What the corpus holds instead of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Nothing {
    /// Questions that interviewers asked and that share words with this one, or else any; as they asked
    /// them. At most three.
    pub nearest: Vec<Example>,
    /// What there is.
    pub coverage: Coverage,
    /// Words that were read as others.
    pub corrections: Vec<Correction>,
}

/// A word that no interview holds, and the nearest that one does.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Correction {
    /// The word as typed.
    pub from: String,
    /// The word that was looked for in its place.
    pub to: String,
}

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

/// A place in an interview at one revision: what a button carries in place of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The interview and its revision.
    pub interview: InterviewKey,
    /// The words.
    pub span: Span,
    /// The words in them that answer, if any.
    pub highlight: Option<Span>,
}

use crate::index::{IndexError, Library};

/// Answers a question. Blocking: milliseconds of work, never on an async worker.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn answer(_library: &Library, _question: &Question) -> Result<Answer, IndexError> {
    Err(IndexError)
}

/// The quote at a place, or `None` where its interview was changed or withdrawn. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn quote_at(_library: &Library, _place: &Place) -> Result<Option<Quote>, IndexError> {
    Ok(None)
}

/// The words at a place, or `None` where its interview was changed or withdrawn. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn words_at(_library: &Library, _place: &Place) -> Result<Option<String>, IndexError> {
    Ok(None)
}

/// What the corpus holds. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn coverage(_library: &Library) -> Result<Coverage, IndexError> {
    Ok(Coverage::default())
}

/// Up to `limit` questions that interviewers asked, short enough for a button. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn examples(_library: &Library, _limit: usize) -> Result<Vec<Example>, IndexError> {
    Ok(Vec::new())
}

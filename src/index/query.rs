//! A query: weighted terms in one language. It is built from terms, never from a query language.

use super::Filters;
use crate::language::Language;

/// What a question means to the index. Built from terms: a user's text never reaches an engine's query
/// language.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// The question's language: its terms are looked for in the text of this language, under its own
    /// statistics.
    pub language: Language,
    /// What is looked for, any of it.
    pub terms: Vec<QueryTerm>,
    /// Parts of the words as they were typed and as they were read: see [`crate::language::grams`].
    pub grams: Vec<String>,
    /// What each place counts in which a term may be found.
    pub weights: Weights,
    /// What is searched.
    pub filters: Filters,
}

/// One word of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryTerm {
    /// The folded word; `None` where it is looked for by its stem only.
    pub word: Option<String>,
    /// Its stem.
    pub stem: String,
    /// How much it counts, 1 for an ordinary word.
    pub weight: f32,
}

/// How much each field adds to a passage's score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// The passage's stems.
    pub body: f32,
    /// The interviewer's question.
    pub asked: f32,
    /// The title of the interview.
    pub title: f32,
    /// The whole answer around the passage, scored once for all its passages.
    pub answer: f32,
    /// The words of the whole answer as they are written, folded.
    pub exact: f32,
    /// The parts of these words.
    pub grams: f32,
    /// The whole interview, scored once for all its passages.
    pub interview: f32,
}

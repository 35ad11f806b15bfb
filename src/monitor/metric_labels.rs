//! The labels of metrics: front ends, outcomes of questions, the size of the corpus.

use std::time::SystemTime;

/// Where a question came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontEnd {
    /// A private chat.
    Private,
    /// A group.
    Group,
    /// What somebody typed after the bot's name.
    Inline,
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionOutcome {
    /// It was answered with quotes.
    Quoted,
    /// Nothing was found.
    Nothing,
    /// It could not be answered.
    Failed,
}

/// What is counted when somebody looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CorpusSize {
    /// Interviews.
    pub interviews: usize,
    /// Passages.
    pub passages: usize,
    /// When the index was last written, where that can be told.
    pub written: Option<SystemTime>,
}

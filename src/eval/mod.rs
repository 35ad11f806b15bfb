//! Measuring answers: sets of questions whose answers are known, asked as users ask.
//!
//! A set is a folder with `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`. Its corpus is read and indexed as
//! interviews are, its questions go the way of every question, and what is measured is what was ranked and
//! what was quoted.

mod evaluation_run;
mod golden_questions;
mod metrics;
mod question_set;
mod run_comparison;

pub use evaluation_run::{IndexedQuestionSet, measure};
pub use golden_questions::{GoldenQuestion, GoldenReport, GoldenVerdict};
pub use metrics::{EvaluationReport, NoAnswerMetrics, RankingRun};
pub use question_set::{QuestionSet, SetQuestion};
pub use run_comparison::{Difference, compare};

use std::path::PathBuf;

use crate::corpus::CorpusError;
use crate::index::IndexError;

/// Why something cannot be measured; what follows the line break is what to do.
#[derive(Debug, thiserror::Error)]
pub enum EvalError {
    /// A file that cannot be read.
    #[error(
        "cannot read `{path}`: {cause}\nname a file with questions, or a folder with corpus.jsonl, queries.jsonl and qrels.tsv"
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A line that is not what its file should hold.
    #[error("`{path}`, line {line}: {reason}\n{hint}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong.
        reason: String,
        /// What to do about it.
        hint: String,
    },
    /// A file without a question.
    #[error("`{0}` contains no questions\nadd at least one")]
    NoQuestions(PathBuf),
    /// A question of which nothing is said that should answer it.
    #[error(
        "`expect` is empty for the question `{0}`\nwrite the words that should be quoted, or \"nothing\""
    )]
    NothingExpected(String),
    /// The corpus of a set cannot be indexed.
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    /// The index cannot be asked.
    #[error(transparent)]
    Index(#[from] IndexError),
    /// No room for the index of a set.
    #[error("cannot write: {0}\nfree some space in the folder for temporary files")]
    Disk(#[from] std::io::Error),
}

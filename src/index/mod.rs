//! The search index: its queries, candidates, filters and catalogue as plain data, and the engine behind them.
//!
//! It is derived from the corpus folder and can be thrown away at any time. What goes in is already
//! analysed into terms, and what comes out are passages with scores: every engine behind this interface
//! would rank the same. A writer replaces or removes whole interviews; readers see a commit or nothing
//! of it. Its folder carries a marker: no other folder is written, and only files that were made here are removed.

mod cached_interview;
mod candidate;
mod catalogue;
mod embedded;
mod error;
mod example_questions;
mod filters;
mod frequent_words;
mod name_spellings;
mod query;
mod term_vector;

pub use cached_interview::{CachedInterview, Sentence};
pub use candidate::{Candidate, FieldScores};
pub use catalogue::{Catalogue, CatalogueEntry, SourceFile};
pub use embedded::{
    FuzzyPrefix, IndexCounts, Library, NewestCommit, OpenedIndex, TopicWords, Writer, open,
    open_in_memory, rarity, written,
};
pub use error::IndexError;
pub use example_questions::MOST_QUESTIONS;
pub use filters::{Filters, InterviewName};
pub use frequent_words::FrequentWord;
pub use name_spellings::NameSpelling;
pub use query::{Query, QueryTerm, Weights};
pub use term_vector::{StemOccurrence, TermVector};

//! The index: where passages are found. tantivy stands behind this interface and nowhere else.
//!
//! It is derived from the corpus folder and can be thrown away at any time. What goes in is already
//! analysed into terms, and what comes out are passages with scores: every engine behind this interface
//! would rank the same. A writer replaces or removes whole interviews; readers see a commit or nothing
//! of it. Its folder carries a marker: no other folder is written, and only files that were made here are removed.

mod candidate;
mod catalogue;
mod directory;
mod engine_files;
mod error;
mod example_questions;
mod filters;
mod folder_marker;
mod frequent;
mod full_disk;
mod guarded_directory;
mod layout;
mod library;
mod lists;
mod location;
mod merging;
mod names;
mod near;
mod openings;
mod ownership;
mod query;
mod record;
mod schema;
mod scoring;
mod search;
mod snapshot;
mod statistics;
mod sums;
mod together;
mod unpacked;
mod vocabulary;
mod within;
mod words;
mod write_lock;
mod writer;

pub use candidate::{Candidate, Parts};
pub use catalogue::{Catalogue, Entry, Source};
pub use directory::{Opened, open, open_in_memory, written};
pub use error::IndexError;
pub use example_questions::MOST_QUESTIONS;
pub use filters::{Filters, Named};
pub use frequent::Frequent;
pub use full_disk::{is_full, no_space};
pub use library::{Counts, Library};
pub use names::Name;
pub use near::Begins;
pub use query::{Query, QueryTerm, Weights};
pub use record::Signature;
pub use scoring::rarity;
pub use snapshot::Telling;
pub use unpacked::{Sentence, Unpacked};
pub use writer::Writer;

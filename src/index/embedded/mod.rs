//! The embedded search engine: tantivy. Nothing outside this module names it.

mod answer_openings;
mod bm25_scoring;
mod bm25_statistics;
mod candidate_search;
mod commit_snapshot;
mod document_id_map;
mod engine_error;
mod engine_files;
mod filter_bitset;
mod folder_marker;
mod folder_ownership;
mod fuzzy_terms;
mod guarded_directory;
mod index_handle;
mod index_location;
mod open_or_rebuild;
mod passage_columns;
mod phrase_occurrence;
mod postings;
mod pretokenized_text;
mod schema;
mod score_accumulator;
mod scoring_clause;
mod segment_merging;
mod term_dictionary;
mod write_lock;
mod writer;

pub use bm25_statistics::rarity;
pub use commit_snapshot::TopicWords;
pub use fuzzy_terms::FuzzyPrefix;
pub(super) use guarded_directory::WriteFault;
pub use index_handle::{IndexCounts, Library};
pub use open_or_rebuild::{OpenedIndex, open, open_in_memory, written};
pub(super) use schema::SchemaFields;
pub use writer::Writer;

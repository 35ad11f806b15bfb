//! Question understanding: from the words that a user typed to a query, its filters and its options.

pub(super) mod analysis;
mod answer_form;
mod answer_type;
mod asking_sentences;
mod capitalized_names;
mod compound_words;
mod content_words;
pub(super) mod filters;
mod interrogative_frames;
pub(super) mod name_or_common_word;
mod phrase_match;
mod query_expansion;
mod query_word;
pub(super) mod question_language;
pub(super) mod question_options;
mod related_stems;
pub(super) mod small_talk;
mod spelling_correction;
mod synonyms;
mod topic_prefix;
pub(super) mod words_by_stem_hash;

pub(crate) use content_words::subject;
pub(super) use content_words::{AnalysedText, is_of_subject, readable};
pub use filters::{AmbiguousName, UnknownFilterKind, UnknownFilterValue, find_collection};
pub(super) use filters::{
    FilteredQuestion, NameResolution, WhoIsQuestion, name_asked, parse_who_is,
};
pub(super) use query_word::{LEADS_UP, QueryWord};
pub(super) use question_options::follow;
pub use question_options::{QuestionOptions, Scope, SpeakerKey};
pub use small_talk::{SmallTalk, small_talk};
pub use synonyms::{Synonyms, SynonymsError};

//! The schema: passage, answer and interview documents with their fields.
//!
//! A *passage* document has the passage's stems and its title, and columns that say where it stands. An
//! *answer* document has the stems, the words and the parts of words of a whole answer, and the stems of the
//! question to it, an *interview* document the stems of the whole interview and the interview itself: each is
//! scored once, not copied into every passage. Every term carries its language in front, so that each language has statistics of its own.

use tantivy::Term;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, SchemaBuilder, TextFieldIndexing,
    TextOptions,
};

use crate::language::{FINGERPRINT, Language};

/// Changes with the schema or with what is written into it: an index of another version is rebuilt.
const VERSION: u32 = 17;

/// The version of schema, analysis and reader that an index was made by, kept in its commit.
pub(super) fn version() -> String {
    format!(
        "schema {VERSION}; {FINGERPRINT}; verbatim {}",
        env!("CARGO_PKG_VERSION")
    )
}

/// What stands before the corpus folder in a commit, after the version.
const CORPUS: &str = "\ncorpus ";

/// What a commit says of itself: its version, and the canonical path of the folder whose interviews it holds.
pub(super) fn payload(corpus: Option<&str>) -> String {
    let corpus = corpus.map(|corpus| format!("{CORPUS}{corpus}"));
    version() + corpus.as_deref().unwrap_or_default()
}

/// Whether a commit was made by this version.
pub(super) fn is_of_this_version(payload: Option<&str>) -> bool {
    let rest = payload.and_then(|payload| payload.strip_prefix(&version()));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(CORPUS))
}

/// The folder of interviews that a commit names.
pub(super) fn corpus_of(payload: Option<&str>) -> Option<String> {
    let (_, corpus) = payload?.split_once(CORPUS)?;
    Some(corpus.to_owned())
}

/// The fields by name.
#[derive(Debug, Clone, Copy)]
pub(in crate::index) struct SchemaFields {
    pub(super) body: Field,
    pub(super) title: Field,
    pub(super) asked: Field,
    pub(super) answer: Field,
    pub(super) exact: Field,
    pub(super) grams: Field,
    pub(super) whole: Field,
    /// Kind and language, one a document: how many there are of each.
    pub(super) kind: Field,
    /// The interview's id, on all its documents: what a replacement deletes.
    pub(super) interview: Field,
    /// The interview's collection, on all its documents: what a question is confined to.
    pub(super) collection: Field,
    /// The bare names of those who speak in it, on all documents: in a passage one, in an answer and an
    /// interview everybody whose words may be quoted.
    pub(super) speaker: Field,
    /// The interview's outlet as a bare name, and its date, on all its documents.
    pub(super) outlet: Field,
    pub(super) date: Field,
    /// The interview's key, 40 bits, on all its documents.
    pub(super) parent: Field,
    /// How many passages and answers an interview has, on its own document, which stands right after them.
    pub(super) parts: Field,
    pub(super) exchange: Field,
    pub(super) turn: Field,
    pub(super) start: Field,
    pub(super) end: Field,
    /// The passage's terms, several values a passage, for what is scored after the engine.
    pub(super) signature: Field,
    /// The interview itself, as JSON: a text, because tantivy reads stored bytes one by one.
    pub(super) record: Field,
    /// What lists and counts need of an interview, as JSON.
    pub(super) entry: Field,
    /// The words that its guests say most, as JSON.
    pub(super) frequent: Field,
}

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum DocumentKind {
    Passage,
    Answer,
    Interview,
}

impl DocumentKind {
    pub(super) const ALL: [Self; 3] = [Self::Passage, Self::Answer, Self::Interview];
}

pub(super) fn schema() -> (Schema, SchemaFields) {
    let mut schema = SchemaBuilder::new();
    let terms = |schema: &mut SchemaBuilder, name: &str| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_index_option(IndexRecordOption::WithFreqs)
            .set_fieldnorms(true);
        schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
    };
    let fields = SchemaFields {
        body: terms(&mut schema, "body"),
        title: terms(&mut schema, "title"),
        asked: terms(&mut schema, "asked"),
        answer: terms(&mut schema, "answer"),
        exact: terms(&mut schema, "exact"),
        grams: terms(&mut schema, "grams"),
        whole: terms(&mut schema, "whole"),
        kind: schema.add_text_field("kind", STRING),
        interview: schema.add_text_field("interview", STRING),
        collection: schema.add_text_field("collection", STRING),
        speaker: schema.add_text_field("speaker", STRING),
        outlet: schema.add_text_field("outlet", STRING),
        date: schema.add_text_field("date", STRING),
        parent: schema.add_u64_field("parent", FAST),
        parts: schema.add_u64_field("parts", FAST),
        exchange: schema.add_u64_field("exchange", FAST),
        turn: schema.add_u64_field("turn", FAST),
        start: schema.add_u64_field("start", FAST),
        end: schema.add_u64_field("end", FAST),
        signature: schema.add_u64_field("signature", FAST),
        record: schema.add_text_field("record", STORED),
        entry: schema.add_bytes_field("entry", FAST),
        frequent: schema.add_bytes_field("frequent", FAST),
    };
    (schema.build(), fields)
}

/// A word or stem of a language, as it stands in the index.
pub(super) fn in_language(language: Language, term: &str) -> String {
    let mut text = String::with_capacity(4 + term.len());
    text.push_str(language.code());
    text.push('\u{1f}');
    text.push_str(term);
    text
}

/// The value of [`SchemaFields::kind`].
pub(super) fn kind_value(kind: DocumentKind, language: Language) -> String {
    let kind = match kind {
        DocumentKind::Passage => "passage",
        DocumentKind::Answer => "answer",
        DocumentKind::Interview => "interview",
    };
    in_language(language, kind)
}

impl SchemaFields {
    /// The term that every document of an interview carries.
    pub(super) fn of_interview(&self, id: &str) -> Term {
        Term::from_field_text(self.interview, id)
    }
}

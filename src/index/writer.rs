//! Writing: whole interviews in, whole interviews out, all of it seen at a commit.

use std::cell::Cell;

use tantivy::index::{SegmentId, SegmentMeta};
use tantivy::indexer::{LogMergePolicy, NoMergePolicy};
use tantivy::schema::Field;
use tantivy::{IndexWriter, TantivyDocument};

use super::catalogue::Entry;
use super::record::Signature;
use super::schema::{Fields, Kind, in_language, kind_value, place_value, version};
use super::{IndexError, Library};
use crate::interview::{Interview, InterviewId, Passage};
use crate::language::{Language, Term, terms};

/// Memory that new documents may take before they are written out, in bytes.
const BUFFER: usize = 64 << 20;

/// The share of withdrawn documents in a segment beyond which it is written anew, so that what was
/// withdrawn leaves the disk.
const WITHDRAWN: f32 = 0.2;

/// A segment with this many documents is written anew within a second or so: smaller ones are, whatever
/// the share of withdrawn documents in them.
const SMALL: u32 = 20_000;

/// The one that may change an index. Nothing is seen before [`Writer::commit`].
pub struct Writer {
    library: Library,
    writer: IndexWriter,
    fields: Fields,
    /// Whether an interview was taken out for good.
    removed: Cell<bool>,
}

impl Writer {
    /// Takes the index's lock.
    ///
    /// # Errors
    ///
    /// [`IndexError::Busy`] where another process has it.
    pub fn new(library: &Library) -> Result<Self, IndexError> {
        let writer = library.index().writer_with_num_threads(1, BUFFER)?;
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(WITHDRAWN);
        writer.set_merge_policy(Box::new(policy));
        Ok(Self {
            library: library.clone(),
            writer,
            fields: library.fields(),
            removed: Cell::new(false),
        })
    }

    /// Puts an interview in the place of what stood under its id. `source` is the SHA-256 of its file.
    ///
    /// # Errors
    ///
    /// Where the disk is full or cannot be written.
    pub fn replace(
        &self,
        interview: &Interview,
        passages: &[Passage],
        source: &str,
    ) -> Result<(), IndexError> {
        self.delete(&interview.id);
        let language = interview.metadata.language;
        let title = terms(
            interview.metadata.title.as_deref().unwrap_or_default(),
            language,
        );
        let asked: Vec<Vec<Term>> = interview
            .exchanges
            .iter()
            .map(|exchange| {
                let question = interview
                    .question_span(exchange)
                    .and_then(|span| interview.slice(span));
                terms(question.unwrap_or_default(), language)
            })
            .collect();
        let mut whole = stems(&title);
        let mut answers: Vec<Vec<String>> = vec![Vec::new(); interview.exchanges.len()];
        for passage in passages {
            let body = terms(interview.slice(passage.span).unwrap_or_default(), language);
            answers[passage.exchange].extend(stems(&body));
            self.add_passage(interview, passage, &body, &asked[passage.exchange], &title)?;
        }
        for (exchange, answer) in answers.into_iter().enumerate() {
            whole.extend(answer.iter().cloned());
            let mut document = self.document(interview, Kind::Answer);
            document.add_u64(self.fields.exchange, exchange as u64);
            add_terms(&mut document, self.fields.answer, language, answer);
            add_terms(
                &mut document,
                self.fields.asked,
                language,
                stems(&asked[exchange]),
            );
            self.writer.add_document(document)?;
        }
        for question in &asked {
            whole.extend(stems(question));
        }
        let mut document = self.document(interview, Kind::Interview);
        add_terms(&mut document, self.fields.whole, language, whole);
        document.add_u64(self.fields.key, interview.key().value());
        document.add_bytes(
            self.fields.entry,
            json(&Entry::of(interview, source, passages.len()))?.as_bytes(),
        );
        document.add_text(self.fields.record, json(interview)?);
        self.writer.add_document(document)?;
        Ok(())
    }

    /// Takes an interview out: its words leave the disk with [`Self::finish`].
    pub fn remove(&self, id: &InterviewId) {
        self.removed.set(true);
        self.delete(id);
    }

    fn delete(&self, id: &InterviewId) {
        self.writer
            .delete_term(self.fields.of_interview(id.as_str()));
    }

    /// Makes everything since the last commit seen, all at once, and kept.
    ///
    /// # Errors
    ///
    /// Where the disk is full or cannot be written; what was committed before stays.
    pub fn commit(&mut self) -> Result<(), IndexError> {
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&version());
        commit.commit()?;
        self.library.reload()
    }

    /// Merges what was written into few segments (every search looks every word up in each of them), and
    /// writes those anew that hold what was taken out, so that it leaves the disk. What was only replaced
    /// by another revision leaves a large segment later, with a merge that is worth it.
    ///
    /// # Errors
    ///
    /// Where the disk is full or cannot be written.
    pub fn finish(self) -> Result<(), IndexError> {
        self.writer.wait_merging_threads()?;
        let index = self.library.index();
        let segments = index.searchable_segment_metas()?;
        let purged = segments.iter().filter(|segment| {
            segment.has_deletes() && (self.removed.get() || segment.num_docs() <= SMALL)
        });
        let mut merged: Vec<SegmentId> = purged.map(SegmentMeta::id).collect();
        let small = worth_merging(segments);
        merged.extend(
            small
                .into_iter()
                .filter(|id| !merged.contains(id))
                .collect::<Vec<_>>(),
        );
        if merged.is_empty() {
            return self.library.reload();
        }
        let mut writer: IndexWriter = index.writer_with_num_threads(1, BUFFER)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        writer.merge(&merged).wait()?;
        self.library.reload()?;
        writer.garbage_collect_files().wait()?;
        writer.wait_merging_threads()?;
        Ok(())
    }

    fn add_passage(
        &self,
        interview: &Interview,
        passage: &Passage,
        body: &[Term],
        asked: &[Term],
        title: &[Term],
    ) -> Result<(), IndexError> {
        let language = interview.metadata.language;
        let mut document = self.document(interview, Kind::Passage);
        document.add_u64(self.fields.exchange, passage.exchange as u64);
        document.add_text(
            self.fields.place,
            place_value(interview.key().value(), passage.exchange as u64),
        );
        document.add_u64(self.fields.turn, passage.turn as u64);
        document.add_u64(self.fields.start, passage.span.start as u64);
        document.add_u64(self.fields.end, passage.span.end as u64);
        for value in Signature::of(body, asked).to_column() {
            document.add_u64(self.fields.signature, value);
        }
        add_terms(&mut document, self.fields.body, language, stems(body));
        add_terms(
            &mut document,
            self.fields.exact,
            language,
            body.iter().map(|term| term.word.clone()),
        );
        add_terms(&mut document, self.fields.title, language, stems(title));
        self.writer.add_document(document)?;
        Ok(())
    }

    fn document(&self, interview: &Interview, kind: Kind) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(
            self.fields.kind,
            kind_value(kind, interview.metadata.language),
        );
        document.add_text(self.fields.interview, interview.id.as_str());
        if let Some(collection) = interview.id.collection() {
            document.add_text(self.fields.collection, collection);
        }
        document.add_u64(self.fields.parent, interview.key().value());
        document
    }
}

/// The smaller segments, each at most twice as large as those below it together: a document is so written
/// anew a logarithmic number of times, and a small change never rewrites a large index.
fn worth_merging(mut segments: Vec<SegmentMeta>) -> Vec<SegmentId> {
    segments.sort_by_key(SegmentMeta::num_docs);
    let mut below: u32 = 0;
    let worth = segments.iter().take_while(|segment| {
        let fits = below == 0 || segment.num_docs() <= below.saturating_mul(2);
        below = below.saturating_add(segment.num_docs());
        fits
    });
    let worth: Vec<SegmentId> = worth.map(SegmentMeta::id).collect();
    if worth.len() > 1 { worth } else { Vec::new() }
}

fn stems(terms: &[Term]) -> Vec<String> {
    terms
        .iter()
        .filter(|term| !term.stop)
        .map(|term| term.stem.clone())
        .collect()
}

/// Terms are handed over as text with spaces between them: tantivy carries tokens from thread to thread as
/// JSON, which took half of the time.
fn add_terms(
    document: &mut TantivyDocument,
    field: Field,
    language: Language,
    terms: impl IntoIterator<Item = String>,
) {
    let mut text = String::new();
    for term in terms {
        text.push_str(&in_language(language, &term));
        text.push(' ');
    }
    if !text.is_empty() {
        document.add_text(field, text);
    }
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, IndexError> {
    serde_json::to_string(value).map_err(|error| IndexError::Record(error.to_string()))
}

//! The index writer: adds and removes whole interviews, visible at a commit.

use std::cell::Cell;
use std::collections::BTreeSet;

use tantivy::indexer::{LogMergePolicy, UserOperation};
use tantivy::{Index, IndexWriter, TantivyDocument};

use super::index_handle::Library;
use super::pretokenized_text::PretokenizedText;
use super::schema::{DocumentKind, SchemaFields, kind_value, payload};
use super::segment_merging::{BUFFER, merge, remove_unused_files};
use super::write_lock::WriteLock;
use crate::index::IndexError;
use crate::index::catalogue::{CatalogueEntry, SourceFile};
use crate::index::frequent_words::WordCounter;
use crate::index::term_vector::TermVector;
use crate::interview::{Interview, InterviewId, Passage};
use crate::language::{Language, Term, grams, normalized_name, terms};

/// The share of withdrawn documents in a segment beyond which it is written anew, so that what was
/// withdrawn leaves the disk.
const WITHDRAWN: f32 = 0.2;

/// The one that may change an index. Nothing is seen before [`Writer::commit`].
pub struct Writer {
    library: Library,
    index: Index,
    writer: IndexWriter,
    fields: SchemaFields,
    /// The folder of interviews that its commits name.
    corpus: Option<String>,
    /// Whether an interview was taken out for good.
    removed: Cell<bool>,
    /// Let go last; `None` for an index in memory.
    lock: Option<WriteLock>,
}

/// What is gathered over an interview's exchanges.
struct InterviewText {
    whole: PretokenizedText,
    frequent: WordCounter,
}

impl InterviewText {
    fn of(language: Language) -> Self {
        Self {
            whole: PretokenizedText::new(language),
            frequent: WordCounter::default(),
        }
    }
}

impl Writer {
    /// Takes the index's lock.
    ///
    /// # Errors
    ///
    /// [`IndexError::Busy`] where another process has it, [`IndexError::ReadOnly`] where nothing can be written.
    pub fn new(library: &Library) -> Result<Self, IndexError> {
        Self::holding(library, library.write_lock()?)
    }

    /// For who has the index's lock.
    pub(super) fn holding(library: &Library, lock: Option<WriteLock>) -> Result<Self, IndexError> {
        let failed = |error| library.failure(error);
        let index = library.for_writing()?;
        let writer = index.writer_with_num_threads(1, BUFFER).map_err(failed)?;
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(WITHDRAWN);
        writer.set_merge_policy(Box::new(policy));
        // A writer that was killed may have left files whose names this one needs.
        writer.garbage_collect_files().wait().map_err(failed)?;
        Ok(Self {
            library: library.clone(),
            index,
            writer,
            fields: library.fields(),
            corpus: None,
            removed: Cell::new(false),
            lock,
        })
    }

    /// Its commits say that they hold the interviews of this folder.
    #[must_use]
    pub fn of_corpus(mut self, folder: &str) -> Self {
        self.corpus = Some(folder.to_owned());
        self
    }

    /// Puts an interview in the place of what stood under its id.
    ///
    /// # Errors
    ///
    /// Where the disk is full or cannot be written.
    pub fn replace(
        &self,
        interview: &Interview,
        passages: &[Passage],
        source: SourceFile<'_>,
    ) -> Result<(), IndexError> {
        self.delete(&interview.id);
        let language = interview.metadata.language;
        let title = terms(
            interview.metadata.title.as_deref().unwrap_or_default(),
            language,
        );
        let mut said = InterviewText::of(language);
        said.whole.extend(stems(&title));
        let mut documents = Vec::with_capacity(passages.len() + interview.exchanges.len() + 1);
        let mut rest = passages;
        for exchange in 0..interview.exchanges.len() {
            let own = rest.partition_point(|passage| passage.exchange <= exchange);
            let (own, others) = rest.split_at(own);
            rest = others;
            let exchange = (exchange, own, title.as_slice());
            self.add_exchange(interview, exchange, &mut said, &mut documents);
        }
        let mut document = self.document(interview, DocumentKind::Interview);
        said.whole.add_to(&mut document, self.fields.whole);
        let frequent = json(&said.frequent.most())?;
        document.add_bytes(self.fields.frequent, frequent.as_bytes());
        self.add_speakers(&mut document, interview, interview.quotable());
        document.add_u64(self.fields.parts, documents.len() as u64);
        document.add_bytes(
            self.fields.entry,
            json(&CatalogueEntry::of(interview, source, passages.len()))?.as_bytes(),
        );
        document.add_text(self.fields.record, json(interview)?);
        documents.push(document);
        // In one go: they stand one after another, in one segment.
        let added = documents.into_iter().map(UserOperation::Add);
        let added = self.writer.run(added.collect::<Vec<_>>());
        added.map(drop).map_err(|error| self.library.failure(error))
    }

    /// Adds the passages of an exchange and the answer; `said` takes their stems and the question's.
    fn add_exchange(
        &self,
        interview: &Interview,
        (exchange, passages, title): (usize, &[Passage], &[Term]),
        said: &mut InterviewText,
        documents: &mut Vec<TantivyDocument>,
    ) {
        let language = interview.metadata.language;
        let question = interview
            .question_span(&interview.exchanges[exchange])
            .and_then(|span| interview.slice(span));
        let asked = terms(question.unwrap_or_default(), language);
        let mut answer = PretokenizedText::new(language);
        let mut exact = PretokenizedText::new(language);
        let mut parts = PretokenizedText::new(language);
        for passage in passages {
            let text = interview.slice(passage.span).unwrap_or_default();
            let body = terms(text, language);
            said.frequent.add(text, &body);
            answer.extend(stems(&body));
            exact.extend(body.iter().map(|term| &*term.word));
            for term in body.iter().filter(|term| !term.stop) {
                parts.extend(grams(&term.word).iter().map(String::as_str));
            }
            documents.push(self.passage(interview, passage, &body, &asked, title));
        }
        let mut question = PretokenizedText::new(language);
        question.extend(stems(&asked));
        said.whole.append(&answer);
        said.whole.append(&question);
        let mut document = self.document(interview, DocumentKind::Answer);
        document.add_u64(self.fields.exchange, exchange as u64);
        let turns = interview.exchanges[exchange].answer.iter().copied();
        self.add_speakers(&mut document, interview, turns);
        answer.add_to(&mut document, self.fields.answer);
        exact.add_to(&mut document, self.fields.exact);
        parts.add_to(&mut document, self.fields.grams);
        question.add_to(&mut document, self.fields.asked);
        documents.push(document);
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
        let commit = self.writer.prepare_commit().and_then(|mut commit| {
            commit.set_payload(&payload(self.corpus.as_deref()));
            commit.commit()
        });
        commit.map_err(|error| self.library.failure(error))?;
        self.library.reload()
    }

    /// Merges what was written into few segments (every search looks every word up in each of them), and
    /// writes those anew that hold what was taken out, so that it leaves the disk. What was only replaced
    /// by another revision leaves a large segment later, with a merge that is worth it.
    ///
    /// # Errors
    ///
    /// Where the disk is full or cannot be written; what was committed stays.
    pub fn finish(self) -> Result<(), IndexError> {
        let Self {
            library,
            index,
            writer,
            removed,
            lock: _lock,
            ..
        } = self;
        let merged = merge(&library, &index, writer, removed.get());
        if merged.is_err() {
            remove_unused_files(&index);
        }
        merged
    }

    /// Gives everything up since the last commit, and the room that it took on the disk.
    pub fn abandon(self) {
        let Self {
            index,
            writer,
            lock: _lock,
            ..
        } = self;
        drop(writer);
        remove_unused_files(&index);
    }

    fn passage(
        &self,
        interview: &Interview,
        passage: &Passage,
        body: &[Term],
        asked: &[Term],
        title: &[Term],
    ) -> TantivyDocument {
        let language = interview.metadata.language;
        let mut document = self.document(interview, DocumentKind::Passage);
        document.add_u64(self.fields.exchange, passage.exchange as u64);
        document.add_u64(self.fields.turn, passage.turn as u64);
        self.add_speakers(&mut document, interview, [passage.turn]);
        document.add_u64(self.fields.start, passage.span.start as u64);
        document.add_u64(self.fields.end, passage.span.end as u64);
        for value in TermVector::of(body, asked).to_column() {
            document.add_u64(self.fields.signature, value);
        }
        for (field, terms) in [(self.fields.body, body), (self.fields.title, title)] {
            let mut words = PretokenizedText::new(language);
            words.extend(stems(terms));
            words.add_to(&mut document, field);
        }
        document
    }

    /// Adds the names of those who speak in some turns, each once.
    fn add_speakers(
        &self,
        document: &mut TantivyDocument,
        interview: &Interview,
        turns: impl IntoIterator<Item = usize>,
    ) {
        let names: BTreeSet<String> = turns
            .into_iter()
            .filter_map(|turn| interview.name_in(turn))
            .map(normalized_name)
            .collect();
        for name in names {
            document.add_text(self.fields.speaker, name);
        }
    }

    fn document(&self, interview: &Interview, kind: DocumentKind) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(
            self.fields.kind,
            kind_value(kind, interview.metadata.language),
        );
        document.add_text(self.fields.interview, interview.id.as_str());
        if let Some(collection) = interview.id.collection() {
            document.add_text(self.fields.collection, collection);
        }
        if let Some(outlet) = &interview.metadata.outlet {
            document.add_text(self.fields.outlet, normalized_name(outlet));
        }
        if let Some(date) = interview.metadata.date {
            document.add_text(self.fields.date, date.to_string());
        }
        document.add_u64(self.fields.parent, interview.key().value());
        document
    }
}

fn stems(terms: &[Term]) -> impl Iterator<Item = &str> {
    let content = terms.iter().filter(|term| !term.stop);
    content.map(|term| &*term.stem)
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, IndexError> {
    serde_json::to_string(value).map_err(|error| IndexError::Record(error.to_string()))
}

//! The index writer: adds and removes whole interviews, visible at a commit.

use std::cell::Cell;

use tantivy::indexer::{LogMergePolicy, UserOperation};
use tantivy::{Index, IndexWriter};

use super::index_handle::Library;
use super::interview_documents::interview_documents;
use super::schema::{SchemaFields, payload};
use super::segment_merging::{BUFFER, merge, remove_unused_files};
use super::write_lock::WriteLock;
use crate::index::IndexError;
use crate::index::catalogue::SourceFile;
use crate::interview::{Interview, InterviewId, Passage};

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
        let documents = interview_documents(self.fields, interview, passages, source)?;
        // In one go: they stand one after another, in one segment.
        let added = documents.into_iter().map(UserOperation::Add);
        let added = self.writer.run(added.collect::<Vec<_>>());
        added.map(drop).map_err(|error| self.library.failure(error))
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
}

//! The newest commit on disk, looked at before questions are answered from it: another process may have made it, and of
//! other interviews.

use std::collections::HashSet;
use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::{IndexMeta, Searcher};

use super::commit_snapshot::CommitSnapshot;
use super::index_handle::Library;
use super::schema::corpus_of;
use crate::index::{Catalogue, IndexError};

/// A commit that was looked at. [`Library::publish`] makes it the one that questions are answered from.
#[derive(Clone)]
pub struct NewestCommit(Arc<CommitSnapshot>);

impl NewestCommit {
    /// What it holds.
    #[must_use]
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.0.catalogue
    }

    /// Whether both are one commit.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || seen_by(&self.0.searcher) == seen_by(&other.0.searcher)
    }
}

/// The segments of a commit, and what was withdrawn from each by then.
type Segments = HashSet<(SegmentId, Option<u64>)>;

fn seen_by(searcher: &Searcher) -> Segments {
    let segments = searcher.segment_readers().iter();
    segments
        .map(|segment| (segment.segment_id(), segment.delete_opstamp()))
        .collect()
}

fn committed(meta: &IndexMeta) -> Segments {
    let segments = meta.segments.iter();
    segments
        .map(|segment| (segment.id(), segment.delete_opstamp()))
        .collect()
}

impl Library {
    /// Answers from a commit from now on.
    pub fn publish(&self, commit: &NewestCommit) {
        self.set_snapshot(Arc::clone(&commit.0));
    }

    /// The commit that questions are answered from.
    #[must_use]
    pub fn published(&self) -> NewestCommit {
        NewestCommit(self.snapshot())
    }

    /// The newest commit on disk; questions are answered from the one before until it is published.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn newest(&self) -> Result<NewestCommit, IndexError> {
        let published = self.snapshot();
        loop {
            let meta = self.index().load_metas()?;
            let wanted = committed(&meta);
            if wanted == seen_by(&published.searcher) {
                return Ok(NewestCommit(published));
            }
            self.reader().reload()?;
            let searcher = self.reader().searcher();
            // Where another commit came between the two, what this one's payload says is not of it.
            if seen_by(&searcher) == wanted {
                let corpus = corpus_of(meta.payload.as_deref());
                let snapshot = CommitSnapshot::read(searcher, self.fields(), corpus)?;
                return Ok(NewestCommit(Arc::new(snapshot)));
            }
        }
    }

    /// Whether nothing was committed since; for who has the right to write, so that it stays so.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn is_newest(&self, commit: &NewestCommit) -> Result<bool, IndexError> {
        let meta = self.index().load_metas()?;
        Ok(committed(&meta) == seen_by(&commit.0.searcher))
    }

    /// Sees what was committed since, whoever did it.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read; what was seen before stays.
    pub fn reload(&self) -> Result<(), IndexError> {
        let newest = self.newest()?;
        self.publish(&newest);
        Ok(())
    }
}

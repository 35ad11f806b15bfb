//! Segment merging: few segments instead of many, and no leftover files.

use tantivy::index::{SegmentId, SegmentMeta};
use tantivy::indexer::NoMergePolicy;
use tantivy::{Index, IndexWriter, TantivyDocument};

use super::index_handle::Library;
use crate::index::IndexError;

/// Memory that new documents may take before they are written out, in bytes.
pub(super) const BUFFER: usize = 64 << 20;

/// A segment with this many documents is written anew within a second or so: smaller ones are, whatever
/// the share of withdrawn documents in them.
const SMALL: u32 = 20_000;

/// Waits for the merges that run, and makes those that [`super::writer::Writer::finish`] is for.
pub(super) fn merge(
    library: &Library,
    index: &Index,
    writer: IndexWriter,
    removed: bool,
) -> Result<(), IndexError> {
    let failed = |error| library.failure(error);
    writer.wait_merging_threads().map_err(failed)?;
    let segments = index.searchable_segment_metas().map_err(failed)?;
    let purged = segments
        .iter()
        .filter(|segment| segment.has_deletes() && (removed || segment.num_docs() <= SMALL));
    let mut merged: Vec<SegmentId> = purged.map(SegmentMeta::id).collect();
    let small = worth_merging(segments);
    merged.extend(
        small
            .into_iter()
            .filter(|id| !merged.contains(id))
            .collect::<Vec<_>>(),
    );
    if merged.is_empty() {
        return library.reload();
    }
    let mut writer: IndexWriter = index.writer_with_num_threads(1, BUFFER).map_err(failed)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    writer.merge(&merged).wait().map_err(failed)?;
    library.reload()?;
    writer.garbage_collect_files().wait().map_err(failed)?;
    writer.wait_merging_threads().map_err(failed)
}

/// Removes what was written and not committed. Where that fails the next writer does it.
pub(super) fn remove_unused_files(index: &Index) {
    let writer = index.writer_with_num_threads::<TantivyDocument>(1, BUFFER);
    let removed = writer.and_then(|writer| writer.garbage_collect_files().wait());
    if let Err(error) = removed {
        tracing::debug!(%error, "uncommitted data takes up space until the next change");
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

//! The documents that a search is confined to.

use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher, SegmentReader, Term};

/// Documents, segment by segment, one flag a document.
pub(super) struct Within(Vec<Vec<bool>>);

impl Within {
    /// The documents that hold one of the terms of each list; `None` where there are no lists: all documents.
    pub(super) fn all_of(
        searcher: &Searcher,
        lists: &[Vec<Term>],
    ) -> tantivy::Result<Option<Self>> {
        if lists.is_empty() {
            return Ok(None);
        }
        let segment = |segment: &SegmentReader| -> tantivy::Result<Vec<bool>> {
            let mut flags = vec![true; segment.max_doc() as usize];
            for terms in lists {
                let held = any_of(segment, terms)?;
                for (flag, held) in flags.iter_mut().zip(held) {
                    *flag &= held;
                }
            }
            Ok(flags)
        };
        let segments = searcher.segment_readers().iter().map(segment);
        Ok(Some(Self(segments.collect::<tantivy::Result<_>>()?)))
    }

    /// One flag for each document of a segment.
    pub(super) fn segment(&self, ordinal: u32) -> &[bool] {
        self.0.get(ordinal as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether a document is among them.
    pub(super) fn holds(&self, address: DocAddress) -> bool {
        let flags = self.segment(address.segment_ord);
        flags.get(address.doc_id as usize).is_some_and(|flag| *flag)
    }
}

/// The documents of a segment that hold any of the terms.
fn any_of(segment: &SegmentReader, terms: &[Term]) -> tantivy::Result<Vec<bool>> {
    let mut flags = vec![false; segment.max_doc() as usize];
    for term in terms {
        let postings = segment
            .inverted_index(term.field())?
            .read_block_postings(term, IndexRecordOption::Basic)?;
        let mut postings = postings.unwrap_or_else(BlockSegmentPostings::empty);
        while !postings.docs().is_empty() {
            for document in postings.docs() {
                flags[*document as usize] = true;
            }
            postings.advance();
        }
    }
    Ok(flags)
}

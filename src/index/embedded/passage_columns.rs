//! The stored columns of passages: where each stands in its interview, and its term vector.

use tantivy::columnar::{BytesColumn, Column};
use tantivy::{DocAddress, Searcher, SegmentReader};

use crate::index::TermVector;
use crate::interview::{InterviewKey, Passage, Span};

/// The columns that say where a passage stands, segment by segment. Opening them takes longer than a
/// search: they are opened once a commit.
pub(super) struct PassageColumns(pub(super) Vec<SegmentColumns>);

impl PassageColumns {
    pub(super) fn open(searcher: &Searcher) -> tantivy::Result<Self> {
        let open = |segment: &SegmentReader| {
            let column = |name| segment.fast_fields().u64(name);
            Ok(SegmentColumns {
                numbers: [
                    column("parent")?,
                    column("exchange")?,
                    column("turn")?,
                    column("start")?,
                    column("end")?,
                    column("signature")?,
                    column("parts")?,
                ],
                frequent: segment.fast_fields().bytes("frequent")?,
            })
        };
        let segments = searcher.segment_readers().iter().map(open);
        segments.collect::<tantivy::Result<_>>().map(Self)
    }

    fn value(&self, address: DocAddress, column: usize) -> u64 {
        let columns = self.0.get(address.segment_ord as usize);
        columns
            .and_then(|columns| columns.numbers[column].first(address.doc_id))
            .unwrap_or_default()
    }

    /// Interview and exchange; of an interview's own document the exchange is 0.
    pub(super) fn answer(&self, address: DocAddress) -> (u64, u64) {
        (self.value(address, 0), self.value(address, 1))
    }

    /// How many documents stand before an interview's own that belong to it.
    pub(super) fn parts(&self, interview: DocAddress) -> u64 {
        self.value(interview, 6)
    }

    /// The passage's terms.
    pub(super) fn signature(&self, address: DocAddress) -> TermVector {
        let columns = self.0.get(address.segment_ord as usize);
        let values = columns.map(|columns| columns.numbers[5].values_for_doc(address.doc_id));
        TermVector::from_column(values.into_iter().flatten())
    }

    /// The interview and the place in it.
    pub(super) fn passage(&self, address: DocAddress) -> (InterviewKey, Passage) {
        let value = |column| usize::try_from(self.value(address, column)).unwrap_or(usize::MAX);
        let [_, _, _, key @ ..] = self.value(address, 0).to_be_bytes();
        (
            InterviewKey::from_bytes(key),
            Passage {
                exchange: value(1),
                turn: value(2),
                span: Span::new(value(3), value(4)),
            },
        )
    }
}

pub(super) struct SegmentColumns {
    /// Interview, exchange, turn, start, end, signature, parts.
    numbers: [Column<u64>; 7],
    pub(super) frequent: Option<BytesColumn>,
}

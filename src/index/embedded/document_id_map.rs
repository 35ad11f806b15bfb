//! The map from an interview to the ids of its documents.
//!
//! They are written in one go and leave in one go: in the order of its exchanges, each with its passages and then
//! the answer, and the interview's own at the end. Merging segments keeps that order.

use std::collections::HashMap;
use std::ops::Range;

use tantivy::{DocAddress, DocId};

use super::passage_columns::PassageColumns;

/// Every interview's documents, by the interview's key.
#[derive(Default)]
pub(super) struct DocumentIdMap(HashMap<u64, InterviewDocuments>);

/// The documents of one interview.
#[derive(Clone)]
struct InterviewDocuments {
    segment: u32,
    /// Its passages and answers; its own document comes next.
    parts: Range<DocId>,
}

/// The documents of one exchange.
pub(super) struct ExchangeDocuments {
    segment: u32,
    passages: Range<DocId>,
}

impl DocumentIdMap {
    /// Notes where an interview's own document stands.
    pub(super) fn add(&mut self, columns: &PassageColumns, own: DocAddress) {
        let parts = u32::try_from(columns.parts(own)).unwrap_or(0);
        let home = InterviewDocuments {
            segment: own.segment_ord,
            parts: own.doc_id.saturating_sub(parts)..own.doc_id,
        };
        self.0.insert(columns.answer(own).0, home);
    }

    /// The interview's own document.
    pub(super) fn interview(&self, key: u64) -> Option<DocAddress> {
        let home = self.0.get(&key)?;
        Some(DocAddress::new(home.segment, home.parts.end))
    }

    /// The documents of an exchange; `None` where there is no such.
    pub(super) fn exchange(
        &self,
        columns: &PassageColumns,
        (key, exchange): (u64, u64),
    ) -> Option<ExchangeDocuments> {
        let home = self.0.get(&key)?;
        let segment = home.segment;
        let from = |exchange: u64| {
            let before =
                |document: DocId| columns.answer(DocAddress::new(segment, document)).1 < exchange;
            partition_point(home.parts.clone(), before)
        };
        let (first, end) = (from(exchange), from(exchange.saturating_add(1)));
        (first < end).then(|| ExchangeDocuments {
            segment,
            passages: first..end - 1,
        })
    }
}

impl ExchangeDocuments {
    /// The answer's document.
    pub(super) fn answer(&self) -> DocAddress {
        DocAddress::new(self.segment, self.passages.end)
    }

    /// Its passages, in the order of their addresses.
    pub(super) fn passages(self) -> impl Iterator<Item = DocAddress> {
        let segment = self.segment;
        self.passages
            .map(move |document| DocAddress::new(segment, document))
    }
}

/// The first of the documents that `before` does not hold for, which holds for none after it.
fn partition_point(documents: Range<DocId>, before: impl Fn(DocId) -> bool) -> DocId {
    let (mut low, mut high) = (documents.start, documents.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

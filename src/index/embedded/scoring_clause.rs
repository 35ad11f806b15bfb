//! A clause of a query as it is scored: a term with its postings, its weight and its statistics.

use tantivy::Score;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};

use super::bm25_statistics::{K1, LengthNorms, rarity};
use super::postings::FieldPostings;

/// A term in a field, with what finding it is worth.
pub(super) struct ScoringClause<'l> {
    lists: &'l FieldPostings,
    measured: &'l LengthNorms,
    /// Where its postings stand, segment by segment.
    pub(super) postings: Vec<Option<TermInfo>>,
    /// The highest score it can give.
    pub(super) worth: Score,
}

impl<'l> ScoringClause<'l> {
    /// `None` where no document holds the term. `key` is the term as it stands in the index.
    pub(super) fn new(
        lists: &'l FieldPostings,
        measured: &'l LengthNorms,
        key: &str,
        weight: f32,
    ) -> tantivy::Result<Option<Self>> {
        let postings = lists.find(key)?;
        let found = postings.iter().flatten();
        let frequency: u64 = found.map(|info| u64::from(info.doc_freq)).sum();
        if frequency == 0 || weight <= 0.0 {
            return Ok(None);
        }
        Ok(Some(Self {
            lists,
            measured,
            postings,
            worth: weight * rarity(frequency, measured.documents) * (K1 + 1.0),
        }))
    }

    /// The same, worth at most so much.
    pub(super) fn worth_at_most(self, most: Score) -> Self {
        let worth = self.worth.min(most);
        Self { worth, ..self }
    }

    /// How rare its term is, where its weight is 1.
    pub(super) fn rarity(&self) -> f32 {
        self.worth / (K1 + 1.0)
    }

    /// Its postings in a segment and the norms of the documents; `None` where it has none there.
    pub(super) fn open(
        &self,
        segment: usize,
    ) -> tantivy::Result<Option<(BlockSegmentPostings, &'l FieldNormReader)>> {
        let info = self.postings[segment].as_ref();
        info.map_or(Ok(None), |info| self.lists.postings(segment, info))
    }

    /// What a document gives that holds the term so often; `norm` is its field norm.
    pub(super) fn score(&self, frequency: u32, norm: u8) -> Score {
        let frequency = frequency as Score;
        self.worth * frequency / (frequency + self.measured.norms[usize::from(norm)])
    }
}

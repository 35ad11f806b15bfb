//! Postings of the searched fields, opened once a commit.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, Searcher, SegmentReader};

use super::bm25_statistics::{Bm25Statistics, FieldStatistics, LengthNorms};
use super::schema::{DocumentKind, SchemaFields, in_language};
use crate::language::Language;

/// The lists of each field.
pub(super) struct Postings {
    pub(super) body: FieldPostings,
    pub(super) title: FieldPostings,
    pub(super) asked: FieldPostings,
    pub(super) answer: FieldPostings,
    pub(super) exact: FieldPostings,
    pub(super) grams: FieldPostings,
    pub(super) whole: FieldPostings,
}

/// The lists of a field, segment by segment.
pub(super) struct FieldPostings {
    segments: Vec<SegmentPostings>,
    measures: Vec<(Language, LengthNorms)>,
}

struct SegmentPostings {
    inverted: Arc<InvertedIndexReader>,
    /// `None` where no document of the segment has the field.
    norms: Option<FieldNormReader>,
}

impl Postings {
    pub(super) fn open(
        searcher: &Searcher,
        fields: &SchemaFields,
        statistics: &Bm25Statistics,
    ) -> tantivy::Result<Self> {
        // The rarity of a word is measured against the number of passages in a question too: a rare word counts as
        // much in it, in a corpus of one interview too.
        let open = |field, kind, yardstick| {
            let measure =
                |language| statistics.measure(searcher, field, (kind, yardstick), language);
            FieldPostings::open(searcher, field, measure)
        };
        Ok(Self {
            body: open(fields.body, DocumentKind::Passage, DocumentKind::Passage)?,
            title: open(fields.title, DocumentKind::Passage, DocumentKind::Passage)?,
            asked: open(fields.asked, DocumentKind::Answer, DocumentKind::Passage)?,
            answer: open(fields.answer, DocumentKind::Answer, DocumentKind::Answer)?,
            exact: open(fields.exact, DocumentKind::Answer, DocumentKind::Answer)?,
            grams: open(fields.grams, DocumentKind::Answer, DocumentKind::Answer)?,
            whole: open(
                fields.whole,
                DocumentKind::Interview,
                DocumentKind::Interview,
            )?,
        })
    }
}

impl FieldPostings {
    /// `measure`: of a language; those that no document is in are left out.
    pub(super) fn open(
        searcher: &Searcher,
        field: Field,
        measure: impl Fn(Language) -> tantivy::Result<FieldStatistics>,
    ) -> tantivy::Result<Self> {
        let open = |segment: &SegmentReader| {
            let inverted = segment.inverted_index(field)?;
            let has_terms = inverted.terms().num_terms() > 0;
            let norms = has_terms.then(|| segment.get_fieldnorms_reader(field));
            let norms = norms.transpose()?;
            Ok(SegmentPostings { inverted, norms })
        };
        let segments = searcher.segment_readers().iter().map(open);
        let segments = segments.collect::<tantivy::Result<_>>()?;
        let mut measures = Vec::new();
        for (language, _) in Language::ALL {
            let measure = measure(language)?;
            if measure.documents > 0 {
                measures.push((language, measure.worked_out()));
            }
        }
        Ok(Self { segments, measures })
    }

    /// `None` where no document is in the language.
    pub(super) fn measured(&self, language: Language) -> Option<&LengthNorms> {
        let mut measures = self.measures.iter();
        measures
            .find(|(other, _)| *other == language)
            .map(|(_, measured)| measured)
    }

    /// Where the postings of a term stand, segment by segment. `key` is the term as it stands in the index.
    pub(super) fn find(&self, key: &str) -> tantivy::Result<Vec<Option<TermInfo>>> {
        let find = |segment: &SegmentPostings| Ok(segment.inverted.terms().get(key)?);
        self.segments.iter().map(find).collect()
    }

    /// How many documents hold a term of a language.
    pub(super) fn frequency(&self, language: Language, term: &str) -> tantivy::Result<u64> {
        let key = in_language(language, term);
        let mut sum = 0;
        for segment in &self.segments {
            let info = segment.inverted.terms().get(&key)?;
            sum += info.map_or(0, |info| u64::from(info.doc_freq));
        }
        Ok(sum)
    }

    /// The readers of the segments.
    pub(super) fn segments(&self) -> impl Iterator<Item = &InvertedIndexReader> {
        self.segments.iter().map(|segment| &*segment.inverted)
    }

    /// The postings of a term with its frequencies, and the norms of the documents.
    pub(super) fn postings(
        &self,
        segment: usize,
        info: &TermInfo,
    ) -> tantivy::Result<Option<(BlockSegmentPostings, &FieldNormReader)>> {
        let SegmentPostings { inverted, norms } = &self.segments[segment];
        let Some(norms) = norms else {
            return Ok(None);
        };
        let with = IndexRecordOption::WithFreqs;
        let postings = inverted.read_block_postings_from_terminfo(info, with)?;
        Ok(Some((postings, norms)))
    }
}

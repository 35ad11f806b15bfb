//! BM25 statistics of one language and one kind of document, in an index that holds several of both.

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::schema::{Fields, Kind, kind_value};
use crate::language::Language;

/// What a term's rarity is measured against: the documents of one kind in one language.
pub(super) struct LanguageStatistics<'s> {
    searcher: &'s Searcher,
    /// Documents that a term may be in.
    documents: u64,
    /// Documents that rarity is measured against.
    yardstick: u64,
    /// This language's share of the documents of its kind.
    share: f64,
}

impl<'s> LanguageStatistics<'s> {
    /// `yardstick` is the kind whose number of documents rarity is measured against: with the passages',
    /// a rare word counts as much in a question as in a passage, in a corpus of one interview too.
    pub(super) fn new(
        searcher: &'s Searcher,
        fields: &Fields,
        (kind, yardstick): (Kind, Kind),
        language: Language,
        languages: &[Language],
    ) -> tantivy::Result<Self> {
        let count = |kind, language| {
            searcher.doc_freq(&Term::from_field_text(
                fields.kind,
                &kind_value(kind, language),
            ))
        };
        let documents = count(kind, language)?;
        let all = languages
            .iter()
            .map(|language| count(kind, *language))
            .sum::<tantivy::Result<u64>>()?;
        let share = if all == 0 {
            1.0
        } else {
            documents as f64 / all as f64
        };
        Ok(Self {
            searcher,
            documents,
            yardstick: count(yardstick, language)?.max(documents),
            share,
        })
    }

    pub(super) fn documents(&self) -> u64 {
        self.documents
    }
}

impl Bm25StatisticsProvider for LanguageStatistics<'_> {
    /// The field's tokens are counted over all languages: this language's part is taken in proportion to
    /// its documents, and stretched so that the average length stays what it is in these documents.
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let tokens = self.searcher.total_num_tokens(field)? as f64 * self.share;
        Ok((tokens * self.yardstick as f64 / self.documents.max(1) as f64) as u64)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.yardstick.max(1))
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        Ok(self.searcher.doc_freq(term)?.min(self.yardstick.max(1)))
    }
}

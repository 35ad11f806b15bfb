//! BM25's statistics of one language and one kind of document, in an index that holds several of both.

use std::collections::HashMap;

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::schema::{Fields, Kind, kind_value};
use super::scoring::Measure;
use crate::language::Language;

/// How many documents there are of each kind and language.
pub(super) struct Statistics(HashMap<(Kind, Language), u64>);

impl Statistics {
    pub(super) fn read(searcher: &Searcher, fields: &Fields) -> tantivy::Result<Self> {
        let mut documents = HashMap::new();
        for (language, _) in Language::ALL {
            for kind in Kind::ALL {
                let value = kind_value(kind, language);
                let count = searcher.doc_freq(&Term::from_field_text(fields.kind, &value))?;
                if count > 0 {
                    documents.insert((kind, language), count);
                }
            }
        }
        Ok(Self(documents))
    }

    pub(super) fn documents(&self, kind: Kind, language: Language) -> u64 {
        self.0.get(&(kind, language)).copied().unwrap_or_default()
    }

    /// What a field of documents of a kind is measured against. `yardstick` is the kind whose number of
    /// documents rarity is measured against: with the passages', a rare word counts as much in a question
    /// as in a passage, in a corpus of one interview too.
    ///
    /// A field's terms are counted over all languages: this language's part is taken in proportion to its
    /// documents.
    pub(super) fn measure(
        &self,
        searcher: &Searcher,
        field: Field,
        (kind, yardstick): (Kind, Kind),
        language: Language,
    ) -> tantivy::Result<Measure> {
        let all: u64 = Language::ALL
            .iter()
            .map(|(language, _)| self.documents(kind, *language))
            .sum();
        let documents = self.documents(kind, language);
        Ok(Measure {
            documents: self.documents(yardstick, language).max(documents),
            length: searcher.total_num_tokens(field)? as f32 / all.max(1) as f32,
        })
    }
}

//! BM25 statistics (document counts, field lengths) for each language and kind of document.

use std::collections::HashMap;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Score, Searcher, Term};

use super::schema::{DocumentKind, SchemaFields, kind_value};
use crate::language::Language;

/// BM25's parameters (Robertson and Zaragoza 2009), as measured: `b` from 0.75 to 0.77 gains 0.005 to 0.01 on interviews
/// and nothing elsewhere, 0.8 loses 0.006 on FAQ questions and 0.002 on German ones.
pub(super) const K1: f32 = 1.2;

const B: f32 = 0.77;

/// How many documents there are of each kind and language.
pub(super) struct Bm25Statistics(HashMap<(DocumentKind, Language), u64>);

impl Bm25Statistics {
    pub(super) fn read(searcher: &Searcher, fields: &SchemaFields) -> tantivy::Result<Self> {
        let mut documents = HashMap::new();
        for (language, _) in Language::ALL {
            for kind in DocumentKind::ALL {
                let value = kind_value(kind, language);
                let count = searcher.doc_freq(&Term::from_field_text(fields.kind, &value))?;
                if count > 0 {
                    documents.insert((kind, language), count);
                }
            }
        }
        Ok(Self(documents))
    }

    pub(super) fn documents(&self, kind: DocumentKind, language: Language) -> u64 {
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
        (kind, yardstick): (DocumentKind, DocumentKind),
        language: Language,
    ) -> tantivy::Result<FieldStatistics> {
        let all: u64 = Language::ALL
            .iter()
            .map(|(language, _)| self.documents(kind, *language))
            .sum();
        let documents = self.documents(kind, language);
        Ok(FieldStatistics {
            documents: self.documents(yardstick, language).max(documents),
            length: searcher.total_num_tokens(field)? as f32 / all.max(1) as f32,
        })
    }
}

/// What a field's lengths and a term's rarity are measured against.
#[derive(Debug, Clone, Copy)]
pub(super) struct FieldStatistics {
    /// Documents.
    pub(super) documents: u64,
    /// The average length of the field in these documents, in terms.
    pub(super) length: f32,
}

impl FieldStatistics {
    pub(super) fn worked_out(&self) -> LengthNorms {
        self.worked_out_with(B)
    }

    pub(super) fn worked_out_with(&self, b: f32) -> LengthNorms {
        let norm = |id| {
            let length = FieldNormReader::id_to_fieldnorm(u8::try_from(id).unwrap_or(u8::MAX));
            K1 * (1.0 - b + b * length as f32 / self.length.max(f32::EPSILON))
        };
        LengthNorms {
            documents: self.documents,
            norms: std::array::from_fn(norm),
        }
    }
}

/// A measure, with what a document's length does to a score by its field norm.
pub(super) struct LengthNorms {
    /// Documents.
    pub(super) documents: u64,
    pub(super) norms: [Score; 256],
}

/// BM25's inverse document frequency, ln(1 + (N − n + ½) / (n + ½)). A word that no document holds is as
/// rare as one that a single document does.
#[must_use]
pub fn rarity(frequency: u64, documents: u64) -> f32 {
    let all = documents.max(1) as f32;
    let n = (frequency.max(1) as f32).min(all);
    (1.0 + (all - n + 0.5) / (n + 0.5)).ln()
}

//! Whether words stand together anywhere.

use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, SegmentReader, Term};

use super::Signature;
use super::schema::in_language;
use super::snapshot::Snapshot;
use crate::language::Language;

/// How many passages that hold all the words are looked at.
const LOOKED_AT: usize = 500;

/// Whether any passage of a language holds stems as far apart as their positions say.
pub(super) fn together(
    snapshot: &Snapshot,
    language: Language,
    stems: &[(&str, u32)],
) -> tantivy::Result<bool> {
    let first = stems.first().map_or(0, |(_, position)| *position);
    let places: Vec<(u32, u32)> = stems
        .iter()
        .map(|(stem, position)| (Signature::hash(stem), position - first))
        .collect();
    let terms: Vec<Term> = stems
        .iter()
        .map(|(stem, _)| Term::from_field_text(snapshot.fields.body, &in_language(language, stem)))
        .collect();
    let mut left = LOOKED_AT;
    for (ordinal, segment) in (0..).zip(snapshot.searcher.segment_readers()) {
        for document in all_of(segment, &terms)?.into_iter().take(left) {
            left -= 1;
            let signature = snapshot
                .columns
                .signature(DocAddress::new(ordinal, document));
            if signature.holds_together(&places) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// The documents of a segment that hold all terms.
fn all_of(segment: &SegmentReader, terms: &[Term]) -> tantivy::Result<Vec<DocId>> {
    let mut found = Vec::new();
    for term in terms {
        let inverted = segment.inverted_index(term.field())?;
        // Most words that are tried are none: the first that is not there ends it.
        let Some(info) = inverted.get_term_info(term)? else {
            return Ok(Vec::new());
        };
        found.push((inverted, info));
    }
    found.sort_by_key(|(_, info)| info.doc_freq);
    let mut all: Option<Vec<DocId>> = None;
    for (inverted, info) in found {
        let mut postings =
            inverted.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
        match &mut all {
            None => {
                let mut documents = Vec::new();
                while !postings.docs().is_empty() {
                    documents.extend_from_slice(postings.docs());
                    postings.advance();
                }
                all = Some(documents);
            }
            Some(documents) => documents.retain(|document| {
                let at = postings.seek(*document);
                postings.doc(at) == *document
            }),
        }
    }
    let alive = segment.alive_bitset();
    let mut all = all.unwrap_or_default();
    all.retain(|document| alive.is_none_or(|alive| alive.is_alive(*document)));
    Ok(all)
}

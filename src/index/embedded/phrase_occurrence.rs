//! Whether a phrase occurs in any passage.

use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, InvertedIndexReader, SegmentReader};

use super::commit_snapshot::CommitSnapshot;
use super::schema::in_language;
use crate::index::TermVector;
use crate::language::Language;

/// How many passages that hold all the words are looked at.
const LOOKED_AT: usize = 500;

/// Whether any passage of a language holds stems as far apart as their positions say.
pub(super) fn phrase_occurs(
    snapshot: &CommitSnapshot,
    language: Language,
    stems: &[(&str, u32)],
) -> tantivy::Result<bool> {
    let first = stems.first().map_or(0, |(_, position)| *position);
    let places: Vec<(u32, u32)> = stems
        .iter()
        .map(|(stem, position)| (TermVector::hash(stem), position - first))
        .collect();
    let keys: Vec<String> = stems
        .iter()
        .map(|(stem, _)| in_language(language, stem))
        .collect();
    let segments = snapshot.searcher.segment_readers().iter();
    let segments = segments.zip(snapshot.lists.body.segments());
    let mut left = LOOKED_AT;
    for (ordinal, segment) in (0..).zip(segments) {
        for document in all_of(segment, &keys)?.into_iter().take(left) {
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
fn all_of(
    (segment, inverted): (&SegmentReader, &InvertedIndexReader),
    keys: &[String],
) -> tantivy::Result<Vec<DocId>> {
    let mut found = Vec::new();
    for key in keys {
        // Most words that are tried are none: the first that is not there ends it.
        let Some(info) = inverted.terms().get(key)? else {
            return Ok(Vec::new());
        };
        found.push(info);
    }
    found.sort_by_key(|info| info.doc_freq);
    let mut all: Option<Vec<DocId>> = None;
    for info in found {
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

//! The words that an index holds.

use std::collections::BTreeMap;

use tantivy::schema::Field;

use super::schema::in_language;
use super::snapshot::Snapshot;
use crate::language::Language;

/// The terms of a language in a field that begin with `prefix`, with the number of documents that hold each, in
/// the order of their letters. Those that `wanted` refuses are left out.
pub(super) fn beginning_with(
    snapshot: &Snapshot,
    (field, language): (Field, Language),
    prefix: &str,
    wanted: impl Fn(&str) -> bool,
) -> tantivy::Result<Vec<(String, u64)>> {
    let first = in_language(language, prefix);
    let start = first.len() - prefix.len();
    // No character is written with the byte 255: what begins with the prefix lies below it.
    let mut end = first.clone().into_bytes();
    end.push(0xff);
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    for segment in snapshot.searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let range = inverted.terms().range().ge(first.as_bytes()).lt(&end);
        let mut terms = range.into_stream()?;
        while terms.advance() {
            let term = std::str::from_utf8(&terms.key()[start..]).unwrap_or_default();
            if !wanted(term) {
                continue;
            }
            let frequency = u64::from(terms.value().doc_freq);
            match found.get_mut(term) {
                Some(known) => *known += frequency,
                None => {
                    found.insert(term.to_owned(), frequency);
                }
            }
        }
    }
    Ok(found.into_iter().collect())
}

//! The words that an index holds.

use std::collections::BTreeMap;

use tantivy::postings::TermInfo;
use tantivy::schema::Field;

use super::near::Nearly;
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
    let mut found = Found::default();
    for segment in snapshot.searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let range = inverted.terms().range().ge(first.as_bytes()).lt(&end);
        let mut terms = range.into_stream()?;
        while terms.advance() {
            let term = std::str::from_utf8(&terms.key()[start..]).unwrap_or_default();
            if wanted(term) {
                found.add(term, terms.value());
            }
        }
    }
    Ok(found.0.into_iter().collect())
}

/// The terms of a language in a field that are at most so many edits away from a word (one or two; two letters
/// exchanged are one), with the number of documents that hold each, in the order of their letters. What does not begin
/// nearly like the word is never looked at. `same_first`: only those that begin with the word's first letter.
pub(super) fn near(
    snapshot: &Snapshot,
    (field, language): (Field, Language),
    word: &str,
    (edits, same_first): (u8, bool),
) -> tantivy::Result<Vec<(String, u64)>> {
    let whole = in_language(language, word);
    let prefix = &whole[..whole.len() - word.len()];
    let mut found = Found::default();
    for segment in snapshot.searcher.segment_readers() {
        let Some(nearly) = Nearly::new(prefix, word, edits, same_first) else {
            break;
        };
        let inverted = segment.inverted_index(field)?;
        let mut terms = inverted.terms().search(nearly).into_stream()?;
        while terms.advance() {
            let term = std::str::from_utf8(&terms.key()[prefix.len()..]).unwrap_or_default();
            found.add(term, terms.value());
        }
    }
    Ok(found.0.into_iter().collect())
}

/// Terms with the number of documents that hold each, over all segments.
#[derive(Default)]
struct Found(BTreeMap<String, u64>);

impl Found {
    fn add(&mut self, term: &str, info: &TermInfo) {
        let frequency = u64::from(info.doc_freq);
        match self.0.get_mut(term) {
            Some(known) => *known += frequency,
            None => {
                self.0.insert(term.to_owned(), frequency);
            }
        }
    }
}

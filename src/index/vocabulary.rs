//! The words that an index holds.

use std::collections::BTreeMap;

use tantivy::postings::TermInfo;

use super::lists::FieldLists;
use super::near::{Begins, Nearly};
use super::schema::in_language;
use crate::language::Language;

/// The terms of a language in a field that begin with `prefix`, with the number of documents that hold each, in
/// the order of their letters. Those that `wanted` refuses are left out.
pub(super) fn beginning_with(
    lists: &FieldLists,
    language: Language,
    prefix: &str,
    wanted: impl Fn(&str) -> bool,
) -> tantivy::Result<Vec<(String, u64)>> {
    let first = in_language(language, prefix);
    let start = first.len() - prefix.len();
    // No character is written with the byte 255: what begins with the prefix lies below it.
    let end = [first.as_bytes(), &[0xff]].concat();
    let mut found = Found::default();
    for inverted in lists.segments() {
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
/// nearly like the word is never looked at. `begins`: only those that begin so.
pub(super) fn near(
    lists: &FieldLists,
    language: Language,
    word: &str,
    (edits, begins): (u8, Begins),
) -> tantivy::Result<Vec<(String, u64)>> {
    let whole = in_language(language, word);
    let prefix = whole.len() - word.len();
    // No character is written with the byte 255: what begins so lies below it.
    let up_to = |beginning: &str| [beginning.as_bytes(), &[0xff]].concat();
    let first = word.chars().next().map_or(0, char::len_utf8);
    let (from, to) = match begins {
        Begins::Alike => {
            let alike = &whole[..prefix + first];
            (alike.to_owned(), up_to(alike))
        }
        // Digits lie below: a number is never nearly a word.
        Begins::Otherwise => (in_language(language, "a"), up_to(&whole[..prefix])),
    };
    let mut found = Found::default();
    for inverted in lists.segments() {
        let Some(nearly) = Nearly::new(&whole[..prefix], word, edits, begins) else {
            break;
        };
        let terms = inverted.terms().search(nearly).ge(&from).lt(&to);
        let mut terms = terms.into_stream()?;
        while terms.advance() {
            let term = std::str::from_utf8(&terms.key()[prefix..]).unwrap_or_default();
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

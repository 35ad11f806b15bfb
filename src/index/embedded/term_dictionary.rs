//! Lookups in the term dictionary: terms by prefix, and terms near a misspelled one.

use std::collections::BTreeMap;

use tantivy::postings::TermInfo;

use super::fuzzy_terms::{FuzzyPrefix, LevenshteinAutomaton};
use super::postings::FieldPostings;
use super::schema::in_language;
use crate::language::Language;

/// The terms of a language in a field that begin with `prefix`, with the number of documents that hold each, in
/// the order of their letters. Those that `wanted` refuses are left out.
pub(super) fn beginning_with(
    lists: &FieldPostings,
    language: Language,
    prefix: &str,
    wanted: impl Fn(&str) -> bool,
) -> tantivy::Result<Vec<(String, u64)>> {
    let first = in_language(language, prefix);
    let start = first.len() - prefix.len();
    // No character is written with the byte 255: what begins with the prefix lies below it.
    let end = [first.as_bytes(), &[0xff]].concat();
    let mut found = TermFrequencies::default();
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
    lists: &FieldPostings,
    language: Language,
    word: &str,
    (edits, begins): (u8, FuzzyPrefix),
) -> tantivy::Result<Vec<(String, u64)>> {
    let whole = in_language(language, word);
    let prefix = whole.len() - word.len();
    // No character is written with the byte 255: what begins so lies below it.
    let up_to = |beginning: &str| [beginning.as_bytes(), &[0xff]].concat();
    let first = word.chars().next().map_or(0, char::len_utf8);
    let (from, to) = match begins {
        FuzzyPrefix::Alike => {
            let alike = &whole[..prefix + first];
            (alike.to_owned(), up_to(alike))
        }
        // Digits lie below: a number is never nearly a word.
        FuzzyPrefix::Otherwise => (in_language(language, "a"), up_to(&whole[..prefix])),
    };
    let mut found = TermFrequencies::default();
    for inverted in lists.segments() {
        let Some(nearly) = LevenshteinAutomaton::new(&whole[..prefix], word, edits, begins) else {
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
struct TermFrequencies(BTreeMap<String, u64>);

impl TermFrequencies {
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

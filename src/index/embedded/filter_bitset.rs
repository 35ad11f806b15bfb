//! A bitset of the documents that pass a filter.

use std::collections::BTreeSet;

use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher, SegmentReader, Term};

use super::SchemaFields;
use crate::index::catalogue::Catalogue;
use crate::index::filters::Filters;
use crate::language::normalized_name;

/// Documents, segment by segment, one flag a document.
pub(super) struct FilterBitset(Vec<Vec<bool>>);

impl FilterBitset {
    /// The documents that hold one of the terms of each list; `None` where there are no lists: all documents.
    pub(super) fn all_of(
        searcher: &Searcher,
        lists: &[Vec<Term>],
    ) -> tantivy::Result<Option<Self>> {
        if lists.is_empty() {
            return Ok(None);
        }
        let segment = |segment: &SegmentReader| -> tantivy::Result<Vec<bool>> {
            let mut flags = vec![true; segment.max_doc() as usize];
            for terms in lists {
                let held = any_of(segment, terms)?;
                for (flag, held) in flags.iter_mut().zip(held) {
                    *flag &= held;
                }
            }
            Ok(flags)
        };
        let segments = searcher.segment_readers().iter().map(segment);
        Ok(Some(Self(segments.collect::<tantivy::Result<_>>()?)))
    }

    /// One flag for each document of a segment.
    pub(super) fn segment(&self, ordinal: u32) -> &[bool] {
        self.0.get(ordinal as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether a document is among them.
    pub(super) fn holds(&self, address: DocAddress) -> bool {
        let flags = self.segment(address.segment_ord);
        flags.get(address.doc_id as usize).is_some_and(|flag| *flag)
    }
}

/// The documents of a segment that hold any of the terms.
fn any_of(segment: &SegmentReader, terms: &[Term]) -> tantivy::Result<Vec<bool>> {
    let mut flags = vec![false; segment.max_doc() as usize];
    for term in terms {
        let postings = segment
            .inverted_index(term.field())?
            .read_block_postings(term, IndexRecordOption::Basic)?;
        let mut postings = postings.unwrap_or_else(BlockSegmentPostings::empty);
        while !postings.docs().is_empty() {
            for document in postings.docs() {
                flags[*document as usize] = true;
            }
            postings.advance();
        }
    }
    Ok(flags)
}

impl Filters {
    /// The terms of each list that holds something: a document must carry one of each.
    pub(super) fn terms(&self, fields: &SchemaFields, catalogue: &Catalogue) -> Vec<Vec<Term>> {
        let bare = |field, names: &[String]| -> Vec<Term> {
            let names = names.iter().map(|name| normalized_name(name));
            names
                .map(|name| Term::from_field_text(field, &name))
                .collect()
        };
        let entries = catalogue.entries.iter();
        let dates: BTreeSet<String> = entries
            .clone()
            .filter_map(|entry| entry.date)
            .filter(|date| self.dates.iter().any(|period| period.may_hold(*date)))
            .map(|date| date.to_string())
            .collect();
        let dates = dates
            .iter()
            .map(|date| Term::from_field_text(fields.date, date));
        let titles: Vec<String> = self
            .titles
            .iter()
            .map(|title| normalized_name(title))
            .collect();
        let titled = entries
            .filter(|entry| !titles.is_empty() && titles.contains(&normalized_name(entry.name())));
        let collections = self.collections.iter();
        let lists: [(bool, Vec<Term>); 6] = [
            (
                self.speakers.is_empty(),
                bare(fields.speaker, &self.speakers),
            ),
            (self.dates.is_empty(), dates.collect()),
            (self.outlets.is_empty(), bare(fields.outlet, &self.outlets)),
            (
                self.collections.is_empty(),
                collections
                    .map(|name| Term::from_field_text(fields.collection, name))
                    .collect(),
            ),
            (
                self.titles.is_empty(),
                titled
                    .map(|entry| fields.of_interview(entry.id.as_str()))
                    .collect(),
            ),
            (
                self.interviews.is_empty(),
                self.interviews
                    .iter()
                    .map(|one| fields.of_interview(one.id.as_str()))
                    .collect(),
            ),
        ];
        lists
            .into_iter()
            .filter(|(is_empty, _)| !is_empty)
            .map(|(_, terms)| terms)
            .collect()
    }
}

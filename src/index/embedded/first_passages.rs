//! The first passages of answers, shown for a question that names a speaker and no subject.

use std::collections::HashMap;

use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Term};

use super::commit_snapshot::CommitSnapshot;
use super::filter_bitset::FilterBitset;
use super::schema::{DocumentKind, kind_value};
use crate::index::{Candidate, FieldScores, Filters};
use crate::interview::{InterviewKey, PartialDate, Passage};
use crate::language::Language;

/// A shorter opening is a greeting, in bytes: it comes after the others.
const GREETING: usize = 60;

/// How many openings of all interviews are found at once and kept: as many as one query ever shows.
const KEPT: usize = 64;

/// As [`openings_within`]; those of all interviews are looked for once a commit.
pub(super) fn openings(
    snapshot: &CommitSnapshot,
    filters: &Filters,
    limit: usize,
) -> tantivy::Result<Vec<Candidate>> {
    if !filters.is_empty() || limit > KEPT {
        return openings_within(snapshot, filters, limit);
    }
    let kept = match snapshot.openings.get() {
        Some(kept) => kept,
        None => {
            let found = openings_within(snapshot, filters, KEPT)?;
            snapshot.openings.get_or_init(|| found)
        }
    };
    Ok(kept.iter().take(limit).cloned().collect())
}

/// The first passages of answers: the first answer of each interview before the second of any, the newest
/// interviews first. Their scores are 1.
fn openings_within(
    snapshot: &CommitSnapshot,
    filters: &Filters,
    limit: usize,
) -> tantivy::Result<Vec<Candidate>> {
    let terms = filters.terms(&snapshot.fields, &snapshot.catalogue);
    let within = FilterBitset::all_of(&snapshot.searcher, &terms)?;
    let mut first: HashMap<(u64, usize), (Passage, DocAddress)> = HashMap::new();
    for address in passages(snapshot, within.as_ref())? {
        let (interview, passage) = snapshot.columns.passage(address);
        let known = first
            .entry((interview.value(), passage.exchange))
            .or_insert((passage, address));
        if passage.span < known.0.span {
            *known = (passage, address);
        }
    }
    let mut found: Vec<(InterviewKey, Passage, DocAddress)> = first
        .into_values()
        .map(|(passage, address)| (snapshot.columns.passage(address).0, passage, address))
        .collect();
    found.sort_by_key(|(interview, passage, _)| (interview.value(), passage.span));
    let dates: HashMap<u64, Option<PartialDate>> = snapshot
        .catalogue
        .entries
        .iter()
        .map(|entry| (entry.key, entry.date))
        .collect();
    let mut rounds: HashMap<u64, usize> = HashMap::new();
    let mut ordered: Vec<_> = found
        .into_iter()
        .map(|(interview, passage, address)| {
            let greets = passage.span.len() < GREETING;
            let round = rounds.entry(interview.value()).or_default();
            *round += usize::from(!greets);
            let date = dates.get(&interview.value()).copied().flatten();
            (
                (greets, *round, std::cmp::Reverse(date)),
                interview,
                passage,
                address,
            )
        })
        .collect();
    ordered.sort_by_key(|(order, ..)| *order);
    ordered.truncate(limit);
    let candidates = ordered
        .into_iter()
        .map(|(_, interview, passage, address)| Candidate {
            interview,
            passage,
            parts: FieldScores {
                body: 1.0,
                ..FieldScores::default()
            },
            signature: snapshot.columns.signature(address),
        });
    Ok(candidates.collect())
}

/// Every passage that is let through.
fn passages(
    snapshot: &CommitSnapshot,
    within: Option<&FilterBitset>,
) -> tantivy::Result<Vec<DocAddress>> {
    let field = snapshot.fields.kind;
    let mut found = Vec::new();
    for (ordinal, segment) in (0..).zip(snapshot.searcher.segment_readers()) {
        let inverted = segment.inverted_index(field)?;
        let alive = segment.alive_bitset();
        for (language, _) in Language::ALL {
            let term = Term::from_field_text(field, &kind_value(DocumentKind::Passage, language));
            let mut postings = inverted
                .read_block_postings(&term, IndexRecordOption::Basic)?
                .unwrap_or_else(BlockSegmentPostings::empty);
            while !postings.docs().is_empty() {
                let documents = postings.docs().iter();
                let documents = documents.map(|document| DocAddress::new(ordinal, *document));
                found.extend(documents.filter(|address| {
                    within.is_none_or(|within| within.holds(*address))
                        && alive.is_none_or(|alive| alive.is_alive(address.doc_id))
                }));
                postings.advance();
            }
        }
    }
    Ok(found)
}

//! From a query to passages: passages, whole answers and whole interviews are searched each on their own,
//! their scores added up.

use std::collections::HashMap;

use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, Score, Term};

use super::record::Signature;
use super::schema::{Kind, in_language, place_value};
use super::scoring::{self, Clause};
use super::snapshot::Snapshot;
use super::within::Within;
use super::{Entry, Query};
use crate::interview::{InterviewKey, Passage};

/// A passage that shares words with a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The passage's interview.
    pub interview: InterviewKey,
    /// Where it stands.
    pub passage: Passage,
    /// The engine's score: BM25 of each field (k1 1.2, b 0.75) times its weight, added up.
    pub score: f32,
    /// What the score is the sum of: the passage itself, its answer with the question to it, its interview.
    pub parts: [f32; 3],
    /// Its terms.
    pub signature: Signature,
}

/// How many passages, answers and interviews are looked at.
const DEPTH: usize = 100;

/// Of how many of the best answers all passages are looked at, though no word of the question may be in
/// them: what a question was asked in may be answered in other words.
const ANSWERS: usize = 10;

pub(super) fn candidates(
    snapshot: &Snapshot,
    query: &Query,
    limit: usize,
) -> tantivy::Result<Vec<Candidate>> {
    let within = query.filters.terms(&snapshot.fields, &snapshot.catalogue);
    let search = Search {
        snapshot,
        query,
        within: Within::all_of(&snapshot.searcher, &within)?,
    };
    let (fields, weights) = (&snapshot.fields, query.weights);
    let passages = search.top(
        Kind::Passage,
        &[
            (fields.body, weights.body, Kind::Passage),
            (fields.exact, weights.exact, Kind::Passage),
            (fields.title, weights.title, Kind::Passage),
        ],
    )?;
    let answers = search.top(
        Kind::Answer,
        &[
            (fields.asked, weights.asked, Kind::Passage),
            (fields.answer, weights.answer, Kind::Answer),
        ],
    )?;
    let interviews = search.top(
        Kind::Interview,
        &[(fields.whole, weights.interview, Kind::Interview)],
    )?;
    let mut bodies: HashMap<DocAddress, Score> = passages
        .into_iter()
        .map(|(score, address)| (address, score))
        .collect();
    for (_, answer) in answers.iter().take(ANSWERS) {
        let place = snapshot.columns.answer(*answer);
        for address in passages_of(snapshot, place, DEPTH)? {
            // The answer of one may hold what another says.
            if search
                .within
                .as_ref()
                .is_none_or(|within| within.holds(address))
            {
                bodies.entry(address).or_default();
            }
        }
    }
    let answers = search.by_place(answers);
    let interviews = search.by_place(interviews);
    let mut scored: Vec<(Score, DocAddress, InterviewKey, Passage, [Score; 3])> = bodies
        .into_iter()
        .map(|(address, body)| {
            let (interview, passage) = snapshot.columns.passage(address);
            let score = |scores: &Scores, exchange: usize| {
                let place = (interview.value(), exchange as u64);
                scores.get(&place).copied().unwrap_or_default()
            };
            let parts = [
                body,
                score(&answers, passage.exchange),
                score(&interviews, 0),
            ];
            (parts.iter().sum(), address, interview, passage, parts)
        })
        .collect();
    scored.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(a.2.value().cmp(&b.2.value()))
            .then(a.3.span.cmp(&b.3.span))
    });
    scored.truncate(limit);
    let candidate = |(score, address, interview, passage, parts)| Candidate {
        interview,
        passage,
        score,
        parts,
        signature: snapshot.columns.signature(address),
    };
    Ok(scored.into_iter().map(candidate).collect())
}

/// Every passage of an interview, in reading order.
pub(super) fn passages(snapshot: &Snapshot, entry: &Entry) -> tantivy::Result<Vec<Passage>> {
    let mut passages = Vec::new();
    for exchange in 0..entry.exchanges {
        let found = passages_of(snapshot, (entry.key, exchange as u64), usize::MAX)?;
        let found = found.into_iter();
        passages.extend(found.map(|address| snapshot.columns.passage(address).1));
    }
    passages.sort_by_key(|passage| passage.span);
    Ok(passages)
}

/// At least `most` passages of the answer at a place (interview and exchange), where it has so many.
fn passages_of(
    snapshot: &Snapshot,
    (key, exchange): (u64, u64),
    most: usize,
) -> tantivy::Result<Vec<DocAddress>> {
    let place = snapshot.fields.place;
    let term = Term::from_field_text(place, &place_value(key, exchange));
    let mut found = Vec::new();
    for (ordinal, segment) in (0..).zip(snapshot.searcher.segment_readers()) {
        let mut postings = segment
            .inverted_index(place)?
            .read_block_postings(&term, IndexRecordOption::Basic)?
            .unwrap_or_else(BlockSegmentPostings::empty);
        let alive = segment.alive_bitset();
        while !postings.docs().is_empty() && found.len() < most {
            let documents = postings
                .docs()
                .iter()
                .filter(|document| alive.is_none_or(|alive| alive.is_alive(**document)));
            found.extend(documents.map(|document| DocAddress::new(ordinal, *document)));
            postings.advance();
        }
    }
    Ok(found)
}

/// Scores by interview and exchange.
type Scores = HashMap<(u64, u64), Score>;

struct Search<'a> {
    snapshot: &'a Snapshot,
    query: &'a Query,
    /// The documents that the query is confined to.
    within: Option<Within>,
}

impl Search<'_> {
    /// The best documents of one kind by the given fields: their weights, and the kind whose documents
    /// rarity is measured against.
    fn top(
        &self,
        kind: Kind,
        fields: &[(Field, f32, Kind)],
    ) -> tantivy::Result<Vec<(Score, DocAddress)>> {
        let Snapshot {
            searcher,
            statistics,
            ..
        } = self.snapshot;
        let language = self.query.language;
        let mut clauses = Vec::new();
        for (field, weight, yardstick) in fields {
            let measure = statistics.measure(searcher, *field, (kind, *yardstick), language)?;
            for term in &self.query.terms {
                let unstemmed = *field == self.snapshot.fields.exact;
                let text = match (unstemmed, &term.word) {
                    (false, _) => &term.stem,
                    (true, Some(word)) => word,
                    (true, None) => continue,
                };
                let text = in_language(language, text);
                let weight = weight * term.weight;
                let term = Term::from_field_text(*field, &text);
                clauses.extend(Clause::new(searcher, &term, weight, measure)?);
            }
        }
        scoring::top(searcher, clauses, self.within.as_ref(), DEPTH)
    }

    fn by_place(&self, found: Vec<(Score, DocAddress)>) -> Scores {
        found
            .into_iter()
            .map(|(score, address)| (self.snapshot.columns.answer(address), score))
            .collect()
    }
}

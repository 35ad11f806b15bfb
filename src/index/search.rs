//! From a query to passages. The engine finds a pool of them, by their own words and by the question and the
//! whole answer around them; each of the pool is then scored in full.

use std::collections::HashMap;

use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, Score, Term};

use super::candidate::{Candidate, Parts};
use super::schema::{Kind, in_language, place_value};
use super::scoring::{self, Clause};
use super::snapshot::Snapshot;
use super::within::Within;
use super::{Entry, Query};
use crate::interview::{InterviewKey, Passage};
use crate::language::Language;

/// How many passages the pool takes for their own words.
const DEPTH: usize = 100;

/// Of how many of the best answers the pool takes all passages, though no word of the question may be in them:
/// what a question was asked in may be answered in other words.
const ANSWERS: usize = 10;

/// The passages that answer a query best by the engine's score, at most `limit`.
pub(super) fn candidates(
    snapshot: &Snapshot,
    query: &Query,
    limit: usize,
) -> tantivy::Result<Vec<Candidate>> {
    let search = Search::new(snapshot, query)?;
    let pool = search.pool()?;
    let parts = search.parts(&pool)?;
    let mut scored: Vec<(Parts, DocAddress, (InterviewKey, Passage))> = pool
        .into_iter()
        .zip(parts)
        .map(|(address, parts)| (parts, address, snapshot.columns.passage(address)))
        .collect();
    scored.sort_by(|(a, _, (interview, passage)), (b, _, (other, place))| {
        b.sum()
            .total_cmp(&a.sum())
            .then(interview.value().cmp(&other.value()))
            .then(passage.span.cmp(&place.span))
    });
    scored.truncate(limit);
    let candidate = |(parts, address, (interview, passage))| Candidate {
        interview,
        passage,
        parts,
        signature: snapshot.columns.signature(address),
    };
    Ok(scored.into_iter().map(candidate).collect())
}

struct Search<'a> {
    snapshot: &'a Snapshot,
    query: &'a Query,
    /// The documents that the query is confined to.
    within: Option<Within>,
    body: Vec<Clause>,
    title: Vec<Clause>,
    asked: Vec<Clause>,
    answer: Vec<Clause>,
    exact: Vec<Clause>,
}

impl<'a> Search<'a> {
    fn new(snapshot: &'a Snapshot, query: &'a Query) -> tantivy::Result<Self> {
        let (fields, weights) = (&snapshot.fields, query.weights);
        let filters = query.filters.terms(fields, &snapshot.catalogue);
        let stems = || query.terms.iter().map(|term| (&term.stem, term.weight));
        let words = query.terms.iter();
        let words = words.filter_map(|term| Some((term.word.as_ref()?, term.weight)));
        let of = |field, weight, kinds| {
            let stems = stems().map(|(stem, own)| (stem, own * weight));
            clauses(snapshot, query, (field, kinds), stems)
        };
        // The rarity of a word is measured against the number of passages in a question too: a rare word counts as
        // much in it, in a corpus of one interview too.
        let asked = (Kind::Answer, Kind::Passage);
        let whole = (Kind::Answer, Kind::Answer);
        let passage = (Kind::Passage, Kind::Passage);
        Ok(Self {
            snapshot,
            query,
            within: Within::all_of(&snapshot.searcher, &filters)?,
            body: of(fields.body, weights.body, passage)?,
            title: of(fields.title, weights.title, passage)?,
            asked: of(fields.asked, weights.asked, asked)?,
            answer: of(fields.answer, weights.answer, whole)?,
            exact: clauses(
                snapshot,
                query,
                (fields.exact, whole),
                words.map(|(word, own)| (word, own * weights.exact)),
            )?,
        })
    }

    /// The best passages by their own words, and all passages of the best answers; in the order of their addresses.
    fn pool(&self) -> tantivy::Result<Vec<DocAddress>> {
        let searcher = &self.snapshot.searcher;
        let within = self.within.as_ref();
        let own = self.body.iter().chain(&self.title).collect();
        let own = scoring::top(searcher, own, within, DEPTH)?;
        let mut pool: Vec<DocAddress> = own.into_iter().map(|(_, address)| address).collect();
        let around = self.asked.iter().chain(&self.answer).chain(&self.exact);
        let answers = scoring::top(searcher, around.collect(), within, ANSWERS)?;
        for (_, answer) in answers {
            let place = self.snapshot.columns.answer(answer);
            let passages = passages_of(self.snapshot, place, DEPTH)?.into_iter();
            // The answer of one may hold what another says.
            pool.extend(
                passages.filter(|passage| within.is_none_or(|within| within.holds(*passage))),
            );
        }
        pool.sort_unstable();
        pool.dedup();
        Ok(pool)
    }

    /// What each field gives to each passage of the pool.
    fn parts(&self, pool: &[DocAddress]) -> tantivy::Result<Vec<Parts>> {
        let searcher = &self.snapshot.searcher;
        let body = scoring::of(searcher, &self.body, pool)?;
        let title = scoring::of(searcher, &self.title, pool)?;
        let places: Vec<(u64, u64)> = pool
            .iter()
            .map(|address| self.snapshot.columns.answer(*address))
            .collect();
        let answers = self.answers(&places)?;
        let interviews = self.interviews(&places)?;
        let parts = body.into_iter().zip(title).zip(places);
        Ok(parts
            .map(|((body, title), place)| Parts {
                body,
                title,
                interview: interviews.get(&place.0).copied().unwrap_or_default(),
                ..answers.get(&place).copied().unwrap_or_default()
            })
            .collect())
    }

    /// What the questions and whole answers at some places give.
    fn answers(&self, places: &[(u64, u64)]) -> tantivy::Result<HashMap<(u64, u64), Parts>> {
        let Snapshot {
            searcher, fields, ..
        } = self.snapshot;
        let term = |(key, exchange): &(u64, u64)| {
            Term::from_field_text(fields.answer_place, &place_value(*key, *exchange))
        };
        let (places, addresses) = self.found(places, term)?;
        let weight = self.query.weights.grams;
        let grams = self.query.grams.iter().map(|gram| (gram, weight));
        let kinds = (Kind::Answer, Kind::Answer);
        let grams = clauses(self.snapshot, self.query, (fields.grams, kinds), grams)?;
        let of = |clauses: &[Clause]| scoring::of(searcher, clauses, &addresses);
        let (asked, answer) = (of(&self.asked)?, of(&self.answer)?);
        let (exact, grams) = (of(&self.exact)?, of(&grams)?);
        let parts = (0..places.len()).map(|at| Parts {
            asked: asked[at],
            answer: answer[at],
            exact: exact[at],
            grams: grams[at],
            ..Parts::default()
        });
        Ok(places.into_iter().zip(parts).collect())
    }

    /// What the whole interviews of some places give.
    fn interviews(&self, places: &[(u64, u64)]) -> tantivy::Result<HashMap<u64, Score>> {
        let Snapshot {
            searcher, fields, ..
        } = self.snapshot;
        let keys: Vec<u64> = places.iter().map(|(key, _)| *key).collect();
        let (keys, addresses) = self.found(&keys, |key| Term::from_field_u64(fields.key, *key))?;
        let weight = self.query.weights.interview;
        let stems = self.query.terms.iter();
        let stems = stems.map(|term| (&term.stem, term.weight * weight));
        let kinds = (Kind::Interview, Kind::Interview);
        let whole = clauses(self.snapshot, self.query, (fields.whole, kinds), stems)?;
        let scores = scoring::of(searcher, &whole, &addresses)?;
        Ok(keys.into_iter().zip(scores).collect())
    }

    /// The documents that a term of each thing finds, in the order of their addresses, with the things.
    fn found<T: Copy + Ord>(
        &self,
        things: &[T],
        term: impl Fn(&T) -> Term,
    ) -> tantivy::Result<(Vec<T>, Vec<DocAddress>)> {
        let mut things = things.to_vec();
        things.sort_unstable();
        things.dedup();
        let mut found = Vec::with_capacity(things.len());
        for thing in things {
            let documents = documents_of(self.snapshot, &term(&thing), 1)?;
            found.extend(documents.first().map(|document| (thing, *document)));
        }
        found.sort_unstable_by_key(|(_, document)| *document);
        Ok(found.into_iter().unzip())
    }
}

/// The clauses of a field for terms with their weights. `kinds`: the kind of document that has the field, and the one
/// whose number of documents rarity is measured against.
fn clauses<'t>(
    snapshot: &Snapshot,
    query: &Query,
    (field, kinds): (Field, (Kind, Kind)),
    terms: impl Iterator<Item = (&'t String, f32)>,
) -> tantivy::Result<Vec<Clause>> {
    let searcher = &snapshot.searcher;
    let measure = snapshot
        .statistics
        .measure(searcher, field, kinds, query.language)?;
    let norms = measure.norms();
    let mut clauses = Vec::new();
    for (term, weight) in terms {
        let term = Term::from_field_text(field, &in_language(query.language, term));
        let against = (measure.documents, &norms);
        clauses.extend(Clause::new(searcher, &term, weight, against)?);
    }
    Ok(clauses)
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

/// How rare each word of a language is among the answers, as it is written, and whether the answer at a place holds it.
pub(super) fn held(
    snapshot: &Snapshot,
    (language, words): (Language, &[&str]),
    place: (u64, u64),
) -> tantivy::Result<Vec<(f32, bool)>> {
    let (searcher, field) = (&snapshot.searcher, snapshot.fields.exact);
    let kinds = (Kind::Answer, Kind::Answer);
    let measure = snapshot
        .statistics
        .measure(searcher, field, kinds, language)?;
    let norms = measure.norms();
    let of_place =
        Term::from_field_text(snapshot.fields.answer_place, &place_value(place.0, place.1));
    let answer = documents_of(snapshot, &of_place, 1)?;
    let held = |word: &&str| {
        let term = Term::from_field_text(field, &in_language(language, word));
        let Some(clause) = Clause::new(searcher, &term, 1.0, (measure.documents, &norms))? else {
            return Ok((scoring::rarity(0, measure.documents), false));
        };
        let given = scoring::of(
            searcher,
            std::slice::from_ref(&clause),
            &answer[..1.min(answer.len())],
        )?;
        Ok((clause.rarity(), given.iter().any(|score| *score > 0.0)))
    };
    words.iter().map(held).collect()
}

/// At least `most` passages of the answer at a place (interview and exchange), where it has so many.
fn passages_of(
    snapshot: &Snapshot,
    (key, exchange): (u64, u64),
    most: usize,
) -> tantivy::Result<Vec<DocAddress>> {
    let term = Term::from_field_text(snapshot.fields.place, &place_value(key, exchange));
    documents_of(snapshot, &term, most)
}

/// At least `most` documents that hold a term, where there are so many.
fn documents_of(snapshot: &Snapshot, term: &Term, most: usize) -> tantivy::Result<Vec<DocAddress>> {
    let mut found = Vec::new();
    for (ordinal, segment) in (0..).zip(snapshot.searcher.segment_readers()) {
        let mut postings = segment
            .inverted_index(term.field())?
            .read_block_postings(term, IndexRecordOption::Basic)?
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

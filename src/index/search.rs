//! From a query to passages. The engine finds a pool of them, by their own words and by the question and the
//! whole answer around them; each of the pool is then scored in full.

use std::collections::HashMap;

use tantivy::schema::Field;
use tantivy::{DocAddress, Score, Term};

use super::candidate::{Candidate, Parts};
use super::schema::{Kind, in_language};
use super::scoring::{self, Clause};
use super::snapshot::Snapshot;
use super::within::Within;
use super::{Entry, Query, QueryTerm};
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
    let scored = search.parts(&pool, limit)?.into_iter();
    let mut scored: Vec<(Parts, DocAddress, (InterviewKey, Passage))> = scored
        .map(|(address, parts)| (parts, address, snapshot.columns.passage(address)))
        .collect();
    scored.sort_by(|(a, _, (interview, passage)), (b, _, (other, place))| {
        b.sum()
            .total_cmp(&a.sum())
            .then(interview.value().cmp(&other.value()))
            .then(passage.span.cmp(&place.span))
    });
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
        // Relatives of a word count in what is said only: in questions, titles and whole interviews they gained nothing.
        let own = || query.terms.iter().filter(|term| term.word.is_some());
        let stems = |terms: &mut dyn Iterator<Item = &'a QueryTerm>| -> Vec<(&'a String, f32)> {
            terms.map(|term| (&term.stem, term.weight)).collect()
        };
        let (all, own) = (stems(&mut query.terms.iter()), stems(&mut own()));
        let words = query.terms.iter();
        let words = words.filter_map(|term| Some((term.word.as_ref()?, term.weight)));
        let of = |field, weight, kinds, stems: &[(&'a String, f32)]| {
            let stems = stems.iter().map(|(stem, own)| (*stem, own * weight));
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
            body: of(fields.body, weights.body, passage, &all)?,
            title: of(fields.title, weights.title, passage, &own)?,
            asked: of(fields.asked, weights.asked, asked, &own)?,
            answer: of(fields.answer, weights.answer, whole, &all)?,
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
            let passages = passages_of(self.snapshot, place).take(DEPTH);
            // The answer of one may hold what another says.
            pool.extend(
                passages.filter(|passage| within.is_none_or(|within| within.holds(*passage))),
            );
        }
        pool.sort_unstable();
        pool.dedup();
        Ok(pool)
    }

    /// What each field gives to the passages of the pool that are the best by all but parts of words and the whole
    /// interview, at most `limit` of them: those two cost as much as all others, and lift none to the top from so far.
    fn parts(
        &self,
        pool: &[DocAddress],
        limit: usize,
    ) -> tantivy::Result<Vec<(DocAddress, Parts)>> {
        let searcher = &self.snapshot.searcher;
        let body = scoring::of(searcher, &self.body, pool)?;
        let title = scoring::of(searcher, &self.title, pool)?;
        let (columns, layout) = (&self.snapshot.columns, &self.snapshot.layout);
        let answer = |address: &DocAddress| {
            let documents = layout.exchange(columns, columns.answer(*address));
            documents.map_or(*address, |documents| documents.answer())
        };
        let answers: Vec<DocAddress> = pool.iter().map(answer).collect();
        let around = self.answers(&answers)?;
        let parts = body.into_iter().zip(title).zip(answers);
        let parts = parts.map(|((body, title), answer)| Parts {
            body,
            title,
            ..around.get(&answer).copied().unwrap_or_default()
        });
        let mut scored: Vec<(DocAddress, Parts)> = pool.iter().copied().zip(parts).collect();
        scored.sort_by(|(a, one), (b, other)| other.sum().total_cmp(&one.sum()).then(a.cmp(b)));
        scored.truncate(limit);
        self.complete(&mut scored)?;
        Ok(scored)
    }

    /// Adds what the parts of the answers' words and the whole interviews give.
    fn complete(&self, scored: &mut [(DocAddress, Parts)]) -> tantivy::Result<()> {
        let (columns, layout) = (&self.snapshot.columns, &self.snapshot.layout);
        let places: Vec<(u64, u64)> = scored
            .iter()
            .map(|(address, _)| columns.answer(*address))
            .collect();
        let answer = |place: &(u64, u64)| Some(layout.exchange(columns, *place)?.answer());
        let interview = |(key, _): &(u64, u64)| layout.interview(*key);
        let weights = self.query.weights;
        let grams = self.query.grams.iter().map(|gram| (gram, weights.grams));
        let grams = self.given(
            (self.snapshot.fields.grams, Kind::Answer),
            grams,
            places.iter().filter_map(answer),
        )?;
        let stems = self.query.terms.iter().filter(|term| term.word.is_some());
        let stems = stems.map(|term| (&term.stem, term.weight * weights.interview));
        let whole = (self.snapshot.fields.whole, Kind::Interview);
        let whole = self.given(whole, stems, places.iter().filter_map(interview))?;
        let of = |given: &HashMap<DocAddress, Score>, address: Option<DocAddress>| {
            address
                .and_then(|address| given.get(&address))
                .copied()
                .unwrap_or_default()
        };
        for ((_, parts), place) in scored.iter_mut().zip(&places) {
            parts.grams = of(&grams, answer(place));
            parts.interview = of(&whole, interview(place));
        }
        Ok(())
    }

    /// What the questions and whole answers give.
    fn answers(&self, answers: &[DocAddress]) -> tantivy::Result<HashMap<DocAddress, Parts>> {
        let answers = each_once(answers.iter().copied());
        let of = |clauses: &[Clause]| scoring::of(&self.snapshot.searcher, clauses, &answers);
        let (asked, answer, exact) = (of(&self.asked)?, of(&self.answer)?, of(&self.exact)?);
        let parts = (0..answers.len()).map(|at| Parts {
            asked: asked[at],
            answer: answer[at],
            exact: exact[at],
            ..Parts::default()
        });
        let parts: Vec<Parts> = parts.collect();
        Ok(answers.into_iter().zip(parts).collect())
    }

    /// What terms with their weights give to documents of a kind.
    fn given<'t>(
        &self,
        (field, kind): (Field, Kind),
        terms: impl Iterator<Item = (&'t String, f32)>,
        documents: impl Iterator<Item = DocAddress>,
    ) -> tantivy::Result<HashMap<DocAddress, Score>> {
        let documents = each_once(documents);
        let clauses = clauses(self.snapshot, self.query, (field, (kind, kind)), terms)?;
        let scores = scoring::of(&self.snapshot.searcher, &clauses, &documents)?;
        Ok(documents.into_iter().zip(scores).collect())
    }
}

/// Documents in the order of their addresses, each once.
fn each_once(documents: impl Iterator<Item = DocAddress>) -> Vec<DocAddress> {
    let mut documents: Vec<DocAddress> = documents.collect();
    documents.sort_unstable();
    documents.dedup();
    documents
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
pub(super) fn passages(snapshot: &Snapshot, entry: &Entry) -> Vec<Passage> {
    let exchanges = 0..entry.exchanges as u64;
    let addresses = exchanges.flat_map(|exchange| passages_of(snapshot, (entry.key, exchange)));
    let mut passages: Vec<Passage> = addresses
        .map(|address| snapshot.columns.passage(address).1)
        .collect();
    passages.sort_by_key(|passage| passage.span);
    passages
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
    let answer = snapshot.layout.exchange(&snapshot.columns, place);
    let answer: Vec<DocAddress> = answer
        .map(|documents| documents.answer())
        .into_iter()
        .collect();
    let held = |word: &&str| {
        let term = Term::from_field_text(field, &in_language(language, word));
        let Some(clause) = Clause::new(searcher, &term, 1.0, (measure.documents, &norms))? else {
            return Ok((scoring::rarity(0, measure.documents), false));
        };
        let given = scoring::of(searcher, std::slice::from_ref(&clause), &answer)?;
        Ok((clause.rarity(), given.iter().any(|score| *score > 0.0)))
    };
    words.iter().map(held).collect()
}

/// The passages of the answer at a place (interview and exchange).
fn passages_of(snapshot: &Snapshot, place: (u64, u64)) -> impl Iterator<Item = DocAddress> + use<> {
    let documents = snapshot.layout.exchange(&snapshot.columns, place);
    documents
        .into_iter()
        .flat_map(|documents| documents.passages())
}

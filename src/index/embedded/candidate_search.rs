//! The candidate search: from a query to scored passages. The engine finds a pool of them, by their own words and by
//! the question and the whole answer around them; each of the pool is then scored in full.

use tantivy::{DocAddress, Score};

use super::commit_snapshot::CommitSnapshot;
use super::filter_bitset::FilterBitset;
use super::postings::FieldPostings;
use super::schema::in_language;
use super::scoring_clause::ScoringClause;
use super::{bm25_scoring, bm25_statistics};
use crate::index::candidate::{Candidate, FieldScores};
use crate::index::{CatalogueEntry, Query, QueryTerm};
use crate::interview::{InterviewKey, Passage};
use crate::language::Language;

/// How many passages the pool takes for their own words.
const DEPTH: usize = 100;

/// Of how many of the best answers the pool takes all passages, though no word of the question may be in them:
/// what a question was asked in may be answered in other words.
const ANSWERS: usize = 10;

/// The passages that answer a query best by the engine's score, at most `limit`.
pub(super) fn candidates(
    snapshot: &CommitSnapshot,
    query: &Query,
    limit: usize,
) -> tantivy::Result<Vec<Candidate>> {
    let search = CandidateSearch::new(snapshot, query)?;
    let pool = search.pool()?;
    let scored = search.scored(&pool, limit)?.into_iter();
    let mut scored: Vec<(ScoredPassage, (InterviewKey, Passage))> = scored
        .map(|scored| {
            let passage = snapshot.columns.passage(scored.passage);
            (scored, passage)
        })
        .collect();
    scored.sort_by(|(a, (interview, passage)), (b, (other, place))| {
        b.parts
            .sum()
            .total_cmp(&a.parts.sum())
            .then(interview.value().cmp(&other.value()))
            .then(passage.span.cmp(&place.span))
    });
    let candidate = |(scored, (interview, passage)): (ScoredPassage, _)| Candidate {
        interview,
        passage,
        parts: scored.parts,
        signature: snapshot.columns.signature(scored.passage),
    };
    Ok(scored.into_iter().map(candidate).collect())
}

struct CandidateSearch<'a> {
    snapshot: &'a CommitSnapshot,
    query: &'a Query,
    /// The stems of its words.
    own: IndexedTerms,
    /// The documents that the query is confined to.
    within: Option<FilterBitset>,
    body: Vec<ScoringClause<'a>>,
    title: Vec<ScoringClause<'a>>,
    asked: Vec<ScoringClause<'a>>,
    answer: Vec<ScoringClause<'a>>,
    exact: Vec<ScoringClause<'a>>,
}

impl<'a> CandidateSearch<'a> {
    fn new(snapshot: &'a CommitSnapshot, query: &'a Query) -> tantivy::Result<Self> {
        let (lists, weights) = (&snapshot.lists, query.weights);
        let filters = query.filters.terms(&snapshot.fields, &snapshot.catalogue);
        let stems = IndexedTerms::of(query, |term| Some(&term.stem));
        // Relatives of a word count in what is said only: in questions, titles and whole interviews they gained nothing.
        let own = IndexedTerms::of(query, |term| term.word.as_ref().map(|_| &term.stem));
        let words = IndexedTerms::of(query, |term| term.word.as_ref());
        Ok(Self {
            within: FilterBitset::all_of(&snapshot.searcher, &filters)?,
            body: stems.clauses(&lists.body, weights.body)?,
            title: own.clauses(&lists.title, weights.title)?,
            asked: own.clauses_no_rarer(&lists.asked, &lists.body, weights.asked)?,
            answer: stems.clauses(&lists.answer, weights.answer)?,
            exact: words.clauses(&lists.exact, weights.exact)?,
            snapshot,
            query,
            own,
        })
    }

    /// The best passages by their own words, and all passages of the best answers; in the order of their addresses.
    fn pool(&self) -> tantivy::Result<Vec<DocAddress>> {
        let searcher = &self.snapshot.searcher;
        let within = self.within.as_ref();
        let own = self.body.iter().chain(&self.title).collect();
        let own = bm25_scoring::top(searcher, own, within, DEPTH)?;
        let mut pool: Vec<DocAddress> = own.into_iter().map(|(_, address)| address).collect();
        let around = self.asked.iter().chain(&self.answer).chain(&self.exact);
        let answers = bm25_scoring::top(searcher, around.collect(), within, ANSWERS)?;
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
    fn scored(&self, pool: &[DocAddress], limit: usize) -> tantivy::Result<Vec<ScoredPassage>> {
        let (body, title) = (
            bm25_scoring::of(&self.body, pool)?,
            bm25_scoring::of(&self.title, pool)?,
        );
        let mut scored = self.placed(pool);
        let answers = || scored.iter().map(|scored| scored.answer);
        let asked = ClauseScores::by(&self.asked, answers())?;
        let answer = ClauseScores::by(&self.answer, answers())?;
        let exact = ClauseScores::by(&self.exact, answers())?;
        for (scored, (body, title)) in scored.iter_mut().zip(body.into_iter().zip(title)) {
            scored.parts = FieldScores {
                body,
                title,
                asked: asked.to(scored.answer),
                answer: answer.to(scored.answer),
                exact: exact.to(scored.answer),
                ..FieldScores::default()
            };
        }
        let order = |a: &ScoredPassage, b: &ScoredPassage| {
            let sums = b.parts.sum().total_cmp(&a.parts.sum());
            sums.then(a.passage.cmp(&b.passage))
        };
        scored.sort_by(order);
        scored.truncate(limit);
        self.complete(&mut scored)?;
        Ok(scored)
    }

    /// The passages of the pool with what they are part of.
    fn placed(&self, pool: &[DocAddress]) -> Vec<ScoredPassage> {
        let (columns, layout) = (&self.snapshot.columns, &self.snapshot.layout);
        let mut last: Option<((u64, u64), DocAddress, Option<DocAddress>)> = None;
        let place = |passage: &DocAddress| {
            let place = columns.answer(*passage);
            let same = last.filter(|(last, ..)| *last == place);
            // Passages of one answer follow one another.
            let (_, answer, interview) = *last.insert(same.unwrap_or_else(|| {
                let answer = layout.exchange(columns, place).map(|it| it.answer());
                (place, answer.unwrap_or(*passage), layout.interview(place.0))
            }));
            ScoredPassage {
                passage: *passage,
                answer,
                interview,
                parts: FieldScores::default(),
            }
        };
        pool.iter().map(place).collect()
    }

    /// Adds what the parts of the answers' words and the whole interviews give.
    fn complete(&self, scored: &mut [ScoredPassage]) -> tantivy::Result<()> {
        let (lists, weights) = (&self.snapshot.lists, self.query.weights);
        let grams = self.query.grams.iter().map(|gram| (gram.as_str(), 1.0));
        let grams =
            IndexedTerms::new(self.query.language, grams).clauses(&lists.grams, weights.grams)?;
        let grams = ClauseScores::by(&grams, scored.iter().map(|scored| scored.answer))?;
        let whole = self.own.clauses(&lists.whole, weights.interview)?;
        let whole = ClauseScores::by(&whole, scored.iter().filter_map(|scored| scored.interview))?;
        for scored in scored {
            scored.parts.grams = grams.to(scored.answer);
            scored.parts.interview = scored.interview.map_or(0.0, |it| whole.to(it));
        }
        Ok(())
    }
}

/// A passage of the pool: where its answer and its interview stand, and what each field gives to it.
struct ScoredPassage {
    passage: DocAddress,
    answer: DocAddress,
    interview: Option<DocAddress>,
    parts: FieldScores,
}

/// What clauses give to documents.
struct ClauseScores {
    /// In the order of their addresses, each once.
    documents: Vec<DocAddress>,
    scores: Vec<Score>,
}

impl ClauseScores {
    fn by(
        clauses: &[ScoringClause<'_>],
        documents: impl Iterator<Item = DocAddress>,
    ) -> tantivy::Result<Self> {
        let mut documents: Vec<DocAddress> = documents.collect();
        documents.sort_unstable();
        documents.dedup();
        let scores = bm25_scoring::of(clauses, &documents)?;
        Ok(Self { documents, scores })
    }

    fn to(&self, document: DocAddress) -> Score {
        let at = self.documents.binary_search(&document);
        at.map_or(0.0, |at| self.scores[at])
    }
}

/// Terms as they stand in the index, with their weights.
struct IndexedTerms {
    language: Language,
    terms: Vec<(String, f32)>,
}

impl IndexedTerms {
    fn of<'t>(query: &'t Query, text: impl Fn(&'t QueryTerm) -> Option<&'t String>) -> Self {
        let terms = query.terms.iter();
        let terms = terms.filter_map(|term| Some((text(term)?.as_str(), term.weight)));
        Self::new(query.language, terms)
    }

    fn new<'t>(language: Language, terms: impl Iterator<Item = (&'t str, f32)>) -> Self {
        let terms = terms.map(|(term, weight)| (in_language(language, term), weight));
        Self {
            language,
            terms: terms.collect(),
        }
    }

    /// Their clauses in a field, whose weight they count by.
    fn clauses<'l>(
        &self,
        lists: &'l FieldPostings,
        weight: f32,
    ) -> tantivy::Result<Vec<ScoringClause<'l>>> {
        let Some(measured) = lists.measured(self.language) else {
            return Ok(Vec::new());
        };
        let mut clauses = Vec::with_capacity(self.terms.len());
        for (key, own) in &self.terms {
            clauses.extend(ScoringClause::new(lists, measured, key, own * weight)?);
        }
        Ok(clauses)
    }
}

impl IndexedTerms {
    /// The same, but that a term counts as no rarer than it is in another field: few questions hold a word that most answers
    /// do (project), and that makes it no name.
    fn clauses_no_rarer<'l>(
        &self,
        lists: &'l FieldPostings,
        others: &FieldPostings,
        weight: f32,
    ) -> tantivy::Result<Vec<ScoringClause<'l>>> {
        let (Some(measured), Some(other)) = (
            lists.measured(self.language),
            others.measured(self.language),
        ) else {
            return self.clauses(lists, weight);
        };
        let mut clauses = Vec::with_capacity(self.terms.len());
        for (key, own) in &self.terms {
            let Some(clause) = ScoringClause::new(lists, measured, key, own * weight)? else {
                continue;
            };
            let elsewhere = ScoringClause::new(others, other, key, own * weight)?;
            clauses.push(match elsewhere {
                Some(elsewhere) => clause.worth_at_most(elsewhere.worth),
                None => clause,
            });
        }
        Ok(clauses)
    }
}

/// Every passage of an interview, in reading order.
pub(super) fn passages(snapshot: &CommitSnapshot, entry: &CatalogueEntry) -> Vec<Passage> {
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
    snapshot: &CommitSnapshot,
    (language, words): (Language, &[&str]),
    place: (u64, u64),
) -> tantivy::Result<Vec<(f32, bool)>> {
    let lists = &snapshot.lists.exact;
    let measured = lists.measured(language);
    let documents = measured.map_or(0, |measured| measured.documents);
    let answer = snapshot.layout.exchange(&snapshot.columns, place);
    let answer: Vec<DocAddress> = answer
        .map(|documents| documents.answer())
        .into_iter()
        .collect();
    let held = |word: &&str| {
        let key = in_language(language, word);
        let clause = measured.map(|measured| ScoringClause::new(lists, measured, &key, 1.0));
        let Some(clause) = clause.transpose()?.flatten() else {
            return Ok((bm25_statistics::rarity(0, documents), false));
        };
        let given = bm25_scoring::of(std::slice::from_ref(&clause), &answer)?;
        Ok((clause.rarity(), given.iter().any(|score| *score > 0.0)))
    };
    words.iter().map(held).collect()
}

/// The passages of the answer at a place (interview and exchange).
fn passages_of(
    snapshot: &CommitSnapshot,
    place: (u64, u64),
) -> impl Iterator<Item = DocAddress> + use<> {
    let documents = snapshot.layout.exchange(&snapshot.columns, place);
    documents
        .into_iter()
        .flat_map(|documents| documents.passages())
}

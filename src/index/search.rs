//! From a query to passages: three searches, of passages, whole answers and whole interviews, their
//! scores added up.

use std::collections::HashMap;

use tantivy::collector::{Count, DocSetCollector, TopDocs};
use tantivy::query::{
    BooleanQuery, BoostQuery, Occur, Query as EngineQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{DocAddress, Score, Searcher, TantivyDocument, Term};

use super::Query;
use super::record::Signature;
use super::schema::{Fields, Kind, in_language, place_value};
use super::statistics::LanguageStatistics;
use crate::interview::{InterviewKey, Passage, Span};
use crate::language::Language;

/// A passage that shares words with a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The passage's interview.
    pub interview: InterviewKey,
    /// Where it stands.
    pub passage: Passage,
    /// The engine's score: BM25 of each field (k1 1.2, b 0.75) times its weight, added up.
    pub score: f32,
    /// Its terms.
    pub signature: Signature,
}

/// How many passages, answers and interviews are looked at.
const DEPTH: usize = 100;

/// Of how many of the best answers all passages are looked at, though no word of the question may be in
/// them: what a question was asked in may be answered in other words.
const ANSWERS: usize = 10;

pub(super) fn candidates(
    searcher: &Searcher,
    fields: &Fields,
    query: &Query,
    (languages, columns): (&[Language], &Columns),
    limit: usize,
) -> tantivy::Result<Vec<Candidate>> {
    let search = Search {
        searcher,
        fields,
        query,
        languages,
        columns,
    };
    let weights = query.weights;
    let passages = (Kind::Passage, Kind::Passage);
    let found = search.top(
        passages,
        &[
            (fields.body, weights.body, false),
            (fields.exact, weights.exact, true),
            (fields.title, weights.title, false),
        ],
    )?;
    let asked = search.scores((Kind::Answer, Kind::Passage), fields.asked, weights.asked)?;
    let answers = search.scores((Kind::Answer, Kind::Answer), fields.answer, weights.answer)?;
    let interviews = search.scores(
        (Kind::Interview, Kind::Interview),
        fields.whole,
        weights.interview,
    )?;
    let mut bodies: HashMap<DocAddress, Score> = found
        .into_iter()
        .map(|(score, address)| (address, score))
        .collect();
    for address in search.passages_of(&best(&asked, &answers))? {
        bodies.entry(address).or_default();
    }
    let around = |(key, exchange): (u64, u64)| {
        let score = |scores: &Scores, place| scores.get(&place).copied().unwrap_or_default();
        score(&asked, (key, exchange))
            + score(&answers, (key, exchange))
            + score(&interviews, (key, 0))
    };
    let mut scored: Vec<(Score, DocAddress, InterviewKey, Passage)> = bodies
        .into_iter()
        .map(|(address, body)| {
            let (key, passage) = columns.passage(address);
            (
                body + around((key, passage.exchange as u64)),
                address,
                interview_key(key),
                passage,
            )
        })
        .collect();
    scored.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(a.2.value().cmp(&b.2.value()))
            .then(a.3.span.cmp(&b.3.span))
    });
    scored.truncate(limit);
    scored
        .into_iter()
        .map(|(score, address, interview, passage)| {
            Ok(Candidate {
                interview,
                passage,
                score,
                signature: signature(searcher, fields, address)?,
            })
        })
        .collect()
}

/// Scores by interview and exchange.
type Scores = HashMap<(u64, u64), Score>;

/// The answers with the highest scores of their question and their words.
fn best(asked: &Scores, answers: &Scores) -> Vec<(u64, u64)> {
    let mut sums: Scores = asked.clone();
    for (place, score) in answers {
        *sums.entry(*place).or_default() += score;
    }
    let mut best: Vec<((u64, u64), Score)> = sums.into_iter().collect();
    best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    best.into_iter()
        .take(ANSWERS)
        .map(|(place, _)| place)
        .collect()
}

struct Search<'a> {
    searcher: &'a Searcher,
    fields: &'a Fields,
    query: &'a Query,
    languages: &'a [Language],
    columns: &'a Columns,
}

impl Search<'_> {
    /// The best documents of one kind by the given fields (field, weight, whether it holds unstemmed
    /// words), rarity measured against the documents of another.
    fn top(
        &self,
        kinds: (Kind, Kind),
        fields: &[(Field, f32, bool)],
    ) -> tantivy::Result<Vec<(Score, DocAddress)>> {
        let statistics = LanguageStatistics::new(
            self.searcher,
            self.fields,
            kinds,
            self.query.language,
            self.languages,
        )?;
        let clauses: Vec<(Occur, Box<dyn EngineQuery>)> = fields
            .iter()
            .filter(|(_, weight, _)| *weight > 0.0)
            .flat_map(|(field, weight, unstemmed)| {
                self.query.terms.iter().map(move |term| {
                    let text = if *unstemmed { &term.word } else { &term.stem };
                    self.clause(*field, text, weight * term.weight)
                })
            })
            .collect();
        if clauses.is_empty() || statistics.documents() == 0 {
            return Ok(Vec::new());
        }
        let query = BooleanQuery::new(clauses);
        // Counting along keeps tantivy from pruning: a full pass over the union took 10 ms for a hundred
        // common words where block-max WAND took 66, and as long for six (`cargo bench`).
        let collector = (TopDocs::with_limit(DEPTH).order_by_score(), Count);
        let (found, _) =
            self.searcher
                .search_with_statistics_provider(&query, &collector, &statistics)?;
        Ok(found)
    }

    /// Every passage of the given answers.
    fn passages_of(&self, answers: &[(u64, u64)]) -> tantivy::Result<Vec<DocAddress>> {
        if answers.is_empty() {
            return Ok(Vec::new());
        }
        let places = answers.iter().map(|(key, exchange)| {
            Term::from_field_text(self.fields.place, &place_value(*key, *exchange))
        });
        let mut found: Vec<DocAddress> = self
            .searcher
            .search(&TermSetQuery::new(places), &DocSetCollector)?
            .into_iter()
            .collect();
        found.sort_unstable();
        found.truncate(DEPTH);
        Ok(found)
    }

    fn clause(&self, field: Field, text: &str, weight: f32) -> (Occur, Box<dyn EngineQuery>) {
        let term = Term::from_field_text(field, &in_language(self.query.language, text));
        let term = TermQuery::new(term, IndexRecordOption::WithFreqs);
        (
            Occur::Should,
            Box::new(BoostQuery::new(Box::new(term), weight)),
        )
    }

    /// The scores of answers or interviews in one field.
    fn scores(&self, kinds: (Kind, Kind), field: Field, weight: f32) -> tantivy::Result<Scores> {
        let found = self.top(kinds, &[(field, weight, false)])?;
        Ok(found
            .into_iter()
            .map(|(score, address)| (self.columns.answer(address), score))
            .collect())
    }
}

/// The columns that say where a passage stands, segment by segment. Opening them takes longer than a
/// search: they are opened once a commit.
pub(super) struct Columns(Vec<[tantivy::columnar::Column<u64>; 5]>);

impl Columns {
    pub(super) fn open(searcher: &Searcher) -> tantivy::Result<Self> {
        let open = |segment: &tantivy::SegmentReader| {
            let column = |name| segment.fast_fields().u64(name);
            Ok([
                column("parent")?,
                column("exchange")?,
                column("turn")?,
                column("start")?,
                column("end")?,
            ])
        };
        searcher
            .segment_readers()
            .iter()
            .map(open)
            .collect::<tantivy::Result<_>>()
            .map(Self)
    }

    fn value(&self, address: DocAddress, column: usize) -> u64 {
        let columns = self.0.get(address.segment_ord as usize);
        columns
            .and_then(|columns| columns[column].first(address.doc_id))
            .unwrap_or_default()
    }

    /// Interview and exchange; of an interview's own document the exchange is 0.
    fn answer(&self, address: DocAddress) -> (u64, u64) {
        (self.value(address, 0), self.value(address, 1))
    }

    fn passage(&self, address: DocAddress) -> (u64, Passage) {
        let value = |column| usize::try_from(self.value(address, column)).unwrap_or(usize::MAX);
        (
            self.value(address, 0),
            Passage {
                exchange: value(1),
                turn: value(2),
                span: Span::new(value(3), value(4)),
            },
        )
    }
}

fn interview_key(key: u64) -> InterviewKey {
    let [_, _, _, bytes @ ..] = key.to_be_bytes();
    InterviewKey::from_bytes(bytes)
}

fn signature(
    searcher: &Searcher,
    fields: &Fields,
    address: DocAddress,
) -> tantivy::Result<Signature> {
    let document: TantivyDocument = searcher.doc(address)?;
    let bytes = document
        .get_first(fields.signature)
        .and_then(|value| value.as_bytes());
    Ok(bytes.map(Signature::from_bytes).unwrap_or_default())
}

//! From a query to passages: three searches, of passages, whole answers and whole interviews, their
//! scores added up.

use std::collections::HashMap;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query as EngineQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{DocAddress, Score, Searcher, TantivyDocument, Term};

use super::Query;
use super::record::Signature;
use super::schema::{Fields, Kind, in_language};
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
const DEPTH: usize = 200;

pub(super) fn candidates(
    searcher: &Searcher,
    fields: &Fields,
    query: &Query,
    languages: &[Language],
    limit: usize,
) -> tantivy::Result<Vec<Candidate>> {
    let search = Search {
        searcher,
        fields,
        query,
        languages,
    };
    let weights = query.weights;
    let passage_fields = [
        (fields.body, weights.body, false),
        (fields.exact, weights.exact, true),
        (fields.asked, weights.asked, false),
        (fields.title, weights.title, false),
    ];
    let found = search.top(Kind::Passage, &passage_fields)?;
    let answers: HashMap<(u64, u64), Score> =
        search.scores(Kind::Answer, fields.answer, weights.answer)?;
    let interviews = search.scores(Kind::Interview, fields.whole, weights.interview)?;
    let columns = Columns::open(searcher)?;
    let mut scored: Vec<(Score, DocAddress, InterviewKey, Passage)> = found
        .into_iter()
        .map(|(score, address)| {
            let (key, passage) = columns.passage(address);
            let answer = answers
                .get(&(key, passage.exchange as u64))
                .copied()
                .unwrap_or_default();
            let interview = interviews.get(&(key, 0)).copied().unwrap_or_default();
            (
                score + answer + interview,
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

struct Search<'a> {
    searcher: &'a Searcher,
    fields: &'a Fields,
    query: &'a Query,
    languages: &'a [Language],
}

impl Search<'_> {
    /// The best documents of one kind by the given fields: field, weight, whether it holds unstemmed words.
    fn top(
        &self,
        kind: Kind,
        fields: &[(Field, f32, bool)],
    ) -> tantivy::Result<Vec<(Score, DocAddress)>> {
        let statistics = LanguageStatistics::new(
            self.searcher,
            self.fields,
            kind,
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
        self.searcher.search_with_statistics_provider(
            &query,
            &TopDocs::with_limit(DEPTH).order_by_score(),
            &statistics,
        )
    }

    fn clause(&self, field: Field, text: &str, weight: f32) -> (Occur, Box<dyn EngineQuery>) {
        let term = Term::from_field_text(field, &in_language(self.query.language, text));
        let term = TermQuery::new(term, IndexRecordOption::WithFreqs);
        (
            Occur::Should,
            Box::new(BoostQuery::new(Box::new(term), weight)),
        )
    }

    /// The scores of whole answers or interviews, by interview and exchange.
    fn scores(
        &self,
        kind: Kind,
        field: Field,
        weight: f32,
    ) -> tantivy::Result<HashMap<(u64, u64), Score>> {
        let columns = Columns::open(self.searcher)?;
        let found = self.top(kind, &[(field, weight, false)])?;
        Ok(found
            .into_iter()
            .map(|(score, address)| (columns.answer(address), score))
            .collect())
    }
}

/// The columns that say where a passage stands, segment by segment.
struct Columns(Vec<[tantivy::columnar::Column<u64>; 5]>);

impl Columns {
    fn open(searcher: &Searcher) -> tantivy::Result<Self> {
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

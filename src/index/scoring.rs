//! BM25 over postings: the documents with the highest sums, without visiting those that cannot be among
//! them.
//!
//! What comes out is the same as from a full pass; `cargo bench` has both beside each other.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::{DocAddress, Score, Searcher};

use super::lists::FieldLists;
use super::sums::{Scratch, Sums};
use super::within::Within;

/// BM25's parameters (Robertson and Zaragoza 2009), as measured: `b` from 0.75 to 0.77 gains 0.005 to 0.01 on interviews
/// and nothing elsewhere, 0.8 loses 0.006 on FAQ questions and 0.002 on German ones.
const K1: f32 = 1.2;
const B: f32 = 0.77;

/// A term in a field, with what finding it is worth.
pub(super) struct Clause<'l> {
    lists: &'l FieldLists,
    measured: &'l Measured,
    /// Where its postings stand, segment by segment.
    pub(super) postings: Vec<Option<TermInfo>>,
    /// The highest score it can give.
    pub(super) worth: Score,
}

/// What a field's lengths and a term's rarity are measured against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// Documents.
    pub(super) documents: u64,
    /// The average length of the field in these documents, in terms.
    pub(super) length: f32,
}

/// A measure, with what a document's length does to a score by its field norm.
pub(super) struct Measured {
    /// Documents.
    pub(super) documents: u64,
    norms: [Score; 256],
}

impl Measure {
    pub(super) fn worked_out(&self) -> Measured {
        self.worked_out_with(B)
    }

    fn worked_out_with(&self, b: f32) -> Measured {
        let norm = |id| {
            let length = FieldNormReader::id_to_fieldnorm(u8::try_from(id).unwrap_or(u8::MAX));
            K1 * (1.0 - b + b * length as f32 / self.length.max(f32::EPSILON))
        };
        Measured {
            documents: self.documents,
            norms: std::array::from_fn(norm),
        }
    }
}

impl<'l> Clause<'l> {
    /// `None` where no document holds the term. `key` is the term as it stands in the index.
    pub(super) fn new(
        lists: &'l FieldLists,
        measured: &'l Measured,
        key: &str,
        weight: f32,
    ) -> tantivy::Result<Option<Self>> {
        let postings = lists.find(key)?;
        let found = postings.iter().flatten();
        let frequency: u64 = found.map(|info| u64::from(info.doc_freq)).sum();
        if frequency == 0 || weight <= 0.0 {
            return Ok(None);
        }
        Ok(Some(Self {
            lists,
            measured,
            postings,
            worth: weight * rarity(frequency, measured.documents) * (K1 + 1.0),
        }))
    }

    /// How rare its term is, where its weight is 1.
    pub(super) fn rarity(&self) -> f32 {
        self.worth / (K1 + 1.0)
    }

    /// Its postings in a segment and the norms of the documents; `None` where it has none there.
    pub(super) fn open(
        &self,
        segment: usize,
    ) -> tantivy::Result<Option<(BlockSegmentPostings, &'l FieldNormReader)>> {
        let info = self.postings[segment].as_ref();
        info.map_or(Ok(None), |info| self.lists.postings(segment, info))
    }

    /// What a document gives that holds the term so often; `norm` is its field norm.
    pub(super) fn score(&self, frequency: u32, norm: u8) -> Score {
        let frequency = frequency as Score;
        self.worth * frequency / (frequency + self.measured.norms[usize::from(norm)])
    }
}

/// BM25's inverse document frequency, ln(1 + (N − n + ½) / (n + ½)). A word that no document holds is as
/// rare as one that a single document does.
#[must_use]
pub fn rarity(frequency: u64, documents: u64) -> f32 {
    let all = documents.max(1) as f32;
    let n = (frequency.max(1) as f32).min(all);
    (1.0 + (all - n + 0.5) / (n + 0.5)).ln()
}

/// The `depth` documents with the highest sums, best first.
pub(super) fn top(
    searcher: &Searcher,
    mut clauses: Vec<&Clause<'_>>,
    within: Option<&Within>,
    depth: usize,
) -> tantivy::Result<Vec<(Score, DocAddress)>> {
    clauses.sort_by(|a, b| b.worth.total_cmp(&a.worth));
    let mut best: Vec<(Score, DocAddress)> = Vec::new();
    let mut scratch = Scratch::take();
    for (ordinal, segment) in (0..).zip(searcher.segment_readers()) {
        let floor = match best.get(depth - 1) {
            Some((score, _)) => *score,
            None => 0.0,
        };
        let within = within.map(|within| within.segment(ordinal));
        let sums = Sums::new(segment, within, (depth, floor), &mut scratch);
        let found = sums.run(&clauses, ordinal as usize)?;
        best.extend(
            found
                .into_iter()
                .map(|(score, document)| (score, DocAddress::new(ordinal, document))),
        );
        best.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        best.truncate(depth);
    }
    scratch.give_back();
    Ok(best)
}

/// What clauses give to each of some documents, which are in the order of their addresses.
pub(super) fn of(clauses: &[Clause<'_>], documents: &[DocAddress]) -> tantivy::Result<Vec<Score>> {
    let mut sums = vec![0.0; documents.len()];
    let mut rest = documents;
    while let Some(first) = rest.first() {
        let ordinal = first.segment_ord;
        let own = rest.partition_point(|document| document.segment_ord == ordinal);
        let done = documents.len() - rest.len();
        for clause in clauses {
            let Some((mut postings, norms)) = clause.open(ordinal as usize)? else {
                continue;
            };
            for (document, sum) in rest[..own].iter().zip(&mut sums[done..]) {
                let document = document.doc_id;
                let at = postings.seek(document);
                if postings.doc(at) == document {
                    *sum += clause.score(postings.freq(at), norms.fieldnorm_id(document));
                }
            }
        }
        rest = &rest[own..];
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tantivy::collector::TopDocs;
    use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
    use tantivy::schema::{IndexRecordOption, Schema, TEXT};
    use tantivy::{Index, TantivyDocument, Term};

    use super::*;

    /// Word `rank` stands in about one of `rank + 1` places.
    fn document() -> impl Strategy<Value = Vec<usize>> {
        prop::collection::vec(
            (0.0..1.0f64).prop_map(|at| (40f64.powf(at)) as usize),
            1..30,
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn the_best_sums_are_those_of_a_full_pass(
            documents in prop::collection::vec(document(), 1..400),
            question in prop::collection::vec((0..45usize, 0.1..2.0f32), 1..8),
            withdrawn in 0..45usize,
        ) {
            let mut schema = Schema::builder();
            let field = schema.add_text_field("body", TEXT);
            let index = Index::create_in_ram(schema.build());
            let mut writer = index.writer_with_num_threads(1, 15 << 20)?;
            for (at, words) in documents.iter().enumerate() {
                let words: Vec<String> = words.iter().map(|rank| format!("w{rank}")).collect();
                let mut document = TantivyDocument::new();
                document.add_text(field, words.join(" "));
                writer.add_document(document)?;
                if at == documents.len() / 2 {
                    writer.commit()?;
                }
            }
            writer.delete_term(Term::from_field_text(field, &format!("w{withdrawn}")));
            writer.commit()?;
            let searcher = index.reader()?.searcher();
            let tokens: u64 = searcher
                .segment_readers()
                .iter()
                .map(|segment| Ok(segment.inverted_index(field)?.total_num_tokens()))
                .sum::<tantivy::Result<u64>>()?;
            let all: u64 = searcher.segment_readers().iter().map(|s| u64::from(s.max_doc())).sum();
            let measure = Measure { documents: all, length: tokens as f32 / all as f32 };

            // The engine's own `b`.
            let measured = measure.worked_out_with(0.75);
            let lists = FieldLists::open(&searcher, field, |_| Ok(measure))?;
            let mut clauses = Vec::new();
            let mut engine: Vec<(Occur, Box<dyn Query>)> = Vec::new();
            for (rank, weight) in question {
                let word = format!("w{rank}");
                clauses.extend(Clause::new(&lists, &measured, &word, weight)?);
                let term = Term::from_field_text(field, &word);
                let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                engine.push((Occur::Should, Box::new(BoostQuery::new(Box::new(query), weight))));
            }
            let best = top(&searcher, clauses.iter().collect(), None, 10)?;
            let ours: Vec<f32> = best.iter().map(|(sum, _)| *sum).collect();
            let full: Vec<f32> = searcher
                .search(&BooleanQuery::new(engine), &TopDocs::with_limit(10).order_by_score())?
                .into_iter()
                .map(|(sum, _)| sum)
                .collect();
            prop_assert_eq!(ours.len(), full.len());
            for (ours, full) in ours.iter().zip(&full) {
                prop_assert!((ours - full).abs() < 1e-3 * full.max(1.0), "{} {}", ours, full);
            }
            let mut addressed = best;
            addressed.sort_by_key(|(_, document)| *document);
            let documents: Vec<DocAddress> = addressed.iter().map(|(_, document)| *document).collect();
            for ((sum, _), again) in addressed.iter().zip(of(&clauses, &documents)?) {
                prop_assert!((sum - again).abs() < 1e-3 * sum.max(1.0), "{} {}", sum, again);
            }
        }
    }
}

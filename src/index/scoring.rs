//! BM25 over postings: the documents with the highest sums, without visiting those that cannot be among
//! them.
//!
//! What comes out is the same as from a full pass; `cargo bench` has both beside each other.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, Score, Searcher, SegmentReader, Term};

use super::sums::{Scratch, Sums};
use super::within::Within;

/// BM25's parameters (Robertson and Zaragoza 2009), as measured: `b` from 0.75 to 0.77 gains 0.005 to 0.01 on interviews
/// and nothing elsewhere, 0.8 loses 0.006 on FAQ questions and 0.002 on German ones.
const K1: f32 = 1.2;
const B: f32 = 0.77;

/// A term in a field, with what finding it is worth.
pub(super) struct Clause {
    field: Field,
    /// Where its postings stand, segment by segment.
    pub(super) postings: Vec<Option<TermInfo>>,
    /// The highest score it can give.
    pub(super) worth: Score,
    norms: Norms,
}

/// What a document's length does to a score, by the document's field norm.
pub(super) type Norms = Arc<[Score; 256]>;

/// What a field's lengths and a term's rarity are measured against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// Documents.
    pub(super) documents: u64,
    /// The average length of the field in these documents, in terms.
    pub(super) length: f32,
}

impl Measure {
    pub(super) fn norms(&self) -> Norms {
        self.norms_with(B)
    }

    fn norms_with(&self, b: f32) -> Norms {
        Arc::new(std::array::from_fn(|id| {
            let length = FieldNormReader::id_to_fieldnorm(u8::try_from(id).unwrap_or(u8::MAX));
            K1 * (1.0 - b + b * length as f32 / self.length.max(f32::EPSILON))
        }))
    }
}

impl Clause {
    /// `None` where no document holds the term.
    pub(super) fn new(
        searcher: &Searcher,
        term: &Term,
        weight: f32,
        (documents, norms): (u64, &Norms),
    ) -> tantivy::Result<Option<Self>> {
        let field = term.field();
        let postings = searcher
            .segment_readers()
            .iter()
            .map(|segment| Ok(segment.inverted_index(field)?.get_term_info(term)?))
            .collect::<tantivy::Result<Vec<_>>>()?;
        let frequency: u64 = postings
            .iter()
            .flatten()
            .map(|info| u64::from(info.doc_freq))
            .sum();
        if frequency == 0 || weight <= 0.0 {
            return Ok(None);
        }
        Ok(Some(Self {
            field,
            postings,
            worth: weight * rarity(frequency, documents) * (K1 + 1.0),
            norms: Arc::clone(norms),
        }))
    }

    /// How rare its term is, where its weight is 1.
    pub(super) fn rarity(&self) -> f32 {
        self.worth / (K1 + 1.0)
    }

    pub(super) fn open(
        &self,
        segment: &SegmentReader,
        info: &TermInfo,
    ) -> tantivy::Result<(BlockSegmentPostings, FieldNormReader)> {
        let postings = segment
            .inverted_index(self.field)?
            .read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
        Ok((postings, segment.get_fieldnorms_reader(self.field)?))
    }

    /// What a document gives that holds the term so often; `norm` is its field norm.
    pub(super) fn score(&self, frequency: u32, norm: u8) -> Score {
        let frequency = frequency as Score;
        self.worth * frequency / (frequency + self.norms[usize::from(norm)])
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
    mut clauses: Vec<&Clause>,
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
pub(super) fn of(
    searcher: &Searcher,
    clauses: &[Clause],
    documents: &[DocAddress],
) -> tantivy::Result<Vec<Score>> {
    let mut sums = vec![0.0; documents.len()];
    let mut rest = documents;
    while let Some(first) = rest.first() {
        let ordinal = first.segment_ord;
        let own = rest.partition_point(|document| document.segment_ord == ordinal);
        let done = documents.len() - rest.len();
        let segment = searcher.segment_reader(ordinal);
        for clause in clauses {
            let Some(info) = &clause.postings[ordinal as usize] else {
                continue;
            };
            let (mut postings, norms) = clause.open(segment, info)?;
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
    use tantivy::schema::{Schema, TEXT};
    use tantivy::{Index, TantivyDocument};

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

            let mut clauses = Vec::new();
            let mut engine: Vec<(Occur, Box<dyn Query>)> = Vec::new();
            for (rank, weight) in question {
                let term = Term::from_field_text(field, &format!("w{rank}"));
                // The engine's own `b`.
                let norms = measure.norms_with(0.75);
                clauses.extend(Clause::new(&searcher, &term, weight, (all, &norms))?);
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
            for ((sum, _), again) in addressed.iter().zip(of(&searcher, &clauses, &documents)?) {
                prop_assert!((sum - again).abs() < 1e-3 * sum.max(1.0), "{} {}", sum, again);
            }
        }
    }
}

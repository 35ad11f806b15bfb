//! BM25 scoring over postings: the documents with the highest scores, skipping those that cannot be among them.
//!
//! What comes out is the same as from a full pass; `cargo bench` has both beside each other.

use tantivy::{DocAddress, Score, Searcher};

use super::filter_bitset::FilterBitset;
use super::score_accumulator::{AccumulatorBuffers, ScoreAccumulator};
use super::scoring_clause::ScoringClause;

/// The `depth` documents with the highest sums, best first.
pub(super) fn top(
    searcher: &Searcher,
    mut clauses: Vec<&ScoringClause<'_>>,
    within: Option<&FilterBitset>,
    depth: usize,
) -> tantivy::Result<Vec<(Score, DocAddress)>> {
    clauses.sort_by(|a, b| b.worth.total_cmp(&a.worth));
    let mut best: Vec<(Score, DocAddress)> = Vec::new();
    let mut scratch = AccumulatorBuffers::take();
    for (ordinal, segment) in (0..).zip(searcher.segment_readers()) {
        let floor = match best.get(depth - 1) {
            Some((score, _)) => *score,
            None => 0.0,
        };
        let within = within.map(|within| within.segment(ordinal));
        let sums = ScoreAccumulator::new(segment, within, (depth, floor), &mut scratch);
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
    clauses: &[ScoringClause<'_>],
    documents: &[DocAddress],
) -> tantivy::Result<Vec<Score>> {
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
    use crate::index::embedded::bm25_statistics::FieldStatistics;
    use crate::index::embedded::postings::FieldPostings;
    use crate::index::embedded::scoring_clause::ScoringClause;

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
            let measure = FieldStatistics { documents: all, length: tokens as f32 / all as f32 };

            // The engine's own `b`.
            let measured = measure.worked_out_with(0.75);
            let lists = FieldPostings::open(&searcher, field, |_| Ok(measure))?;
            let mut clauses = Vec::new();
            let mut engine: Vec<(Occur, Box<dyn Query>)> = Vec::new();
            for (rank, weight) in question {
                let word = format!("w{rank}");
                clauses.extend(ScoringClause::new(&lists, &measured, &word, weight)?);
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

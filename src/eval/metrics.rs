//! Evaluation metrics: recall@k, MRR@10, nDCG@10, latency percentiles.
//!
//! R@k is the share of questions with an answering document among the first k; MRR@10 the mean of one over the
//! rank of the first one; nDCG@10 the discounted cumulative gain over that of the best order, relevance being
//! yes or no (Järvelin and Kekäläinen 2002).

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use serde::Serialize;

/// How many documents of a ranking count.
pub(super) const DEPTH: usize = 10;

/// What was ranked for each question.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct RankingRun {
    /// Question, and its documents with their scores, the best first.
    pub rankings: Vec<(String, Vec<(String, f32)>)>,
}

/// The figures of a set.
#[derive(Debug, Clone, Serialize)]
pub struct EvaluationReport {
    /// How many questions.
    pub questions: usize,
    /// The share of questions with an answering document first.
    pub r1: f64,
    /// And among the first five.
    pub r5: f64,
    /// The mean reciprocal rank of the first answering document, up to rank 10.
    pub mrr10: f64,
    /// The normalised discounted cumulative gain at 10.
    pub ndcg10: f64,
    /// The share of questions that were answered with nothing.
    pub nothing: f64,
    /// Of the answered questions with a known answer whose document came first: the share in which the
    /// highlighted words hold it.
    pub answer_in_highlight: Option<f64>,
    /// Milliseconds from a question to its answer: half, 95 % and 99 % of them took at most so long.
    pub ms: Percentiles,
    /// Questions a second, on one core.
    pub per_second: f64,
    /// How it does on questions that nothing answers, by their kind.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub silence: Vec<NoAnswerMetrics>,
}

/// Durations in milliseconds.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Percentiles {
    /// The median.
    pub p50: f64,
    /// 95 % are at most this.
    pub p95: f64,
    /// 99 % are at most this.
    pub p99: f64,
}

/// How well questions that something answers are told from those that nothing does.
#[derive(Debug, Clone, Serialize)]
pub struct NoAnswerMetrics {
    /// Of which kind the questions are.
    pub kind: String,
    /// How many of them.
    pub questions: usize,
    /// The share that got nothing.
    pub refused: f64,
    /// The area under the receiver operating characteristic: how often an answerable question is surer
    /// of its answer than one of these.
    pub area: f64,
}

/// The reciprocal rank of each question's first answering document, 0 where there is none among the first 10.
pub(super) fn reciprocal_ranks(
    run: &RankingRun,
    relevant: &HashMap<String, HashSet<String>>,
) -> Vec<(String, f64)> {
    let ranks = run.rankings.iter().map(|(query, documents)| {
        let rank = first_relevant(documents, relevant.get(query));
        (
            query.clone(),
            rank.map_or(0.0, |rank| 1.0 / (rank + 1) as f64),
        )
    });
    ranks.collect()
}

/// The index of the first answering document among the first 10.
pub(super) fn first_relevant(
    documents: &[(String, f32)],
    relevant: Option<&HashSet<String>>,
) -> Option<usize> {
    let relevant = relevant?;
    let mut first = documents.iter().take(DEPTH);
    first.position(|(document, _)| relevant.contains(document))
}

/// nDCG@10 of one ranking.
pub(super) fn ndcg(documents: &[(String, f32)], relevant: Option<&HashSet<String>>) -> f64 {
    let Some(relevant) = relevant.filter(|relevant| !relevant.is_empty()) else {
        return 0.0;
    };
    let discount = |rank: usize| 1.0 / ((rank + 2) as f64).log2();
    let gained: f64 = documents
        .iter()
        .take(DEPTH)
        .enumerate()
        .filter(|(_, (document, _))| relevant.contains(document))
        .map(|(rank, _)| discount(rank))
        .sum();
    let best: f64 = (0..relevant.len().min(DEPTH)).map(discount).sum();
    gained / best
}

pub(super) fn percentiles(times: &[Duration]) -> Percentiles {
    let mut ms: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1e3).collect();
    ms.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = (share * ms.len() as f64).ceil() as usize;
        ms.get(place.saturating_sub(1)).copied().unwrap_or_default()
    };
    Percentiles {
        p50: at(0.50),
        p95: at(0.95),
        p99: at(0.99),
    }
}

/// The share of pairs in which the answerable question is the surer, ties counting half: the area under the
/// curve (Mann and Whitney 1947).
pub(super) fn area(answerable: &[f32], unanswerable: &[f32]) -> f64 {
    let mut others = unanswerable.to_vec();
    others.sort_by(f32::total_cmp);
    let won: usize = answerable
        .iter()
        .map(|certainty| {
            let below = others.partition_point(|other| other < certainty);
            let up_to = others.partition_point(|other| other <= certainty);
            below + up_to
        })
        .sum();
    let pairs = answerable.len() * unanswerable.len();
    won as f64 / 2.0 / pairs.max(1) as f64
}

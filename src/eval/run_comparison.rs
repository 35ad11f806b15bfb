//! The comparison of two runs: whether the difference is significant.

use std::collections::HashMap;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use rand::{Rng, SeedableRng};
use serde::Serialize;

use super::metrics::{RankingRun, reciprocal_ranks};
use super::{EvalError, question_set};

/// The name that stands on every line of a run.
const NAME: &str = "verbatim";

/// How often the questions are drawn anew, and from which seed: the same runs give the same interval.
const DRAWS: usize = 10_000;
const SEED: u64 = 20_200_417;

/// How much more the second of two runs has than the first, in MRR@10.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Questions that both runs answer.
    pub questions: usize,
    /// MRR@10 of the first run.
    pub first: f64,
    /// MRR@10 of the second.
    pub second: f64,
    /// The second's minus the first's.
    pub difference: f64,
    /// The bounds between which the difference lies in 95 % of the draws.
    pub low: f64,
    /// See `low`.
    pub high: f64,
}

impl fmt::Display for RankingRun {
    /// As TREC has it: question, `Q0`, document, rank, score, name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (query, documents) in &self.rankings {
            for (rank, (document, score)) in (1..).zip(documents) {
                writeln!(f, "{query} Q0 {document} {rank} {score} {NAME}")?;
            }
        }
        Ok(())
    }
}

/// What a line of a run is.
const LINE: &str = "write a ranking on each line: `q1 Q0 d1 1 12.5 name`";

impl FromStr for RankingRun {
    type Err = (usize, &'static str);

    /// Reads what TREC's tools write; the number of the line that is none, from 0, where one is.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut rankings: Vec<(String, Vec<(String, f32)>)> = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let (query, document, score) = match columns.as_slice() {
                [] => continue,
                [query, _, document, _, score, _] => (*query, *document, *score),
                _ => {
                    return Err((
                        number,
                        "six columns are expected: question Q0 document rank score name",
                    ));
                }
            };
            let Ok(score) = score.parse() else {
                return Err((number, "the score is not a number"));
            };
            let place = *places.entry(query).or_insert(rankings.len());
            if place == rankings.len() {
                rankings.push((query.to_owned(), Vec::new()));
            }
            rankings[place].1.push((document.to_owned(), score));
        }
        for (_, documents) in &mut rankings {
            documents.sort_by(|a, b| b.1.total_cmp(&a.1));
        }
        Ok(Self { rankings })
    }
}

/// Compares two runs over the questions of a set: questions are drawn with replacement, both runs on the same
/// ones (the paired bootstrap: Efron and Tibshirani 1993). A question without a line in a run found nothing.
///
/// # Errors
///
/// Where a file cannot be read or is no run.
pub fn compare(folder: &Path, first: &Path, second: &Path) -> Result<Difference, EvalError> {
    let relevant = question_set::judgements(&folder.join("qrels.tsv"))?;
    let ranks = |path: &Path| -> Result<HashMap<String, f64>, EvalError> {
        let run: RankingRun = question_set::read(path)?
            .parse()
            .map_err(|(number, reason)| question_set::malformed(path, number, reason, LINE))?;
        Ok(reciprocal_ranks(&run, &relevant).into_iter().collect())
    };
    let (a, b) = (ranks(first)?, ranks(second)?);
    let mut questions: Vec<&String> = relevant.keys().collect();
    questions.sort();
    let rank =
        |ranks: &HashMap<String, f64>, query: &String| ranks.get(query).copied().unwrap_or(0.0);
    let pairs: Vec<(f64, f64)> = questions
        .iter()
        .map(|query| (rank(&a, query), rank(&b, query)))
        .collect();
    Ok(difference(&pairs))
}

fn difference(pairs: &[(f64, f64)]) -> Difference {
    let count = pairs.len().max(1) as f64;
    let first = pairs.iter().map(|(a, _)| a).sum::<f64>() / count;
    let second = pairs.iter().map(|(_, b)| b).sum::<f64>() / count;
    let mut random = rand::rngs::StdRng::seed_from_u64(SEED);
    let mut draws: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let drawn = (0..pairs.len()).map(|_| pairs[random.random_range(0..pairs.len())]);
            drawn.map(|(a, b)| b - a).sum::<f64>() / count
        })
        .collect();
    draws.sort_by(f64::total_cmp);
    Difference {
        questions: pairs.len(),
        first,
        second,
        difference: second - first,
        low: draws[DRAWS / 40],
        high: draws[DRAWS - DRAWS / 40 - 1],
    }
}

//! Characteristic passages: those in which somebody says most of what they speak of.

use std::collections::HashMap;

use super::question::analysis::{AnalysisOptions, QuestionAnalysis};
use super::quoting::quote_selection;
use super::ranking::rerank::{self, RankedCandidate};
use super::{CANDIDATES, IndexError, Library, Quote, ScoreExplanation, Synonyms, interview_topics};
use crate::index::{CatalogueEntry, Filters};
use crate::language::Language;

/// How many interviews are looked through for what somebody speaks of.
const LOOKED: usize = 12;
/// How many words that tell are looked for.
const TELLING: usize = 6;

/// The passages in which somebody says most of what they speak of, of different interviews where there are; else what
/// their answers begin with.
pub(super) fn characteristic_passages(
    library: &Library,
    entries: &[&CatalogueEntry],
    filters: &Filters,
    most: usize,
) -> Result<Vec<(Quote, ScoreExplanation)>, IndexError> {
    let none = Synonyms::default();
    let way = AnalysisOptions {
        synonyms: &none,
        corrects: false,
    };
    let (words, language) = characteristic_words(library, entries)?;
    let mut meaning = QuestionAnalysis::of(library, &words, language, way)?;
    meaning.query.filters = filters.clone();
    let ranked = rerank::rerank(library.candidates(&meaning.query, CANDIDATES)?, &meaning);
    let quotes = quote_selection::quotes(library, &meaning, &one_of_each(ranked), most)?;
    if !quotes.is_empty() {
        return Ok(quotes);
    }
    let nothing = QuestionAnalysis::of(library, "", Language::Other, way)?;
    let ranked = rerank::rerank(library.openings(filters, CANDIDATES)?, &nothing);
    quote_selection::quotes(library, &nothing, &ranked, most)
}

/// The words that tell most of interviews, in the language of most of them.
fn characteristic_words(
    library: &Library,
    entries: &[&CatalogueEntry],
) -> Result<(String, Language), IndexError> {
    let of = |language: Language| {
        entries
            .iter()
            .filter(|entry| entry.language == language)
            .count()
    };
    let languages = entries.iter().map(|entry| entry.language);
    let language = languages
        .max_by_key(|language| of(*language))
        .unwrap_or_default();
    let mut weights: HashMap<String, f32> = HashMap::new();
    let theirs = entries.iter().filter(|entry| entry.language == language);
    for entry in theirs.take(LOOKED) {
        for (weight, word) in interview_topics::characteristic_words(library, entry)? {
            *weights.entry(word).or_default() += weight;
        }
    }
    let mut words: Vec<(String, f32)> = weights.into_iter().collect();
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let words = words.into_iter().take(TELLING).map(|(word, _)| word);
    Ok((words.collect::<Vec<_>>().join(" "), language))
}

/// The best of each interview before the second of any.
fn one_of_each(ranked: Vec<RankedCandidate>) -> Vec<RankedCandidate> {
    let mut seen = Vec::new();
    let is_first = |hit: &RankedCandidate| {
        let first = !seen.contains(&hit.candidate.interview);
        seen.push(hit.candidate.interview);
        first
    };
    let (first, others): (Vec<RankedCandidate>, Vec<RankedCandidate>) =
        ranked.into_iter().partition(is_first);
    first.into_iter().chain(others).collect()
}

//! Selects the quotes among ranked passages: one for each place.

use super::quote::Quote;
use super::quote_growth;
use crate::answer::question::analysis::QuestionAnalysis;
use crate::answer::ranking::highlight::{self, QuotedPassage};
use crate::answer::ranking::rerank::RankedCandidate;
use crate::answer::{IndexError, Library, ScoreExplanation};
use crate::index::rarity;
use crate::interview::{Interview, InterviewKey, Span};
use crate::language::{normalized_name, terms};

/// Below this share of what the best quote says, another is not worth showing.
const WORTH: f32 = 0.35;

/// From this share of what a passage's own words give on, the one just before or after is as good: they are quoted as
/// one. What stands around them gives the same to both.
const AS_GOOD: f32 = 0.7;

/// A quote of so many words at most must say something rare, and what share of the highest rarity that is.
const FEW: usize = 3;
const COMMON: f32 = 0.6;

/// The best passages that answer, grown into quotes: never two on the same words, nor on passages that follow one
/// another.
pub(in crate::answer) fn quotes(
    library: &Library,
    meaning: &QuestionAnalysis,
    ranked: &[RankedCandidate],
    limit: usize,
) -> Result<Vec<(Quote, ScoreExplanation)>, IndexError> {
    let mut quotes: Vec<(Quote, ScoreExplanation)> = Vec::new();
    let mut places: Vec<(InterviewKey, Span)> = Vec::new();
    let by_hash = meaning.by_hash();
    let floor = ranked.first().map_or(0.0, |best| best.said() * WORTH);
    // What holds no word of the question is only around what does.
    let says = |hit: &RankedCandidate| hit.share > 0.0 || meaning.words.is_empty();
    let good: Vec<&RankedCandidate> = ranked
        .iter()
        .filter(|hit| hit.exact && hit.score >= floor && says(hit))
        .collect();
    for hit in &good {
        if quotes.len() >= limit {
            break;
        }
        let key = hit.candidate.interview;
        let passage = hit.candidate.passage;
        let Some(interview) = library.interview(key)? else {
            continue;
        };
        let mut taken = places.iter().filter(|(other, _)| *other == key);
        if taken.any(|(_, taken)| meet(&interview, *taken, passage.span)) {
            continue;
        }
        if is_copy(&interview, passage.span, &quotes) {
            continue;
        }
        let merged = merged(&interview, hit, &good);
        let span = quote_growth::grow(&interview, passage.turn, merged);
        let overlaps =
            |(other, taken): &(InterviewKey, Span)| *other == key && taken.overlaps(span);
        if places.iter().any(overlaps) || says_nothing(library, meaning, &interview, span)? {
            continue;
        }
        let quoted = QuotedPassage {
            passage,
            span,
            is_first: quotes.is_empty(),
        };
        let marked = highlight::highlights(&interview, quoted, (meaning, &by_hash));
        if let Some(quote) = Quote::cut(&interview, span, marked.spans, hit.score) {
            places.push((key, span));
            let quote = quote.led_by(marked.best);
            quotes.push((quote, ScoreExplanation::of(hit, meaning)));
        }
    }
    Ok(quotes)
}

/// Whether a quote has the same words already, in another interview: a copy says nothing more.
fn is_copy(interview: &Interview, span: Span, quotes: &[(Quote, ScoreExplanation)]) -> bool {
    let others = quotes
        .iter()
        .filter(|(quote, _)| *quote.interview() != interview.id);
    let others: Vec<&Quote> = others.map(|(quote, _)| quote).collect();
    if others.is_empty() {
        return false;
    }
    let words = format!(
        " {} ",
        normalized_name(interview.slice(span).unwrap_or_default())
    );
    let holds = |quote: &&Quote| format!(" {} ", normalized_name(quote.text())).contains(&words);
    !words.trim().is_empty() && others.iter().any(holds)
}

/// Whether a quote is a few words that are said everywhere: "That's good." answers nothing, "Vim." may.
fn says_nothing(
    library: &Library,
    meaning: &QuestionAnalysis,
    interview: &Interview,
    span: Span,
) -> Result<bool, IndexError> {
    let text = interview.slice(span).unwrap_or_default();
    // In scripts without spaces a sentence is no few words.
    let is_short = text.split_whitespace().nth(FEW).is_none() && text.contains(char::is_lowercase);
    if !is_short || meaning.words.is_empty() {
        return Ok(false);
    }
    let language = meaning.query.language;
    let said = terms(text, language);
    let stems = said
        .iter()
        .filter(|term| !term.stop)
        .map(|term| &*term.stem);
    let rarities = library.rarities(language, &stems.collect::<Vec<_>>())?;
    let highest = rarity(1, library.counts(language).passages);
    Ok(rarities.iter().all(|rarity| *rarity < COMMON * highest))
}

/// The passage with those of its turn around it that are nearly as good, as far as they fit into one quote.
fn merged(interview: &Interview, hit: &RankedCandidate, good: &[&RankedCandidate]) -> Span {
    let passage = hit.candidate.passage;
    let neighbours = || {
        let same = good.iter().filter(|other| {
            other.candidate.interview == hit.candidate.interview
                && other.candidate.passage.turn == passage.turn
                && hit.candidate.parts.body > 0.0
                && other.candidate.parts.body >= AS_GOOD * hit.candidate.parts.body
        });
        same.map(|other| other.candidate.passage.span)
    };
    let mut span = passage.span;
    loop {
        let next = neighbours().find_map(|other| {
            let apart = !span.overlaps(other) && meet(interview, span, other);
            let both = span.union(other);
            (apart && words(interview, both) <= quote_growth::MOST).then_some(both)
        });
        match next {
            Some(both) => span = both,
            None => return span,
        }
    }
}

/// Whether two ranges overlap or follow one another with nothing but white space between them.
fn meet(interview: &Interview, a: Span, b: Span) -> bool {
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    first.overlaps(second)
        || (first.end <= second.start
            && interview
                .slice(Span::new(first.end, second.start))
                .is_some_and(|between| between.trim().is_empty()))
}

fn words(interview: &Interview, span: Span) -> usize {
    let text = interview.slice(span).unwrap_or_default();
    text.split_whitespace().count()
}

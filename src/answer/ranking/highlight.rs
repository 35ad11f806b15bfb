//! The highlights of a quote: the sentences in it that answer; of a sentence that never ends, the clauses that do.

use std::ops::Range;

use crate::answer::question::analysis::QuestionAnalysis;
use crate::answer::question::words_by_stem_hash::WordsByStemHash;
use crate::answer::quoting::quote_growth::grow_within;
use crate::index::{CachedInterview, Sentence, TermVector};
use crate::interview::{Passage, Span};
use crate::language::clauses;

/// What a number is worth in a sentence where the question asks for one, as a share of what it holds.
const NUMBER: f32 = 0.5;
/// The share of the question, by rarity, that a paragraph of the quote holds at least to be highlighted.
const ANSWERS: f32 = 0.28;
/// A question is answered by the shortest run of sentences that holds so much of what their paragraph holds of it, and
/// by each sentence that holds so much of what the best one does.
const RUN: f32 = 0.8;
const AS_GOOD: f32 = 0.7;
/// A subject is answered from the first to the last sentence that holds so much of what the best one does.
const OF_SUBJECT: f32 = 0.25;
/// A sentence of more words is taken clause by clause.
const LONG: usize = 50;

/// The words of a quote that answer.
pub(in crate::answer) struct Highlights {
    /// In order, apart.
    pub(in crate::answer) spans: Vec<Span>,
    /// The one with the best sentence.
    pub(in crate::answer) best: Option<Span>,
}

/// The quote in which answers are looked for.
#[derive(Clone, Copy)]
pub(in crate::answer) struct QuotedPassage {
    /// The passage that was found.
    pub(in crate::answer) passage: Passage,
    /// The words that are quoted.
    pub(in crate::answer) span: Span,
    /// Whether it is the first quote.
    pub(in crate::answer) is_first: bool,
}

/// What answers in a quote. A subject is answered by all that is said of it, a question by as few sentences as hold what
/// the paragraph holds of it; by none in a paragraph that holds little. The first quote has at least its best sentence
/// highlighted: where the question is found only in what the interviewer asked, the passage's first. `by_hash` is the
/// question's.
///
/// Words marked by people as the answer to a subject (50 chunks of papers, folds by question) are held with an F1 of 0.48,
/// where the best sentence with a neighbour has 0.33; of the true answers to questions, highlights hold 89 % in English.
pub(in crate::answer) fn highlights(
    interview: &CachedInterview,
    quoted: QuotedPassage,
    (meaning, by_hash): (&QuestionAnalysis, &WordsByStemHash),
) -> Highlights {
    let units = units(interview, quoted, (meaning, by_hash));
    let all = meaning.weight(|_| true).max(f32::EPSILON);
    let mut chosen = vec![false; units.len()];
    for paragraph in paragraphs(&units) {
        let own = &units[paragraph.clone()];
        let held = coverage(own, meaning);
        if held <= 0.0 || held < ANSWERS * all {
            continue;
        }
        let is_chosen = if meaning.is_topic {
            of_subject(own)
        } else {
            of_question(own, held, meaning)
        };
        chosen[paragraph].copy_from_slice(&is_chosen);
    }
    let best = best(&units);
    if let Some(best) = best.filter(|_| quoted.is_first && !chosen.contains(&true)) {
        chosen[best] = true;
    }
    joined(&units, &chosen, best)
}

/// A sentence of the quote, or a clause of a long one.
struct Unit {
    span: Span,
    words: usize,
    /// Which of the question's words it holds.
    held: Vec<usize>,
    /// How much of the question that is, by rarity, and whether a number is there that is asked for.
    worth: f32,
    /// Whether it stands in the passage that was found.
    is_found: bool,
    /// Whether a paragraph begins with it.
    opens: bool,
}

fn units(
    interview: &CachedInterview,
    quoted: QuotedPassage,
    (meaning, by_hash): (&QuestionAnalysis, &WordsByStemHash),
) -> Vec<Unit> {
    let sentences = interview.sentences(quoted.passage.turn);
    let first = sentences.partition_point(|sentence| sentence.span.end <= quoted.span.start);
    let last = sentences.partition_point(|sentence| sentence.span.start < quoted.span.end);
    let mut sentences = sentences.get(first..last).unwrap_or_default();
    let cut;
    if !sentences.iter().all(|it| quoted.span.contains(it.span)) {
        cut = grow_within(interview, sentences, quoted.span);
        sentences = &cut;
    }
    let mut units: Vec<Unit> = Vec::new();
    let mut add = |sentence: &Sentence| {
        let (held, worth) = worth(interview.signature(sentence), meaning, by_hash);
        let last = units.last().map_or(0, |unit| unit.span.end);
        let between = interview.slice(Span::new(last, sentence.span.start));
        units.push(Unit {
            span: sentence.span,
            words: sentence.words,
            held,
            worth,
            is_found: quoted.passage.span.overlaps(sentence.span),
            opens: units.is_empty() || between.is_none_or(ends_paragraph),
        });
    };
    for sentence in sentences {
        if sentence.words <= LONG {
            add(sentence);
            continue;
        }
        let clauses = clauses_of(interview, sentence.span).into_iter();
        clauses.for_each(|clause| add(&interview.sentence(clause)));
    }
    units
}

/// The clauses of a sentence; speech without marks is broken where a caption ends.
fn clauses_of(interview: &CachedInterview, sentence: Span) -> Vec<Span> {
    let marks = &interview.marks;
    let first = marks.partition_point(|mark| mark.at <= sentence.start);
    let within = marks[first..].iter().map(|mark| mark.at);
    let within = within.take_while(|at| *at < sentence.end);
    let breaks: Vec<usize> = within.map(|at| at - sentence.start).collect();
    let text = interview.slice(sentence).unwrap_or_default();
    let clauses = clauses(text, &breaks).into_iter();
    clauses
        .map(|clause| clause.shifted(sentence.start))
        .collect()
}

/// Whether a paragraph ends with this white space.
fn ends_paragraph(between: &str) -> bool {
    between.matches('\n').count() > 1
}

fn paragraphs(units: &[Unit]) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        match paragraphs.last_mut() {
            Some(last) if !unit.opens => last.end = at + 1,
            _ => paragraphs.push(at..at + 1),
        }
    }
    paragraphs
}

/// How much of the question some units hold together.
fn coverage(units: &[Unit], meaning: &QuestionAnalysis) -> f32 {
    meaning.weight(|at| units.iter().any(|unit| unit.held.contains(&at)))
}

fn highest(units: &[Unit]) -> f32 {
    units.iter().map(|unit| unit.worth).fold(0.0, f32::max)
}

/// From the first to the last that speaks of the subject.
fn of_subject(units: &[Unit]) -> Vec<bool> {
    let least = OF_SUBJECT * highest(units);
    let speaks = |unit: &Unit| unit.worth > 0.0 && unit.worth >= least;
    let first = units.iter().position(speaks);
    let last = units.iter().rposition(speaks);
    let within = |at: usize| first.is_some_and(|first| at >= first) && last >= Some(at);
    (0..units.len()).map(within).collect()
}

/// The shortest run that holds nearly all of what they hold together, and each that is as good as the best.
fn of_question(units: &[Unit], held: f32, meaning: &QuestionAnalysis) -> Vec<bool> {
    let run = shortest_run(units, RUN * held, meaning);
    let least = AS_GOOD * highest(units);
    let as_good = |at: usize| units[at].worth > 0.0 && units[at].worth >= least;
    let is_chosen = |at: usize| run.contains(&at) || as_good(at);
    (0..units.len()).map(is_chosen).collect()
}

/// The run of fewest words that holds so much of the question.
fn shortest_run(units: &[Unit], least: f32, meaning: &QuestionAnalysis) -> Range<usize> {
    let mut best: Option<(usize, Range<usize>)> = None;
    let (mut first, mut words) = (0, 0);
    for end in 1..=units.len() {
        words += units[end - 1].words;
        while first < end && coverage(&units[first..end], meaning) >= least {
            if best.as_ref().is_none_or(|(fewest, _)| words < *fewest) {
                best = Some((words, first..end));
            }
            words -= units[first].words;
            first += 1;
        }
    }
    best.map_or(0..0, |(_, run)| run)
}

/// The unit that holds most of the question, in the passage that was found where it does not matter.
fn best(units: &[Unit]) -> Option<usize> {
    let is_better =
        |a: &Unit, b: &Unit| b.worth > a.worth || (b.worth >= a.worth && b.is_found && !a.is_found);
    (0..units.len()).reduce(|a, b| {
        if is_better(&units[a], &units[b]) {
            b
        } else {
            a
        }
    })
}

/// The chosen units, those of one paragraph that follow one another as one.
fn joined(units: &[Unit], chosen: &[bool], best: Option<usize>) -> Highlights {
    let mut spans: Vec<Span> = Vec::new();
    let mut best_span = None;
    for (at, unit) in units.iter().enumerate().filter(|(at, _)| chosen[*at]) {
        let follows = at > 0 && chosen[at - 1] && !unit.opens;
        match spans.last_mut().filter(|_| follows) {
            Some(last) => *last = last.union(unit.span),
            None => spans.push(unit.span),
        }
        if best == Some(at) {
            best_span = Some(spans.len() - 1);
        }
    }
    Highlights {
        best: best_span.map(|at| spans[at]),
        spans,
    }
}

/// Which words of the question a sentence holds, and how much of it that is.
fn worth(
    sentence: &TermVector,
    meaning: &QuestionAnalysis,
    by_hash: &WordsByStemHash,
) -> (Vec<usize>, f32) {
    let is_said = |at: &usize| {
        let mut also = meaning.words[*at].also.iter();
        also.any(|phrase| phrase.is_in(sentence))
    };
    let stems = sentence.stems.iter();
    let held: Vec<usize> = stems
        .filter_map(|own| {
            let (at, is_own) = by_hash.get(own.stem)?;
            (!is_own || meaning.words[at].is_form(own)).then_some(at)
        })
        .chain((0..meaning.words.len()).filter(is_said))
        .collect();
    let number = meaning.number > 0.0 && !held.is_empty() && !sentence.numbers.is_empty();
    let share = meaning.weight(|at| held.contains(&at));
    (held, share * if number { 1.0 + NUMBER } else { 1.0 })
}

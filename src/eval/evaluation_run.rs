//! An evaluation run: indexes a set and asks its questions.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::EvalError;
use super::metrics::{self, DEPTH, EvaluationReport, NoAnswerMetrics, RankingRun};
use super::question_set::{self, QuestionSet, SetQuestion};
use crate::answer::{Answer, AnsweringOptions, Question, QuestionOptions, answer, search};
use crate::corpus::{self, Progress, WhenBusy};
use crate::index::Library;
use crate::interview::{InterviewId, InterviewKey, Span};

/// A set in an index, alone or with others. The index is gone when the last of them is dropped.
pub struct IndexedQuestionSet {
    set: QuestionSet,
    library: Library,
    /// The documents of each interview: where they stand in its transcript, and which they are.
    places: HashMap<InterviewKey, Vec<(Span, usize)>>,
    _folder: Arc<tempfile::TempDir>,
}

/// What one question gave.
struct QuestionResult {
    documents: Vec<(String, f32)>,
    certainty: f32,
    time: Duration,
    /// Whether it was answered, and whether the first highlight holds one of the true answers.
    answered: bool,
    held: bool,
}

impl IndexedQuestionSet {
    /// Reads a set and indexes its corpus as interviews are.
    ///
    /// # Errors
    ///
    /// Where the set cannot be read or its corpus cannot be indexed.
    pub fn index(folder: &Path, progress: &dyn Progress) -> Result<Self, EvalError> {
        let mut sets = Self::index_together(&[folder], progress)?;
        sets.pop()
            .ok_or_else(|| EvalError::NoQuestions(folder.to_owned()))
    }

    /// Reads some sets and indexes the corpora of all of them as one.
    ///
    /// # Errors
    ///
    /// Where a set cannot be read or the corpora cannot be indexed.
    pub fn index_together(
        folders: &[&Path],
        progress: &dyn Progress,
    ) -> Result<Vec<Self>, EvalError> {
        let sets = folders.iter().map(|folder| QuestionSet::load(folder));
        let sets: Vec<QuestionSet> = sets.collect::<Result<_, _>>()?;
        let folder = Arc::new(tempfile::tempdir()?);
        let corpus = folder.path().join("corpus");
        fs::create_dir(&corpus)?;
        // A name decides between passages that are alike in all: that of a set alone stays the same.
        let name = |number: usize| match number {
            0 => "corpus".to_owned(),
            more => format!("corpus-{more}"),
        };
        for (number, set) in sets.iter().enumerate() {
            fs::copy(&set.corpus, corpus.join(name(number) + ".jsonl"))?;
        }
        let index = folder.path().join("index");
        let (library, _) = corpus::sync(&corpus, &index, progress, WhenBusy::Wait)?;
        let indexed = sets.into_iter().enumerate().map(|(number, set)| {
            Ok(Self {
                places: places(&set, &InterviewId::new(name(number)), &library)?,
                set,
                library: library.clone(),
                _folder: Arc::clone(&folder),
            })
        });
        indexed.collect()
    }

    fn ask(
        &self,
        query: &SetQuestion,
        setting: AnsweringOptions,
    ) -> Result<QuestionResult, EvalError> {
        let question = Question {
            text: query.text.clone(),
            quotes: 3,
            collection: None,
            today: None,
            language: None,
            answering: setting,
            options: QuestionOptions::default(),
        };
        let began = Instant::now();
        let answer = answer(&self.library, &question)?;
        let time = began.elapsed();
        let ranking = search(&self.library, &question)?;
        let mut documents: Vec<(String, f32)> = Vec::new();
        for hit in &ranking.hits {
            let document = match self.document(hit.interview, hit.passage.span) {
                Some(document) => document.to_owned(),
                // Of another set.
                None => format!("other {}", hit.interview.value()),
            };
            if !documents.iter().any(|(known, _)| *known == document) {
                documents.push((document, hit.score));
            }
        }
        documents.truncate(DEPTH);
        let (answered, held) = match answer {
            Answer::Nothing(_) | Answer::Talk(_) | Answer::Interviewers(_) => (false, false),
            Answer::Found(found) => {
                let first = found.quotes.first();
                (true, first.is_some_and(|quote| self.is_held(query, quote)))
            }
        };
        Ok(QuestionResult {
            documents,
            certainty: ranking.certainty,
            time,
            answered,
            held,
        })
    }

    /// The document that most of a passage stands in.
    fn document(&self, interview: InterviewKey, span: Span) -> Option<&str> {
        let places = self.places.get(&interview)?;
        let common = |place: &Span| {
            let end = place.end.min(span.end);
            end.saturating_sub(place.start.max(span.start))
        };
        let (_, document) = places.iter().max_by_key(|(place, _)| common(place))?;
        Some(&self.set.documents.get(*document)?.id)
    }

    /// Whether a quote's highlighted words hold one of the true answers.
    fn is_held(&self, query: &SetQuestion, quote: &crate::answer::Quote) -> bool {
        let plain = |text: &str| {
            let words: Vec<&str> = text.split_whitespace().collect();
            words.join(" ").to_lowercase()
        };
        let highlights = quote.highlights().iter();
        let shown: Vec<String> = highlights
            .filter_map(|span| {
                let start = span.start.checked_sub(quote.span().start)?;
                let end = span.end.checked_sub(quote.span().start)?;
                quote.text().get(start..end).map(plain)
            })
            .collect();
        let answers = self.set.answers.get(&query.id).into_iter().flatten();
        let mut answers = answers.map(|answer| plain(answer));
        answers.any(|answer| shown.iter().any(|shown| shown.contains(&answer)))
    }
}

/// Where each document of a set stands in the transcript of its interview; the interviews are parts of a file.
fn places(
    set: &QuestionSet,
    file: &InterviewId,
    library: &Library,
) -> Result<HashMap<InterviewKey, Vec<(Span, usize)>>, EvalError> {
    let mut places: HashMap<InterviewKey, Vec<(Span, usize)>> = HashMap::new();
    let mut transcripts = HashMap::new();
    for (number, document) in set.documents.iter().enumerate() {
        let id = file.part(&document.interview);
        if !transcripts.contains_key(&id) {
            let Some(interview) = library.find(id.as_str())? else {
                continue;
            };
            transcripts.insert(id.clone(), (interview, 0));
        }
        let Some((interview, from)) = transcripts.get_mut(&id) else {
            continue;
        };
        let words = document.text.trim();
        let Some(at) = interview.transcript[*from..].find(words) else {
            continue;
        };
        let span = Span::new(*from + at, *from + at + words.len());
        *from = span.end;
        places
            .entry(interview.key())
            .or_default()
            .push((span, number));
    }
    Ok(places)
}

/// Asks every question of a set, and those of `unanswerable` too, where a file of them is given.
///
/// # Errors
///
/// Where that file cannot be read or the index cannot be asked.
pub fn measure(
    asked: &IndexedQuestionSet,
    unanswerable: Option<&Path>,
    setting: AnsweringOptions,
    progress: &dyn Progress,
) -> Result<(EvaluationReport, RankingRun), EvalError> {
    let foreign = match unanswerable {
        Some(path) => question_set::questions(path)?,
        None => Vec::new(),
    };
    let queries = &asked.set.queries;
    progress.started(queries.len() + foreign.len());
    let ask = |query: &SetQuestion| -> Result<QuestionResult, EvalError> {
        let outcome = asked.ask(query, setting.clone());
        progress.file_done();
        outcome
    };
    let outcomes: Vec<QuestionResult> = queries.iter().map(ask).collect::<Result<_, _>>()?;
    let mut kinds: Vec<(String, Vec<QuestionResult>)> = Vec::new();
    for query in &foreign {
        let kind = query.kind.as_deref().unwrap_or("unanswerable");
        let outcome = ask(query)?;
        match kinds.iter_mut().find(|(known, _)| known == kind) {
            Some((_, outcomes)) => outcomes.push(outcome),
            None => kinds.push((kind.to_owned(), vec![outcome])),
        }
    }
    progress.finished();
    let mut report = report(asked, &outcomes);
    let certainties = |outcomes: &[QuestionResult]| -> Vec<f32> {
        outcomes.iter().map(|outcome| outcome.certainty).collect()
    };
    let answerable = certainties(&outcomes);
    report.silence = kinds
        .into_iter()
        .map(|(kind, outcomes)| NoAnswerMetrics {
            kind,
            questions: outcomes.len(),
            refused: share(outcomes.iter().map(|outcome| !outcome.answered)),
            area: metrics::area(&answerable, &certainties(&outcomes)),
        })
        .collect();
    let rankings = queries.iter().zip(outcomes);
    let rankings = rankings.map(|(query, outcome)| (query.id.clone(), outcome.documents));
    let run = RankingRun {
        rankings: rankings.collect(),
    };
    Ok((report, run))
}

fn report(asked: &IndexedQuestionSet, outcomes: &[QuestionResult]) -> EvaluationReport {
    let QuestionSet {
        queries,
        relevant,
        answers,
        ..
    } = &asked.set;
    let each = || queries.iter().zip(outcomes);
    let first = |query: &SetQuestion, outcome: &QuestionResult| {
        metrics::first_relevant(&outcome.documents, relevant.get(&query.id))
    };
    let within = |depth: usize| {
        share(each().map(|(query, outcome)| first(query, outcome).is_some_and(|at| at < depth)))
    };
    let mean =
        |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / outcomes.len().max(1) as f64;
    let known = each().filter(|(query, outcome)| {
        outcome.answered && answers.contains_key(&query.id) && first(query, outcome) == Some(0)
    });
    let held: Vec<bool> = known.map(|(_, outcome)| outcome.held).collect();
    let times: Vec<Duration> = outcomes.iter().map(|outcome| outcome.time).collect();
    let spent: Duration = times.iter().sum();
    EvaluationReport {
        questions: outcomes.len(),
        r1: within(1),
        r5: within(5),
        mrr10: mean(
            &mut each().map(|(query, outcome)| {
                first(query, outcome).map_or(0.0, |at| 1.0 / (at + 1) as f64)
            }),
        ),
        ndcg10: mean(
            &mut each()
                .map(|(query, outcome)| metrics::ndcg(&outcome.documents, relevant.get(&query.id))),
        ),
        nothing: share(outcomes.iter().map(|outcome| !outcome.answered)),
        answer_in_highlight: (!held.is_empty()).then(|| share(held.into_iter())),
        ms: metrics::percentiles(&times),
        per_second: outcomes.len() as f64 / spent.as_secs_f64().max(f64::EPSILON),
        silence: Vec::new(),
    }
}

/// The share of what is so.
fn share(all: impl Iterator<Item = bool>) -> f64 {
    let (mut yes, mut count) = (0_usize, 0_usize);
    for one in all {
        yes += usize::from(one);
        count += 1;
    }
    yes as f64 / count.max(1) as f64
}

//! An answer as JSON. Its fields are a contract.

use std::time::Duration;

use serde::Serialize;

use crate::answer::{
    AmbiguousName, Answer, Attribution, ExampleQuestion, Filters, Quote, SmallTalk, SpeakerProfile,
    SpellingCorrection, UnknownFilterValue,
};
use crate::interview::Span;

#[derive(Serialize)]
struct AnswerView<'a> {
    question: &'a str,
    answer: &'static str,
    quotes: Vec<QuoteView<'a>>,
    corrections: &'a [SpellingCorrection],
    filters: &'a Filters,
    ambiguous: &'a [AmbiguousName],
    /// Who they are, where the question asks who somebody is.
    people: &'a [SpeakerProfile],
    /// What the question names that there is not.
    unknown: &'a [UnknownFilterValue],
    /// What was said, where it was no question.
    talk: Option<SmallTalk>,
    nearest: Vec<&'a str>,
    topics: &'a [String],
    /// Who answers in the interviews that come nearest.
    names: &'a [String],
    took_ms: f64,
}

#[derive(Serialize)]
struct QuoteView<'a> {
    interview: &'a str,
    revision: &'a str,
    #[serde(flatten)]
    span: Span,
    text: &'a str,
    highlights: &'a [Span],
    asked: Option<&'a str>,
    #[serde(flatten)]
    attribution: &'a Attribution,
    score: f32,
}

/// One line: the object and a line break. Times in milliseconds.
///
/// # Errors
///
/// Never in practice: every value has a JSON form.
pub fn json(question: &str, answer: &Answer, took: Duration) -> serde_json::Result<String> {
    let (mut quotes, mut nearest): (&[Quote], &[ExampleQuestion]) = (&[], &[]);
    let (mut topics, mut names): (&[String], &[String]) = (&[], &[]);
    let mut talk = None;
    match answer {
        Answer::Found(found) => quotes = &found.quotes,
        Answer::Nothing(nothing) => {
            nearest = &nothing.nearest;
            (topics, names) = (&nothing.topics, &nothing.people);
        }
        Answer::Interviewers(_) => {}
        Answer::Talk(said) => (talk, nearest) = (Some(said.kind), &said.examples),
    }
    let view = AnswerView {
        question,
        answer: match answer {
            Answer::Found(_) => "found",
            Answer::Interviewers(_) => "people",
            Answer::Nothing(_) | Answer::Talk(_) => "nothing",
        },
        quotes: quotes.iter().map(view).collect(),
        corrections: answer.corrections(),
        filters: answer.filters(),
        ambiguous: answer.ambiguous(),
        people: answer.people(),
        unknown: answer.unknown(),
        talk,
        nearest: nearest
            .iter()
            .map(|example| example.text.as_str())
            .collect(),
        topics,
        names,
        took_ms: (took.as_secs_f64() * 1e6).round() / 1e3,
    };
    Ok(serde_json::to_string(&view)? + "\n")
}

fn view(quote: &Quote) -> QuoteView<'_> {
    QuoteView {
        interview: quote.interview().as_str(),
        revision: quote.revision().as_str(),
        span: quote.span(),
        text: quote.text(),
        highlights: quote.highlights(),
        asked: quote.asked(),
        attribution: quote.attribution(),
        score: quote.score(),
    }
}

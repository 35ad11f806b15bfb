//! The report of what users left behind, as text or CSV.

use std::io::{self, Write};

use serde::Serialize;

use super::passage_export::{Csv, RowFormat};
use super::text_style::visible;
use super::text_style::visible_line;
use crate::feedback::{DailyUsage, OwnerReport, QuestionGroup, VotedQuote};
use crate::messages::Messages;

/// The report as lines of text.
#[must_use]
pub fn report(report: &OwnerReport, messages: &Messages) -> String {
    visible(&messages.report(report, usize::MAX)) + "\n"
}

/// A question, a passage or a day, as `kind` says; what a kind does not have is empty.
#[derive(Default, Serialize)]
struct ReportRow {
    kind: &'static str,
    day: Option<String>,
    text: Option<String>,
    language: Option<String>,
    count: Option<usize>,
    interview: Option<String>,
    speaker: Option<String>,
    words: Option<String>,
    score: Option<f32>,
    certainty: Option<f32>,
    revision: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
    ups: Option<usize>,
    downs: Option<usize>,
    beside: Option<usize>,
    wrong: Option<usize>,
    other: Option<usize>,
    answered: Option<usize>,
    nothing: Option<usize>,
}

/// Writes the report as comma-separated values, questions, passages and days one after another. A reader that has
/// gone away is no error.
///
/// # Errors
///
/// Where the output cannot be written.
pub fn report_csv(report: &OwnerReport, out: impl Write) -> io::Result<()> {
    let mut csv = Csv::new(out);
    let questions = report.questions.iter().map(question);
    let passages = report.passages.iter().map(passage);
    let days = report.usage.iter().map(day);
    let mut rows = questions.chain(passages).chain(days);
    let written = csv
        .begin(&ReportRow::default())
        .and_then(|()| rows.try_for_each(|row| csv.write(&row)))
        .and_then(|()| csv.finish());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

fn question(group: &QuestionGroup) -> ReportRow {
    let nearest = group.nearest.as_ref();
    ReportRow {
        kind: "question",
        day: Some(group.last.to_string()),
        text: Some(cell(&group.text)),
        language: Some(group.language.clone()),
        count: Some(group.count),
        interview: nearest.map(|nearest| cell(nearest.interview.as_str())),
        speaker: nearest.and_then(|nearest| nearest.speaker.as_deref().map(cell)),
        words: nearest.map(|nearest| cell(&nearest.words)),
        score: nearest.map(|nearest| nearest.score),
        certainty: nearest.map(|nearest| nearest.certainty),
        ..ReportRow::default()
    }
}

fn passage(voted: &VotedQuote) -> ReportRow {
    let votes = &voted.votes;
    let [beside, wrong, other] = votes.reasons.map(Some);
    ReportRow {
        kind: "passage",
        interview: Some(cell(&votes.interview)),
        speaker: voted.speaker.as_deref().map(cell),
        words: voted.words.as_deref().map(cell),
        revision: Some(votes.revision.clone()),
        start: Some(votes.span.start),
        end: Some(votes.span.end),
        ups: Some(votes.ups),
        downs: Some(votes.downs),
        beside,
        wrong,
        other,
        ..ReportRow::default()
    }
}

fn day(usage: &DailyUsage) -> ReportRow {
    ReportRow {
        kind: "day",
        day: Some(usage.day.to_string()),
        answered: Some(usage.answered),
        nothing: Some(usage.nothing),
        ..ReportRow::default()
    }
}

/// What strangers typed, on one line and so that a spreadsheet takes it for text and never for a formula: an apostrophe
/// goes before what could begin one. OWASP, "CSV Injection".
fn cell(text: &str) -> String {
    let text = visible_line(text);
    if text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else {
        text
    }
}

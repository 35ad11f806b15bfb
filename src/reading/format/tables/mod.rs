//! Tables of speech: a row for each thing that is said, with columns for who, when and what, in any order.
//!
//! A header says which column is which; without one, the columns are known by what they hold. A table with a
//! column for questions and one for answers is an interview too.

mod column_detection;
pub(super) mod delimited;
pub(super) mod spreadsheet;

use super::caption_speaker_labels;
use super::json_transcripts::{UnitlessSegment, settle};
use super::speech_segments::Segment;
use super::{Document, time_codes};
use crate::interview::Role;
use crate::reading::ReadError;
use crate::reading::structure::role_and_question_cues::role_word;
use column_detection::{Column, guessed, header};

/// How many rows are looked at for a header: titles may stand above it.
const LATEST_HEADER: usize = 12;

/// The document that the rows of a table make.
fn document(rows: &[Vec<String>], warnings: &mut Vec<String>) -> Result<Document, ReadError> {
    let named = rows
        .iter()
        .take(LATEST_HEADER)
        .enumerate()
        .find_map(|(at, row)| Some((at + 1, header(row)?)));
    let (from, columns) = named
        .or_else(|| Some((0, guessed(rows)?)))
        .ok_or_else(|| no_speech(rows))?;
    let rows = rows[from..].iter();
    let timed = rows.flat_map(|row| said(row, &columns)).collect();
    Ok(caption_speaker_labels::document(settle(timed, warnings)))
}

fn no_speech(rows: &[Vec<String>]) -> ReadError {
    let first: Vec<&str> = rows
        .iter()
        .find(|row| row.len() > 1)
        .into_iter()
        .flatten()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty() && cell.len() <= 40)
        .take(6)
        .collect();
    ReadError::Malformed(format!(
        "it is a table, but none of its columns contains speech (its first row: {})\ngive its columns a header with \
         `speaker`, `text` and `start`, or `question` and `answer`",
        first.join(", ")
    ))
}

/// What a row says: a segment, or a question and its answer.
fn said(row: &[String], columns: &[Option<Column>]) -> Vec<UnitlessSegment> {
    let cell = |wanted: Column| {
        let at = columns.iter().position(|column| *column == Some(wanted))?;
        row.get(at)
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
    };
    let time = |wanted: Column| cell(wanted).map(time_of).unwrap_or_default();
    let (start, clock) = time(Column::Start);
    let (end, end_clock) = time(Column::End);
    let timed = |text: &str, speaker: Option<&str>, role: Option<Role>| UnitlessSegment {
        segment: Segment {
            start: clock,
            end: end_clock,
            speaker: speaker.map(str::to_owned),
            role,
            opens: true,
            text: text.to_owned(),
            ..Segment::default()
        },
        start,
        end,
    };
    let mut said = Vec::new();
    if let Some(text) = cell(Column::Text) {
        let role = cell(Column::Role).and_then(role_word);
        said.push(timed(
            text,
            cell(Column::Speaker).or(cell(Column::Role)),
            role,
        ));
    } else {
        let question = cell(Column::Question);
        said.extend(question.map(|text| timed(text, None, Some(Role::Interviewer))));
        let answer = cell(Column::Answer);
        said.extend(answer.map(|text| timed(text, cell(Column::Speaker), Some(Role::Guest))));
    }
    for timed in &mut said {
        // Rows of captions go on in the middle of sentences; long ones are paragraphs.
        timed.segment.opens = timed.segment.text.contains('\n') || timed.segment.role.is_some();
    }
    said
}

/// A number whose unit is not known, or a clock in milliseconds; the first of two with a dash between them.
fn time_of(cell: &str) -> (Option<f64>, Option<u64>) {
    let first = cell.split([' ', '–', '→']).next().unwrap_or(cell);
    let clock = time_codes::timecode(cell).or_else(|| time_codes::timecode(first));
    match clock {
        Some(clock) => (None, Some(clock)),
        None => {
            let plain = cell.trim_end_matches(['s', ' ']).replace(',', ".");
            (plain.parse().ok(), None)
        }
    }
}

//! The fields of a segment: its words, times, speaker and role, by the names that programs give them.

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::super::time_codes;
use super::super::timed_words::{self, TimedWord};
use super::json_fields::{first, named, number};
use super::segment_field_names::{ENDS, ENDS_MS, SPEAKERS, STARTS, STARTS_MS, TEXTS};
use super::time_unit_detection::{self, UnitlessSegment};
use crate::interview::Role;
use crate::reading::structure::diarization_labels;
use crate::reading::structure::role_and_question_cues::role_word;

/// Whether a table holds words.
pub(super) fn is_segment(table: &Map<String, Value>) -> bool {
    said(table).is_some()
}

/// The role that a segment says of its speaker.
pub(super) fn role_of(table: &Map<String, Value>) -> Option<Role> {
    role_word(&named(table, &["role"])?)
}

fn said(table: &Map<String, Value>) -> Option<String> {
    let said = TEXTS.iter().find_map(|key| table.get(*key)?.as_str());
    match said {
        Some(said) => Some(said.trim().to_owned()).filter(|said| !said.is_empty()),
        None => {
            let mut text = String::new();
            for word in words_of(table) {
                let mark = !word.text.chars().any(char::is_alphanumeric);
                if !mark && !text.is_empty() && !text.ends_with(char::is_whitespace) {
                    text.push(' ');
                }
                text.push_str(if mark { word.text.trim() } else { &word.text });
            }
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        }
    }
}

/// The segments of tables, cut where the speaker of their words changes.
pub(super) fn segments<'a>(
    tables: impl Iterator<Item = &'a Map<String, Value>>,
    warnings: &mut Vec<String>,
) -> Vec<Segment> {
    let tables: Vec<&Map<String, Value>> = tables.collect();
    let by_name = are_speakers(&tables);
    let timed = tables.iter().filter_map(|table| {
        let speaker = if by_name { "name" } else { "" };
        timed(table, speaker)
    });
    time_unit_detection::settle(timed.flatten().collect(), warnings)
}

/// Whether what is called `name` are speakers: nothing else says who speaks, and the names come back.
fn are_speakers(tables: &[&Map<String, Value>]) -> bool {
    let told = tables.iter().any(|table| first(table, &SPEAKERS).is_some());
    let mut named: Vec<String> = tables
        .iter()
        .filter_map(|table| named(table, &["name"]))
        .collect();
    let all = named.len();
    named.sort_unstable();
    named.dedup();
    !told && all * 10 >= tables.len() * 9 && all >= 3 && named.len() * 2 <= all
}

/// A segment; who speaks also stands under the key `speaker`.
fn timed(table: &Map<String, Value>, speaker: &str) -> Option<Vec<UnitlessSegment>> {
    let pair = ["timestamp", "timestamps"]
        .iter()
        .find_map(|key| table.get(*key)?.as_array());
    let (mut start, start_clock) = time(first(table, &STARTS).filter(|value| !value.is_array()));
    let (mut end, end_clock) = time(first(table, &ENDS));
    if let Some(pair) = pair {
        start = pair.first().and_then(number);
        end = pair.get(1).and_then(number);
    }
    let unit = |keys: &[&str]| first(table, keys).and_then(number);
    let segment = Segment {
        start: start_clock
            .or(unit(&STARTS_MS).and_then(|time| time_codes::milliseconds(time / 1_000.0))),
        end: end_clock.or(unit(&ENDS_MS).and_then(|time| time_codes::milliseconds(time / 1_000.0))),
        speaker: named(table, &SPEAKERS)
            .or_else(|| named(table, &[speaker]))
            .filter(|label| !diarization_labels::is_nobody(label)),
        role: role_of(table),
        text: said(table)?,
        ..Segment::default()
    };
    Some(cut(segment, start, end, words_of(table)))
}

/// A number of which the unit is not known, or a clock in milliseconds.
fn time(value: Option<&Value>) -> (Option<f64>, Option<u64>) {
    match value {
        Some(Value::String(text)) => {
            let text = text.trim();
            match time_codes::timecode(text).or_else(|| time_codes::duration(text)) {
                Some(time) => (None, Some(time)),
                None => (text.trim_end_matches('s').parse().ok(), None),
            }
        }
        Some(value) => (number(value), None),
        None => (None, None),
    }
}

/// Words with their times in whatever unit the segment has, given as thousandths.
fn words_of(table: &Map<String, Value>) -> Vec<TimedWord> {
    let words = table.get("words").and_then(Value::as_array);
    let word = |word: &Value| {
        let table = word.as_object()?;
        let text = ["word", "text", "punctuated_word", "value", "content"]
            .iter()
            .find_map(|key| table.get(*key)?.as_str())?;
        let time = |keys: &[&str]| {
            first(table, keys)
                .and_then(number)
                .and_then(time_codes::milliseconds)
        };
        Some(TimedWord {
            text: text.to_owned(),
            start: time(&["start", "startTime", "start_time", "data_start"]),
            end: time(&["end", "endTime", "end_time", "data_end"]),
            speaker: named(table, &SPEAKERS),
            glued: false,
        })
    };
    words.into_iter().flatten().filter_map(word).collect()
}

fn cut(
    segment: Segment,
    start: Option<f64>,
    end: Option<f64>,
    words: Vec<TimedWord>,
) -> Vec<UnitlessSegment> {
    let clocks = (segment.start, segment.end);
    #[allow(clippy::cast_precision_loss, reason = "times of a recording")]
    let plain = |time: Option<u64>| time.map(|time| time as f64 / 1_000.0);
    let whole = Segment {
        start: None,
        end: None,
        ..segment
    };
    let pieces = timed_words::cut(whole, words);
    let last = pieces.len().saturating_sub(1);
    let timed = |(at, piece): (usize, Segment)| UnitlessSegment {
        start: if at == 0 {
            start.or(plain(piece.start))
        } else {
            plain(piece.start)
        },
        end: if at == last {
            end.or(plain(piece.end))
        } else {
            plain(piece.end)
        },
        segment: Segment {
            start: clocks.0.filter(|_| at == 0),
            end: clocks.1.filter(|_| at == last),
            ..piece
        },
    };
    pieces.into_iter().enumerate().map(timed).collect()
}

//! Fireflies: `sentences` with `speaker_name`, seconds, and what the meeting is called; lines with `sentence` in its
//! download.
//!
//! <https://docs.fireflies.ai/graphql-api/query/transcript>

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::Transcript;
use super::json_fields::{first, named, number, seconds_at, tables, text};
use crate::interview::PartialDate;
use crate::reading::facts::Facts;
use crate::reading::metadata_values;

const SPOKEN: [&str; 3] = ["text", "raw_text", "sentence"];

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let of_service = |line: &&Map<String, Value>| {
        first(line, &["speaker_name", "speaker_id"]).is_some() && first(line, &SPOKEN).is_some()
    };
    let list: Vec<&Map<String, Value>> = match value {
        Value::Array(list) => list.iter().filter_map(Value::as_object).collect(),
        value => tables(value, &["sentences"]).collect(),
    };
    let lines: Vec<Segment> = list
        .into_iter()
        .filter(of_service)
        .filter_map(line)
        .collect();
    if lines.is_empty() {
        return None;
    }
    Some(Transcript {
        segments: lines,
        facts: value.as_object().map(facts).unwrap_or_default(),
    })
}

fn line(table: &Map<String, Value>) -> Option<Segment> {
    Some(Segment {
        start: seconds_at(table, &["start_time", "startTime", "time"]),
        end: seconds_at(table, &["end_time", "endTime"]),
        speaker: named(table, &["speaker_name", "speaker_id"]),
        text: text(table, &SPOKEN)?.to_owned(),
        ..Segment::default()
    })
}

fn facts(table: &Map<String, Value>) -> Facts {
    let date = text(table, &["dateString"]).and_then(metadata_values::date);
    let stamp = || date_of(table.get("date").and_then(number)?);
    let address = text(table, &["transcript_url"]).filter(|url| url.starts_with("http"));
    Facts {
        title: text(table, &["title"]).map(str::to_owned),
        date: date.or_else(stamp),
        url: address.map(str::to_owned),
        ..Facts::default()
    }
}

/// The day of a time in milliseconds since 1970, UTC.
fn date_of(milliseconds: f64) -> Option<PartialDate> {
    let milliseconds = super::super::time_codes::milliseconds(milliseconds / 1.0e6)?;
    let since = std::time::Duration::from_secs(milliseconds);
    PartialDate::of_time(std::time::UNIX_EPOCH + since)
}

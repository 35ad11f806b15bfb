//! Gladia: `transcription.utterances` of v2, `prediction` of v1; seconds.
//!
//! <https://docs.gladia.io/chapters/pre-recorded-stt/quickstart>

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::Transcript;
use super::json_fields::{named, seconds_at, tables, text};
use crate::reading::facts::Facts;

pub(super) fn read(value: &Value) -> Option<Transcript> {
    if value.get("prediction").is_some_and(Value::is_array) {
        let segments: Vec<Segment> = tables(value, &["prediction"]).filter_map(segment).collect();
        return Some(segments.into());
    }
    value.get("full_transcript")?;
    let segments = tables(value, &["utterances"]).filter_map(segment).collect();
    let language = value.get("languages").and_then(|all| all.get(0)?.as_str());
    Some(Transcript {
        segments,
        facts: Facts {
            language: language.and_then(super::language),
            ..Facts::default()
        },
    })
}

fn segment(table: &Map<String, Value>) -> Option<Segment> {
    Some(Segment {
        start: seconds_at(table, &["start", "time_begin"]),
        end: seconds_at(table, &["end", "time_end"]),
        speaker: named(table, &["speaker"]),
        text: text(table, &["text", "transcription"])?.to_owned(),
        ..Segment::default()
    })
}

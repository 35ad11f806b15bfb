//! YouTube's captions as `json3`: `events[].segs[].utf8`, milliseconds. Events that only append a line break, and
//! the window that the captions stand in, hold no words.

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::Transcript;
use super::json_fields::{milliseconds_at, tables, text};

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let of_service = value.get("wireMagic").is_some()
        || tables(value, &["events"]).any(|event| event.contains_key("tStartMs"));
    if !of_service {
        return None;
    }
    let segments: Vec<Segment> = tables(value, &["events"]).flat_map(event).collect();
    Some(segments.into())
}

/// The lines of an event.
fn event(event: &Map<String, Value>) -> Vec<Segment> {
    let pieces = event.get("segs").and_then(Value::as_array);
    let said: String = pieces
        .into_iter()
        .flatten()
        .filter_map(|piece| text(piece.as_object()?, &["utf8"]))
        .collect();
    let start = milliseconds_at(event, &["tStartMs"]);
    said.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| Segment {
            start,
            text: line.trim().to_owned(),
            ..Segment::default()
        })
        .collect()
}

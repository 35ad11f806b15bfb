//! Amazon Transcribe: `results.items`, a word or a mark of punctuation each, times as texts of seconds; speakers on
//! the items or in `speaker_labels`, one channel each in `channel_labels`. Call Analytics: `Transcript`.
//!
//! <https://docs.aws.amazon.com/transcribe/latest/dg/how-input.html>

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::super::speech_segments::{Segment, in_order_of_time};
use super::super::timed_words::{self, TimedWord};
use super::Transcript;
use super::json_fields::{first, milliseconds_at, named, seconds_at, tables, text};
use crate::reading::facts::Facts;

pub(super) fn read(value: &Value) -> Option<Transcript> {
    if let Some(calls) = value.get("Transcript").and_then(Value::as_array) {
        return Some(analytics(calls).into());
    }
    let results = value.get("results")?;
    let items = results.get("items")?.as_array()?;
    let channels: Vec<&Map<String, Value>> =
        tables(results, &["channel_labels", "channels"]).collect();
    let segments = if channels.len() > 1 {
        by_channel(&channels)
    } else {
        let speakers = speakers(results);
        let items = items.iter().filter_map(Value::as_object);
        timed_words::segments(items.filter_map(|item| word(item, &speakers, None)))
    };
    let language = results.get("language_code").and_then(Value::as_str);
    Some(Transcript {
        segments,
        facts: Facts {
            language: language.and_then(super::language),
            ..Facts::default()
        },
    })
}

/// Who speaks at each time, as older files say it beside the items.
fn speakers(results: &Value) -> HashMap<&str, &str> {
    tables(results, &["speaker_labels", "segments"])
        .filter_map(|segment| segment.get("items")?.as_array())
        .flatten()
        .filter_map(|item| {
            Some((
                item.get("start_time")?.as_str()?,
                item.get("speaker_label")?.as_str()?,
            ))
        })
        .collect()
}

fn word(
    item: &Map<String, Value>,
    speakers: &HashMap<&str, &str>,
    channel: Option<&str>,
) -> Option<TimedWord> {
    let content = item.get("alternatives")?.get(0)?.get("content")?.as_str()?;
    let at_that_time = || {
        let time = text(item, &["start_time"])?;
        speakers.get(time).map(|speaker| (*speaker).to_owned())
    };
    Some(TimedWord {
        text: content.to_owned(),
        start: seconds_at(item, &["start_time"]),
        end: seconds_at(item, &["end_time"]),
        speaker: named(item, &["speaker_label"])
            .or_else(at_that_time)
            .or_else(|| channel.map(str::to_owned)),
        glued: text(item, &["type"]) == Some("punctuation"),
    })
}

fn by_channel(channels: &[&Map<String, Value>]) -> Vec<Segment> {
    let mut segments = Vec::new();
    for channel in channels {
        let label = named(channel, &["channel_label"]);
        let items = channel.get("items").and_then(Value::as_array);
        let items = items.into_iter().flatten().filter_map(Value::as_object);
        let none = HashMap::new();
        segments.extend(timed_words::segments(
            items.filter_map(|item| word(item, &none, label.as_deref())),
        ));
    }
    in_order_of_time(&mut segments);
    segments
}

fn analytics(calls: &[Value]) -> Vec<Segment> {
    let segment = |turn: &Map<String, Value>| {
        Some(Segment {
            start: milliseconds_at(turn, &["BeginOffsetMillis"]),
            end: milliseconds_at(turn, &["EndOffsetMillis"]),
            speaker: named(turn, &["ParticipantRole", "ParticipantId"]),
            text: text(turn, &["Content"])?.to_owned(),
            ..Segment::default()
        })
    };
    let turns = calls.iter().filter_map(Value::as_object);
    // Contact Lens wraps each turn.
    let turns = turns.map(|turn| {
        first(turn, &["Transcript"])
            .and_then(Value::as_object)
            .unwrap_or(turn)
    });
    turns.filter_map(segment).collect()
}

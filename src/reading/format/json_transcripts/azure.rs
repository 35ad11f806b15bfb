//! Azure Speech: `recognizedPhrases` of a batch, `phrases` of fast transcription, and the insights of Video Indexer.
//!
//! <https://learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get>

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::super::speech_segments::{Segment, in_order_of_time};
use super::Transcript;
use super::json_fields::{
    at, first, label, milliseconds_at, named, number, seconds_at, tables, text,
};
use crate::reading::facts::Facts;

/// Ticks of 100 nanoseconds in a millisecond.
const TICKS: f64 = 10_000.0;

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let phrases = ["recognizedPhrases", "phrases"]
        .iter()
        .find(|list| value.get(**list).is_some_and(Value::is_array));
    let Some(phrases) = phrases else {
        return indexed(value);
    };
    let all = || tables(value, &[phrases]);
    let channels = all().any(|phrase| {
        phrase
            .get("channel")
            .and_then(number)
            .is_some_and(|channel| channel > 0.0)
    });
    let mut segments: Vec<Segment> = all().filter_map(|table| phrase(table, channels)).collect();
    in_order_of_time(&mut segments);
    let language = all().find_map(|phrase| text(phrase, &["locale"]));
    Some(Transcript {
        segments,
        facts: Facts {
            language: language.and_then(super::language),
            ..Facts::default()
        },
    })
}

fn phrase(table: &Map<String, Value>, channels: bool) -> Option<Segment> {
    let best = table.get("nBest").and_then(|all| all.get(0)?.as_object());
    let said = text(table, &["text"])
        .or_else(|| text(best?, &["display", "maskedITN", "itn", "lexical"]))?;
    let start = offset(table, "offset");
    let length = offset(table, "duration");
    let speaker = named(table, &["speaker"]);
    let channel = || named(table, &["channel"]).map(|channel| format!("Channel {channel}"));
    Some(Segment {
        start,
        end: start.zip(length).map(|(start, length)| start + length),
        speaker: speaker.or_else(|| channel().filter(|_| channels)),
        text: said.to_owned(),
        ..Segment::default()
    })
}

/// A time in milliseconds, in ticks, or as an ISO 8601 duration.
fn offset(table: &Map<String, Value>, name: &str) -> Option<u64> {
    let ticks = first(table, &[&format!("{name}InTicks")]).and_then(number);
    milliseconds_at(
        table,
        &[
            &format!("{name}Milliseconds"),
            &format!("{name}InMilliseconds"),
        ],
    )
    .or_else(|| super::super::time_codes::milliseconds(ticks? / TICKS / 1_000.0))
    .or_else(|| seconds_at(table, &[name]))
}

/// Video Indexer: lines with a number for the speaker, whose name stands beside them.
fn indexed(value: &Value) -> Option<Transcript> {
    let insights = at(value, &["videos"])?.get(0)?.get("insights")?;
    let names: HashMap<String, String> = tables(insights, &["speakers"])
        .filter_map(|speaker| Some((label(speaker.get("id")?)?, named(speaker, &["name"])?)))
        .collect();
    let line = |table: &Map<String, Value>| {
        let shown = table.get("instances")?.get(0)?.as_object()?;
        let speaker = named(table, &["speakerId"]);
        Some(Segment {
            start: seconds_at(shown, &["start", "adjustedStart"]),
            end: seconds_at(shown, &["end", "adjustedEnd"]),
            speaker: speaker.map(|id| names.get(&id).cloned().unwrap_or(id)),
            text: text(table, &["text"])?.to_owned(),
            ..Segment::default()
        })
    };
    let segments: Vec<Segment> = tables(insights, &["transcript"]).filter_map(line).collect();
    Some(segments.into())
}

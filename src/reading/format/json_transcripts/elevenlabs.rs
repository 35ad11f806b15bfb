//! ElevenLabs Scribe: `words` with `speaker_id`, blanks between them as words of their own; the same in `segments` of
//! `segmented_json`, and in a transcript for each channel. Seconds.
//!
//! <https://elevenlabs.io/docs/api-reference/speech-to-text/convert>

use serde_json::{Map, Value};

use super::super::speech_segments::{Segment, in_order_of_time};
use super::super::timed_words::{self, TimedWord};
use super::Transcript;
use super::json_fields::{named, seconds_at, tables, text};
use crate::reading::facts::Facts;

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let mut segments: Vec<Segment> = tables(value, &["transcripts"])
        .filter(|channel| channel.contains_key("words"))
        .flat_map(|channel| timed_words::segments(channel_words(channel)))
        .collect();
    in_order_of_time(&mut segments);
    if segments.is_empty() {
        segments = timed_words::segments(words_of(tables(value, &["words"]), None)?);
    }
    if segments.is_empty() {
        segments = tables(value, &["segments"])
            .filter(|segment| !segment.contains_key("speaker"))
            .filter_map(|segment| {
                let words = segment.get("words")?.as_array()?;
                words_of(words.iter().filter_map(Value::as_object), None)
            })
            .flat_map(timed_words::segments)
            .collect();
    }
    let language = value.get("language_code").and_then(Value::as_str);
    (!segments.is_empty()).then(|| Transcript {
        segments,
        facts: Facts {
            language: language.and_then(super::language),
            ..Facts::default()
        },
    })
}

fn channel_words(channel: &Map<String, Value>) -> Vec<TimedWord> {
    let label = named(channel, &["channel_index"]).map(|number| format!("Channel {number}"));
    let words = channel.get("words").and_then(Value::as_array);
    let tables = words.into_iter().flatten().filter_map(Value::as_object);
    words_of(tables, label.as_deref()).unwrap_or_default()
}

/// The words of a list; `None` where it is not of this service, whose words have a `type`.
fn words_of<'a>(
    tables: impl Iterator<Item = &'a Map<String, Value>>,
    channel: Option<&str>,
) -> Option<Vec<TimedWord>> {
    let (mut words, mut blank, mut spaced) = (Vec::new(), true, false);
    for table in tables {
        let (kind, text) = (text(table, &["type"])?, text(table, &["text"])?);
        if kind == "spacing" {
            (blank, spaced) = (true, true);
        }
        if kind != "word" {
            continue;
        }
        words.push(TimedWord {
            text: text.trim().to_owned(),
            start: seconds_at(table, &["start"]),
            end: seconds_at(table, &["end"]),
            speaker: named(table, &["speaker_id"]).or_else(|| channel.map(str::to_owned)),
            glued: !blank,
        });
        blank = text.ends_with(char::is_whitespace);
    }
    if !spaced {
        // Without blanks of their own, words stand apart.
        for word in &mut words {
            word.glued = false;
        }
    }
    Some(words)
}

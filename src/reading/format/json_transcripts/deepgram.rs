//! Deepgram: `results.channels[].alternatives[0]` with `words`, and `results.utterances`; seconds.
//!
//! <https://developers.deepgram.com/docs/pre-recorded-audio>

use serde_json::{Map, Value};

use super::super::speech_segments::{Segment, in_order_of_time};
use super::super::timed_words::{self, TimedWord};
use super::Transcript;
use super::json_fields::{at, named, number, seconds_at, tables, text};
use crate::reading::facts::Facts;

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let results = value.get("results")?;
    let channels = results.get("channels")?.as_array()?;
    let several = channels.len() > 1;
    let heard = |read: fn(&Value, Option<&str>) -> Vec<Segment>| -> Vec<Segment> {
        let labelled = |(number, channel): (usize, &Value)| {
            let label = several.then(|| format!("Channel {number}"));
            read(channel, label.as_deref())
        };
        channels.iter().enumerate().flat_map(labelled).collect()
    };
    let mut segments = heard(by_words);
    if segments.is_empty() {
        segments = tables(results, &["utterances"])
            .filter_map(utterance)
            .collect();
    }
    if segments.is_empty() {
        segments = heard(by_paragraphs);
    }
    if several {
        in_order_of_time(&mut segments);
    }
    let language = at(results, &["channels"])?
        .get(0)
        .and_then(|channel| channel.get("detected_language")?.as_str());
    Some(Transcript {
        segments,
        facts: Facts {
            language: language.and_then(super::language),
            ..Facts::default()
        },
    })
}

/// The words of a channel.
fn by_words(channel: &Value, label: Option<&str>) -> Vec<Segment> {
    let best = channel.get("alternatives").and_then(|all| all.get(0));
    let words = best.into_iter().flat_map(|best| tables(best, &["words"]));
    timed_words::segments(words.filter_map(|table| word(table, label)))
}

/// The paragraphs of a channel, else its transcript.
fn by_paragraphs(channel: &Value, label: Option<&str>) -> Vec<Segment> {
    let Some(best) = channel.get("alternatives").and_then(|all| all.get(0)) else {
        return Vec::new();
    };
    let said: Vec<Segment> = tables(best, &["paragraphs", "paragraphs"])
        .flat_map(|paragraph| sentences(paragraph, label))
        .collect();
    if !said.is_empty() {
        return said;
    }
    let transcript = best.get("transcript").and_then(Value::as_str);
    transcript
        .map(|transcript| Segment {
            speaker: label.map(str::to_owned),
            text: transcript.to_owned(),
            ..Segment::default()
        })
        .into_iter()
        .collect()
}

fn word(table: &Map<String, Value>, channel: Option<&str>) -> Option<TimedWord> {
    Some(TimedWord {
        text: text(table, &["punctuated_word", "word"])?.to_owned(),
        start: seconds_at(table, &["start"]),
        end: seconds_at(table, &["end"]),
        speaker: speaker(table, channel),
        glued: false,
    })
}

/// A speaker of a channel where there are several of both.
fn speaker(table: &Map<String, Value>, channel: Option<&str>) -> Option<String> {
    let speaker = named(table, &["speaker"]);
    match (channel, speaker) {
        (Some(channel), Some(_)) if table.get("speaker").and_then(number) == Some(0.0) => {
            Some(channel.to_owned())
        }
        (Some(channel), Some(speaker)) => Some(format!("{channel} Speaker {speaker}")),
        (Some(channel), None) => Some(channel.to_owned()),
        (None, speaker) => speaker,
    }
}

fn sentences(paragraph: &Map<String, Value>, channel: Option<&str>) -> Vec<Segment> {
    let sentences = paragraph.get("sentences").and_then(Value::as_array);
    let segment = |sentence: &Value| {
        let table = sentence.as_object()?;
        Some(Segment {
            start: seconds_at(table, &["start"]),
            end: seconds_at(table, &["end"]),
            speaker: speaker(paragraph, channel),
            text: text(table, &["text"])?.to_owned(),
            ..Segment::default()
        })
    };
    sentences
        .into_iter()
        .flatten()
        .filter_map(segment)
        .collect()
}

fn utterance(table: &Map<String, Value>) -> Option<Segment> {
    Some(Segment {
        start: seconds_at(table, &["start"]),
        end: seconds_at(table, &["end"]),
        speaker: named(table, &["speaker"]),
        text: text(table, &["transcript"])?.to_owned(),
        ..Segment::default()
    })
}

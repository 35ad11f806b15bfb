//! AssemblyAI: `utterances`, else `sentences` or `paragraphs`, else `words`; whole milliseconds.
//!
//! <https://www.assemblyai.com/docs/api-reference/transcripts/get>

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::super::timed_words::{self, TimedWord};
use super::Transcript;
use super::json_fields::{milliseconds_at, named, tables, text};
use crate::reading::facts::Facts;

/// Keys that stand beside the words in every file of the service.
const MARKS: [&str; 5] = [
    "audio_url",
    "language_model",
    "acoustic_model",
    "language_code",
    "audio_duration",
];

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let table = value.as_object()?;
    let lists = ["utterances", "sentences", "paragraphs", "words"];
    let of_service = MARKS.iter().any(|mark| table.contains_key(*mark));
    if !of_service
        || !lists
            .iter()
            .any(|list| table.get(*list).is_some_and(Value::is_array))
    {
        return None;
    }
    let spoken = lists[..3]
        .iter()
        .map(|list| tables(value, &[list]).flat_map(utterance).collect())
        .find(|segments: &Vec<Segment>| !segments.is_empty());
    let segments =
        spoken.unwrap_or_else(|| timed_words::segments(tables(value, &["words"]).filter_map(word)));
    let language = text(table, &["language_code"]);
    Some(Transcript {
        segments,
        facts: Facts {
            language: language.and_then(super::language),
            ..Facts::default()
        },
    })
}

fn utterance(table: &Map<String, Value>) -> Vec<Segment> {
    let Some(said) = text(table, &["text"]) else {
        return Vec::new();
    };
    let words = table.get("words").and_then(Value::as_array);
    let words: Vec<TimedWord> = words
        .into_iter()
        .flatten()
        .filter_map(|word| self::word(word.as_object()?))
        .collect();
    let segment = Segment {
        start: milliseconds_at(table, &["start"]),
        end: milliseconds_at(table, &["end"]),
        speaker: speaker(table),
        text: said.to_owned(),
        ..Segment::default()
    };
    // An utterance is one speaker's; a sentence or a paragraph says it only on its words.
    if segment.speaker.is_some() {
        return by_sentences(segment, words);
    }
    timed_words::cut(segment, words)
}

/// A long utterance by its sentences, each with its time.
fn by_sentences(segment: Segment, words: Vec<TimedWord>) -> Vec<Segment> {
    let heard: Vec<String> = words.iter().map(|word| word.text.clone()).collect();
    if heard.join(" ") != segment.text {
        return vec![segment];
    }
    let speaker = segment.speaker;
    timed_words::segments(words.into_iter().map(|word| TimedWord {
        speaker: speaker.clone(),
        ..word
    }))
}

fn word(table: &Map<String, Value>) -> Option<TimedWord> {
    Some(TimedWord {
        text: text(table, &["text", "word"])?.to_owned(),
        start: milliseconds_at(table, &["start"]),
        end: milliseconds_at(table, &["end"]),
        speaker: speaker(table),
        glued: false,
    })
}

fn speaker(table: &Map<String, Value>) -> Option<String> {
    named(table, &["speaker", "channel"])
}

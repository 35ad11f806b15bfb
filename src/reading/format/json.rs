//! Transcripts as data: the segments that speech recognition and podcast hosts write, in JSON or with one
//! segment a line.
//!
//! Whisper: `segments` with `start`, `end`, `text`. WhisperX and diarisation: the same with `speaker`, on the
//! segment or its `words`. Podcasting 2.0 (<https://github.com/Podcastindex-org/podcast-namespace>, transcripts):
//! `segments` with `startTime`, `endTime`, `body`, `speaker`. What stands beside the segments under the names
//! that front matter has is what the file says about itself.

use serde_json::{Map, Value};

use super::cues::{self, Cue};
use super::{Document, collection};
use crate::reading::values::Author;
use crate::reading::{ReadError, decode, metadata};

const TEXTS: [&str; 3] = ["text", "body", "transcript"];
const STARTS: [&str; 4] = ["start", "startTime", "start_time", "begin"];
const ENDS: [&str; 3] = ["end", "endTime", "end_time"];
const SPEAKERS: [&str; 3] = ["speaker", "speaker_label", "speakerName"];
/// Keys whose value is the segments.
const LISTS: [&str; 4] = ["segments", "transcript", "results", "monologues"];

/// JSON, one value.
pub(super) fn read(bytes: &[u8], warnings: &mut Vec<String>) -> Result<Document, ReadError> {
    let text = decode::decode(bytes, warnings)?;
    let value: Value = serde_json::from_str(&text).map_err(|error| {
        ReadError::Malformed(format!("it is not valid JSON: {error}; export it again"))
    })?;
    let (table, segments) = match &value {
        Value::Array(segments) => (None, Some(segments)),
        Value::Object(table) => (Some(table), segments_of(table)),
        _ => (None, None),
    };
    let cues: Vec<Cue> = segments
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .filter_map(cue)
        .collect();
    if cues.is_empty() {
        return Err(no_segments());
    }
    let facts = table
        .map(|table| metadata::from_table(table, Author::Program))
        .unwrap_or_default();
    Ok(Document {
        facts,
        ..cues::join(&cues)
    })
}

/// A segment a line, or many interviews: see [`collection`]. Lines that are neither are counted in a warning.
pub(super) fn read_lines(
    bytes: &[u8],
    warnings: &mut Vec<String>,
) -> Result<Vec<Document>, ReadError> {
    let text = decode::decode(bytes, warnings)?;
    let objects = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    if objects.take(1).any(|first| collection::is_line(&first)) {
        return Ok(collection::read(&text, warnings));
    }
    let (mut cues, mut bad) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let table: Option<Map<String, Value>> = serde_json::from_str(line).ok();
        match table.as_ref().and_then(cue) {
            Some(cue) => cues.push(cue),
            None => bad.push(number + 1),
        }
    }
    if cues.is_empty() {
        return Err(no_segments());
    }
    warnings.extend(left_out(&bad, "lines are not segments of speech"));
    Ok(vec![cues::join(&cues)])
}

/// What is said of lines that could not be used, by their numbers.
pub(super) fn left_out(lines: &[usize], what: &str) -> Option<String> {
    let first = lines.first()?;
    let count = lines.len();
    Some(format!(
        "{count} {what}, the first is line {first}; they are left out"
    ))
}

fn no_segments() -> ReadError {
    ReadError::Malformed(
        "it contains no segments of speech; the JSON of Whisper, WhisperX and Podcasting 2.0 is read: `segments` with `text` or `body`"
            .to_owned(),
    )
}

fn segments_of(table: &Map<String, Value>) -> Option<&Vec<Value>> {
    LISTS.iter().find_map(|key| table.get(*key)?.as_array())
}

fn cue(segment: &Map<String, Value>) -> Option<Cue> {
    let text = first(segment, &TEXTS)?.as_str()?.trim().to_owned();
    let time = |keys: &[&str]| first(segment, keys).and_then(milliseconds);
    let speaker = first(segment, &SPEAKERS)
        .and_then(name)
        .or_else(|| speaker_of_words(segment));
    (!text.is_empty()).then(|| Cue {
        start: time(&STARTS),
        end: time(&ENDS),
        speaker,
        turns: false,
        text,
    })
}

fn first<'a>(table: &'a Map<String, Value>, keys: &[&str]) -> Option<&'a Value> {
    keys.iter().find_map(|key| table.get(*key))
}

/// Seconds as a number or a text, or a clock.
fn milliseconds(value: &Value) -> Option<u64> {
    let seconds = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => match cues::time(text.trim()) {
            Some((time, _)) => return Some(time),
            None => text.trim().trim_end_matches('s').parse().ok(),
        },
        _ => None,
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be in range"
    )]
    seconds
        .filter(|seconds| (0.0..1.0e9).contains(seconds))
        .map(|seconds| (seconds * 1_000.0).round() as u64)
}

/// A speaker's name or number.
fn name(value: &Value) -> Option<String> {
    let name = match value {
        Value::String(name) => name.trim().to_owned(),
        Value::Number(number) => format!("Speaker {number}"),
        Value::Object(speaker) => return name(speaker.get("name")?),
        _ => return None,
    };
    (!name.is_empty()).then_some(name)
}

/// The speaker of most of a segment's words, as WhisperX has them.
fn speaker_of_words(segment: &Map<String, Value>) -> Option<String> {
    let words = segment.get("words")?.as_array()?;
    let speakers: Vec<&str> = words
        .iter()
        .filter_map(|word| word.get("speaker")?.as_str())
        .collect();
    let times = |speaker: &str| speakers.iter().filter(|other| **other == speaker).count();
    let most = speakers.iter().max_by_key(|speaker| times(speaker))?;
    Some((*most).to_owned())
}

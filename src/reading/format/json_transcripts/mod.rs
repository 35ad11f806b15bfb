//! Transcripts in JSON, from speech recognition services, podcast hosts and meeting programs. A file a shape; the
//! shapes of which no service is known are read by what their fields are called.

mod assemblyai;
mod aws;
mod azure;
mod deepgram;
mod elevenlabs;
mod fireflies;
mod generic_segments;
mod gladia;
mod google;
mod ibm;
mod json_fields;
mod podlove;
mod revai;
mod segment_field_names;
mod segment_fields;
mod soniox;
mod speechmatics;
mod telegram_export;
mod time_unit_detection;
mod whisper_cpp;
mod youtube;

use std::borrow::Cow;

use serde_json::{Map, Value};

pub(super) use time_unit_detection::{UnitlessSegment, settle};

use super::caption_speaker_labels;
use super::jsonl_collection::{self, left_out};
use super::size_limits::Limits;
use super::speech_segments::Segment;
use super::{Document, all_of, blog_posts, news_articles};
use crate::files;
use crate::language::Language;
use crate::reading::facts::Facts;
use crate::reading::{ReadError, character_encoding};

/// What a file of a service holds.
#[derive(Debug, Default)]
struct Transcript {
    segments: Vec<Segment>,
    facts: Facts,
}

impl From<Vec<Segment>> for Transcript {
    fn from(segments: Vec<Segment>) -> Self {
        Self {
            segments,
            facts: Facts::default(),
        }
    }
}

/// Reads a value where it has the shape of a service.
type Reader = fn(&Value) -> Option<Transcript>;

/// Every shape that only one service has; a value has the first that fits.
const SHAPES: [Reader; 15] = [
    aws::read,
    revai::read,
    speechmatics::read,
    deepgram::read,
    google::read,
    azure::read,
    ibm::read,
    whisper_cpp::read,
    youtube::read,
    soniox::read,
    elevenlabs::read,
    gladia::read,
    assemblyai::read,
    fireflies::read,
    podlove::read,
];

/// JSON, one value.
pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Vec<Document>, ReadError> {
    let text = character_encoding::decode(bytes, warnings)?;
    let value = parse(&text)?;
    if let Some(documents) = telegram_export::read(&value) {
        return Ok(documents);
    }
    if let Some(posts) = blog_posts::of_json(&value, limits, warnings) {
        return posts;
    }
    if let Some(articles) = news_articles::ninjs::of_json(&value, limits, warnings) {
        return articles;
    }
    // What an interface answers is often wrapped in one or two objects.
    let candidates = unwrapped(&value);
    let shaped = candidates
        .iter()
        .flat_map(|value| SHAPES.iter().filter_map(move |read| read(value)))
        .find(|transcript| !transcript.segments.is_empty());
    let transcript = match shaped {
        Some(transcript) => transcript,
        None => generic_segments::read(&value, warnings)
            .or_else(|| generic_segments::text_alone(&value))
            .ok_or_else(|| no_speech(&value))?,
    };
    Ok(vec![document(transcript)])
}

fn document(transcript: Transcript) -> Document {
    Document {
        facts: transcript.facts,
        ..caption_speaker_labels::document(transcript.segments)
    }
}

/// A segment a line, or many interviews: see [`jsonl_collection`]. Lines that are neither are counted in a warning.
pub(super) fn read_lines(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Vec<Document>, ReadError> {
    all_of(|take| read_lines_each(bytes, limits, warnings, take))
}

/// Hands over what the lines hold, interview by interview.
pub(super) fn read_lines_each(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
    take: &mut dyn FnMut(Document),
) -> Result<(), ReadError> {
    // A large file is not copied.
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') && !text.trim().is_empty() => {
            Cow::Borrowed(text.trim_start_matches('\u{feff}'))
        }
        _ => Cow::Owned(character_encoding::decode(bytes, warnings)?),
    };
    let objects = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    if objects
        .take(1)
        .any(|first| jsonl_collection::is_line(&first))
    {
        jsonl_collection::read_each(&text, warnings, take);
        return Ok(());
    }
    if text.len() > limits.tree {
        return Err(ReadError::Malformed(format!(
            "it has {}, more than the {} that are read of one recording; split it",
            files::size(text.len() as u64),
            files::size(limits.tree as u64)
        )));
    }
    let (mut tables, mut bad) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let table: Option<Map<String, Value>> = serde_json::from_str(&finite(line)).ok();
        match table.filter(segment_fields::is_segment) {
            Some(table) => tables.push(table),
            None => bad.push(number + 1),
        }
    }
    let segments = segment_fields::segments(tables.iter(), warnings);
    if segments.is_empty() {
        return Err(no_speech(&Value::Null));
    }
    warnings.extend(left_out(&bad, "lines that are not segments of speech"));
    take(caption_speaker_labels::document(segments));
    Ok(())
}

/// A value and what it wraps under a key that only wraps.
fn unwrapped(value: &Value) -> Vec<&Value> {
    const WRAPPERS: [&str; 8] = [
        "response",
        "result",
        "data",
        "transcription",
        "transcript",
        "output",
        "prediction",
        "body",
    ];
    let mut found = vec![value];
    let mut at = 0;
    while let Some(table) = found.get(at).and_then(|value| value.as_object()) {
        at += 1;
        let inner = WRAPPERS.iter().find_map(|key| table.get(*key));
        found.extend(inner.filter(|inner| inner.is_object() && at < 4));
    }
    found
}

/// What the parser says of a value within too many others.
const TOO_DEEP: &str = "recursion limit exceeded";

/// The value of a JSON text. Numbers that JSON does not have are taken as null.
fn parse(text: &str) -> Result<Value, ReadError> {
    let refused = match serde_json::from_str(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    if let Cow::Owned(text) = finite(text)
        && let Ok(value) = serde_json::from_str(&text)
    {
        return Ok(value);
    }
    let place = format!("line {}, column {}", refused.line(), refused.column());
    let why = if refused.is_eof() {
        format!("it is not valid JSON: it breaks off at {place}; copy or export it again")
    } else if refused.to_string().starts_with(TOO_DEEP) {
        format!(
            "it is JSON that is nested too deeply at {place}, as no transcript is; save its text as .txt"
        )
    } else {
        format!("it is not valid JSON: {refused}; export it again")
    };
    Err(ReadError::Malformed(why))
}

/// A JSON text with null for `NaN`, `Infinity` and `-Infinity` outside of strings, as Python's `json` writes them.
fn finite(text: &str) -> Cow<'_, str> {
    if !text.contains("NaN") && !text.contains("Infinity") {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    let mut quoted = false;
    while let Some(char) = rest.chars().next() {
        let number = ["NaN", "-Infinity", "Infinity"]
            .iter()
            .find(|number| !quoted && rest.starts_with(**number));
        let length = match number {
            Some(number) => {
                written.push_str("null");
                number.len()
            }
            None if quoted && char == '\\' => {
                let length = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
                written.push_str(&rest[..length]);
                length
            }
            None => {
                quoted ^= char == '"';
                written.push(char);
                char.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    Cow::Owned(written)
}

/// The language of a code of two or three letters, a tag, or its English name.
fn language(name: &str) -> Option<Language> {
    crate::reading::metadata::language(name)
}

fn no_speech(value: &Value) -> ReadError {
    let keys: Vec<String> = value
        .as_object()
        .into_iter()
        .flat_map(Map::keys)
        .take(6)
        .map(|key| format!("`{key}`"))
        .collect();
    let holds = if keys.is_empty() {
        String::new()
    } else {
        format!(" (it has {})", keys.join(", "))
    };
    ReadError::Malformed(format!(
        "it is JSON{holds}, but contains no segments of speech that are recognised; what is read: the exports of Whisper, \
         WhisperX, whisper.cpp, Podcasting 2.0, AWS Transcribe, AssemblyAI, Deepgram, Google, Azure, Rev.ai, \
         Speechmatics, Gladia, ElevenLabs, Soniox, IBM, YouTube, Podlove, Fireflies, Telegram chats, WordPress, Ghost, JSON Feed and ninjs\n\
         export it as WebVTT (.vtt) or SubRip (.srt) with speakers, or as text with `Name: …` before what each says"
    ))
}

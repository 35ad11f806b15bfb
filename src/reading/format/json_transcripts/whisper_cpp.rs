//! whisper.cpp (`-oj`, `-ojf`): `transcription[]` with `offsets` in milliseconds; `speaker` with `-di`,
//! `speaker_turn_next` with a model that hears changes. Its pieces may cut words: a blank begins those that do not.
//!
//! <https://github.com/ggml-org/whisper.cpp/blob/master/examples/cli/cli.cpp>

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::Transcript;
use super::json_fields::{at, milliseconds_at, named, seconds_at, tables, text};
use crate::reading::facts::Facts;

/// What stands in the text where the speaker changes.
const TURN: &str = "[SPEAKER_TURN]";

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let pieces: Vec<&Map<String, Value>> = tables(value, &["transcription"])
        .filter(|piece| piece.contains_key("offsets") || piece.contains_key("timestamps"))
        .collect();
    if pieces.is_empty() {
        return None;
    }
    let said = |piece: &Map<String, Value>| text(piece, &["text"]).unwrap_or_default().to_owned();
    let spaced = pieces
        .iter()
        .filter(|piece| said(piece).starts_with(' '))
        .count();
    let cuts_words = spaced * 2 > pieces.len();
    let mut segments: Vec<Segment> = Vec::new();
    let mut turns = false;
    for piece in pieces {
        let said = said(piece);
        let changes = said.contains(TURN)
            || piece.get("speaker_turn_next").and_then(Value::as_bool) == Some(true);
        let segment = Segment {
            turns,
            text: said.replace(TURN, ""),
            ..self::segment(piece)
        };
        turns = changes;
        match segments.last_mut() {
            Some(last)
                if cuts_words
                    && !segment.text.starts_with(' ')
                    && !segment.turns
                    && last.speaker == segment.speaker =>
            {
                last.text.push_str(&segment.text);
                last.end = segment.end;
            }
            _ => segments.push(segment),
        }
    }
    let language = at(value, &["result", "language"]).and_then(Value::as_str);
    Some(Transcript {
        segments,
        facts: Facts {
            language: language.and_then(super::language),
            ..Facts::default()
        },
    })
}

/// A piece without its words.
fn segment(piece: &Map<String, Value>) -> Segment {
    let part = |of: &str, key: &str| {
        let table = piece.get(of)?.as_object()?;
        if of == "offsets" {
            milliseconds_at(table, &[key])
        } else {
            seconds_at(table, &[key])
        }
    };
    let time = |key: &str| part("offsets", key).or_else(|| part("timestamps", key));
    Segment {
        start: time("from"),
        end: time("to"),
        speaker: named(piece, &["speaker"]).filter(|speaker| speaker != "?"),
        ..Segment::default()
    }
}

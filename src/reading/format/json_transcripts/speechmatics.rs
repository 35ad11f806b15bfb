//! Speechmatics `json-v2`: `results[]`, a word or a mark each, which `attaches_to` its neighbour; seconds.
//!
//! <https://docs.speechmatics.com/speech-to-text/batch/output>

use serde_json::{Map, Value};

use super::super::timed_words::{self, TimedWord};
use super::Transcript;
use super::json_fields::{at, named, seconds_at, tables, text};
use crate::reading::facts::Facts;

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let of_service = tables(value, &["results"]).any(|result| {
        result.contains_key("alternatives")
            && text(result, &["type"])
                .is_some_and(|kind| ["word", "punctuation", "entity"].contains(&kind))
    });
    if !of_service {
        return None;
    }
    let blank = at(value, &["metadata", "language_pack_info", "word_delimiter"]);
    let glued = blank.and_then(Value::as_str) == Some("");
    let mut opened = false;
    let words = tables(value, &["results"]).filter_map(|result| {
        let word = word(result, glued || opened)?;
        opened = attaches(result, "next");
        Some(word)
    });
    let language = at(value, &["metadata", "transcription_config", "language"]);
    Some(Transcript {
        segments: timed_words::segments(words),
        facts: Facts {
            language: language.and_then(Value::as_str).and_then(super::language),
            ..Facts::default()
        },
    })
}

fn word(result: &Map<String, Value>, glued: bool) -> Option<TimedWord> {
    let best = result.get("alternatives")?.get(0)?.as_object()?;
    let speaker = named(best, &["speaker"]).filter(|speaker| speaker != "UU");
    Some(TimedWord {
        text: text(best, &["content"])?.to_owned(),
        start: seconds_at(result, &["start_time"]),
        end: seconds_at(result, &["end_time"]),
        speaker: speaker.or_else(|| named(result, &["channel"])),
        glued: glued || attaches(result, "previous"),
    })
}

/// Whether a mark stands without a blank beside the word before it or after it.
fn attaches(result: &Map<String, Value>, side: &str) -> bool {
    text(result, &["attaches_to"]).is_some_and(|to| to == side || to == "both")
}

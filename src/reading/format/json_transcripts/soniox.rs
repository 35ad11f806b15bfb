//! Soniox: `tokens`, parts of words with their blanks, in milliseconds; `words` of its older interface.
//!
//! <https://soniox.com/docs/stt/async/async-transcription>

use serde_json::{Map, Value};

use super::super::timed_words::{self, TimedWord};
use super::Transcript;
use super::json_fields::{milliseconds_at, named, tables, text};

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let list = ["tokens", "words"]
        .into_iter()
        .find(|list| tables(value, &[list]).any(|token| token.contains_key("start_ms")))?;
    let spoken = tables(value, &[list])
        .filter(|token| text(token, &["translation_status"]) != Some("translation"));
    let spaced = tables(value, &[list]).any(|token| {
        text(token, &["text"]).is_some_and(|text| text.starts_with(' ') || text.ends_with(' '))
    });
    let mut blank = true;
    let words = spoken.filter_map(|token| word(token, spaced, &mut blank));
    Some(timed_words::segments(words).into())
}

fn word(token: &Map<String, Value>, spaced: bool, blank: &mut bool) -> Option<TimedWord> {
    let said = text(token, &["text"])?;
    if said.trim().is_empty() || (said.starts_with('<') && said.ends_with('>')) {
        *blank = true;
        return None;
    }
    let glued = spaced && !*blank && !said.starts_with(char::is_whitespace);
    *blank = said.ends_with(char::is_whitespace);
    let start = milliseconds_at(token, &["start_ms"]);
    let length = milliseconds_at(token, &["duration_ms"]);
    let end = milliseconds_at(token, &["end_ms"]);
    Some(TimedWord {
        text: said.trim().to_owned(),
        start,
        end: end.or(start.zip(length).map(|(start, length)| start + length)),
        speaker: named(token, &["speaker"]).filter(|speaker| speaker != "0"),
        glued,
    })
}

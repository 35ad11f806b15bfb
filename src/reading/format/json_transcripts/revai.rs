//! Rev.ai and Rev: `monologues[].elements[]`, words and the marks and blanks between them; seconds or clocks.
//!
//! <https://docs.rev.ai/api/asynchronous/transcripts/>

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::super::timed_words::{self, TimedWord};
use super::Transcript;
use super::json_fields::{label, named, seconds_at, tables, text};

pub(super) fn read(value: &Value) -> Option<Transcript> {
    value.get("monologues")?.as_array()?;
    let names: HashMap<String, String> = tables(value, &["speakers"])
        .filter_map(|speaker| {
            Some((
                label(speaker.get("id")?)?,
                named(speaker, &["name", "display_name"])?,
            ))
        })
        .collect();
    let segments: Vec<Segment> = tables(value, &["monologues"])
        .flat_map(|monologue| timed_words::segments(elements(monologue, &names)))
        .collect();
    Some(segments.into())
}

fn elements(monologue: &Map<String, Value>, names: &HashMap<String, String>) -> Vec<TimedWord> {
    let told = monologue.get("speaker_info").and_then(Value::as_object);
    let speaker = told
        .and_then(|info| named(info, &["display_name", "name"]))
        .or_else(|| {
            let id = named(monologue, &["speaker"])?;
            Some(names.get(&id).cloned().unwrap_or(id))
        });
    let all = monologue.get("elements").and_then(Value::as_array);
    let mut begun = false;
    let mut blank = true;
    let mut words = Vec::new();
    for element in all.into_iter().flatten().filter_map(Value::as_object) {
        let Some(value) = text(element, &["value"]) else {
            continue;
        };
        // What could not be heard stands as `<inaudible>`.
        if value.trim().is_empty() || text(element, &["type"]) == Some("unknown") {
            blank = true;
            continue;
        }
        let glued = begun && !blank && !value.starts_with(char::is_whitespace);
        blank = value.ends_with(char::is_whitespace);
        begun = true;
        words.push(TimedWord {
            text: value.trim().to_owned(),
            start: seconds_at(element, &["ts", "timestamp"]),
            end: seconds_at(element, &["end_ts", "end_timestamp"]),
            speaker: speaker.clone(),
            glued,
        });
    }
    words
}

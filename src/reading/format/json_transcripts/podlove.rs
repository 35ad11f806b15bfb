//! Podlove Publisher and Web Player: lines with `start_ms`, `voice` and `text`, or groups of them in `items`; names
//! of the numbers in `speaker` stand in `contributors`.
//!
//! <https://docs.podlove.org/podlove-web-player/v5/configuration>

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::Transcript;
use super::json_fields::{label, milliseconds_at, named, seconds_at, tables, text};
use crate::reading::facts::Facts;

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let list = match value {
        Value::Array(list) => list,
        value => ["transcripts", "transcript"]
            .iter()
            .find_map(|key| value.get(*key)?.as_array())?,
    };
    let lines: Vec<&Map<String, Value>> = list.iter().filter_map(Value::as_object).collect();
    let of_player = |line: &&Map<String, Value>| {
        line.contains_key("start_ms") && (line.contains_key("voice") || line.contains_key("text"))
            || line.get("items").is_some_and(Value::is_array)
    };
    if lines.is_empty() || !lines.iter().all(of_player) {
        return None;
    }
    let names: HashMap<String, String> = tables(value, &["contributors"])
        .filter_map(|person| Some((label(person.get("id")?)?, named(person, &["name"])?)))
        .collect();
    let segments = lines
        .into_iter()
        .flat_map(|line| group(line, &names))
        .collect();
    let title = value.get("title").and_then(Value::as_str);
    Some(Transcript {
        segments,
        facts: Facts {
            title: title.map(str::to_owned),
            ..Facts::default()
        },
    })
}

fn group(line: &Map<String, Value>, names: &HashMap<String, String>) -> Vec<Segment> {
    let speaker = named(line, &["voice"]).or_else(|| {
        let id = named(line, &["speaker"])?;
        Some(names.get(&id).cloned().unwrap_or(id))
    });
    let segment = |item: &Map<String, Value>| {
        Some(Segment {
            start: time(item, "start"),
            end: time(item, "end"),
            speaker: speaker.clone(),
            text: text(item, &["text"])?.to_owned(),
            ..Segment::default()
        })
    };
    match line.get("items").and_then(Value::as_array) {
        Some(items) => items
            .iter()
            .filter_map(|item| segment(item.as_object()?))
            .collect(),
        None => segment(line).into_iter().collect(),
    }
}

fn time(table: &Map<String, Value>, key: &str) -> Option<u64> {
    milliseconds_at(table, &[&format!("{key}_ms")]).or_else(|| seconds_at(table, &[key]))
}

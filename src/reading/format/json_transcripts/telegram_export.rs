//! A chat exported from Telegram Desktop as JSON: `messages` with `from`, `date` and `text`, which is a text or a list
//! of parts; `chats.list` in the export of an account.
//!
//! <https://core.telegram.org/import-export>

use serde_json::{Map, Value};

use super::super::Document;
use super::super::caption_speaker_labels;
use super::super::speech_segments::Segment;
use super::json_fields::{tables, text};
use crate::reading::facts::Facts;
use crate::reading::metadata_values;

/// The chats of an export, each an interview; `None` where it is none.
pub(super) fn read(value: &Value) -> Option<Vec<Document>> {
    if value.get("chats").is_some() {
        let chats = tables(value, &["chats", "list"]).map(|chat| (chat, Some(name(chat))));
        let read = chats.filter_map(|(chat, name)| document(chat, name));
        return Some(read.collect());
    }
    document(value.as_object()?, None).map(|document| vec![document])
}

fn name(chat: &Map<String, Value>) -> String {
    let id = chat.get("id").map(Value::to_string).unwrap_or_default();
    text(chat, &["name"]).map_or(id, str::to_owned)
}

fn document(chat: &Map<String, Value>, name: Option<String>) -> Option<Document> {
    let messages = chat.get("messages")?.as_array()?;
    let messages: Vec<&Map<String, Value>> = messages.iter().filter_map(Value::as_object).collect();
    let of_chat = |message: &&Map<String, Value>| {
        message.contains_key("date") && message.contains_key("text") && message.contains_key("type")
    };
    if messages.is_empty() || !messages.iter().all(of_chat) {
        return None;
    }
    let written = || {
        messages
            .iter()
            .filter(|message| text(message, &["type"]) == Some("message"))
    };
    let segments: Vec<Segment> = written().flat_map(|message| paragraphs(message)).collect();
    let date = written().find_map(|message| metadata_values::date(text(message, &["date"])?));
    // A personal chat is called as the other person is.
    let title = text(chat, &["name"]).filter(|_| text(chat, &["type"]) != Some("personal_chat"));
    Some(Document {
        name,
        facts: Facts {
            title: title.map(str::to_owned),
            date,
            ..Facts::default()
        },
        ..caption_speaker_labels::document(segments)
    })
}

/// The paragraphs of a message. What is forwarded was said by who wrote it first.
fn paragraphs(message: &Map<String, Value>) -> Vec<Segment> {
    let words = match message.get("text") {
        Some(Value::String(words)) => words.clone(),
        Some(Value::Array(parts)) => parts.iter().filter_map(part).collect(),
        _ => String::new(),
    };
    let speaker = text(message, &["forwarded_from", "saved_from", "from"]);
    words
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| Segment {
            speaker: speaker.map(str::to_owned),
            opens: true,
            text: line.to_owned(),
            ..Segment::default()
        })
        .collect()
}

fn part(part: &Value) -> Option<&str> {
    match part {
        Value::String(words) => Some(words),
        part => part.get("text")?.as_str(),
    }
}

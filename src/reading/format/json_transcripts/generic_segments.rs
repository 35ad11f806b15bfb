//! Segments in JSON of unknown origin, recognised by the names of their fields.
//!
//! Whisper: `segments` with `start`, `end`, `text`. WhisperX and diarisation: the same with `speaker`, on the
//! segment or its `words`. Podcasting 2.0 (<https://github.com/Podcastindex-org/podcast-namespace>, transcripts):
//! `segments` with `startTime`, `endTime`, `body`, `speaker`. Transformers: `chunks` with a pair as `timestamp`.
//! What stands beside the segments under the names that front matter has is what the file says about itself.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::Transcript;
use super::json_fields::{first, label, named, text};
use super::segment_field_names::{BESIDE_TEXT, LISTS, SPEAKERS, STARTS, STARTS_MS};
use super::segment_fields::{is_segment, role_of, segments};
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::facts::Facts;
use crate::reading::metadata;

/// How deep the segments may stand in a value.
const DEEPEST: usize = 4;

/// The segments of a value, and what stands beside them.
pub(super) fn read(value: &Value, warnings: &mut Vec<String>) -> Option<Transcript> {
    let (table, list) = find(value, 0)?;
    let mut segments = segments(list.iter().filter_map(Value::as_object), warnings);
    let names = table.map(names).unwrap_or_default();
    for speaker in segments
        .iter_mut()
        .filter_map(|segment| segment.speaker.as_mut())
    {
        if let Some(name) = names.get(speaker) {
            speaker.clone_from(name);
        }
    }
    let facts = table.map(facts).unwrap_or_default();
    (!segments.is_empty()).then_some(Transcript { segments, facts })
}

/// The names of speakers by their ids, where they stand beside the segments.
fn names(table: &Map<String, Value>) -> HashMap<String, String> {
    let lists = ["speakers", "participants", "contributors"].iter();
    let listed = lists
        .filter_map(|key| table.get(*key)?.as_array())
        .flatten();
    let named = |person: &Value| {
        let person = person.as_object()?;
        let id = named(person, &["id", "speaker_id", "speakerId", "label"])?;
        Some((id, named(person, &["name", "displayName", "display_name"])?))
    };
    listed.filter_map(named).collect()
}

/// The text of a file that has no segments: its lines, whoever says them.
pub(super) fn text_alone(value: &Value) -> Option<Transcript> {
    let table = value.as_object()?;
    let of_speech = table.len() == 1 || BESIDE_TEXT.iter().any(|key| table.contains_key(*key));
    let text = text(
        table,
        &["text", "transcript", "transcription", "full_transcript"],
    )?;
    let line = |line: &str| Segment {
        opens: true,
        text: line.to_owned(),
        ..Segment::default()
    };
    let segments: Vec<Segment> = text.lines().map(line).collect();
    (of_speech && !text.trim().is_empty()).then(|| segments.into())
}

/// A list of segments, and the table that it stands in.
type SegmentList<'a> = (Option<&'a Map<String, Value>>, &'a Vec<Value>);

/// The segments of a value, at any depth that exports have.
fn find(value: &Value, depth: usize) -> Option<SegmentList<'_>> {
    if let Value::Array(list) = value {
        return is_transcript(list, false).then_some((None, list));
    }
    let table = value.as_object().filter(|_| depth < DEEPEST)?;
    let listed = |told: bool| {
        LISTS.iter().find_map(|key| {
            let list = table.get(*key)?.as_array()?;
            let fits = is_transcript(list, *key != "results") && (!told || says_who(list));
            fits.then_some((Some(table), list))
        })
    };
    // Of two lists of the same words, the one that says who speaks.
    let listed = listed(true).or_else(|| listed(false));
    listed.or_else(|| {
        table
            .values()
            .find_map(|value| match find(value, depth + 1)? {
                (None, list) => Some((Some(table), list)),
                found => Some(found),
            })
    })
}

/// Whether most of a list are segments; `named` where its place says so, and texts are enough.
fn is_transcript(list: &[Value], named: bool) -> bool {
    let tables = || list.iter().filter_map(Value::as_object);
    let fits = tables().filter(|table| is_segment(table) && (named || is_placed(table)));
    let placed = tables().filter(|table| is_placed(table)).count();
    let fits = fits.count();
    fits > 0 && fits * 2 >= list.len() && (named || placed > 0)
}

/// Whether most of a list say who speaks.
fn says_who(list: &[Value]) -> bool {
    let tables = list.iter().filter_map(Value::as_object);
    let told = tables.filter(|table| first(table, &SPEAKERS).is_some());
    told.count() * 2 > list.len()
}

/// Whether a table says when or by whom something is said.
fn is_placed(table: &Map<String, Value>) -> bool {
    let keys: [&[&str]; 3] = [&STARTS, &STARTS_MS, &SPEAKERS];
    keys.iter().any(|keys| first(table, keys).is_some()) || role_of(table).is_some()
}

/// What a table says about itself; addresses and paths of sound files are no outlets.
fn facts(table: &Map<String, Value>) -> Facts {
    let is_place = |value: &Value| {
        value
            .as_str()
            .is_some_and(|text| text.contains(['/', '\\']))
    };
    let mut table = table.clone();
    for key in ["source", "publisher", "site", "media", "publication"] {
        if table.get(key).is_some_and(is_place) {
            table.remove(key);
        }
    }
    let language = table
        .get("language")
        .or(table.get("language_code"))
        .and_then(label);
    let facts = metadata::from_table(&table, MetadataAuthor::Program);
    Facts {
        language: facts.language.or_else(|| super::language(&language?)),
        ..facts
    }
}

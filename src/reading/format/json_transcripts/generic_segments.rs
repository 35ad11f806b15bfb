//! Segments in JSON of unknown origin, recognised by the names of their fields.
//!
//! Whisper: `segments` with `start`, `end`, `text`. WhisperX and diarisation: the same with `speaker`, on the
//! segment or its `words`. Podcasting 2.0 (<https://github.com/Podcastindex-org/podcast-namespace>, transcripts):
//! `segments` with `startTime`, `endTime`, `body`, `speaker`. Transformers: `chunks` with a pair as `timestamp`.
//! What stands beside the segments under the names that front matter has is what the file says about itself.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::super::time_codes;
use super::super::timed_words::{self, TimedWord};
use super::Transcript;
use super::json_fields::{first, label, named, number, text};
use super::segment_field_names::{
    BESIDE_TEXT, ENDS, ENDS_MS, LISTS, SPEAKERS, STARTS, STARTS_MS, TEXTS,
};
use super::time_unit_detection::{self, UnitlessSegment};
use crate::interview::Role;
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::facts::Facts;
use crate::reading::metadata;
use crate::reading::structure::diarization_labels;
use crate::reading::structure::role_and_question_cues::role_word;

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

/// The role that a segment says of its speaker.
fn role_of(table: &Map<String, Value>) -> Option<Role> {
    role_word(&named(table, &["role"])?)
}

/// Whether a table holds words.
pub(super) fn is_segment(table: &Map<String, Value>) -> bool {
    said(table).is_some()
}

fn said(table: &Map<String, Value>) -> Option<String> {
    let said = TEXTS.iter().find_map(|key| table.get(*key)?.as_str());
    match said {
        Some(said) => Some(said.trim().to_owned()).filter(|said| !said.is_empty()),
        None => {
            let mut text = String::new();
            for word in words_of(table) {
                let mark = !word.text.chars().any(char::is_alphanumeric);
                if !mark && !text.is_empty() && !text.ends_with(char::is_whitespace) {
                    text.push(' ');
                }
                text.push_str(if mark { word.text.trim() } else { &word.text });
            }
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        }
    }
}

/// The segments of tables, cut where the speaker of their words changes.
pub(super) fn segments<'a>(
    tables: impl Iterator<Item = &'a Map<String, Value>>,
    warnings: &mut Vec<String>,
) -> Vec<Segment> {
    let tables: Vec<&Map<String, Value>> = tables.collect();
    let by_name = are_speakers(&tables);
    let timed = tables.iter().filter_map(|table| {
        let speaker = if by_name { "name" } else { "" };
        timed(table, speaker)
    });
    time_unit_detection::settle(timed.flatten().collect(), warnings)
}

/// Whether what is called `name` are speakers: nothing else says who speaks, and the names come back.
fn are_speakers(tables: &[&Map<String, Value>]) -> bool {
    let told = tables.iter().any(|table| first(table, &SPEAKERS).is_some());
    let mut named: Vec<String> = tables
        .iter()
        .filter_map(|table| named(table, &["name"]))
        .collect();
    let all = named.len();
    named.sort_unstable();
    named.dedup();
    !told && all * 10 >= tables.len() * 9 && all >= 3 && named.len() * 2 <= all
}

/// A segment; who speaks also stands under the key `speaker`.
fn timed(table: &Map<String, Value>, speaker: &str) -> Option<Vec<UnitlessSegment>> {
    let pair = ["timestamp", "timestamps"]
        .iter()
        .find_map(|key| table.get(*key)?.as_array());
    let (mut start, start_clock) = time(first(table, &STARTS).filter(|value| !value.is_array()));
    let (mut end, end_clock) = time(first(table, &ENDS));
    if let Some(pair) = pair {
        start = pair.first().and_then(number);
        end = pair.get(1).and_then(number);
    }
    let unit = |keys: &[&str]| first(table, keys).and_then(number);
    let segment = Segment {
        start: start_clock
            .or(unit(&STARTS_MS).and_then(|time| time_codes::milliseconds(time / 1_000.0))),
        end: end_clock.or(unit(&ENDS_MS).and_then(|time| time_codes::milliseconds(time / 1_000.0))),
        speaker: named(table, &SPEAKERS)
            .or_else(|| named(table, &[speaker]))
            .filter(|label| !diarization_labels::is_nobody(label)),
        role: role_of(table),
        text: said(table)?,
        ..Segment::default()
    };
    Some(cut(segment, start, end, words_of(table)))
}

/// A number of which the unit is not known, or a clock in milliseconds.
fn time(value: Option<&Value>) -> (Option<f64>, Option<u64>) {
    match value {
        Some(Value::String(text)) => {
            let text = text.trim();
            match time_codes::timecode(text).or_else(|| time_codes::duration(text)) {
                Some(time) => (None, Some(time)),
                None => (text.trim_end_matches('s').parse().ok(), None),
            }
        }
        Some(value) => (number(value), None),
        None => (None, None),
    }
}

/// Words with their times in whatever unit the segment has, given as thousandths.
fn words_of(table: &Map<String, Value>) -> Vec<TimedWord> {
    let words = table.get("words").and_then(Value::as_array);
    let word = |word: &Value| {
        let table = word.as_object()?;
        let text = ["word", "text", "punctuated_word", "value", "content"]
            .iter()
            .find_map(|key| table.get(*key)?.as_str())?;
        let time = |keys: &[&str]| {
            first(table, keys)
                .and_then(number)
                .and_then(time_codes::milliseconds)
        };
        Some(TimedWord {
            text: text.to_owned(),
            start: time(&["start", "startTime", "start_time", "data_start"]),
            end: time(&["end", "endTime", "end_time", "data_end"]),
            speaker: named(table, &SPEAKERS),
            glued: false,
        })
    };
    words.into_iter().flatten().filter_map(word).collect()
}

fn cut(
    segment: Segment,
    start: Option<f64>,
    end: Option<f64>,
    words: Vec<TimedWord>,
) -> Vec<UnitlessSegment> {
    let clocks = (segment.start, segment.end);
    #[allow(clippy::cast_precision_loss, reason = "times of a recording")]
    let plain = |time: Option<u64>| time.map(|time| time as f64 / 1_000.0);
    let whole = Segment {
        start: None,
        end: None,
        ..segment
    };
    let pieces = timed_words::cut(whole, words);
    let last = pieces.len().saturating_sub(1);
    let timed = |(at, piece): (usize, Segment)| UnitlessSegment {
        start: if at == 0 {
            start.or(plain(piece.start))
        } else {
            plain(piece.start)
        },
        end: if at == last {
            end.or(plain(piece.end))
        } else {
            plain(piece.end)
        },
        segment: Segment {
            start: clocks.0.filter(|_| at == 0),
            end: clocks.1.filter(|_| at == last),
            ..piece
        },
    };
    pieces.into_iter().enumerate().map(timed).collect()
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

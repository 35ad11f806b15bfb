//! IBM Watson Speech to Text: `results[].alternatives[0].timestamps`, and `speaker_labels` by the time of each word.
//!
//! <https://cloud.ibm.com/docs/speech-to-text?topic=speech-to-text-speaker-labels>

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::super::timed_words::{self, TimedWord};
use super::Transcript;
use super::json_fields::{at, label, seconds, seconds_at, tables, text};

/// What stands where somebody hesitates.
const HESITATION: &str = "%HESITATION";

pub(super) fn read(value: &Value) -> Option<Transcript> {
    let of_service = tables(value, &["results"])
        .any(|result| result.contains_key("final") && result.contains_key("alternatives"));
    if !of_service {
        return None;
    }
    let speakers: HashMap<u64, String> = tables(value, &["speaker_labels"])
        .filter_map(|table| Some((seconds_at(table, &["from"])?, label(table.get("speaker")?)?)))
        .collect();
    let segments: Vec<Segment> = tables(value, &["results"])
        .filter(|result| result.get("final") != Some(&Value::Bool(false)))
        .flat_map(|result| heard(result, &speakers))
        .collect();
    Some(segments.into())
}

fn heard(result: &Map<String, Value>, speakers: &HashMap<u64, String>) -> Vec<Segment> {
    let Some(best) = result.get("alternatives").and_then(|all| all.get(0)) else {
        return Vec::new();
    };
    let words: Vec<TimedWord> = at(best, &["timestamps"])
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|stamp| word(stamp, speakers))
        .collect();
    let transcript = best
        .as_object()
        .and_then(|best| text(best, &["transcript"]));
    let segment = Segment {
        start: words.first().and_then(|word| word.start),
        end: words.last().and_then(|word| word.end),
        text: transcript.unwrap_or_default().replace(HESITATION, ""),
        ..Segment::default()
    };
    if words.iter().any(|word| word.speaker.is_some()) {
        timed_words::cut(segment, words)
    } else {
        vec![segment]
    }
}

/// `["word", 0.48, 0.76]`.
fn word(stamp: &Value, speakers: &HashMap<u64, String>) -> Option<TimedWord> {
    let said = stamp.get(0)?.as_str()?;
    let start = stamp.get(1).and_then(seconds);
    (said != HESITATION).then(|| TimedWord {
        text: said.to_owned(),
        start,
        end: stamp.get(2).and_then(seconds),
        speaker: start.and_then(|start| speakers.get(&start).cloned()),
        glued: false,
    })
}

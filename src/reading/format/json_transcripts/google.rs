//! Google Speech-to-Text, v1 and v2: `results[].alternatives[0]` with `words`; times as `"1.500s"` or
//! `{seconds, nanos}`. With diarisation, v1 gives all words with their `speakerTag` once more in the last result.
//!
//! <https://cloud.google.com/speech-to-text/docs/multiple-voices>

use serde_json::{Map, Value};

use super::super::speech_segments::Segment;
use super::super::timed_words::{self, TimedWord};
use super::Transcript;
use super::json_fields::{at, first, label, named, seconds_at, tables, text};
use crate::reading::facts::Facts;

pub(super) fn read(value: &Value) -> Option<Transcript> {
    if let Some(files) = value.get("results").and_then(Value::as_object) {
        // A batch holds a transcript for each of its files.
        let inner = files.values().find_map(|file| {
            let paths: [&[&str]; 3] = [
                &["transcript"],
                &["inlineResult", "transcript"],
                &["inline_result", "transcript"],
            ];
            paths.iter().find_map(|path| read(at(file, path)?))
        });
        return inner;
    }
    let results: Vec<&Map<String, Value>> = tables(value, &["results"])
        .filter(|result| result.get("alternatives").is_some_and(Value::is_array))
        .collect();
    let known = |result: &&Map<String, Value>| {
        let keys = [
            "resultEndTime",
            "result_end_time",
            "resultEndOffset",
            "result_end_offset",
            "languageCode",
            "language_code",
            "channelTag",
            "channel_tag",
        ];
        first(result, &keys).is_some() || !words(result).is_empty() || result.len() == 1
    };
    if results.is_empty() || !results.iter().all(known) {
        return None;
    }
    let language = results
        .iter()
        .find_map(|result| text(result, &["languageCode", "language_code"]));
    Some(Transcript {
        segments: segments(&results),
        facts: Facts {
            language: language.and_then(super::language),
            ..Facts::default()
        },
    })
}

fn segments(results: &[&Map<String, Value>]) -> Vec<Segment> {
    let told =
        |result: &&&Map<String, Value>| words(result).iter().any(|word| word.speaker.is_some());
    let diarised: Vec<TimedWord> = results
        .iter()
        .rfind(told)
        .map(|last| words(last))
        .unwrap_or_default();
    let count: usize = results.iter().map(|result| words(result).len()).sum();
    // The last result repeats the words of the others, now with their speakers.
    if !diarised.is_empty() && diarised.len() * 20 >= (count - diarised.len()) * 18 {
        return timed_words::segments(diarised);
    }
    results.iter().flat_map(|result| heard(result)).collect()
}

fn heard(result: &Map<String, Value>) -> Vec<Segment> {
    let words = words(result);
    if !words.is_empty() {
        return timed_words::segments(words);
    }
    let best = result.get("alternatives").and_then(|all| all.get(0));
    let transcript = best.and_then(|best| best.get("transcript")?.as_str());
    transcript
        .map(|transcript| Segment {
            text: transcript.to_owned(),
            end: seconds_at(result, &["resultEndTime", "resultEndOffset"]),
            ..Segment::default()
        })
        .into_iter()
        .collect()
}

fn words(result: &Map<String, Value>) -> Vec<TimedWord> {
    let best = result.get("alternatives").and_then(|all| all.get(0));
    let word = |table: &Map<String, Value>| {
        Some(TimedWord {
            text: text(table, &["word"])?.to_owned(),
            start: seconds_at(
                table,
                &["startTime", "start_time", "startOffset", "start_offset"],
            ),
            end: seconds_at(table, &["endTime", "end_time", "endOffset", "end_offset"]),
            speaker: speaker(table),
            glued: false,
        })
    };
    best.map(|best| tables(best, &["words"]).filter_map(word).collect())
        .unwrap_or_default()
}

/// The label of v2, the number of v1, where 0 is none.
fn speaker(table: &Map<String, Value>) -> Option<String> {
    named(table, &["speakerLabel", "speaker_label"]).or_else(|| {
        let tag = first(table, &["speakerTag", "speaker_tag"]).and_then(label)?;
        (tag != "0").then_some(tag)
    })
}

//! Advanced SubStation Alpha (`.ass`, `.ssa`): the `Dialogue` lines of `[Events]`, in the order of their times. The
//! field `Name` says who speaks.
//!
//! <http://www.tcax.org/docs/ass-specs.htm>

use super::super::{Document, time_codes};
use super::{Cue, document};
use crate::reading::{ReadError, character_encoding};

/// The fields of a line where the file does not say them.
const FIELDS: [&str; 10] = [
    "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text",
];

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let text = character_encoding::decode(bytes, warnings)?;
    let mut fields: Vec<String> = FIELDS.map(str::to_owned).to_vec();
    let mut events = false;
    let mut cues = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.starts_with('[') {
            events = line.eq_ignore_ascii_case("[events]");
        } else if let Some(format) = line.strip_prefix("Format:").filter(|_| events) {
            fields = format
                .split(',')
                .map(|field| field.trim().to_lowercase())
                .collect();
        } else if let Some(dialogue) = line.strip_prefix("Dialogue:") {
            cues.extend(cue(dialogue, &fields));
        }
    }
    cues.sort_by_key(|cue: &Cue| cue.start);
    Ok(document(cues))
}

fn cue(line: &str, fields: &[String]) -> Option<Cue> {
    let values: Vec<&str> = line.splitn(fields.len(), ',').collect();
    let value = |name: &[&str]| {
        let at = fields
            .iter()
            .position(|field| name.contains(&field.as_str()))?;
        values.get(at).map(|value| value.trim())
    };
    let text = value(&["text"])?;
    if text.contains("\\p1") {
        return None; // a drawing
    }
    let speaker = value(&["name", "actor"]).filter(|name| !name.is_empty());
    let words = without_overrides(text);
    let lines = words
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty());
    Some(Cue {
        start: time_codes::time(value(&["start"])?)?.0,
        end: time_codes::time(value(&["end"])?)?.0,
        lines: lines
            .map(|line| (speaker.map(str::to_owned), line.to_owned()))
            .collect(),
    })
}

/// A text without `{\i1}`, its `\N` as line breaks.
fn without_overrides(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        kept.push_str(before);
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    kept.push_str(rest);
    kept.replace("\\N", "\n")
        .replace("\\n", "\n")
        .replace("\\h", " ")
}

//! Praat TextGrids, long and short, UTF-8 or UTF-16: a tier for each speaker, intervals in seconds.
//!
//! <https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html>

use super::super::speech_segments::{Segment, in_order_of_time};
use super::super::{Document, time_codes};
use super::{document, is_note, tier_label};
use crate::reading::facts::Facts;
use crate::reading::{ReadError, character_encoding};

/// Whether a text begins as a file of this format does.
pub(in crate::reading::format) fn is_textgrid(head: &str) -> bool {
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.contains("TextGrid") && (head.starts_with("File type") || head.starts_with("\"ooTextFile"))
}

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let text = character_encoding::decode(bytes, warnings)?;
    let mut tiers = tiers(&values(&text));
    let spoken = |tier: &Tier| !is_note(&tier.name);
    if tiers.iter().any(spoken) {
        tiers.retain(spoken);
    }
    // Aligners write a tier of words for each speaker, beside tiers of sounds.
    let several = tiers.len() > 1;
    let mut segments: Vec<Segment> = tiers
        .iter()
        .enumerate()
        .flat_map(|(number, tier)| tier.segments(number, several))
        .collect();
    in_order_of_time(&mut segments);
    let read = document(segments, Facts::default());
    if read.text.is_empty() {
        return Err(ReadError::Malformed(
            "it is a TextGrid without a tier of words; export the transcript as text with `Name: …` before what each says"
                .to_owned(),
        ));
    }
    Ok(read)
}

/// A number or a quoted text: everything else in a TextGrid is for the eye.
enum Value {
    Number(f64),
    Text(String),
}

fn values(text: &str) -> Vec<Value> {
    let mut values = Vec::new();
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        if char == '"' {
            let (quoted, after) = quoted(&rest[1..]);
            values.push(Value::Text(quoted));
            rest = after;
            continue;
        }
        let end = rest
            .find(|char: char| char.is_whitespace() || char == '"')
            .unwrap_or(rest.len());
        if end == 0 {
            rest = &rest[char.len_utf8()..];
            continue;
        }
        if let Ok(number) = rest[..end].parse::<f64>() {
            values.push(Value::Number(number));
        }
        rest = &rest[end..];
    }
    values
}

/// A quoted text, its quotes doubled, and what follows it.
fn quoted(text: &str) -> (String, &str) {
    let mut found = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('"') {
        found.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                found.push('"');
                rest = more;
            }
            None => return (found, after),
        }
    }
    (found + rest, "")
}

struct Tier {
    name: String,
    intervals: Vec<(f64, f64, String)>,
}

/// The interval tiers: a class, a name, two times and a count, then the intervals.
fn tiers(values: &[Value]) -> Vec<Tier> {
    let mut tiers: Vec<Tier> = Vec::new();
    let mut at = 0;
    while at < values.len() {
        if let [
            Value::Text(class),
            Value::Text(name),
            Value::Number(_),
            Value::Number(_),
            Value::Number(_),
            ..,
        ] = &values[at..]
        {
            if class == "IntervalTier" {
                tiers.push(Tier {
                    name: name.trim().to_owned(),
                    intervals: Vec::new(),
                });
            }
            at += 5;
            continue;
        }
        let begins_tier = |words: &str| words == "IntervalTier" || words == "TextTier";
        if let [
            Value::Number(start),
            Value::Number(end),
            Value::Text(words),
            ..,
        ] = &values[at..]
            && !begins_tier(words)
        {
            if let Some(tier) = tiers.last_mut() {
                tier.intervals.push((*start, *end, words.clone()));
            }
            at += 3;
            continue;
        }
        at += 1;
    }
    tiers
}

impl Tier {
    fn segments(&self, number: usize, several: bool) -> Vec<Segment> {
        // `Anna - words`, as the Montreal Forced Aligner names its tiers.
        let name = self
            .name
            .strip_suffix("words")
            .map_or(self.name.as_str(), |name| {
                name.trim_end_matches([' ', '-', '_'])
            });
        let silent = |words: &str| {
            words.trim().is_empty() || ["sil", "sp", "<eps>", "#", "xxx"].contains(&words.trim())
        };
        let spoken = self.intervals.iter().filter(|(_, _, words)| !silent(words));
        let label = (several || !is_general(name)).then(|| tier_label(name, number));
        let segment = |(start, end, words): &(f64, f64, String)| Segment {
            start: time_codes::milliseconds(*start),
            end: time_codes::milliseconds(*end),
            speaker: label.clone(),
            text: words.clone(),
            ..Segment::default()
        };
        spoken.map(segment).collect()
    }
}

/// Whether a tier is called after what it holds and not after who speaks.
fn is_general(name: &str) -> bool {
    let general = [
        "words",
        "word",
        "text",
        "transcript",
        "transcription",
        "utterance",
        "utterances",
        "sentence",
        "sentences",
        "speech",
        "segments",
        "ortho",
        "orthography",
    ];
    general.contains(&name.to_lowercase().as_str())
}

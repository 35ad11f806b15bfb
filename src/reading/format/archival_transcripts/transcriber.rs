//! Transcriber (`.trs`): turns of speakers with the times inside them. Noises, comments and topics are no speech; in a
//! turn of two, `<Who>` says whose the words are.
//!
//! <https://trans.sourceforge.net/en/transguidFR.php>

use std::collections::HashMap;

use super::super::speech_segments::Segment;
use super::super::xml_tree::{Child, Element};
use super::super::{Document, time_codes};
use super::document;
use crate::interview::PartialDate;
use crate::reading::facts::Facts;
use crate::reading::{metadata, metadata_values};

pub(in crate::reading::format) fn read(root: &Element) -> Document {
    let names: HashMap<&str, &str> = root
        .all("Speaker")
        .iter()
        .filter_map(|speaker| Some((speaker.attribute("id")?, speaker.attribute("name")?)))
        .collect();
    let sections = root.all("Section");
    let spoken = sections
        .iter()
        .filter(|section| section.attribute("type") != Some("nontrans"));
    let turns = spoken.flat_map(|section| section.all("Turn"));
    let segments = turns.flat_map(|turn| self::turn(turn, &names)).collect();
    document(segments, facts(root))
}

fn turn(turn: &Element, names: &HashMap<&str, &str>) -> Vec<Segment> {
    let ids: Vec<&str> = turn
        .attribute("speaker")
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let name = |at: usize| {
        let id = ids.get(at)?;
        Some(names.get(id).copied().unwrap_or(id).trim().to_owned())
    };
    let seconds = |element: &Element, name: &str| {
        time_codes::milliseconds(element.attribute(name)?.trim().parse().ok()?)
    };
    let ends = seconds(turn, "endTime");
    let begin = |start: Option<u64>, speaker: Option<String>| Segment {
        start,
        end: ends,
        speaker,
        ..Segment::default()
    };
    let alone = name(0).filter(|_| ids.len() == 1);
    let mut said = vec![begin(seconds(turn, "startTime"), alone.clone())];
    let mut time = seconds(turn, "startTime");
    for child in &turn.children {
        match child {
            Child::Text(words) => {
                if let Some(segment) = said.last_mut() {
                    segment.text.push_str(words);
                }
            }
            Child::Element(element) if element.name == "Sync" => {
                time = seconds(element, "time").or(time);
                said.push(begin(time, alone.clone()));
            }
            Child::Element(element) if element.name == "Who" => {
                let number = element
                    .attribute("nb")
                    .and_then(|number| number.parse::<usize>().ok());
                let speaker = number.and_then(|number| name(number.checked_sub(1)?));
                said.push(begin(time, speaker));
            }
            Child::Element(_) => {
                if let Some(segment) = said.last_mut() {
                    segment.text.push(' ');
                }
            }
        }
    }
    said.retain(|segment| !segment.text.trim().is_empty());
    said
}

fn facts(root: &Element) -> Facts {
    let episode = root.first("Episode");
    let told = |name: &str| {
        episode?
            .attribute(name)
            .filter(|text| !text.trim().is_empty())
    };
    Facts {
        outlet: told("program").map(str::to_owned),
        date: told("air_date").and_then(date),
        language: root.attribute("lang").and_then(metadata::language),
        ..Facts::default()
    }
}

/// `20221003`, `221003`, or as metadata writes dates.
fn date(text: &str) -> Option<PartialDate> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<u8>().ok();
    match text.len() {
        8 if digits => PartialDate::new(
            text[..4].parse().ok()?,
            Some(part(4..6)?),
            Some(part(6..8)?),
        ),
        6 if digits => {
            // Two digits of a year: the program is of 1998.
            let year = i16::from(part(0..2)?);
            let year = if year >= 70 { 1900 + year } else { 2000 + year };
            PartialDate::new(year, Some(part(2..4)?), Some(part(4..6)?))
        }
        _ => metadata_values::date(text),
    }
}

//! FOLKER (`.flk`, `.fln`): contributions of speakers between the points of a timeline.
//!
//! <https://exmaralda.org/en/folker-en/>

use std::collections::HashMap;

use super::super::speech_segments::{Segment, in_order_of_time};
use super::super::xml_tree::{Child, Element};
use super::super::{Document, time_codes};
use super::{document, without_descriptions};
use crate::reading::facts::Facts;

/// Elements of a contribution that nobody says.
const SILENT: [&str; 4] = ["pause", "breathe", "non-phonological", "time"];

pub(in crate::reading::format) fn read(root: &Element) -> Document {
    let times: HashMap<&str, u64> = root
        .all("timepoint")
        .iter()
        .filter_map(|point| {
            let time = point.attribute("absolute-time")?.parse().ok()?;
            Some((
                point.attribute("timepoint-id")?,
                time_codes::milliseconds(time)?,
            ))
        })
        .collect();
    let names: HashMap<&str, String> = root
        .all("speaker")
        .iter()
        .filter_map(|speaker| {
            let name = speaker
                .child("name")
                .map(Element::text)
                .filter(|name| !name.is_empty())?;
            Some((speaker.attribute("speaker-id")?, name))
        })
        .collect();
    let mut segments: Vec<Segment> = root
        .all("contribution")
        .into_iter()
        .map(|contribution| {
            let time = |name: &str| times.get(contribution.attribute(name)?).copied();
            let id = contribution
                .attribute("speaker-reference")
                .filter(|id| !id.is_empty());
            let mut words = String::new();
            write(contribution, &mut words);
            Segment {
                start: time("start-reference"),
                end: time("end-reference"),
                speaker: id.map(|id| names.get(id).cloned().unwrap_or_else(|| id.to_owned())),
                text: without_descriptions(&words),
                ..Segment::default()
            }
        })
        .collect();
    in_order_of_time(&mut segments);
    document(segments, Facts::default())
}

/// The words of a contribution; each `<w>` stands apart.
fn write(element: &Element, words: &mut String) {
    for child in &element.children {
        match child {
            Child::Text(text) => words.push_str(text),
            Child::Element(inner) if SILENT.contains(&inner.name.as_str()) => words.push(' '),
            Child::Element(inner) if inner.name == "p" => {
                words.truncate(words.trim_end().len());
                words.push_str(&inner.text());
            }
            Child::Element(inner) => {
                let word =
                    inner.name == "w" && inner.attribute("transition") != Some("assimilated");
                if word || inner.name == "segment" {
                    words.push(' ');
                }
                write(inner, words);
                // Alternatives of what was heard: the first counts.
                if inner.name == "alternative" {
                    return;
                }
            }
        }
    }
}

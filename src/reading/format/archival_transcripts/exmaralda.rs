//! EXMARaLDA basic transcriptions (`.exb`): events of tiers between the points of a common timeline. Tiers of the type
//! `t` hold what is said.
//!
//! <https://exmaralda.org/en/partitur-editor-en/>

use std::collections::HashMap;

use super::super::speech_segments::{Segment, ends_sentence, in_order_of_time};
use super::super::xml_tree::Element;
use super::super::{Document, time_codes};
use super::{document, without_descriptions};
use crate::reading::facts::Facts;
use crate::reading::metadata;

pub(in crate::reading::format) fn read(root: &Element) -> Document {
    let points: Vec<&Element> = root.all("tli");
    let order: HashMap<&str, usize> = points
        .iter()
        .enumerate()
        .filter_map(|(at, point)| Some((point.attribute("id")?, at)))
        .collect();
    let times: Vec<Option<u64>> = points
        .iter()
        .map(|point| time_codes::milliseconds(point.attribute("time")?.parse().ok()?))
        .collect();
    let timeline = Timeline { order, times };
    let speakers = speakers(root);
    let mut said: Vec<(usize, Segment)> = Vec::new();
    let tiers = root.all("tier");
    let of_words = |tier: &&Element| tier.attribute("type") == Some("t");
    // Some projects name the tier of what was said by its category only.
    let by_type = tiers.iter().any(of_words);
    let said_in = |tier: &&&Element| {
        let category = tier.attribute("category").unwrap_or_default();
        if by_type {
            of_words(tier)
        } else {
            ["v", "dipl", "verbal"].contains(&category)
        }
    };
    for tier in tiers.iter().filter(said_in) {
        let id = tier.attribute("speaker").unwrap_or_default();
        let speaker = speakers
            .get(id)
            .cloned()
            .or_else(|| tier.attribute("display-name").map(str::to_owned));
        said.extend(timeline.events(tier, speaker.as_deref()));
    }
    said.sort_by_key(|(at, _)| *at);
    let mut segments = said.into_iter().map(|(_, segment)| segment).collect();
    in_order_of_time(&mut segments);
    let title = root.first("transcription-name").map(Element::text);
    let language = root
        .first("language")
        .and_then(|language| metadata::language(language.attribute("lang")?));
    let facts = Facts {
        title: title.filter(|title| !title.is_empty()),
        language,
        ..Facts::default()
    };
    document(segments, facts)
}

/// The name of each speaker: what is said to be the name, else the abbreviation.
fn speakers(root: &Element) -> HashMap<String, String> {
    let named = |speaker: &&Element| {
        let id = speaker.attribute("id")?.to_owned();
        let told = speaker
            .all("ud-information")
            .into_iter()
            .find(|information| {
                let name = information
                    .attribute("attribute-name")
                    .unwrap_or_default()
                    .to_lowercase();
                name == "name" || name == "full name"
            });
        let name = told
            .or_else(|| speaker.child("abbreviation"))
            .map(Element::text)?;
        (!name.is_empty()).then_some((id, name))
    };
    root.all("speaker").iter().filter_map(named).collect()
}

struct Timeline<'a> {
    order: HashMap<&'a str, usize>,
    times: Vec<Option<u64>>,
}

impl Timeline<'_> {
    /// The events of a tier, those that follow each other without a gap joined, with the place of the first.
    fn events(&self, tier: &Element, speaker: Option<&str>) -> Vec<(usize, Segment)> {
        let mut joined: Vec<(usize, usize, Segment)> = Vec::new();
        for event in tier.elements().filter(|element| element.name == "event") {
            let place = |name: &str| self.order.get(event.attribute(name)?).copied();
            let (Some(from), Some(to)) = (place("start"), place("end")) else {
                continue;
            };
            let words = event.words();
            let time = |at: usize| self.times.get(at).copied().flatten();
            match joined.last_mut() {
                Some((_, end, segment)) if *end == from && !ends_sentence(&segment.text) => {
                    segment.text.push_str(&words);
                    segment.end = time(to);
                    *end = to;
                }
                _ => joined.push((
                    from,
                    to,
                    Segment {
                        start: time(from),
                        end: time(to),
                        speaker: speaker.map(str::to_owned),
                        text: words,
                        ..Segment::default()
                    },
                )),
            }
        }
        joined
            .into_iter()
            .map(|(from, _, segment)| {
                (
                    from,
                    Segment {
                        text: without_descriptions(&segment.text),
                        ..segment
                    },
                )
            })
            .collect()
    }
}

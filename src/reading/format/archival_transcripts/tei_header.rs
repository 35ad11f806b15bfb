//! What a TEI file says before its text: people, title, dates, publisher; and the timeline of the recording.

use std::collections::HashMap;

use super::super::time_codes;
use super::super::xml_tree::{Element, flat};
use super::{person, role};
use crate::reading::facts::Facts;
use crate::reading::metadata_values;
use crate::reading::participants::Participant;
use crate::reading::structure::role_and_question_cues::role_word;

/// The people of the header by their ids.
pub(super) fn people(root: &Element) -> HashMap<String, Participant> {
    let named = |(number, element): (usize, &&Element)| {
        let id = element.attribute("id").or(element.attribute("n"))?;
        let told = element
            .first("persName")
            .map(name)
            .or_else(|| element.child("name").map(Element::text));
        let said = element.attribute("role");
        // Who has no name is what the role says, or one voice among several.
        let name = told
            .filter(|name| !name.is_empty())
            .or_else(|| {
                said.filter(|said| role_word(said).is_some())
                    .map(str::to_owned)
            })
            .unwrap_or_else(|| format!("Speaker {}", number + 1));
        Some((id.to_owned(), person(&name, said.and_then(role))))
    };
    root.all("person")
        .iter()
        .enumerate()
        .filter_map(named)
        .collect()
}

/// A name of parts, forenames first.
fn name(element: &Element) -> String {
    let parts = |names: &[&str]| {
        let found = element
            .elements()
            .filter(|part| names.contains(&part.name.as_str()));
        found.map(Element::text).collect::<Vec<_>>().join(" ")
    };
    let (first, last) = (parts(&["forename"]), parts(&["nameLink", "surname"]));
    let joined = flat(&format!("{first} {last}"));
    if joined.is_empty() {
        super::in_order(&element.text())
    } else {
        joined
    }
}

/// The times of a timeline by their ids, in milliseconds from its origin.
pub(super) fn times(root: &Element) -> HashMap<String, u64> {
    let mut times: HashMap<String, u64> = HashMap::new();
    for timeline in root.all("timeline") {
        let unit = if timeline.attribute("unit") == Some("ms") {
            1_000.0
        } else {
            1.0
        };
        let mut origin = None;
        for when in timeline.elements() {
            let Some(id) = when.attribute("id") else {
                continue;
            };
            let absolute = when.attribute("absolute").and_then(time_codes::timecode);
            origin = origin.or(absolute);
            let since = when
                .attribute("since")
                .map(|since| since.trim_start_matches('#'));
            let since = since
                .and_then(|since| times.get(since))
                .copied()
                .unwrap_or(0);
            let interval = when.attribute("interval").and_then(|interval| {
                let plain = interval.trim_end_matches('s').parse::<f64>().ok();
                plain
                    .and_then(|interval| time_codes::milliseconds(interval / unit))
                    .or_else(|| time_codes::duration(interval))
            });
            let time = interval
                .map(|interval| since + interval)
                .or_else(|| Some(absolute?.saturating_sub(origin?)));
            times.extend(time.map(|time| (id.to_owned(), time)));
        }
    }
    times
}

pub(super) fn facts(header: &Element) -> Facts {
    let title = header.first("titleStmt").and_then(|titles| {
        let all: Vec<&Element> = titles
            .elements()
            .filter(|title| title.name == "title")
            .collect();
        let main = all
            .iter()
            .find(|title| title.attribute("type") == Some("main"));
        main.or(all.first()).map(|title| title.text())
    });
    let when = |element: &Element| {
        element.all("date").into_iter().find_map(|date| {
            metadata_values::date(
                date.attribute("when")
                    .or(date.attribute("from"))
                    .unwrap_or(&date.text()),
            )
        })
    };
    // When it was recorded or held; when the file was published is another thing.
    let places = [
        "recordingStmt",
        "recording",
        "setting",
        "settingDesc",
        "sourceDesc",
    ];
    let publisher = header
        .first("publicationStmt")
        .and_then(|statement| statement.child("publisher"));
    Facts {
        title: title.filter(|title| !title.is_empty()),
        outlet: publisher.map(Element::text).filter(|name| !name.is_empty()),
        date: places.iter().find_map(|place| when(header.first(place)?)),
        ..Facts::default()
    }
}

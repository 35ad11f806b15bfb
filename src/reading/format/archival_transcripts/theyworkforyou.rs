//! TheyWorkForYou and Public Whip: debates and written answers of parliaments as `<speech>`, `<ques>` and `<reply>`.
//!
//! <https://parser.theyworkforyou.com/hansard.html>

use super::super::Document;
use super::super::speech_segments::Segment;
use super::super::xml_tree::Element;
use super::document;
use crate::interview::{PartialDate, Role};
use crate::reading::facts::Facts;

pub(in crate::reading::format) fn read(root: &Element) -> Document {
    let mut segments = Vec::new();
    for element in root.elements() {
        let kind = element.attribute("type").unwrap_or_default().to_lowercase();
        let role = match element.name.as_str() {
            "ques" => Some(Role::Interviewer),
            "reply" => Some(Role::Guest),
            "speech" if kind.contains("question") => Some(Role::Interviewer),
            "speech" if kind.contains("answer") => Some(Role::Guest),
            "speech" => None,
            _ => continue,
        };
        if element.attribute("nospeaker") != Some("true") {
            segments.extend(speech(element, role));
        }
    }
    document(segments, facts(root))
}

fn speech(element: &Element, role: Option<Role>) -> Vec<Segment> {
    let name = element
        .attribute("speakername")
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let procedure = |paragraph: &&Element| {
        let class = paragraph.attribute("class").unwrap_or_default();
        !class.contains("italic") && !class.contains("procedure")
    };
    let said = element.elements().filter(procedure);
    let segment = |(at, paragraph): (usize, &Element)| Segment {
        speaker: name.map(str::to_owned),
        role,
        turns: at == 0,
        opens: true,
        text: paragraph.text(),
        ..Segment::default()
    };
    said.enumerate().map(segment).collect()
}

fn facts(root: &Element) -> Facts {
    let heading = ["major-heading", "minor-heading"].iter().find_map(|name| {
        let headings: Vec<&Element> = root
            .elements()
            .filter(|element| element.name == *name)
            .collect();
        let [only] = headings.as_slice() else {
            return None;
        };
        Some(only.text()).filter(|title| !title.is_empty())
    });
    let ids = || {
        root.elements()
            .filter_map(|element| element.attribute("id"))
    };
    let url = root.elements().find_map(|element| element.attribute("url"));
    Facts {
        title: heading,
        date: ids().find_map(date),
        url: url.filter(|url| url.starts_with("http")).map(str::to_owned),
        ..Facts::default()
    }
}

/// The day in an id such as `uk.org.publicwhip/debate/2022-10-03a.12.1`.
fn date(id: &str) -> Option<PartialDate> {
    let name = id.rsplit('/').next()?;
    name.get(..10)?.parse().ok()
}

//! Akoma Ntoso (OASIS LegalDocML): records of debates. `<question>`, `<answer>` and `<speech>` say `by` whom; what
//! `<from>`, `<scene>` and the narrative hold is the record's.
//!
//! <https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html>

use std::collections::HashMap;

use super::super::Document;
use super::super::speech_segments::Segment;
use super::super::xml_tree::Element;
use super::document;
use crate::interview::Role;
use crate::reading::facts::Facts;
use crate::reading::{metadata, metadata_values};

/// Parts of a speech that are the record's.
const RECORD: [&str; 10] = [
    "from",
    "scene",
    "narrative",
    "summary",
    "heading",
    "num",
    "recordedTime",
    "remark",
    "authorialNote",
    "subheading",
];

pub(in crate::reading::format) fn read(root: &Element) -> Document {
    let people: HashMap<&str, &str> = ["TLCPerson", "TLCRole", "TLCOrganization"]
        .iter()
        .flat_map(|name| root.all(name))
        .filter_map(|person| {
            let id = person.attribute("eId").or(person.attribute("id"))?;
            Some((
                id,
                person
                    .attribute("showAs")
                    .filter(|name| !name.trim().is_empty())?,
            ))
        })
        .collect();
    let mut segments = Vec::new();
    take(root, &people, &mut segments);
    document(segments, facts(root))
}

fn take(element: &Element, people: &HashMap<&str, &str>, segments: &mut Vec<Segment>) {
    for inner in element.elements() {
        let role = match inner.name.as_str() {
            "question" => Some(Role::Interviewer),
            "answer" => Some(Role::Guest),
            "speech" => None,
            _ => {
                take(inner, people, segments);
                continue;
            }
        };
        segments.extend(speech(inner, role, people));
    }
}

/// The paragraphs of a speech.
fn speech(element: &Element, role: Option<Role>, people: &HashMap<&str, &str>) -> Vec<Segment> {
    let id = element
        .attribute("by")
        .map(|by| by.trim().trim_start_matches('#'));
    let known = id
        .and_then(|id| people.get(id))
        .map(|name| (*name).trim().to_owned());
    let shown = || {
        element
            .child("from")
            .map(Element::text)
            .map(|from| from.trim_end_matches(':').trim().to_owned())
    };
    let chair = element.attribute("as").is_some_and(|role| {
        let role = role.to_lowercase();
        ["chair", "speaker", "president", "presiding"]
            .iter()
            .any(|chair| role.contains(chair))
    });
    let role = role.or(chair.then_some(Role::Interviewer));
    let speaker = known.or_else(shown).filter(|name| !name.is_empty());
    let paragraphs: Vec<&Element> = element
        .elements()
        .filter(|inner| !RECORD.contains(&inner.name.as_str()))
        .collect();
    let segment = |(at, paragraph): (usize, &Element)| Segment {
        speaker: speaker.clone(),
        role,
        turns: at == 0,
        opens: true,
        text: paragraph.text_without(&|inner| !RECORD.contains(&inner.name.as_str())),
        ..Segment::default()
    };
    paragraphs.into_iter().enumerate().map(segment).collect()
}

fn facts(root: &Element) -> Facts {
    let work = root.first("FRBRWork");
    let date =
        work.and_then(|work| metadata_values::date(work.child("FRBRdate")?.attribute("date")?));
    let alias = || {
        work?
            .child("FRBRalias")?
            .attribute("value")
            .map(str::to_owned)
    };
    let title = root.first("docTitle").map(Element::text).or_else(alias);
    let sections = root.all("debateSection");
    let heading = || match sections.as_slice() {
        [only] => only.child("heading").map(Element::text),
        _ => None,
    };
    let language = root
        .first("FRBRlanguage")
        .and_then(|language| metadata::language(language.attribute("language")?));
    Facts {
        title: title.or_else(heading).filter(|title| !title.is_empty()),
        date,
        language,
        ..Facts::default()
    }
}

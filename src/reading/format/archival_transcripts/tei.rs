//! TEI: transcriptions of speech (`<u>`, ISO 24624, ParlaMint) and of dialogue (`<sp>`).
//!
//! People stand in the header or are named before their first words. What is heard, done or noted is nobody's speech.
//! <https://tei-c.org/release/doc/tei-p5-doc/en/html/TS.html>, <https://clarin-eric.github.io/ParlaMint/>

use std::collections::HashMap;

use super::super::Document;
use super::super::speech_segments::{Segment, is_joined};
use super::super::xml_tree::{Child, Element, flat};
use super::document;
use super::tei_header::{facts, people, times};
use crate::interview::Role;
use crate::reading::metadata;
use crate::reading::participants::Participant;
use crate::reading::structure::diarization_labels::DiarizationLabel;

/// Elements inside speech that nobody says.
const SILENT: [&str; 22] = [
    "note", "desc", "incident", "kinesic", "vocal", "pause", "writing", "shift", "gap", "del",
    "fw", "figure", "stage", "speaker", "spanGrp", "ref", "bibl", "head", "anchor", "pb", "fs",
    "linkGrp",
];

pub(in crate::reading::format) fn read(root: &Element) -> Document {
    let header = root.first("teiHeader");
    let people = people(root);
    let mut speech = Speech {
        people: &people,
        times: times(root),
        named: HashMap::new(),
        segments: Vec::new(),
    };
    for text in texts(root) {
        speech.take(text, None);
    }
    let segments = speech.segments;
    let mut facts = header.map(facts).unwrap_or_default();
    facts.people = people
        .into_values()
        .filter(|person| person.role.is_some() && DiarizationLabel::of(&person.name).name.is_some())
        .collect();
    facts.people.sort_by(|a, b| a.name.cmp(&b.name));
    facts.language = root
        .attribute("lang")
        .or_else(|| root.first("language")?.attribute("ident"))
        .and_then(metadata::language);
    document(segments, facts)
}

fn texts(root: &Element) -> Vec<&Element> {
    root.all("text")
        .into_iter()
        .filter(|text| {
            text.child("body").is_some()
                || text.child("group").is_some()
                || text.first("u").is_some()
        })
        .take(1)
        .collect()
}

struct Speech<'a> {
    people: &'a HashMap<String, Participant>,
    times: HashMap<String, u64>,
    /// The names that notes give to speakers without an entry in the header.
    named: HashMap<String, String>,
    segments: Vec<Segment>,
}

impl Speech<'_> {
    /// The speech inside an element; `label` is the note that named the next speaker.
    fn take(&mut self, element: &Element, block: Option<&Element>) {
        let mut label: Option<String> = None;
        for inner in element.elements() {
            match inner.name.as_str() {
                "note" if inner.attribute("type") == Some("speaker") => label = Some(inner.text()),
                "u" => self.say(inner, block, label.take()),
                "sp" => self.part(inner),
                "annotationBlock" | "annotatedU" => self.take(inner, Some(inner)),
                _ => self.take(inner, block),
            }
        }
    }

    /// An utterance. Who and when may stand on the block around it.
    fn say(&mut self, u: &Element, block: Option<&Element>, label: Option<String>) {
        let of = |name: &str| u.attribute(name).or_else(|| block?.attribute(name));
        let id = of("who").map(first_id);
        let chair = u
            .attribute("ana")
            .is_some_and(|ana| ana.split_whitespace().any(|ana| ana == "#chair"));
        let speaker = id.and_then(|id| self.name_of(id, label));
        let time =
            |reference: Option<&str>| self.times.get(reference?.trim_start_matches('#')).copied();
        let mut segment = Segment {
            start: time(of("start").or(of("synch"))),
            end: time(of("end")),
            speaker,
            role: chair.then_some(Role::Interviewer),
            ..Segment::default()
        };
        let mut said = Vec::new();
        self.words(u, &mut segment, &mut said);
        said.push(segment);
        self.segments.extend(
            said.into_iter()
                .filter(|segment| !segment.text.trim().is_empty()),
        );
    }

    /// The words of an utterance, a segment for each time in it.
    fn words(&self, element: &Element, segment: &mut Segment, said: &mut Vec<Segment>) {
        for child in &element.children {
            match child {
                Child::Text(words) => segment.text.push_str(words),
                Child::Element(inner) if inner.name == "anchor" => {
                    let time = inner
                        .attribute("synch")
                        .and_then(|id| self.times.get(id.trim_start_matches('#')));
                    if let Some(time) = time.filter(|_| !segment.text.trim().is_empty()) {
                        let next = Segment {
                            start: Some(*time),
                            text: String::new(),
                            opens: false,
                            ..segment.clone()
                        };
                        said.push(std::mem::replace(segment, next));
                    }
                }
                Child::Element(inner) if inner.name == "choice" => {
                    if let Some(first) = inner.elements().next() {
                        self.words(first, segment, said);
                    }
                }
                Child::Element(inner) if SILENT.contains(&inner.name.as_str()) => {
                    segment.text.push(' ')
                }
                Child::Element(inner) => self.inner(inner, segment, said),
            }
        }
    }

    fn inner(&self, inner: &Element, segment: &mut Segment, said: &mut Vec<Segment>) {
        let token = inner.name == "w";
        let joined = segment.text.ends_with(['\'', '’', '-', '(', '«']) || segment.text.is_empty();
        if token && !joined && !is_joined(&segment.text, &inner.text()) {
            segment.text.push(' ');
        }
        if inner.name == "pc" {
            let kept = segment.text.trim_end().len();
            segment.text.truncate(kept);
        }
        // A sentence, a paragraph or a segment stands apart.
        let apart = ["seg", "s", "p", "ab", "l", "lg"].contains(&inner.name.as_str());
        if apart {
            segment.text.push(' ');
        }
        if ["p", "lg"].contains(&inner.name.as_str()) && !segment.text.trim().is_empty() {
            let next = Segment {
                text: String::new(),
                opens: true,
                start: None,
                ..segment.clone()
            };
            said.push(std::mem::replace(segment, next));
        }
        self.words(inner, segment, said);
        if apart {
            segment.text.push(' ');
        }
        if inner.attribute("join") == Some("right") || inner.attribute("rend") == Some("join") {
            let kept = segment.text.trim_end().len();
            segment.text.truncate(kept);
        }
    }

    /// A part of a dialogue: its speaker and its paragraphs.
    fn part(&mut self, sp: &Element) {
        let label = sp.child("speaker").map(Element::text);
        let id = sp.attribute("who").map(first_id);
        let speaker = id
            .and_then(|id| self.people.get(id).map(|person| person.name.clone()))
            .or_else(|| label.map(|label| unpunctuated(&label)))
            .or_else(|| id.map(readable));
        let mut segment = Segment {
            speaker,
            ..Segment::default()
        };
        let mut said = Vec::new();
        self.words(sp, &mut segment, &mut said);
        said.push(segment);
        self.segments.extend(
            said.into_iter()
                .filter(|segment| !segment.text.trim().is_empty()),
        );
    }

    fn name_of(&mut self, id: &str, label: Option<String>) -> Option<String> {
        if let Some(person) = self.people.get(id) {
            return Some(person.name.clone());
        }
        let label = label
            .map(|label| unpunctuated(&label))
            .filter(|label| !label.is_empty());
        if let Some(label) = label {
            self.named.entry(id.to_owned()).or_insert(label);
        }
        let number = self.named.len() + 1;
        let name = self.named.entry(id.to_owned()).or_insert_with(|| {
            let name = readable(id);
            // A short code is no name.
            if name.contains(' ') || (name.len() > 3 && name.contains(char::is_lowercase)) {
                name
            } else {
                format!("Speaker {number}")
            }
        });
        Some(name.clone())
    }
}

fn first_id(who: &str) -> &str {
    let first = who.split_whitespace().next().unwrap_or_default();
    first.rsplit_once(['#', ':']).map_or(first, |(_, id)| id)
}

/// A label of a record without what follows the name: "Mr. Arvo (Low Quay):".
fn unpunctuated(label: &str) -> String {
    let label = label.split('(').next().unwrap_or_default();
    label
        .trim()
        .trim_end_matches([':', '.', ',', '–', '-'])
        .trim()
        .to_owned()
}

/// An id as a name: `Piet_Arvo`, `ArvoPiet`.
fn readable(id: &str) -> String {
    let mut name = String::with_capacity(id.len() + 1);
    let mut lower = false;
    for char in id.chars() {
        match char {
            '_' | '.' => name.push(' '),
            char if lower && char.is_uppercase() => name.extend([' ', char]),
            char => name.push(char),
        }
        lower = char.is_lowercase();
    }
    flat(&name)
}

//! TTML and its profiles IMSC and EBU-TT-D, and the transcripts of Apple Podcasts: `<p>` with times; `ttm:agent` says
//! who speaks. Words of Apple's transcripts stand in spans without blanks between them.
//!
//! <https://www.w3.org/TR/ttml2/>, <https://podcasters.apple.com/support/5316-transcripts-on-apple-podcasts>

use std::collections::HashMap;

use super::super::xml_tree::{Child, Element, flat};
use super::super::{Document, speech_segments, time_codes};
use super::{Cue, document};
use crate::reading::facts::Facts;
use crate::reading::metadata;

/// How times are counted, and who the agents are.
struct Head {
    frames: f64,
    ticks: f64,
    agents: HashMap<String, String>,
}

/// The captions of a `tt` document.
pub(in crate::reading::format) fn read(root: &Element) -> Document {
    let rate = |name: &str| root.attribute(name).and_then(|rate| rate.parse().ok());
    let head = Head {
        frames: rate("frameRate").unwrap_or(30.0),
        ticks: rate("tickRate").unwrap_or(1.0),
        agents: agents(root),
    };
    let mut cues = Vec::new();
    if let Some(body) = root.child("body") {
        head.take(body, None, 0, &mut cues);
    }
    let title = root.first("title").map(Element::text);
    Document {
        facts: Facts {
            title: title.filter(|title| !title.is_empty()),
            language: root.attribute("lang").and_then(metadata::language),
            ..Facts::default()
        },
        ..document(cues)
    }
}

/// The names of agents, their ids where they have none.
fn agents(root: &Element) -> HashMap<String, String> {
    let named = |agent: &&Element| {
        let id = agent.attribute("id")?.to_owned();
        let name = agent.child("name").map(Element::text);
        Some((
            id.clone(),
            name.filter(|name| !name.is_empty()).unwrap_or(id),
        ))
    };
    root.all("agent").iter().filter_map(named).collect()
}

impl Head {
    /// The captions inside an element that begins at `offset`, in milliseconds.
    fn take(&self, element: &Element, agent: Option<&str>, offset: u64, cues: &mut Vec<Cue>) {
        for inner in element.elements() {
            let agent = inner.attribute("agent").or(agent);
            match inner.name.as_str() {
                "p" => self.paragraph(inner, agent, offset, cues),
                "div" | "body" => {
                    let begin = inner.attribute("begin").and_then(|time| self.time(time));
                    self.take(inner, agent, offset + begin.unwrap_or(0), cues);
                }
                _ => {}
            }
        }
    }

    fn paragraph(&self, element: &Element, agent: Option<&str>, offset: u64, cues: &mut Vec<Cue>) {
        let time = |element: &Element, name: &str| {
            element.attribute(name).and_then(|time| self.time(time))
        };
        let begin = time(element, "begin");
        let end = time(element, "end").or_else(|| Some(begin? + time(element, "dur")?));
        let start = begin.unwrap_or(0) + offset;
        let end = end.map_or(start, |end| end + offset);
        let sentences: Vec<&Element> = element
            .all("span")
            .into_iter()
            .filter(|span| span.attribute("unit") == Some("sentence"))
            .collect();
        if sentences.is_empty() {
            cues.extend(self.cue(element, agent, start, end));
        }
        for sentence in sentences {
            let at = time(sentence, "begin").unwrap_or(start);
            let until = time(sentence, "end").unwrap_or(end);
            cues.extend(self.cue(sentence, agent, at, until));
        }
    }

    fn cue(&self, element: &Element, agent: Option<&str>, start: u64, end: u64) -> Option<Cue> {
        let mut lines = vec![(self.name(agent), String::new())];
        self.write(element, agent, &mut lines);
        for (_, line) in &mut lines {
            *line = flat(line);
        }
        lines.retain(|(_, line)| !line.is_empty());
        (!lines.is_empty()).then_some(Cue { start, end, lines })
    }

    fn name(&self, agent: Option<&str>) -> Option<String> {
        let agent = agent?.split_whitespace().next()?;
        Some(
            self.agents
                .get(agent)
                .cloned()
                .unwrap_or_else(|| agent.to_owned()),
        )
    }

    fn write(
        &self,
        element: &Element,
        agent: Option<&str>,
        lines: &mut Vec<(Option<String>, String)>,
    ) {
        for child in &element.children {
            match child {
                Child::Text(words) => {
                    if let Some((_, line)) = lines.last_mut() {
                        line.push_str(words);
                    }
                }
                Child::Element(inner) if inner.name == "br" => {
                    lines.push((self.name(agent), String::new()));
                }
                Child::Element(inner) if inner.name == "span" => {
                    let own = inner.attribute("agent").or(agent);
                    if own != agent {
                        lines.push((self.name(own), String::new()));
                    }
                    let word = inner.attribute("unit") == Some("word");
                    if let Some((_, line)) = lines.last_mut()
                        && word
                        && !speech_segments::is_joined(line, &inner.text())
                    {
                        line.push(' ');
                    }
                    self.write(inner, own, lines);
                    if own != agent {
                        lines.push((self.name(agent), String::new()));
                    }
                }
                Child::Element(_) => {}
            }
        }
    }

    /// A time expression in milliseconds: `00:01:02.5`, `00:01:02:12`, `62.5s`, `1500ms`, `300f`, `900000t`, `62.5`.
    fn time(&self, text: &str) -> Option<u64> {
        let text = text.trim();
        if text.contains(':') {
            let frames = text
                .split(':')
                .nth(3)
                .and_then(|frames| frames.parse::<f64>().ok());
            let frames = frames.and_then(|frames| time_codes::milliseconds(frames / self.frames));
            return Some(time_codes::timecode(text)? + frames.unwrap_or(0));
        }
        let unit = text.trim_start_matches(|char: char| char.is_ascii_digit() || char == '.');
        let number: f64 = text[..text.len() - unit.len()].parse().ok()?;
        let seconds = match unit {
            "h" => number * 3_600.0,
            "m" => number * 60.0,
            "s" | "" => number,
            "ms" => number / 1_000.0,
            "f" => number / self.frames,
            "t" => number / self.ticks,
            _ => return None,
        };
        time_codes::milliseconds(seconds)
    }
}

//! OHMS, the Oral History Metadata Synchronizer: a record about an interview, with the lines of its transcript and the
//! line at which each minute begins, or the transcript as WebVTT.
//!
//! `<sync>` is `MINUTES:|LINE(WORD)|…`: how far two marks are apart, then the line, from 1, and the word of each.
//! <https://www.oralhistoryonline.org/documentation/>

use std::collections::HashMap;

use super::super::captions::subrip_webvtt;
use super::super::speech_segments::Segment;
use super::super::xml_tree::Element;
use super::super::{Document, caption_speaker_labels};
use super::{document, in_order, person};
use crate::interview::Role;
use crate::reading::facts::Facts;
use crate::reading::participants::Participant;
use crate::reading::structure::label_candidates;
use crate::reading::{date_parsing, metadata, metadata_values};

pub(in crate::reading::format) fn read(root: &Element, warnings: &mut Vec<String>) -> Document {
    let record = if root.name == "record" {
        Some(root)
    } else {
        root.first("record")
    };
    let Some(record) = record else {
        return Document::default();
    };
    let facts = facts(record);
    let field = |name: &str| {
        record
            .child(name)
            .map(Element::words)
            .filter(|text| !text.trim().is_empty())
    };
    if let Some(captions) = field("vtt_transcript")
        && let Ok(read) = subrip_webvtt::read(captions.as_bytes(), warnings)
        && !read.text.is_empty()
    {
        return Document { facts, ..read };
    }
    let transcript = field("transcript").unwrap_or_default();
    let marks = field("sync").map(|sync| marks(&sync)).unwrap_or_default();
    let paragraphs = paragraphs(&spoken(&transcript), &marks);
    let named = caption_speaker_labels::of_people(paragraphs, &facts.people);
    document(named, facts)
}

/// A transcript without its footnotes: their words and their marks.
fn spoken(transcript: &str) -> String {
    let body = transcript.split("[[footnotes]]").next().unwrap_or_default();
    let mut kept = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("[[footnote]]") {
        kept.push_str(before);
        rest = after
            .split_once("[[/footnote]]")
            .map_or("", |(_, rest)| rest);
    }
    kept + rest
}

/// A minute, in milliseconds, and the line and word, from 0, at which it begins.
type MinuteMark = (u64, usize, usize);

fn marks(sync: &str) -> Vec<MinuteMark> {
    let Some((minutes, lines)) = sync.trim().split_once(':') else {
        return Vec::new();
    };
    let apart = minutes.trim().parse::<u64>().unwrap_or(1).max(1) * 60_000;
    let mark = |(number, mark): (u64, &str)| {
        let (line, word) = mark.split_once('(')?;
        let line: usize = line.trim().parse().ok()?;
        let word: usize = word.trim_end_matches(')').trim().parse().ok()?;
        Some((number * apart, line.checked_sub(1)?, word.saturating_sub(1)))
    };
    let marked = lines.split('|').filter(|mark| !mark.trim().is_empty());
    (1..).zip(marked).filter_map(mark).collect()
}

/// The paragraphs of the transcript, cut where a minute begins: segments that go on, the first of each with `opens`.
fn paragraphs(transcript: &str, marks: &[MinuteMark]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut open = false;
    let first = Some(0).filter(|_| !marks.is_empty());
    let of_line: HashMap<usize, &MinuteMark> = marks.iter().map(|mark| (mark.1, mark)).collect();
    for (number, line) in transcript.lines().enumerate() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.is_empty() {
            open = false;
            continue;
        }
        let mark = of_line.get(&number);
        let until = mark.map_or(words.len(), |(_, _, word)| (*word).min(words.len()));
        let begins = !open || label_candidates::names_before_colon(line);
        if begins || segments.is_empty() {
            let minute = mark.filter(|_| until == 0).map(|(time, _, _)| *time);
            segments.push(Segment {
                start: minute.or(first.filter(|_| segments.is_empty())),
                opens: true,
                ..Segment::default()
            });
        }
        append(&mut segments, &words[..until]);
        if let Some((time, _, _)) = mark.filter(|_| until > 0 || !begins) {
            segments.push(Segment {
                start: Some(*time),
                ..Segment::default()
            });
        }
        append(&mut segments, &words[until..]);
        open = true;
    }
    segments
}

fn append(segments: &mut [Segment], words: &[&str]) {
    if let Some(segment) = segments.last_mut().filter(|_| !words.is_empty()) {
        if !segment.text.is_empty() {
            segment.text.push(' ');
        }
        segment.text.push_str(&words.join(" "));
    }
}

fn facts(record: &Element) -> Facts {
    let text = |name: &str| {
        record
            .child(name)
            .map(Element::text)
            .filter(|text| !text.is_empty())
    };
    let date = record.child("date").and_then(|date| {
        let value = date.attribute("value").filter(|value| !value.is_empty());
        metadata_values::date(&value.map_or_else(|| date.text(), str::to_owned))
    });
    // Old records have the day only as their cataloguers write it.
    let date = date
        .or_else(|| metadata_values::date(&text("date_nonpreferred_format")?))
        .or_else(|| date_parsing::of_parts(&text("title")?));
    let people = |name: &str, role: Role| -> Vec<Participant> {
        let named = record.elements().filter(|element| element.name == name);
        let names = named
            .map(Element::text)
            .flat_map(|names| names.split(';').map(in_order).collect::<Vec<_>>());
        names
            .filter(|name| !name.is_empty())
            .map(|name| person(&name, Some(role)))
            .collect()
    };
    let address = ["media_url", "mediafile", "xmllocation"]
        .iter()
        .find_map(|name| {
            text(name).filter(|url| url.starts_with("http") && !url.contains(char::is_whitespace))
        });
    Facts {
        title: text("title"),
        outlet: text("repository"),
        date,
        url: address,
        language: text("language").and_then(|name| metadata::language(&name)),
        people: [
            people("interviewer", Role::Interviewer),
            people("interviewee", Role::Guest),
        ]
        .concat(),
        ..Facts::default()
    }
}

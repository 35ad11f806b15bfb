//! Texts of recorders and meeting programs, in which a heading begins each turn: `[00:00:04] - Name`, `0:04 - Name`,
//! `Name  0:04`, `Name [00:00:04] words`, `00:00:04:01 - 00:00:18:00` and the name below it, `SPEAKER: S1`, `SPEAKER_00` alone on a line; the
//! messages of a chat (`[04/05/2026, 10:00:04] Name: words`); labels with the time at the end of what they say
//! (`I: words #00:00:18-0#`) or under a heading of its own for every few minutes.
//!
//! A text is read so only where most of it has that shape; what stands above the first heading is nobody's.

mod heading_patterns;
mod timed_labels;

use super::speech_segments::{self, Segment};
use super::{Document, time_codes};
use crate::interview::PartialDate;
use crate::reading::facts::Facts;
use crate::reading::metadata;
use crate::reading::structure::key;
use heading_patterns::{HeadingPattern, KINDS, LEAST, aside};
use timed_labels::{cued, ended, is_notice, under_times};

/// How many lines may stand above the first heading.
const LONGEST_HEAD: usize = 12;
/// A document whose turns have headings, with their speakers and times as data; the same document where it has none.
pub(super) fn taken_up(document: Document) -> Document {
    let lines: Vec<&str> = document
        .blocks
        .iter()
        .flat_map(|block| document.words(block).lines())
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let Some((segments, date)) = of_lines(&lines) else {
        return document;
    };
    let told = metadata::from_text(&document);
    let facts = document.facts.clone();
    Document {
        facts: Facts {
            date: facts.date.or(date).or(told.date),
            title: facts.title.or(told.title),
            ..facts
        },
        ..speech_segments::transcript(&segments)
    }
}

fn of_lines(lines: &[&str]) -> Option<(Vec<Segment>, Option<PartialDate>)> {
    if let Some(segments) = ended(lines)
        .or_else(|| under_times(lines))
        .or_else(|| cued(lines))
    {
        return Some((segments, None));
    }
    let count = |kind: &HeadingPattern| {
        (0..lines.len())
            .filter(|&at| kind(&lines[at..]).is_some())
            .count()
    };
    let kind = KINDS.iter().max_by_key(|kind| count(kind))?;
    let headings = count(kind);
    let first = (0..lines.len()).find(|&at| kind(&lines[at..]).is_some())?;
    if headings < LEAST || first > LONGEST_HEAD || !recur(lines, *kind) {
        return None;
    }
    // Words beside a heading are a paragraph: where most have none, labels say who speaks.
    let beside = kind(&lines[first..]).is_some_and(|it| it.time.is_some() && !it.words.is_empty());
    if beside && headings * 2 < lines.len() {
        return None;
    }
    let mut segments: Vec<Segment> = lines[..first].iter().map(|line| aside(line)).collect();
    let mut date = None;
    let mut at = first;
    let cued = repeats(lines, *kind) * 3 >= headings;
    let mut speaker: Option<String> = None;
    let mut opened: Option<Segment> = None;
    while at < lines.len() {
        let Some(heading) = kind(&lines[at..]) else {
            let begins = opened.take().unwrap_or(Segment {
                opens: true,
                ..Segment::default()
            });
            segments.extend(match is_notice(lines[at]) {
                true => vec![aside(lines[at])],
                false => pieces(lines[at], begins, speaker.as_deref()),
            });
            at += 1;
            continue;
        };
        date = date.or(heading.date);
        // Where most headings stand above a piece of a turn, one that says the same name goes on.
        let goes_on = cued && speaker.as_deref() == Some(heading.name);
        speaker = Some(heading.name.to_owned());
        let begins = Segment {
            start: heading.time,
            turns: !goes_on,
            opens: !goes_on,
            ..Segment::default()
        };
        if heading.words.is_empty() {
            opened = Some(begins);
        } else {
            opened = None;
            segments.extend(pieces(heading.words, begins, speaker.as_deref()));
        }
        at += heading.lines;
    }
    Some((segments, date))
}

/// How many headings say the same name as the one before.
fn repeats(lines: &[&str], kind: HeadingPattern) -> usize {
    let named: Vec<&str> = (0..lines.len())
        .filter_map(|at| kind(&lines[at..]))
        .map(|heading| heading.name)
        .collect();
    named.windows(2).filter(|pair| pair[0] == pair[1]).count()
}

/// Whether those who are named come back, as in a conversation.
fn recur(lines: &[&str], kind: HeadingPattern) -> bool {
    let mut named: Vec<String> = (0..lines.len())
        .filter_map(|at| kind(&lines[at..]))
        .map(|heading| key(heading.name))
        .collect();
    let all = named.len();
    named.sort_unstable();
    named.dedup();
    named.len() * 2 <= all + 1
}

/// A line of a turn, cut at the times in it: `[00:00:06] - words`.
fn pieces(line: &str, begins: Segment, speaker: Option<&str>) -> Vec<Segment> {
    let mut pieces = vec![Segment {
        speaker: speaker.map(str::to_owned),
        ..begins
    }];
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        let stamp = after.split_once(']').and_then(|(inside, next)| {
            let (time, over) = time_codes::time(inside.trim())?;
            over.is_empty().then_some((time, next))
        });
        let (words, next) = match stamp {
            Some((_, next)) => (before, next),
            None => (&rest[..=before.len()], after),
        };
        if let Some(piece) = pieces.last_mut() {
            piece.text.push_str(words);
        }
        if let Some((time, _)) = stamp {
            pieces.push(Segment {
                start: Some(time),
                speaker: speaker.map(str::to_owned),
                ..Segment::default()
            });
            rest = next
                .trim_start()
                .trim_start_matches(['-', '–'])
                .trim_start();
            continue;
        }
        rest = next;
    }
    if let Some(piece) = pieces.last_mut() {
        piece.text.push_str(rest);
    }
    // The first time of a turn stands before its first words.
    if let [first, second, ..] = pieces.as_mut_slice()
        && first.text.trim().is_empty()
    {
        second.turns = first.turns;
        second.opens = first.opens;
    }
    pieces.retain(|piece| !piece.text.trim().is_empty());
    pieces
}

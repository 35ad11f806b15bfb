//! Timestamps inside the text of a transcript: `[00:12:34] words`.
//!
//! Where the times cut nameless speech into pieces, they are taken out and the pieces joined, so that the
//! transcript is the joined text; where they stand beside names, the text stays as it is and the times are
//! kept as marks.

use super::speech_segments::Segment;
use super::{Document, caption_speaker_labels, time_codes};
use crate::interview::{SourceMark, SourcePosition};
use crate::reading::structure::label_candidates;

/// How many times make a timed text.
const LEAST: usize = 3;
/// How late the first time of another tape is at most, and how long a tape runs at least, in milliseconds.
const TAPE_START: u64 = 60_000;
const SHORTEST_TAPE: u64 = 300_000;

/// A document with the times of its text as marks; the same document where it has none.
pub(super) fn taken_up(document: Document) -> Document {
    if !document.said.is_empty() {
        return document;
    }
    let stamps: Vec<Option<u64>> = document
        .blocks
        .iter()
        .map(|block| stamp(document.words(block)))
        .collect();
    let count = stamps.iter().flatten().count();
    if count < LEAST || !ascends(&stamps) {
        return document;
    }
    let pieces = document
        .blocks
        .iter()
        .filter(|block| is_piece(document.words(block)))
        .count();
    if pieces >= LEAST && pieces * 2 > count {
        return joined(&document);
    }
    let marks = document.blocks.iter().zip(&stamps);
    let marks = marks.filter_map(|(block, stamp)| {
        Some(SourceMark {
            at: block.span.start,
            place: SourcePosition::Time((*stamp)?),
        })
    });
    Document {
        marks: marks.collect(),
        ..document
    }
}

/// The time at the start of a block, or beside the name that it begins with.
fn stamp(words: &str) -> Option<u64> {
    if let Some((time, _)) = time_codes::stamped(words) {
        return Some(time);
    }
    let label = label_candidates::candidate(words, None)?;
    let head = words.get(..label.words)?;
    head.char_indices()
        .filter(|(at, char)| {
            char.is_ascii_digit()
                && !head[..*at].ends_with(|char: char| char.is_ascii_digit() || char == ':')
        })
        .find_map(|(at, _)| time_codes::time(&head[at..]))
        .map(|(time, _)| time)
}

/// Whether a block is a time and nameless words, or a time alone.
fn is_piece(words: &str) -> bool {
    time_codes::stamped(words).is_some_and(|(_, rest)| !label_candidates::names_before_colon(rest))
}

/// Times of a recording go on, but for a slip, and start again at each tape.
fn ascends(stamps: &[Option<u64>]) -> bool {
    let times: Vec<u64> = stamps.iter().flatten().copied().collect();
    let starts_again = |from: u64, to: u64| to <= TAPE_START && from - to >= SHORTEST_TAPE;
    let slips = times
        .windows(2)
        .filter(|pair| pair[1] < pair[0] && !starts_again(pair[0], pair[1]))
        .count();
    slips * 10 <= times.len()
}

/// The pieces without their times, joined into sentences. What stands before the first time stays apart.
fn joined(document: &Document) -> Document {
    let mut pieces: Vec<Segment> = Vec::new();
    let mut before: Vec<Segment> = Vec::new();
    for block in &document.blocks {
        let words = document.words(block);
        match time_codes::stamped(words) {
            Some((time, rest)) => pieces.push(Segment {
                start: Some(time),
                text: rest.to_owned(),
                ..Segment::default()
            }),
            None => match pieces.last_mut() {
                Some(piece) => piece.text = format!("{} {words}", piece.text).trim().to_owned(),
                None => before.push(Segment {
                    turns: true,
                    text: words.to_owned(),
                    ..Segment::default()
                }),
            },
        }
    }
    if let Some(first) = pieces.first_mut() {
        first.turns = true;
    }
    before.extend(pieces);
    let mut made = caption_speaker_labels::document(before);
    // Where no piece says who speaks, how the text reads decides.
    if made.said.iter().all(|said| said.speaker.is_none()) {
        made.said.clear();
    }
    Document {
        facts: document.facts.clone(),
        ..made
    }
}

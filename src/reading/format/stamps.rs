//! Times in the text of a transcript: `00:12 words`, `[00:12:34] words`, `00:12` on a line of its own,
//! `[00:12] Name: words`, `Name (00:12:34): words`.
//!
//! Where the times cut nameless speech into pieces, they are taken out and the pieces joined, so that the
//! transcript is the joined text; where they stand beside names, the text stays as it is and the times are
//! kept as marks.

use super::Document;
use super::cues::{self, Cue};
use crate::interview::{Mark, SourcePlace};
use crate::reading::structure::label;

/// How many times make a timed text.
const LEAST: usize = 3;

/// A document with the times of its text as marks; the same document where it has none.
pub(super) fn taken_up(document: Document) -> Document {
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
        Some(Mark {
            at: block.span.start,
            place: SourcePlace::Time((*stamp)?),
        })
    });
    Document {
        marks: marks.collect(),
        ..document
    }
}

/// The time at the start of a block, or beside the name that it begins with.
fn stamp(words: &str) -> Option<u64> {
    if let Some((time, _)) = cues::stamped(words) {
        return Some(time);
    }
    let label = label::candidate(words, None)?;
    let head = words.get(..label.words)?;
    head.char_indices()
        .filter(|(at, char)| {
            char.is_ascii_digit()
                && !head[..*at].ends_with(|char: char| char.is_ascii_digit() || char == ':')
        })
        .find_map(|(at, _)| cues::time(&head[at..]))
        .map(|(time, _)| time)
}

/// Whether a block is a time and nameless words, or a time alone.
fn is_piece(words: &str) -> bool {
    cues::stamped(words).is_some_and(|(_, rest)| !label::names_before_colon(rest))
}

/// Times of a recording go on, but for a slip.
fn ascends(stamps: &[Option<u64>]) -> bool {
    let times: Vec<u64> = stamps.iter().flatten().copied().collect();
    let falls = times.windows(2).filter(|pair| pair[1] < pair[0]).count();
    falls * 10 <= times.len()
}

/// The pieces without their times, joined into sentences. What stands before the first time stays apart.
fn joined(document: &Document) -> Document {
    let mut cues: Vec<Cue> = Vec::new();
    let mut before: Vec<Cue> = Vec::new();
    for block in &document.blocks {
        let words = document.words(block);
        match cues::stamped(words) {
            Some((time, rest)) => cues.push(Cue {
                start: Some(time),
                text: rest.to_owned(),
                ..Cue::default()
            }),
            None => match cues.last_mut() {
                Some(cue) => cue.text = format!("{} {words}", cue.text).trim().to_owned(),
                None => before.push(Cue {
                    turns: true,
                    text: words.to_owned(),
                    ..Cue::default()
                }),
            },
        }
    }
    if let Some(first) = cues.first_mut() {
        first.turns = true;
    }
    before.extend(cues);
    Document {
        facts: document.facts.clone(),
        ..cues::join(&before)
    }
}

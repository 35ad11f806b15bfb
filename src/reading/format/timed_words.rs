//! Timed words from speech recognition, joined into segments.
//!
//! A segment ends where another speaks and where a sentence ends, so that every sentence keeps its time.

use super::speech_segments::{Segment, ends_sentence, is_joined};

/// After how many words without the end of a sentence a segment ends.
const LONG: usize = 30;

/// A word or a mark of punctuation.
#[derive(Debug, Clone, Default)]
pub(super) struct TimedWord {
    pub(super) text: String,
    /// Milliseconds from the start of the recording.
    pub(super) start: Option<u64>,
    /// Milliseconds from the start of the recording.
    pub(super) end: Option<u64>,
    pub(super) speaker: Option<String>,
    /// Whether it follows what stands before it without a blank.
    pub(super) glued: bool,
}

/// The segments that words make.
pub(super) fn segments(words: impl IntoIterator<Item = TimedWord>) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut count = 0;
    for word in words {
        if word.text.trim().is_empty() {
            if let Some(segment) = segments.last_mut() {
                segment.text.push_str(&word.text);
            }
            continue;
        }
        match segments.last_mut() {
            // A mark of punctuation belongs to the word before it, whatever is said of it.
            Some(segment)
                if (word.glued && is_mark(&word.text))
                    || (segment.speaker == word.speaker
                        && (word.glued || (!ends_sentence(&segment.text) && count < LONG))) =>
            {
                if !word.glued && !is_joined(&segment.text, &word.text) {
                    segment.text.push(' ');
                }
                segment.text.push_str(&word.text);
                segment.start = segment.start.or(word.start);
                segment.end = word.end.or(segment.end);
                count += usize::from(!word.glued);
            }
            _ => {
                count = 1;
                segments.push(Segment {
                    start: word.start,
                    end: word.end,
                    speaker: word.speaker,
                    text: word.text,
                    ..Segment::default()
                });
            }
        }
    }
    segments
}

fn is_mark(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// Cuts a segment where the speaker of its words changes. A word of which nothing is said goes on as the one
/// before it, or with the next at the start; a segment of one speaker keeps its text as it is.
pub(super) fn cut(segment: Segment, words: Vec<TimedWord>) -> Vec<Segment> {
    let mut speaker = words.iter().find_map(|word| word.speaker.clone());
    let Some(first) = speaker.clone() else {
        return vec![segment];
    };
    if words.iter().all(|word| {
        word.speaker
            .as_ref()
            .is_none_or(|speaker| *speaker == first)
    }) {
        return vec![Segment {
            speaker: Some(first),
            start: segment
                .start
                .or_else(|| words.iter().find_map(|word| word.start)),
            ..segment
        }];
    }
    let mut cut: Vec<Segment> = Vec::new();
    let mut rest = segment.text.as_str();
    for word in words {
        speaker = word.speaker.or(speaker);
        // What stands between the words in the text stays with the word before it.
        let found = near(rest).find(word.text.trim());
        let (between, after) = match found {
            Some(at) => (&rest[..at], &rest[at + word.text.trim().len()..]),
            None => (" ", rest),
        };
        rest = after;
        match cut.last_mut() {
            Some(last) if last.speaker == speaker => {
                last.text.push_str(between);
                last.text.push_str(word.text.trim());
                last.end = word.end.or(last.end);
            }
            last => {
                if let Some(last) = last {
                    last.text.push_str(between);
                }
                let start = word.start.or(segment.start.filter(|_| cut.is_empty()));
                cut.push(Segment {
                    start,
                    end: word.end,
                    speaker: speaker.clone(),
                    text: word.text.trim().to_owned(),
                    ..Segment::default()
                });
            }
        }
    }
    if let Some(last) = cut.last_mut() {
        last.text.push_str(rest);
        last.end = segment.end.or(last.end);
    }
    cut
}

/// The start of a text, in which the next word stands where it stands at all.
fn near(text: &str) -> &str {
    const NEAR: usize = 400;
    let end = (0..=NEAR.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}

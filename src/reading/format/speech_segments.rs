//! Speech segments with times and speakers, joined into a transcript.
//!
//! Captions, speech recognition, tables and annotated corpora cut speech every few seconds, in the middle of
//! sentences. What one voice says in a row becomes a turn; within it a paragraph begins where somebody pauses
//! after a sentence and where one has become long. Who speaks is kept as data and never written into the text.

use super::{AttributedSpeech, Block, BlockStyle, Document};
use crate::interview::{Role, SourceMark, SourcePosition, Span};

/// A pause after the end of a sentence that begins a paragraph, in milliseconds.
const PAUSE: u64 = 2_000;
/// After how many words a paragraph ends with its sentence.
const LONG: usize = 80;
/// A text with fewer ends of sentences than one in so many words has none that could be followed.
const UNPUNCTUATED: usize = 60;
/// How many words a paragraph has before a pause ends it, and before any segment does, where no sentence ends.
const BREATH: usize = 12;
const FULL: usize = 40;

/// What is said between two times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Segment {
    /// Milliseconds from the start of the recording.
    pub(super) start: Option<u64>,
    /// Milliseconds from the start of the recording.
    pub(super) end: Option<u64>,
    /// The name or label of who speaks, where the file says it.
    pub(super) speaker: Option<String>,
    /// Whether they ask or answer here, where the file says it.
    pub(super) role: Option<Role>,
    /// Whether somebody else begins to speak here, named or not.
    pub(super) turns: bool,
    /// Whether it is a further line of the caption that the segment before it begins.
    pub(super) continues: bool,
    /// Whether a paragraph begins here.
    pub(super) opens: bool,
    /// Whether nobody says it.
    pub(super) aside: bool,
    pub(super) text: String,
}

/// The document that segments make as they are.
pub(super) fn transcript(segments: &[Segment]) -> Document {
    let mut writer = Writer {
        punctuated: is_punctuated(segments),
        ..Writer::default()
    };
    for segment in segments {
        writer.take(segment);
    }
    writer.end_turn();
    writer.document
}

/// Puts the segments of several tiers or channels in the order of their times; those without one stay after
/// the one before them.
pub(super) fn in_order_of_time(segments: &mut Vec<Segment>) {
    let mut last = 0;
    let mut timed: Vec<(u64, Segment)> = std::mem::take(segments)
        .into_iter()
        .map(|segment| {
            last = segment.start.unwrap_or(last);
            (last, segment)
        })
        .collect();
    timed.sort_by_key(|(time, _)| *time);
    segments.extend(timed.into_iter().map(|(_, segment)| segment));
}

/// Whether sentences end often enough to cut speech where they do.
fn is_punctuated(segments: &[Segment]) -> bool {
    let (mut words, mut ends) = (0, 0);
    for word in segments
        .iter()
        .flat_map(|segment| segment.text.split_whitespace())
    {
        words += 1;
        ends += usize::from(ends_sentence(word));
    }
    words < FULL || ends * UNPUNCTUATED >= words
}

/// Whether a sentence ends with a text.
pub(super) fn ends_sentence(text: &str) -> bool {
    let closing = |char: char| matches!(char, '"' | '”' | '»' | '’' | '\'' | ')' | ']');
    text.trim_end()
        .trim_end_matches(closing)
        .ends_with(['.', '?', '!', '…', '。', '？', '！', '؟', '।'])
}

#[derive(Default)]
struct Writer {
    document: Document,
    punctuated: bool,
    /// Where the paragraph begins.
    start: Option<usize>,
    /// Where the turn begins.
    turn: Option<usize>,
    /// How many words the paragraph has.
    words: usize,
    speaker: Option<String>,
    role: Option<Role>,
    /// When the last segment ended, in milliseconds.
    ended: Option<u64>,
}

impl Writer {
    fn take(&mut self, segment: &Segment) {
        let words: Vec<&str> = segment.text.split_whitespace().collect();
        if words.is_empty() {
            return;
        }
        let aside = segment.aside || is_bracketed(&segment.text) || is_credit(&segment.text);
        let changed = segment.speaker != self.speaker || segment.role != self.role;
        if aside || changed || segment.turns {
            self.end_turn();
        } else if segment.opens || self.pauses(segment) {
            self.close();
        }
        self.speaker.clone_from(&segment.speaker);
        self.role = segment.role;
        self.open(words[0]);
        if !aside && self.turn.is_none() {
            self.turn = self.start.map(|_| self.document.text.len());
        }
        self.mark(segment);
        self.write(&words);
        self.ended = segment.end;
        if aside {
            self.close();
        }
    }

    /// Whether the paragraph ends before a segment: at the end of a sentence, where sentences end.
    fn pauses(&self, segment: &Segment) -> bool {
        let rested = match (self.ended, segment.start) {
            (Some(ended), Some(start)) => start.saturating_sub(ended) >= PAUSE,
            _ => false,
        };
        if self.punctuated {
            (rested || self.words >= LONG) && ends_sentence(&self.document.text)
        } else {
            (rested && self.words >= BREATH) || self.words >= FULL
        }
    }

    fn open(&mut self, next: &str) {
        let text = &mut self.document.text;
        if self.start.is_some() {
            if !is_joined(text, next) {
                text.push(' ');
            }
            return;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        self.start = Some(text.len());
    }

    fn mark(&mut self, segment: &Segment) {
        let place = segment.start.map(SourcePosition::Time);
        let last = self.document.marks.last().map(|mark| mark.place);
        if let Some(place) = place.filter(|place| last != Some(*place)) {
            let at = self.document.text.len();
            self.document.marks.push(SourceMark { at, place });
        }
    }

    fn write(&mut self, words: &[&str]) {
        self.document.text.push_str(&words.join(" "));
        self.words += words.len();
    }

    /// Ends the paragraph.
    fn close(&mut self) {
        self.words = 0;
        let Some(start) = self.start.take() else {
            return;
        };
        self.document.blocks.push(Block {
            span: Span::new(start, self.document.text.len()),
            look: BlockStyle::Plain,
            bold_until: None,
        });
    }

    /// Ends the paragraph and what the speaker says.
    fn end_turn(&mut self) {
        self.close();
        if let Some(start) = self.turn.take() {
            self.document.said.push(AttributedSpeech {
                span: Span::new(start, self.document.text.len()),
                speaker: self.speaker.clone(),
                role: self.role,
                apart: false,
            });
        }
    }
}

/// Whether no blank belongs between what is written and what follows: scripts without blanks between words.
pub(super) fn is_joined(before: &str, next: &str) -> bool {
    let unspaced = |char: char| matches!(char, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}');
    before.ends_with(unspaced) && next.starts_with(unspaced)
}

/// `[Music]`, `(applause)`: what is heard and nobody says.
pub(super) fn is_bracketed(text: &str) -> bool {
    let text = text.trim();
    let pairs = [('[', ']'), ('(', ')'), ('♪', '♪'), ('*', '*')];
    pairs.iter().any(|(open, close)| {
        let inside = text
            .strip_prefix(*open)
            .and_then(|rest| rest.strip_suffix(*close));
        inside.is_some_and(|inside| !inside.is_empty() && !inside.contains([*open, *close]))
    })
}

/// Who made the captions, which speech recognition also hears in silence.
fn is_credit(text: &str) -> bool {
    const OPENINGS: [&str; 12] = [
        "subtitles by",
        "captions by",
        "captioned by",
        "captioning by",
        "subtitled by",
        "transcribed by http",
        "transcript by",
        "sous-titrage",
        "sous-titres réalisés",
        "untertitel im auftrag",
        "untertitel der amara",
        "subtítulos realizados por",
    ];
    let lower = text.trim().to_lowercase();
    lower.len() <= 100 && OPENINGS.iter().any(|opening| lower.starts_with(opening))
}

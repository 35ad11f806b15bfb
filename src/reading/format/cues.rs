//! Cues: pieces of speech with their times, joined back into the sentences that they cut.
//!
//! Subtitles and automatic transcripts cut speech every few seconds, in the middle of sentences. A paragraph
//! begins where the speaker changes, where somebody pauses after a sentence, and where one has become long.

use super::{Block, Document, Look};
use crate::interview::{Mark, SourcePlace, Span};
use crate::reading::structure::label;

/// A pause after the end of a sentence that begins a paragraph, in milliseconds.
const PAUSE: u64 = 2_000;
/// After how many words a paragraph ends with its sentence.
const LONG: usize = 80;

/// What is said between two times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cue {
    /// Milliseconds from the start of the recording.
    pub(super) start: Option<u64>,
    /// Milliseconds from the start of the recording.
    pub(super) end: Option<u64>,
    /// Who speaks, where the cue says it.
    pub(super) speaker: Option<String>,
    /// Whether somebody else begins to speak here, named or not.
    pub(super) turns: bool,
    pub(super) text: String,
}

/// The document that cues make: labels as `Name: words` where the speaker changes, a mark for each cue.
pub(super) fn join(cues: &[Cue]) -> Document {
    let mut writer = Writer::default();
    for cue in cues {
        writer.take(cue);
    }
    writer.close();
    writer.document
}

#[derive(Default)]
struct Writer {
    document: Document,
    /// Where the paragraph begins.
    start: Option<usize>,
    /// How many words it has.
    words: usize,
    speaker: Option<String>,
    /// When the last cue ended, in milliseconds.
    ended: Option<u64>,
}

impl Writer {
    fn take(&mut self, cue: &Cue) {
        let words: Vec<&str> = cue.text.split_whitespace().collect();
        if words.is_empty() {
            return;
        }
        let changed = cue.speaker.is_some() && cue.speaker != self.speaker;
        let aside = is_bracketed(&cue.text);
        if changed || cue.turns || aside || self.pauses(cue) || label::names_before_colon(&cue.text)
        {
            self.close();
        }
        if changed || (cue.turns && cue.speaker.is_none()) {
            self.speaker.clone_from(&cue.speaker);
        }
        self.open(changed);
        self.mark(cue);
        self.write(&words);
        self.ended = cue.end;
        if aside {
            self.close();
        }
    }

    /// Whether the paragraph ends before a cue, at the end of a sentence.
    fn pauses(&self, cue: &Cue) -> bool {
        let rested = match (self.ended, cue.start) {
            (Some(ended), Some(start)) => start.saturating_sub(ended) >= PAUSE,
            _ => false,
        };
        (rested || self.words >= LONG)
            && self
                .document
                .text
                .ends_with(['.', '?', '!', '…', '"', '”', '»'])
    }

    fn open(&mut self, labelled: bool) {
        let text = &mut self.document.text;
        if self.start.is_some() {
            text.push(' ');
            return;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        self.start = Some(text.len());
        if let Some(speaker) = self.speaker.as_deref().filter(|_| labelled) {
            text.push_str(speaker);
            text.push_str(": ");
        }
    }

    fn mark(&mut self, cue: &Cue) {
        if let Some(start) = cue.start {
            self.document.marks.push(Mark {
                at: self.document.text.len(),
                place: SourcePlace::Time(start),
            });
        }
    }

    fn write(&mut self, words: &[&str]) {
        self.document.text.push_str(&words.join(" "));
        self.words += words.len();
    }

    fn close(&mut self) {
        self.words = 0;
        let Some(start) = self.start.take() else {
            return;
        };
        self.document.blocks.push(Block {
            span: Span::new(start, self.document.text.len()),
            look: Look::Plain,
            bold_until: None,
        });
    }
}

/// `[Music]`, `(applause)`: what is heard and nobody says.
fn is_bracketed(text: &str) -> bool {
    let text = text.trim();
    let pairs = [('[', ']'), ('(', ')'), ('♪', '♪')];
    pairs
        .iter()
        .any(|(open, close)| text.starts_with(*open) && text.ends_with(*close) && text.len() > 2)
}

/// A time such as `01:02:03.456`, `02:03,4` or `0:15`, in milliseconds, and what follows it.
pub(super) fn time(text: &str) -> Option<(u64, &str)> {
    let end = text
        .find(|char: char| !(char.is_ascii_digit() || matches!(char, ':' | '.' | ',')))
        .unwrap_or(text.len());
    let clock = text[..end].trim_end_matches(['.', ',', ':']);
    let rest = &text[clock.len()..];
    let (clock, fraction) = match clock.split_once(['.', ',']) {
        Some((clock, fraction)) => (clock, fraction),
        None => (clock, ""),
    };
    let parts: Vec<&str> = clock.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let mut seconds: u64 = 0;
    for (at, part) in parts.iter().enumerate() {
        let two = at == 0 || part.len() == 2;
        let number: u64 = part.parse().ok().filter(|_| two && part.len() <= 3)?;
        if at > 0 && number > 59 {
            return None;
        }
        seconds = seconds * 60 + number;
    }
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    let thousandths: u64 = thousandths.parse().ok()?;
    Some((seconds * 1_000 + thousandths, rest))
}

/// The time that a line begins with, in brackets or not, and the words after it.
pub(super) fn stamped(line: &str) -> Option<(u64, &str)> {
    let line = line.trim_start();
    let opened = line.starts_with(['[', '(']);
    let (time, rest) = time(line.trim_start_matches(['[', '(']))?;
    let rest = match rest.strip_prefix([']', ')']) {
        Some(rest) => rest,
        None if opened => return None,
        None if rest.is_empty() || rest.starts_with(char::is_whitespace) => rest,
        None => return None,
    };
    Some((
        time,
        rest.trim_start_matches([' ', '\t', '\u{a0}', '-', '–']),
    ))
}

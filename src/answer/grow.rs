//! From the passage that was found to the words that a reader needs.

use crate::interview::Span;
use crate::language::sentences;

/// How many words a quote has, where the turn allows.
const LEAST: usize = 40;
pub(super) const MOST: usize = 160;

/// How far around the passage sentences are looked for, in bytes: more than 160 words on each side.
const AROUND: usize = 2_000;

/// The passage with whole sentences of its turn around it: up to 40 words where the turn has them, back
/// where it leans on what stands before, on where it announces what follows, never more than 160 words
/// unless the passage itself has more.
pub(super) fn grow(transcript: &str, turn: Span, passage: Span) -> Span {
    let window = window(transcript, turn, passage);
    let text = &transcript[window.start..window.end];
    let sentences: Vec<Span> = sentences(text)
        .into_iter()
        .map(|sentence| sentence.shifted(window.start))
        .collect();
    let Some(first) = sentences
        .iter()
        .position(|sentence| sentence.overlaps(passage))
    else {
        return passage;
    };
    let last = sentences
        .iter()
        .rposition(|sentence| sentence.overlaps(passage))
        .unwrap_or(first);
    if !passage.contains(sentences[first].union(sentences[last])) {
        return passage;
    }
    let words: Vec<usize> = sentences
        .iter()
        .map(|sentence| {
            transcript[sentence.start..sentence.end]
                .split_whitespace()
                .count()
        })
        .collect();
    let mut growth = Growth {
        transcript,
        sentences: &sentences,
        words: &words,
        first,
        last,
    };
    growth.run(window.start == turn.start, window.end == turn.end);
    sentences[growth.first].union(sentences[growth.last])
}

/// The part of the turn around the passage; cut inside a sentence only where the turn goes on.
fn window(transcript: &str, turn: Span, passage: Span) -> Span {
    let start = passage.start.saturating_sub(AROUND).max(turn.start);
    let end = passage.end.saturating_add(AROUND).min(turn.end);
    let boundary = |at: &usize| transcript.is_char_boundary(*at);
    Span::new(
        (start..=passage.start)
            .find(boundary)
            .unwrap_or(passage.start),
        (passage.end..=end)
            .rev()
            .find(boundary)
            .unwrap_or(passage.end),
    )
}

struct Growth<'a> {
    transcript: &'a str,
    sentences: &'a [Span],
    words: &'a [usize],
    first: usize,
    last: usize,
}

impl Growth<'_> {
    /// `from_start` and `to_end` say whether the first and the last sentence are whole.
    fn run(&mut self, from_start: bool, to_end: bool) {
        let low = usize::from(!from_start);
        let high = self
            .sentences
            .len()
            .saturating_sub(1 + usize::from(!to_end));
        if self.leans() {
            self.back(low);
        }
        while self.announces() && self.on(high) {}
        while self.count() < LEAST {
            let back_first = self.ends_paragraph() && !self.begins_paragraph();
            let grown = (back_first && self.back(low)) || self.on(high) || self.back(low);
            if !grown {
                break;
            }
        }
        while self.announces() && self.on(high) {}
    }

    fn count(&self) -> usize {
        self.words[self.first..=self.last].iter().sum()
    }

    fn on(&mut self, high: usize) -> bool {
        let fits = self.last < high && self.count() + self.words[self.last + 1] <= MOST;
        self.last += usize::from(fits);
        fits
    }

    fn back(&mut self, low: usize) -> bool {
        let fits = self.first > low && self.count() + self.words[self.first - 1] <= MOST;
        self.first -= usize::from(fits);
        fits
    }

    /// Whether the quote's first sentence is its paragraph's.
    fn begins_paragraph(&self) -> bool {
        self.first == 0 || self.breaks(self.first - 1)
    }

    /// Whether the quote's last sentence is its paragraph's.
    fn ends_paragraph(&self) -> bool {
        self.last + 1 == self.sentences.len() || self.breaks(self.last)
    }

    /// Whether a paragraph ends between a sentence and the next.
    fn breaks(&self, at: usize) -> bool {
        self.transcript[self.sentences[at].end..self.sentences[at + 1].start].contains('\n')
    }

    /// Whether the quote opens with a word that stands for something said before.
    fn leans(&self) -> bool {
        let sentence = self.text(self.first);
        let opening: String = sentence.chars().take_while(|c| c.is_alphabetic()).collect();
        LEANING.contains(&opening.to_lowercase().as_str())
    }

    /// Whether the last sentence announces what follows.
    fn announces(&self) -> bool {
        self.text(self.last).ends_with(':')
    }

    fn text(&self, at: usize) -> &str {
        let sentence = self.sentences[at];
        &self.transcript[sentence.start..sentence.end]
    }
}

/// Pronouns and connectives that lean on the sentence before, French and English.
const LEANING: [&str; 24] = [
    "il", "elle", "ils", "elles", "cela", "ça", "celui", "celle", "ceux", "ainsi", "non", "oui",
    "donc", "it", "they", "he", "she", "this", "that", "these", "those", "yes", "no", "so",
];

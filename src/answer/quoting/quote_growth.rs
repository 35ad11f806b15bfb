//! Growing a passage into a quote: the sentences around it that a reader needs.

use crate::index::{CachedInterview, Sentence};
use crate::interview::Span;

/// How many words a quote has, where the turn allows.
const LEAST: usize = 40;
pub(super) const MOST: usize = 160;

/// A passage of a turn with whole sentences of the turn around it, as far as nothing was withdrawn there: up to 40 words
/// where the turn has them, back where it leans on what stands before, on where it announces what follows, never more
/// than 160 words unless the passage itself has more.
pub(in crate::answer) fn grow(interview: &CachedInterview, turn: usize, passage: Span) -> Span {
    let Some(whole) = interview.turns.get(turn) else {
        return passage;
    };
    let shown = interview.shown_around(whole.span, passage);
    let cut;
    let mut sentences = interview.sentences(turn);
    if !sentences.iter().all(|it| shown.contains(it.span)) {
        cut = grow_within(interview, sentences, shown);
        sentences = &cut;
    }
    let overlaps = |sentence: &Sentence| sentence.span.overlaps(passage);
    let first = sentences.iter().position(overlaps);
    let last = sentences.iter().rposition(overlaps);
    let Some((first, last)) = first.zip(last) else {
        return passage;
    };
    if !passage.contains(sentences[first].span.union(sentences[last].span)) {
        return passage;
    }
    let mut growth = QuoteGrowth {
        transcript: &interview.transcript,
        sentences,
        first,
        last,
    };
    growth.run();
    sentences[growth.first]
        .span
        .union(sentences[growth.last].span)
}

/// The sentences as far as they stand in a range.
pub(in crate::answer) fn grow_within(
    interview: &CachedInterview,
    sentences: &[Sentence],
    range: Span,
) -> Vec<Sentence> {
    let part = |sentence: &Sentence| {
        let (start, end) = (
            sentence.span.start.max(range.start),
            sentence.span.end.min(range.end),
        );
        Span::new(start, end).trimmed(&interview.transcript)
    };
    let parts = sentences.iter().map(part).filter(|part| !part.is_empty());
    parts.map(|part| interview.sentence(part)).collect()
}

struct QuoteGrowth<'a> {
    transcript: &'a str,
    sentences: &'a [Sentence],
    first: usize,
    last: usize,
}

impl QuoteGrowth<'_> {
    fn run(&mut self) {
        if self.leans() {
            self.back();
        }
        while self.announces() && self.on() {}
        while self.count() < LEAST {
            let back_first = self.ends_paragraph() && !self.begins_paragraph();
            let grown = (back_first && self.back()) || self.on() || self.back();
            if !grown {
                break;
            }
        }
        while self.announces() && self.on() {}
    }

    fn count(&self) -> usize {
        let own = self.sentences[self.first..=self.last].iter();
        own.map(|sentence| sentence.words).sum()
    }

    fn fits(&self, other: Option<&Sentence>) -> bool {
        other.is_some_and(|other| self.count() + other.words <= MOST)
    }

    fn on(&mut self) -> bool {
        let fits = self.fits(self.sentences.get(self.last + 1));
        self.last += usize::from(fits);
        fits
    }

    fn back(&mut self) -> bool {
        let before = self.first.checked_sub(1);
        let fits = self.fits(before.map(|before| &self.sentences[before]));
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
        self.transcript[self.sentences[at].span.end..self.sentences[at + 1].span.start]
            .contains('\n')
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
        let sentence = self.sentences[at].span;
        &self.transcript[sentence.start..sentence.end]
    }
}

/// Pronouns and connectives that lean on the sentence before, French and English.
const LEANING: [&str; 24] = [
    "il", "elle", "ils", "elles", "cela", "ça", "celui", "celle", "ceux", "ainsi", "non", "oui",
    "donc", "it", "they", "he", "she", "this", "that", "these", "those", "yes", "no", "so",
];

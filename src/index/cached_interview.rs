//! An interview in the cache, with its sentences, which are analysed once.

use std::ops::Deref;
use std::sync::OnceLock;

use super::TermVector;
use crate::interview::{Interview, Span};
use crate::language::{sentences, terms};

/// An interview, and its sentences where somebody quoted it.
#[derive(Debug)]
pub struct CachedInterview {
    interview: Interview,
    /// Turn by turn.
    sentences: Vec<OnceLock<Vec<Sentence>>>,
}

/// A sentence of a turn.
#[derive(Debug)]
pub struct Sentence {
    /// Bytes into the transcript.
    pub span: Span,
    /// How many words it has, by the white space between them.
    pub words: usize,
    signature: OnceLock<Box<TermVector>>,
}

impl CachedInterview {
    pub(super) fn new(interview: Interview) -> Self {
        let sentences = interview.turns.iter().map(|_| OnceLock::new()).collect();
        Self {
            interview,
            sentences,
        }
    }

    /// The sentences of a turn in reading order; none where there is no such turn.
    #[must_use]
    pub fn sentences(&self, turn: usize) -> &[Sentence] {
        let known = self.sentences.get(turn).zip(self.interview.turns.get(turn));
        known.map_or(&[], |(known, turn)| {
            known.get_or_init(|| self.sentences_in(turn.span))
        })
    }

    /// The sentences of a range, which falls on characters.
    fn sentences_in(&self, range: Span) -> Vec<Sentence> {
        let text = self.interview.slice(range).unwrap_or_default();
        let spans = sentences(text).into_iter();
        spans
            .map(|span| self.sentence(span.shifted(range.start)))
            .collect()
    }

    /// A range as a sentence of its own.
    #[must_use]
    pub fn sentence(&self, span: Span) -> Sentence {
        let text = self.interview.slice(span).unwrap_or_default();
        Sentence {
            span,
            words: text.split_whitespace().count(),
            signature: OnceLock::new(),
        }
    }

    /// What a sentence says, to be compared with a question: its stems, stop words too, and its numbers.
    #[must_use]
    pub fn signature<'s>(&self, sentence: &'s Sentence) -> &'s TermVector {
        sentence.signature.get_or_init(|| {
            let text = self.interview.slice(sentence.span).unwrap_or_default();
            let terms = terms(text, self.interview.metadata.language);
            Box::new(TermVector::of_sentence(&terms))
        })
    }
}

impl Deref for CachedInterview {
    type Target = Interview;

    fn deref(&self) -> &Interview {
        &self.interview
    }
}

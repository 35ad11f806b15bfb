//! The model: what an interview is, whatever it was read from. Plain data, no input or output.
//!
//! Every range is in bytes into the interview's transcript and falls on character boundaries.

mod date_range;
mod interview_ids;
mod partial_date;
mod source_position;
mod text_span;

use serde::{Deserialize, Serialize};

pub use date_range::DateRange;
pub use interview_ids::{InterviewId, InterviewKey, Revision, hex};
pub use partial_date::{DateError, PartialDate};
pub use source_position::{SourceMark, SourcePosition};
pub use text_span::Span;

use crate::language::Language;

/// One document: its transcript, what is known about it, and who says what in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Interview {
    /// The file's path within the corpus folder, without its extension.
    pub id: InterviewId,
    /// The SHA-256 of the transcript.
    pub revision: Revision,
    /// The text that the reader extracted, kept as it was read.
    pub transcript: String,
    /// What is known about the interview as a whole.
    pub metadata: Metadata,
    /// Everybody who speaks, in the order of their first turn.
    pub speakers: Vec<Speaker>,
    /// Who says what, in reading order, without overlaps. What no turn holds is nobody's speech:
    /// labels, titles, adverts, credits.
    pub turns: Vec<Turn>,
    /// Questions with the answers to them, in reading order.
    pub exchanges: Vec<Exchange>,
    /// Where its parts are found in the recording or the pages that it was taken from, in order; empty where
    /// that is not known.
    pub marks: Vec<SourceMark>,
    /// How sure the reader is of who says what, from 0 (nothing says it) to 1. A weight, no probability:
    /// what is below 0.6 should be checked.
    pub confidence: f32,
    /// What the reader was not sure of, for the owner to see.
    pub warnings: Vec<String>,
    /// What the owner withdrew, in reading order: never quoted, whole or in part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<Span>,
}

/// What is known about an interview as a whole. Nothing here is guessed: what is not known is `None`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    /// The interview's title.
    pub title: Option<String>,
    /// The newspaper, podcast or site that published it.
    pub outlet: Option<String>,
    /// When it was published, as precisely as is known.
    pub date: Option<PartialDate>,
    /// Where it can be read, an `http` or `https` address.
    pub url: Option<String>,
    /// The language of the transcript.
    pub language: Language,
}

/// Somebody who speaks in an interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The fullest form of the name that the interview gives, or `None` where it gives none.
    pub name: Option<String>,
    /// Asks or answers, or `None` where it cannot be told.
    pub role: Option<Role>,
    /// What the guest is ("CEO of OVHcloud"), as the sidecar or front matter says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// Which side of the conversation a speaker is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Answers: the only one who is ever quoted.
    Guest,
    /// Asks: shown as the question that it was, never quoted as an answer.
    Interviewer,
}

/// What one speaker says until another speaks. Noise inside it (an advert, a photo credit) splits it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Index into [`Interview::speakers`], or `None` where the speaker is not known.
    pub speaker: Option<usize>,
    /// The speaker's role in this turn.
    pub role: Option<Role>,
    /// The words said, without the label that names the speaker.
    #[serde(flatten)]
    pub span: Span,
}

/// A question and the answer to it. In a monologue the question is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// Indices into [`Interview::turns`], the interviewer's.
    pub question: Vec<usize>,
    /// Indices into [`Interview::turns`], up to the next question: the guests', and those of which nobody
    /// can tell whose they are.
    pub answer: Vec<usize>,
}

/// The unit of retrieval: whole sentences of one turn of one answer, 25 to 60 words where the text
/// allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Index into [`Interview::exchanges`].
    pub exchange: usize,
    /// Index into [`Interview::turns`].
    pub turn: usize,
    /// The passage's sentences.
    #[serde(flatten)]
    pub span: Span,
}

impl Interview {
    /// The words in `span`, or `None` where it does not fall inside the transcript.
    #[must_use]
    pub fn slice(&self, span: Span) -> Option<&str> {
        self.transcript.get(span.start..span.end)
    }

    /// What the interviewer asked that a passage answers, turn by turn.
    pub fn asked(&self, passage: Passage) -> impl Iterator<Item = &str> {
        let exchange = self.exchanges.get(passage.exchange);
        let turns = exchange.into_iter().flat_map(|exchange| &exchange.question);
        turns.filter_map(|turn| self.slice(self.turns.get(*turn)?.span))
    }

    /// When the words at a byte of the transcript begin in the recording, in milliseconds: as the last mark
    /// before them says.
    #[must_use]
    pub fn time_at(&self, byte: usize) -> Option<u64> {
        self.marks_before(byte).find_map(|mark| match mark.place {
            SourcePosition::Time(time) => Some(time),
            SourcePosition::Page(_) => None,
        })
    }

    /// The page, from 1, on which the words at a byte of the transcript begin.
    #[must_use]
    pub fn page_at(&self, byte: usize) -> Option<u32> {
        self.marks_before(byte).find_map(|mark| match mark.place {
            SourcePosition::Page(page) => Some(page),
            SourcePosition::Time(_) => None,
        })
    }

    /// The marks up to a byte, the last first.
    fn marks_before(&self, byte: usize) -> impl Iterator<Item = &SourceMark> {
        let count = self.marks.partition_point(|mark| mark.at <= byte);
        self.marks[..count].iter().rev()
    }

    /// The key under which links and buttons find this interview at this revision.
    #[must_use]
    pub fn key(&self) -> InterviewKey {
        InterviewKey::new(&self.id, &self.revision)
    }

    /// Whether any of these words were withdrawn.
    #[must_use]
    pub fn is_withdrawn(&self, span: Span) -> bool {
        self.withdrawn
            .iter()
            .any(|withdrawn| withdrawn.overlaps(span))
    }

    /// The part of `outer` around `inner` in which nothing was withdrawn; `inner` is in it.
    #[must_use]
    pub fn shown_around(&self, outer: Span, inner: Span) -> Span {
        let before = self.withdrawn.iter().filter(|span| span.end <= inner.start);
        let after = self.withdrawn.iter().filter(|span| span.start >= inner.end);
        let start = before.map(|span| span.end).max();
        let end = after.map(|span| span.start).min();
        Span::new(
            start.unwrap_or_default().max(outer.start),
            end.unwrap_or(outer.end).min(outer.end),
        )
        .trimmed(&self.transcript)
    }

    /// The names of those who answer, in the order of their first turn.
    pub fn guests(&self) -> impl Iterator<Item = &str> {
        self.names_of(Role::Guest)
    }

    /// The names of those who ask, in the order of their first turn.
    pub fn interviewers(&self) -> impl Iterator<Item = &str> {
        self.names_of(Role::Interviewer)
    }

    fn names_of(&self, role: Role) -> impl Iterator<Item = &str> {
        let speakers = self.speakers.iter();
        speakers
            .filter(move |speaker| speaker.role == Some(role))
            .filter_map(|speaker| speaker.name.as_deref())
    }

    /// The speaker of a turn, where known.
    #[must_use]
    pub fn speaker_of(&self, turn: &Turn) -> Option<&Speaker> {
        self.speakers.get(turn.speaker?)
    }

    /// The name of the speaker of a turn, by the turn's index, where known.
    #[must_use]
    pub fn name_in(&self, turn: usize) -> Option<&str> {
        self.speaker_of(self.turns.get(turn)?)?.name.as_deref()
    }

    /// How many of its exchanges have an answer: where everybody asks, none has.
    #[must_use]
    pub fn answered(&self) -> usize {
        let exchanges = self.exchanges.iter();
        exchanges
            .filter(|exchange| !exchange.answer.is_empty())
            .count()
    }

    /// The turns that answers are made of: what may be quoted.
    pub fn quotable(&self) -> impl Iterator<Item = usize> {
        let answers = self.exchanges.iter().map(|exchange| &exchange.answer);
        answers.flatten().copied()
    }

    /// The range of the interviewer's question of an exchange, from its first turn to its last.
    #[must_use]
    pub fn question_span(&self, exchange: &Exchange) -> Option<Span> {
        self.cover(&exchange.question)
    }

    /// The range of the whole answer of an exchange, from its first turn to its last.
    #[must_use]
    pub fn answer_span(&self, exchange: &Exchange) -> Option<Span> {
        self.cover(&exchange.answer)
    }

    fn cover(&self, turns: &[usize]) -> Option<Span> {
        let first = self.turns.get(*turns.first()?)?;
        let last = self.turns.get(*turns.last()?)?;
        Some(Span::new(first.span.start, last.span.end))
    }
}

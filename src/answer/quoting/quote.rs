//! A quote: a range of a stored transcript, and nothing else.

use super::attribution::Attribution;
use crate::answer::{Place, source_link};
use crate::interview::{Interview, InterviewId, InterviewKey, Metadata, Revision, Span};

/// Words that somebody said: a slice of one interview's transcript at one revision.
///
/// Only [`Quote::cut`] makes one, from the transcript itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    interview: InterviewId,
    revision: Revision,
    span: Span,
    text: String,
    highlights: Vec<Span>,
    best: Option<Span>,
    asked: Option<String>,
    attribution: Attribution,
    score: f32,
    cut: (bool, bool),
}

impl Quote {
    /// Cuts `span` out of `interview`, with the highlights that lie inside it. `None` where the range
    /// is empty, does not fall on characters, or is not inside one turn.
    #[must_use]
    pub fn cut(
        interview: &Interview,
        span: Span,
        highlights: Vec<Span>,
        score: f32,
    ) -> Option<Self> {
        if interview.is_withdrawn(span) {
            return None;
        }
        let turn_index = interview
            .turns
            .iter()
            .position(|turn| turn.span.contains(span))?;
        let turn = &interview.turns[turn_index];
        let text = interview
            .slice(span)
            .filter(|text| !text.is_empty())?
            .to_owned();
        let exchange = interview
            .exchanges
            .iter()
            .find(|exchange| exchange.answer.contains(&turn_index));
        let speaker = interview.speaker_of(turn);
        let metadata = &interview.metadata;
        Some(Self {
            interview: interview.id.clone(),
            revision: interview.revision.clone(),
            span,
            text,
            highlights: highlights
                .into_iter()
                .filter(|highlight| {
                    span.contains(*highlight)
                        && interview
                            .slice(*highlight)
                            .is_some_and(|words| !words.is_empty())
                })
                .collect(),
            best: None,
            asked: exchange
                .and_then(|exchange| interview.question_span(exchange))
                .and_then(|question| interview.slice(question))
                .map(str::to_owned),
            attribution: Attribution {
                speaker: speaker.and_then(|speaker| speaker.name.clone()),
                description: speaker.and_then(|speaker| speaker.description.clone()),
                role: turn.role,
                date: metadata.date,
                title: metadata.title.clone(),
                file: is_unplaced(metadata).then(|| interview.id.to_string()),
                outlet: metadata.outlet.clone(),
                url: metadata.url.clone(),
                link: source_link(interview, span),
                time_ms: interview.time_at(span.start),
                page: interview.page_at(span.start),
            },
            score,
            cut: (
                is_cut_before(&interview.transcript, turn.span, span),
                is_cut_after(&interview.transcript, turn.span, span),
            ),
        })
    }

    /// Says which of the highlights answers best, where that is not the first.
    #[must_use]
    pub fn led_by(mut self, best: Option<Span>) -> Self {
        self.best = best.filter(|best| self.highlights.contains(best));
        self
    }

    /// The interview's id.
    #[must_use]
    pub fn interview(&self) -> &InterviewId {
        &self.interview
    }

    /// The revision of the transcript that it was cut from.
    #[must_use]
    pub fn revision(&self) -> &Revision {
        &self.revision
    }

    /// Bytes into the transcript.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words that answer: bytes into the transcript, inside [`Self::span`], in order, apart.
    #[must_use]
    pub fn highlights(&self) -> &[Span] {
        &self.highlights
    }

    /// The highlight that answers best: what is kept of a quote where there is no room for all of it.
    #[must_use]
    pub fn best_highlight(&self) -> Option<Span> {
        self.best.or_else(|| self.highlights.first().copied())
    }

    /// The interviewer's question that it is part of the answer to.
    #[must_use]
    pub fn asked(&self) -> Option<&str> {
        self.asked.as_deref()
    }

    /// Who said it, when and where.
    #[must_use]
    pub fn attribution(&self) -> &Attribution {
        &self.attribution
    }

    /// Whether it begins and whether it ends inside a sentence: there, whoever shows it sets `[…]`.
    #[must_use]
    pub fn cuts(&self) -> (bool, bool) {
        self.cut
    }

    /// How well it answers; comparable within one answer only.
    #[must_use]
    pub fn score(&self) -> f32 {
        self.score
    }

    /// Where it stands, for a button to carry.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            interview: InterviewKey::new(&self.interview, &self.revision),
            span: self.span,
            highlight: self.best_highlight(),
        }
    }
}

/// Whether nothing tells which interview it is.
fn is_unplaced(metadata: &Metadata) -> bool {
    metadata.title.is_none()
        && metadata.outlet.is_none()
        && metadata.date.is_none()
        && metadata.url.is_none()
}

/// Whether the words before `span` belong to the sentence that it begins with.
fn is_cut_before(transcript: &str, turn: Span, span: Span) -> bool {
    let before = &transcript[turn.start..span.start];
    let said = before.trim_end();
    !said.is_empty() && !before[said.len()..].contains('\n') && !said.ends_with(CLOSING)
}

/// Whether the words after `span` belong to the sentence that it ends with.
fn is_cut_after(transcript: &str, turn: Span, span: Span) -> bool {
    let after = &transcript[span.end..turn.end];
    let rest = after.trim_start();
    let between = &after[..after.len() - rest.len()];
    !rest.is_empty()
        && !between.contains('\n')
        && !transcript[span.start..span.end].ends_with(CLOSING)
}

/// What ends a sentence, closing quotation marks and brackets included.
const CLOSING: [char; 15] = [
    '.', '!', '?', '…', ':', '»', '”', '"', ')', ']', '’', '\'', '。', '！', '？',
];

//! A hypothesis: one way to read who speaks in a document, block by block.

use super::block_features::DocumentBlocks;
use super::speaker_resolution::{LabelOwner, SpeakerDirectory};
use crate::interview::Span;
use crate::reading::noise_lines::NoiseKind;

/// How a document may have been meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HypothesisKind {
    /// Labels say who speaks.
    Labels,
    /// Labels say who answers; the questions between them have none.
    LabelsAndQuestions,
    /// Questions look different: bold, italic, headings.
    Looks,
    /// Each turn begins with a dash, questions and answers in alternation.
    Dashes,
    /// Paragraphs that end with a question mark are the interviewer's.
    QuestionMarks,
    /// One person speaks or writes.
    Monologue,
    /// Nothing says who speaks.
    Unknown,
    /// Nobody speaks: headings and lists.
    Nothing,
}

/// Whose voice a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockSpeaker {
    /// Whom the label says.
    Member(LabelOwner),
    /// The interviewer, without a label.
    Asker,
    /// The guest, without a label.
    Answerer,
    /// Somebody, and nothing says who.
    Someone,
    /// Whoever spoke before.
    Same,
    Nobody(NoiseKind),
}

/// The words of a block and whose they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct SpokenPart {
    pub(super) span: Span,
    pub(super) voice: BlockSpeaker,
}

/// One way to read a document.
#[derive(Debug)]
pub(super) struct Hypothesis {
    pub(super) manner: HypothesisKind,
    /// A part for each block.
    pub(super) parts: Vec<SpokenPart>,
    pub(super) people: SpeakerDirectory,
}

pub(super) fn everything(page: &DocumentBlocks) -> Vec<SpokenPart> {
    let part = |at: usize| SpokenPart {
        span: page.block(at).span,
        voice: BlockSpeaker::Answerer,
    };
    (0..page.len()).map(part).collect()
}

/// A part a block: noise is nobody's, the rest is as `voice` says.
pub(super) fn in_order(
    page: &DocumentBlocks,
    voice: impl Fn(usize) -> BlockSpeaker,
) -> Vec<SpokenPart> {
    (0..page.len())
        .map(|at| SpokenPart {
            span: page.block(at).span,
            voice: page.noise[at].map_or_else(|| voice(at), BlockSpeaker::Nobody),
        })
        .collect()
}

/// Speech is what is no title, and no list of a page that is hardly anything else.
pub(super) fn prose(page: &DocumentBlocks, at: usize, voice: BlockSpeaker) -> BlockSpeaker {
    if page.subtitle[at] {
        BlockSpeaker::Nobody(NoiseKind::Heading)
    } else {
        voice
    }
}

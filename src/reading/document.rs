//! A document: the transcript of one interview as its format gives it, with its blocks.
//!
//! A block is a paragraph, a heading or a list item: the smallest thing that has one speaker. What a
//! format knows about its look is kept, because looks are evidence of who speaks.

use serde::{Deserialize, Serialize};

use super::facts::Facts;
use crate::interview::{Role, SourceMark, Span};

/// A transcript and its blocks, in order, in bytes into the transcript.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Document {
    /// Its name within the file, where the file holds several.
    pub(super) name: Option<String>,
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    /// What the file says about itself beside its text: front matter, document properties, page metadata.
    pub(super) facts: Facts,
    /// Times or pages, in order.
    pub(super) marks: Vec<SourceMark>,
    /// Who says what, in order, where the format itself says all of it.
    pub(super) said: Vec<AttributedSpeech>,
}

/// Words, and who says them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct AttributedSpeech {
    pub(super) span: Span,
    /// The name or the label of who says them.
    pub(super) speaker: Option<String>,
    /// Whether they ask or answer, where the format says it.
    pub(super) role: Option<Role>,
    /// Whether they answer another question than what stands before them, though none is given.
    pub(super) apart: bool,
}

/// A paragraph, a heading or a list item, without the white space around it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Block {
    pub(super) span: Span,
    pub(super) look: BlockStyle,
    /// Where the bold run at the start of the block ends, where there is one and words follow it.
    pub(super) bold_until: Option<usize>,
}

/// What a block looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub(super) enum BlockStyle {
    #[default]
    Plain,
    /// Its level, 1 to 6.
    Heading(u8),
    /// Entirely bold.
    Bold,
    /// Entirely italic.
    Italic,
    Item,
}

impl Document {
    /// The words of a block.
    pub(super) fn words(&self, block: &Block) -> &str {
        self.text
            .get(block.span.start..block.span.end)
            .unwrap_or_default()
    }

    /// The words that somebody says.
    pub(super) fn speech(&self, said: &AttributedSpeech) -> &str {
        self.text
            .get(said.span.start..said.span.end)
            .unwrap_or_default()
    }
}

//! Formats: each turns a file's text into a transcript and its blocks.
//!
//! A block is a paragraph, a heading or a list item: the smallest thing that has one speaker. What a
//! format knows about its look is kept, because looks are evidence of who speaks.

mod markdown;
mod text;

use std::path::Path;

use super::metadata::Facts;
use super::{Origin, ReadError};
use crate::interview::{Mark, Span};

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
}

/// A transcript and its blocks, in order, in bytes into the transcript.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    /// What the file says about itself beside its text: front matter, document properties, page metadata.
    pub(super) facts: Facts,
    /// Times or pages, in order.
    pub(super) marks: Vec<Mark>,
}

/// A paragraph, a heading or a list item, without the white space around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    pub(super) span: Span,
    pub(super) look: Look,
    /// Where the bold run at the start of the block ends, where there is one and words follow it.
    pub(super) bold_until: Option<usize>,
}

/// What a block looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Look {
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

impl Format {
    /// The format of a file: by its content where that tells, else by its extension.
    pub(super) fn detect(path: &Path, _bytes: &[u8]) -> Option<Self> {
        Self::of(path)
    }

    /// The format that an extension stands for.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }

    /// What people call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "plain text",
            Self::Markdown => "Markdown",
        }
    }

    /// Where a file of this format says what it says about itself.
    pub(super) fn origin(self) -> Origin {
        match self {
            Self::Text | Self::Markdown => Origin::FrontMatter,
        }
    }

    /// Reads a file's content.
    pub(super) fn read(
        self,
        bytes: &[u8],
        warnings: &mut Vec<String>,
    ) -> Result<Document, ReadError> {
        match self {
            Self::Text => text::read(bytes, warnings),
            Self::Markdown => markdown::read(bytes, warnings),
        }
    }
}

impl Document {
    /// The words of a block.
    pub(super) fn words(&self, block: &Block) -> &str {
        self.text
            .get(block.span.start..block.span.end)
            .unwrap_or_default()
    }
}

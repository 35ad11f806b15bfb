//! Formats: each turns a file's text into a transcript and its blocks.
//!
//! A block is a paragraph, a heading or a list item: the smallest thing that has one speaker. What a
//! format knows about its look is kept, because looks are evidence of who speaks.

mod archive;
mod collection;
mod cues;
mod docx;
mod epub;
mod html;
mod json;
mod limits;
mod markdown;
mod odt;
mod page_facts;
mod pdf;
mod stamps;
mod subtitles;
mod text;
mod writer;
mod xml;

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use limits::Limits;

use super::metadata::Facts;
use super::{Origin, ReadError};
use crate::interview::{Mark, Role, Span};

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
    /// SubRip or WebVTT.
    Subtitles,
    Json,
    JsonLines,
    Docx,
    Odt,
    Epub,
    Html,
    Pdf,
}

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
    pub(super) marks: Vec<Mark>,
    /// Who says what, in order, where the format itself says all of it.
    pub(super) said: Vec<Said>,
}

/// Words, and who says them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Said {
    pub(super) span: Span,
    pub(super) speaker: Option<String>,
    pub(super) role: Role,
}

/// A paragraph, a heading or a list item, without the white space around it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Block {
    pub(super) span: Span,
    pub(super) look: Look,
    /// Where the bold run at the start of the block ends, where there is one and words follow it.
    pub(super) bold_until: Option<usize>,
}

/// What a block looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
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

/// How many bytes are looked at to know a format by.
const SNIFFED: usize = 4_096;

/// Whether a line is a JSON object and nothing else.
fn is_object(line: &str) -> bool {
    line.starts_with('{') && serde_json::from_str::<serde_json::Map<_, _>>(line).is_ok()
}

/// Whether the start of a document is a page's.
fn is_html(head: &str) -> bool {
    let head = head.to_ascii_lowercase();
    head.contains("<html") || head.contains("<!doctype html")
}

impl Format {
    /// The format of a file: by its content where that tells, else by its extension.
    pub(super) fn detect(path: &Path, bytes: &[u8]) -> Option<Self> {
        let said = Self::of(path)?;
        Some(Self::of_content(bytes).unwrap_or(said))
    }

    /// The format that the content's first bytes say, where they do.
    fn of_content(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") {
            return Self::of_archive(bytes);
        }
        if bytes.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let head = &bytes[..bytes.len().min(SNIFFED)];
        let head = String::from_utf8_lossy(head);
        let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
        let first = lines.next()?;
        let second = lines.next().unwrap_or_default();
        let opening = first.to_ascii_lowercase();
        let html = ["<!doctype html", "<html", "<?xml"];
        if html.iter().any(|html| opening.starts_with(html)) && is_html(&head) {
            return Some(Self::Html);
        }
        let number = first.bytes().all(|byte| byte.is_ascii_digit());
        if first.starts_with("WEBVTT") || (number && second.contains("-->")) {
            return Some(Self::Subtitles);
        }
        if is_object(first) && (second.is_empty() || is_object(second)) {
            return Some(if second.is_empty() {
                Self::Json
            } else {
                Self::JsonLines
            });
        }
        let opens = first.starts_with(['{', '[']) && first.len() < SNIFFED;
        let keyed = first.starts_with("{\"") || second.starts_with(['"', '{']) || first == "[{";
        (opens && keyed).then_some(Self::Json)
    }

    /// The format of a zip archive: by a part that only one has.
    fn of_archive(bytes: &[u8]) -> Option<Self> {
        let holds = |name: &str| {
            let name = name.as_bytes();
            bytes.windows(name.len()).any(|part| part == name)
        };
        if holds("word/document.xml") {
            Some(Self::Docx)
        } else if holds("application/vnd.oasis.opendocument.text") {
            Some(Self::Odt)
        } else if holds("application/epub+zip") {
            Some(Self::Epub)
        } else {
            None
        }
    }

    /// The format that an extension stands for.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "docx" => Some(Self::Docx),
            "odt" => Some(Self::Odt),
            "epub" => Some(Self::Epub),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "pdf" => Some(Self::Pdf),
            "srt" | "vtt" => Some(Self::Subtitles),
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }

    /// The extension under which a child process reads it, where its reader may take the process down.
    pub(super) fn is_dangerous(self) -> Option<&'static str> {
        match self {
            Self::Docx => Some("docx"),
            Self::Odt => Some("odt"),
            Self::Epub => Some("epub"),
            Self::Html => Some("html"),
            Self::Pdf => Some("pdf"),
            Self::Text | Self::Markdown | Self::Subtitles | Self::Json | Self::JsonLines => None,
        }
    }

    /// What people call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "plain text",
            Self::Markdown => "Markdown",
            Self::Docx => "Word",
            Self::Odt => "OpenDocument",
            Self::Epub => "EPUB",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Subtitles => "subtitles",
            Self::Json => "JSON",
            Self::JsonLines => "JSON lines",
        }
    }

    /// Where a file of this format says what it says about itself.
    pub(super) fn origin(self) -> Origin {
        match self {
            Self::Text | Self::Markdown => Origin::FrontMatter,
            Self::Html => Origin::PageMetadata,
            Self::Docx
            | Self::Odt
            | Self::Epub
            | Self::Pdf
            | Self::Subtitles
            | Self::Json
            | Self::JsonLines => Origin::DocumentProperties,
        }
    }

    /// Reads a file's content: one document, or the several that it holds.
    pub(super) fn read(
        self,
        bytes: &[u8],
        warnings: &mut Vec<String>,
    ) -> Result<Vec<Document>, ReadError> {
        self.read_within(&Limits::default(), bytes, warnings)
    }

    fn read_within(
        self,
        limits: &Limits,
        bytes: &[u8],
        warnings: &mut Vec<String>,
    ) -> Result<Vec<Document>, ReadError> {
        let document = match self {
            Self::Text => text::read(bytes, warnings),
            Self::Markdown => markdown::read(bytes, warnings),
            Self::Docx => docx::read(bytes, limits),
            Self::Odt => odt::read(bytes, limits),
            Self::Epub => epub::read(bytes, limits, warnings),
            Self::Html => html::read(bytes, limits, warnings),
            Self::Pdf => pdf::read(bytes),
            Self::Subtitles => subtitles::read(bytes, warnings),
            Self::Json => json::read(bytes, warnings),
            Self::JsonLines => return json::read_lines(bytes, warnings),
        };
        Ok(vec![document?])
    }
}

/// A table as front matter would have it, of the keys whose value is known.
fn table<'a>(facts: impl Iterator<Item = (&'a str, Option<String>)>) -> Map<String, Value> {
    facts
        .filter_map(|(key, value)| Some((key.to_owned(), Value::String(value?))))
        .collect()
}

impl Document {
    /// The words of a block.
    pub(super) fn words(&self, block: &Block) -> &str {
        self.text
            .get(block.span.start..block.span.end)
            .unwrap_or_default()
    }
}

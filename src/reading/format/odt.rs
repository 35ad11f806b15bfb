//! OpenDocument texts (`.odt`, ISO/IEC 26300): paragraphs, headings and lists, and the document's properties.
//!
//! Notes, comments, tracked changes, struck words, captions and text boxes are left out. The day on which the file was
//! made is no fact of the interview.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::size_limits::Limits;
use super::transcript_writer::TranscriptWriter;
use super::xml_events::{self, Node, Tag};
use super::zip_archive::Archive;
use super::{Document, inline_timestamps, turn_headings};
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::{ReadError, metadata};

const KIND: &str = "OpenDocument";

pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes, KIND, limits)?;
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ReadError::Malformed(
            "the OpenDocument file is protected by a password; save it again without one"
                .to_owned(),
        ));
    }
    let content = archive.required("content.xml")?;
    let properties = archive.text("meta.xml")?.unwrap_or_default();
    let mut reader = Reader::default();
    let known = warnings.len();
    let mut has_element = false;
    xml_events::walk_all(
        &content,
        "the OpenDocument text",
        limits,
        warnings,
        |node| {
            has_element |= matches!(&node, Node::Open(_));
            reader.take(node);
        },
    )?;
    let document = inline_timestamps::taken_up(turn_headings::taken_up(reader.writer.finish()));
    let is_whole = has_element && warnings.len() == known;
    if !is_whole && !document.text.chars().any(char::is_alphanumeric) {
        return Err(xml_events::without_words("the OpenDocument text"));
    }
    Ok(Document {
        facts: metadata::from_table(&facts(&properties, limits), MetadataAuthor::Program),
        ..document
    })
}

/// Title and language, as front matter would have them.
fn facts(properties: &str, limits: &Limits) -> Map<String, Value> {
    let names = ["title", "language"];
    super::table(
        names
            .into_iter()
            .zip(xml_events::texts(properties, &names, limits)),
    )
}

/// How a style of the document looks.
#[derive(Debug, Clone, Copy, Default)]
struct Style {
    bold: bool,
    italic: bool,
    /// Struck through or hidden.
    silent: bool,
}

/// Elements whose words are no part of the text.
fn is_left_out(name: &str) -> bool {
    ["annotation", "note", "tracked-changes", "text-box"].contains(&name)
}

#[derive(Default)]
struct Reader {
    writer: TranscriptWriter,
    styles: HashMap<String, Style>,
    /// The style being defined.
    defined: Option<String>,
    /// The looks of the open paragraph and spans.
    looks: Vec<Style>,
    body: bool,
    lists: usize,
    left_out: usize,
}

impl Reader {
    fn take(&mut self, node: Node<'_>) {
        match node {
            Node::Open(tag) => self.open(tag),
            Node::Close(name) => self.close(name),
            Node::Text(words) if self.body && !self.looks.is_empty() && self.left_out == 0 => {
                self.writer.write(words);
            }
            Node::Text(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        if is_left_out(tag.name()) {
            self.left_out += 1;
        }
        if self.left_out > 0 {
            return;
        }
        match tag.name() {
            "style" => self.defined = tag.attribute("name"),
            "text-properties" => self.define(tag),
            "text" => self.body = true,
            "list" => self.lists += 1,
            "list-item" => self.writer.item("– ".to_owned()),
            "h" => {
                let level = tag.attribute("outline-level");
                self.writer
                    .heading(level.and_then(|level| level.parse().ok()).unwrap_or(1));
                self.begin(tag);
            }
            "p" => {
                self.writer.close();
                self.begin(tag);
            }
            "span" => self.begin(tag),
            "s" | "tab" => self.writer.write(" "),
            "line-break" => self.writer.line_break(),
            "table" => self.writer.table(true),
            "table-row" => self.writer.row(),
            "table-cell" => self.writer.cell(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.left_out > 0 {
            self.left_out -= usize::from(is_left_out(name));
            return;
        }
        match name {
            "style" => self.defined = None,
            "table" => self.writer.table(false),
            "list" => self.lists = self.lists.saturating_sub(1),
            "list-item" => self.writer.end_item(),
            "h" | "p" => {
                self.end();
                self.writer.close();
            }
            "span" => self.end(),
            _ => {}
        }
    }

    fn define(&mut self, tag: &Tag<'_>) {
        if let Some(name) = &self.defined {
            let style = Style {
                bold: tag.attribute("font-weight").as_deref() == Some("bold"),
                italic: tag.attribute("font-style").as_deref() == Some("italic"),
                silent: tag
                    .attribute("text-line-through-style")
                    .is_some_and(|style| style != "none")
                    || tag.attribute("display").as_deref() == Some("none"),
            };
            self.styles.insert(name.clone(), style);
        }
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        let name = tag.attribute("style-name").unwrap_or_default();
        let mut style = self.styles.get(&name).copied().unwrap_or_default();
        let captions = ["Caption", "Illustration", "Figure", "Footnote", "Endnote"];
        style.silent |= captions.contains(&name.as_str());
        self.looks.push(style);
        self.look(style, true);
    }

    fn end(&mut self) {
        if let Some(style) = self.looks.pop() {
            self.look(style, false);
        }
    }

    fn look(&mut self, style: Style, begins: bool) {
        if style.bold {
            self.writer.strong(begins);
        }
        if style.italic {
            self.writer.emphasis(begins);
        }
        if style.silent {
            self.writer.silence(begins);
        }
    }
}

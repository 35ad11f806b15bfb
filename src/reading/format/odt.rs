//! OpenDocument texts (`.odt`, ISO/IEC 26300): paragraphs, headings and lists, and the document's properties.
//!
//! Notes, comments, tracked changes, struck words, captions and text boxes are left out. The day on which the file was
//! made is no fact of the interview.

use super::document_builder::DocumentBuilder;
use super::odt_styles::{Look, Styles};
use super::size_limits::Limits;
use super::xml_events::{self, Node, Tag};
use super::zip_archive::Archive;
use super::{Document, office_documents};
use crate::reading::ReadError;

const KIND: &str = "OpenDocument";
const WHAT: &str = "the OpenDocument text";

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
    let named = archive.text("styles.xml")?.unwrap_or_default();
    let mut reader = Reader::default();
    // Styles that cannot be read are styles that are not known.
    let _ = xml_events::walk(&named, "the styles", limits, |node| {
        reader.styles.take(node, true);
    });
    let take = |node: Node<'_>| reader.take(node);
    let is_whole = office_documents::walk(&content, WHAT, limits, warnings, take)?;
    office_documents::document(reader.writer, (WHAT, is_whole), &properties, limits)
}

/// Elements whose words are no part of the text.
fn is_left_out(name: &str) -> bool {
    ["annotation", "note", "tracked-changes", "text-box"].contains(&name)
}

#[derive(Default)]
struct Reader {
    writer: DocumentBuilder,
    styles: Styles,
    /// The looks of the open paragraph and spans.
    looks: Vec<Look>,
    body: bool,
    lists: usize,
    left_out: usize,
}

impl Reader {
    fn take(&mut self, node: Node<'_>) {
        match node {
            Node::Open(tag) => {
                self.styles.take(Node::Open(tag), false);
                self.open(tag);
            }
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
            "text" => self.body = true,
            "list" => self.lists += 1,
            "list-item" => self.writer.item("– ".to_owned()),
            "h" => {
                let level = tag.attribute("outline-level");
                self.writer
                    .heading(level.and_then(|level| level.parse().ok()).unwrap_or(1));
                self.begin(tag, "paragraph");
            }
            "p" => {
                self.writer.close();
                self.begin(tag, "paragraph");
                if self.looks.last().is_some_and(|look| look.title) {
                    self.writer.heading(1);
                }
            }
            "span" => self.begin(tag, "text"),
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

    fn begin(&mut self, tag: &Tag<'_>, family: &str) {
        let name = tag.attribute("style-name").unwrap_or_default();
        let look = self.styles.look(family, &name);
        self.looks.push(look);
        self.look(look, true);
    }

    fn end(&mut self) {
        if let Some(look) = self.looks.pop() {
            self.look(look, false);
        }
    }

    fn look(&mut self, look: Look, begins: bool) {
        if look.bold {
            self.writer.strong(begins);
        }
        if look.italic {
            self.writer.emphasis(begins);
        }
        if look.silent {
            self.writer.silence(begins);
        }
    }
}

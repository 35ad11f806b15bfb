//! Word documents (`.docx`, ECMA-376): the paragraphs of the main part, and the document's properties.
//!
//! Deleted, struck and hidden words, notes, comments, captions and text boxes are left out. The day on which the file was
//! made is no fact of the interview: templates and copies have one too.

use super::document_builder::DocumentBuilder;
use super::docx_styles::{Look, Styles};
use super::size_limits::Limits;
use super::xml_events::{Node, Tag};
use super::zip_archive::Archive;
use super::{Document, office_documents};
use crate::reading::ReadError;

const KIND: &str = "Word";
const WHAT: &str = "the Word document";

pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes, KIND, limits)?;
    let body = archive.required("word/document.xml")?;
    let properties = archive.text("docProps/core.xml")?.unwrap_or_default();
    let styles = archive.text("word/styles.xml")?.unwrap_or_default();
    let mut reader = Reader {
        styles: Styles::read(&styles, limits),
        ..Reader::default()
    };
    let take = |node: Node<'_>| reader.take(node);
    let is_whole = office_documents::walk(&body, WHAT, limits, warnings, take)?;
    office_documents::document(reader.writer, (WHAT, is_whole), &properties, limits)
}

/// Elements whose words are no part of the text.
fn is_left_out(name: &str) -> bool {
    ["del", "moveFrom", "Fallback", "instrText", "txbxContent"].contains(&name)
}

#[derive(Default)]
struct Reader {
    writer: DocumentBuilder,
    styles: Styles,
    /// How the styles of the paragraph and of the run being read look.
    paragraph: Look,
    character: Look,
    /// Whether words are read: inside `t`.
    text: bool,
    /// What the run being read says of its own look.
    bold: Option<bool>,
    italic: Option<bool>,
    hidden: bool,
    /// Inside the properties of a run.
    run: bool,
    /// Inside what is deleted, a text box, or a copy for other programs.
    left_out: usize,
    /// Inside a paragraph that is a caption or a note.
    aside: bool,
}

impl Reader {
    fn take(&mut self, node: Node<'_>) {
        match node {
            Node::Open(tag) => self.open(tag),
            Node::Close(name) => self.close(name),
            Node::Text(words) if self.text && !self.hidden && !self.aside && self.left_out == 0 => {
                self.writer.write(words);
            }
            Node::Text(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let on = || !matches!(tag.attribute("val").as_deref(), Some("0" | "false" | "off"));
        match tag.name() {
            name if is_left_out(name) => self.left_out += 1,
            _ if self.left_out > 0 => {}
            "tbl" => self.writer.table(true),
            "tr" => self.writer.row(),
            "tc" => self.writer.cell(),
            "p" => {
                self.aside = false;
                self.paragraph = Look::default();
                self.writer.close();
            }
            "pStyle" => self.style(&tag.attribute("val").unwrap_or_default()),
            "numPr" => self.writer.item("– ".to_owned()),
            "r" => {
                (self.bold, self.italic, self.hidden) = (None, None, false);
                self.character = Look::default();
            }
            "rStyle" if self.run => {
                self.character = self.styles.look(&tag.attribute("val").unwrap_or_default());
                self.hidden |= self.character.hidden == Some(true);
            }
            "rPr" => self.run = true,
            "b" if self.run => self.bold = Some(on()),
            "i" if self.run => self.italic = Some(on()),
            "vanish" | "strike" | "dstrike" if self.run => self.hidden |= on(),
            "t" => {
                self.text = true;
                self.look(true);
            }
            "tab" if !self.run => self.writer.write(" "),
            "br" | "cr" => self.writer.line_break(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            name if is_left_out(name) => self.left_out = self.left_out.saturating_sub(1),
            _ if self.left_out > 0 => {}
            "tbl" => self.writer.table(false),
            "p" => self.writer.end_item(),
            "rPr" => self.run = false,
            "t" => {
                self.text = false;
                self.look(false);
            }
            _ => {}
        }
    }

    /// Begins or ends the looks of a run: its own, else those of its style, else those of its paragraph's.
    fn look(&mut self, begins: bool) {
        let is = |own: Option<bool>, character: Option<bool>, paragraph: Option<bool>| {
            own.or(character).or(paragraph) == Some(true)
        };
        if is(self.bold, self.character.bold, self.paragraph.bold) {
            self.writer.strong(begins);
        }
        if is(self.italic, self.character.italic, self.paragraph.italic) {
            self.writer.emphasis(begins);
        }
    }

    fn style(&mut self, style: &str) {
        self.paragraph = self.styles.look(style);
        self.aside = self.paragraph.aside;
        if let Some(level) = self.paragraph.heading {
            self.writer.heading(level);
        }
    }
}

//! The markup of an article's text: paragraphs, headings, lists, tables and words in bold, by the names that NITF, JATS and
//! XHTML have for them. What none of them names is read as words of its paragraph.

use super::super::document_builder::DocumentBuilder;
use super::super::html_blocks;
use super::super::xml_tree::{Child, Element};

/// Elements whose words are no part of the text: pictures, boxes, notes, formulas, credits, what was deleted.
const SILENT: [&str; 42] = [
    "head",
    "media",
    "figure",
    "figcaption",
    "fig",
    "fig-group",
    "graphic",
    "inline-graphic",
    "caption",
    "table-wrap",
    "nitf-table",
    "boxed-text",
    "aside",
    "supplementary-material",
    "fn",
    "fn-group",
    "note",
    "ref-list",
    "disp-formula",
    "disp-formula-group",
    "tex-math",
    "math",
    "label",
    "attrib",
    "credit",
    "copyrite",
    "permissions",
    "object-id",
    "script",
    "style",
    "nav",
    "iframe",
    "object",
    "button",
    "del",
    "strike",
    "s",
    "noscript",
    "svg",
    "alt-text",
    "long-desc",
    "processing-meta",
];
/// Elements that are a line or paragraph of their own, or hold such.
const BLOCKS: [&str; 33] = [
    "p",
    "block",
    "body",
    "body.content",
    "sec",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "blockquote",
    "bq",
    "disp-quote",
    "ul",
    "ol",
    "dl",
    "list",
    "def-list",
    "def-item",
    "dd",
    "def",
    "pre",
    "preformat",
    "hr",
    "verse-group",
    "verse-line",
    "statement",
    "ack",
    "abstract",
    "address",
    "tbody",
    "hedline",
];
/// What marks of notes and of literature lead to.
const NOTES: [&str; 6] = ["bibr", "fn", "table-fn", "aff", "corresp", "author-notes"];

/// Writes an element and what is in it.
pub(super) fn write(element: &Element, writer: &mut DocumentBuilder) {
    let name = element.name.as_str();
    match name {
        name if SILENT.contains(&name) || is_aside(element) => {}
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading(element, digit(name, 1), writer),
        "hl1" | "hl2" => heading(element, digit(name, 2), writer),
        // Titles of sections; the article's own stands above them.
        "title" => heading(element, 2, writer),
        "li" | "list-item" => {
            writer.item("– ".to_owned());
            inside(element, writer);
            writer.end_item();
        }
        "dt" | "term" => {
            writer.close();
            bold(element, writer);
            writer.close();
        }
        "br" | "break" => writer.close(),
        "b" | "strong" | "bold" => bold(element, writer),
        "em" if is_bold(element) => bold(element, writer),
        "i" | "em" | "italic" => {
            writer.emphasis(true);
            inside(element, writer);
            writer.emphasis(false);
        }
        "table" | "tr" | "td" | "th" => table_part(element, writer),
        "speech" => speech(element, writer),
        name if BLOCKS.contains(&name) => {
            writer.close();
            inside(element, writer);
            writer.close();
        }
        _ => inside(element, writer),
    }
}

fn table_part(element: &Element, writer: &mut DocumentBuilder) {
    match element.name.as_str() {
        "table" => writer.table(true),
        "tr" => writer.row(),
        _ => writer.cell(),
    }
    inside(element, writer);
    match element.name.as_str() {
        "table" => writer.table(false),
        "tr" => {}
        _ => writer.close(),
    }
}

/// Writes what is in an element.
pub(super) fn inside(element: &Element, writer: &mut DocumentBuilder) {
    for child in &element.children {
        match child {
            Child::Text(text) => html_blocks::words(text, writer),
            Child::Element(inner) => write(inner, writer),
        }
    }
}

fn heading(element: &Element, level: u8, writer: &mut DocumentBuilder) {
    writer.heading(level);
    inside(element, writer);
    writer.close();
}

fn bold(element: &Element, writer: &mut DocumentBuilder) {
    writer.strong(true);
    inside(element, writer);
    writer.strong(false);
}

/// The number at the end of a name, or `otherwise`.
fn digit(name: &str, otherwise: u8) -> u8 {
    name.get(name.len() - 1..)
        .and_then(|digit| digit.parse().ok())
        .unwrap_or(otherwise)
}

/// Whether NITF's one element for emphasis says that it is bold.
fn is_bold(element: &Element) -> bool {
    ["class", "style", "type"].iter().any(|key| {
        let value = element.attribute(key).unwrap_or_default().to_lowercase();
        value.contains("bold") || value.contains("strong")
    })
}

/// Whether an element is beside the text: a mark of a note, a quotation that repeats the text.
fn is_aside(element: &Element) -> bool {
    let kind = |key: &str| element.attribute(key).unwrap_or_default().to_lowercase();
    let is_mark = |mark: &Element| {
        mark.name == "xref"
            && mark
                .attribute("ref-type")
                .is_some_and(|kind| NOTES.contains(&kind))
    };
    match element.name.as_str() {
        "xref" => is_mark(element),
        // Raised marks: nothing is left of them without those that lead to notes.
        "sup" => {
            element.elements().any(is_mark)
                && !element
                    .text_without(&|inner| !is_mark(inner))
                    .contains(char::is_alphanumeric)
        }
        "disp-quote" | "blockquote" | "bq" => ["content-type", "class", "specific-use"]
            .iter()
            .any(|key| kind(key).replace(['-', '_', ' '], "").contains("pullquote")),
        "sec" => matches!(
            kind("sec-type").as_str(),
            "supplementary-material" | "display-objects" | "ref-list"
        ),
        _ => false,
    }
}

/// What one speaker says in a conversation: the name stands before the first words.
fn speech(element: &Element, writer: &mut DocumentBuilder) {
    writer.close();
    let speaker = element
        .child("speaker")
        .map(Element::text)
        .unwrap_or_default();
    let speaker = speaker.trim_end_matches([':', '.', ' ']);
    if !speaker.is_empty() {
        writer.strong(true);
        writer.write(&format!("{speaker}:"));
        writer.strong(false);
        writer.write(" ");
    }
    let said = element.elements().filter(|inner| inner.name != "speaker");
    for (at, inner) in said.enumerate() {
        if at == 0 && inner.name == "p" {
            inside(inner, writer);
            writer.close();
        } else {
            write(inner, writer);
        }
    }
    writer.close();
}

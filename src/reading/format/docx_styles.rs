//! The styles of a Word document: which are headings, captions and notes, and how words look that have no look of their own.
//!
//! Built-in styles keep their English name (`heading 1`) in every language; their ids are of the language in which the
//! document was begun.
//!
//! <https://ecma-international.org/publications-and-standards/standards/ecma-376/>, part 1, 17.7

use std::collections::HashMap;

use super::size_limits::Limits;
use super::xml_events::{self, Node, Tag};

/// How many styles may rest on each other.
const DEEPEST: usize = 20;
/// How the names of styles begin that are not for the text itself.
const ASIDES: [&str; 8] = [
    "caption",
    "légende",
    "legende",
    "beschriftung",
    "footnote",
    "endnote",
    "toc ",
    "table of figures",
];
/// How the names of headings begin.
const HEADINGS: [&str; 5] = ["heading", "titre", "berschrift", "título", "titolo"];

/// What a style makes of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// The level of a heading.
    pub(super) heading: Option<u8>,
    /// Whether it is for captions, notes or tables of contents.
    pub(super) aside: bool,
}

/// A style as far as it says something itself.
#[derive(Debug, Default)]
struct Style {
    name: String,
    parent: Option<String>,
    bold: Option<bool>,
    italic: Option<bool>,
    hidden: Option<bool>,
}

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    known: HashMap<String, Style>,
    /// The style being defined.
    defined: Option<String>,
    /// Inside the look of a part of a table.
    apart: bool,
}

impl Styles {
    /// The styles of a part; of one that cannot be read, none.
    pub(super) fn read(part: &str, limits: &Limits) -> Self {
        let mut styles = Self::default();
        let walked = xml_events::walk(part, "the styles", limits, |node| match node {
            Node::Open(tag) => styles.open(tag),
            Node::Close("style") => styles.defined = None,
            Node::Close("tblStylePr") => styles.apart = false,
            Node::Close(_) | Node::Text(_) => {}
        });
        walked.map_or_else(|_| Self::default(), |_| styles)
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let value = || tag.attribute("val");
        let on = || Some(!matches!(value().as_deref(), Some("0" | "false" | "off")));
        if tag.name() == "style" {
            self.defined = tag.attribute("styleId");
            if let Some(id) = &self.defined {
                self.known.insert(id.clone(), Style::default());
            }
            return;
        }
        let Some(style) = self.defined.as_ref().and_then(|id| self.known.get_mut(id)) else {
            return;
        };
        match tag.name() {
            "tblStylePr" => self.apart = true,
            _ if self.apart => {}
            "name" => style.name = value().unwrap_or_default().to_lowercase(),
            "basedOn" => style.parent = value(),
            "b" => style.bold = on(),
            "i" => style.italic = on(),
            "vanish" | "strike" | "dstrike" => style.hidden = on(),
            _ => {}
        }
    }

    /// The look of a style by its id; of one that the document does not define, what its id says.
    pub(super) fn look(&self, id: &str) -> Look {
        let mut look = Look::default();
        let mut next = Some(id.to_owned());
        for _ in 0..DEEPEST {
            let Some(id) = next.take() else { break };
            let lower = id.to_lowercase();
            let style = self.known.get(&id);
            let name = style.map_or("", |style| style.name.as_str());
            for name in [name, lower.as_str()] {
                look.aside |= ASIDES.iter().any(|start| name.starts_with(start));
                look.heading = look.heading.or_else(|| heading(name));
            }
            let Some(style) = style else { break };
            look.bold = look.bold.or(style.bold);
            look.italic = look.italic.or(style.italic);
            look.hidden = look.hidden.or(style.hidden);
            next.clone_from(&style.parent);
        }
        look
    }
}

/// The level of a heading by its name or id: `heading 1`, `Titre1`, `berschrift1`, `Title`.
fn heading(name: &str) -> Option<u8> {
    if matches!(name, "title" | "titre") {
        return Some(1);
    }
    let named = HEADINGS.iter().any(|start| name.starts_with(start)) || name.contains("berschrift");
    let level = name.trim_start_matches(|char: char| !char.is_ascii_digit());
    level.parse().ok().filter(|_| named)
}

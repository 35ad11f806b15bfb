//! The styles of an OpenDocument text: how paragraphs and words look, each style by itself or by the one that it rests on.
//!
//! Documents have styles of their own (`P1`), which rest on named ones (`Illustration`), which rest on others (`Caption`).
//!
//! <https://docs.oasis-open.org/office/OpenDocument/v1.3/os/part3-schema/OpenDocument-v1.3-os-part3-schema.html#__RefHeading__1416402_253892949>

use std::collections::HashMap;

use super::xml_events::{Node, Tag};

/// How many styles may rest on each other.
const DEEPEST: usize = 20;
/// How the names of styles begin that are not for the text itself, as programs write them in the languages that they have.
const ASIDES: [&str; 9] = [
    "caption",
    "illustration",
    "figure",
    "footnote",
    "endnote",
    "légende",
    "beschriftung",
    "leyenda",
    "didascalia",
];

/// What words look like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Struck through, hidden, a caption or a note.
    pub(super) silent: bool,
    /// The title of the document.
    pub(super) title: bool,
}

/// A style as far as it says something itself.
#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    bold: Option<bool>,
    italic: Option<bool>,
    silent: Option<bool>,
}

/// The styles of a document by their family (`paragraph`, `text`) and name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    known: HashMap<(String, String), Style>,
    /// The style being defined.
    defined: Option<(String, String)>,
    /// Inside styles of headers and footers, whose names come back in the text with another meaning.
    apart: bool,
}

impl Styles {
    /// Takes a tag of the part that holds named styles, or of the text itself.
    pub(super) fn take(&mut self, node: Node<'_>, named: bool) {
        match node {
            Node::Open(tag) => match tag.name() {
                "automatic-styles" => self.apart = named,
                "body" => self.defined = None,
                "style" if !self.apart => self.begin(tag),
                "style" => self.defined = None,
                "text-properties" => self.define(tag),
                _ => {}
            },
            Node::Close("automatic-styles") => self.apart = false,
            Node::Close(_) | Node::Text(_) => {}
        }
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        let family = tag.attribute("family").unwrap_or_default();
        self.defined = tag.attribute("name").map(|name| (family, name));
        if let Some(key) = &self.defined {
            let style = Style {
                parent: tag.attribute("parent-style-name"),
                ..Style::default()
            };
            self.known.insert(key.clone(), style);
        }
    }

    fn define(&mut self, tag: &Tag<'_>) {
        let Some(style) = self
            .defined
            .as_ref()
            .and_then(|key| self.known.get_mut(key))
        else {
            return;
        };
        let is_bold = |weight: String| {
            weight == "bold" || weight.parse::<u16>().is_ok_and(|weight| weight >= 600)
        };
        style.bold = tag.attribute("font-weight").map(is_bold);
        style.italic = tag
            .attribute("font-style")
            .map(|style| style == "italic" || style == "oblique");
        let struck = tag
            .attribute("text-line-through-style")
            .map(|style| style != "none");
        let hidden = tag.attribute("display").map(|display| display == "none");
        style.silent = match (struck, hidden) {
            (None, None) => None,
            (struck, hidden) => Some(struck == Some(true) || hidden == Some(true)),
        };
    }

    /// How words of a style look.
    pub(super) fn look(&self, family: &str, name: &str) -> Look {
        let (mut bold, mut italic, mut silent) = (None, None, None);
        let (mut aside, mut title) = (false, false);
        let mut next = Some(name.to_owned());
        for _ in 0..DEEPEST {
            let Some(name) = next.take().filter(|name| !name.is_empty()) else {
                break;
            };
            let lower = decoded(&name).to_lowercase();
            title |= lower == "title";
            aside |= ASIDES.iter().any(|start| lower.starts_with(start));
            let Some(style) = self.known.get(&(family.to_owned(), name)) else {
                break;
            };
            bold = bold.or(style.bold);
            italic = italic.or(style.italic);
            silent = silent.or(style.silent);
            next.clone_from(&style.parent);
        }
        Look {
            bold: bold.unwrap_or_default(),
            italic: italic.unwrap_or_default(),
            silent: aside || silent.unwrap_or_default(),
            title,
        }
    }
}

/// A style's name with its signs as people write them: `L_e9_gende` is `Légende`.
fn decoded(name: &str) -> String {
    let mut parts = name.split('_');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    let mut code = true;
    for part in parts {
        let char = u32::from_str_radix(part, 16)
            .ok()
            .filter(|_| code && (2..=4).contains(&part.len()))
            .and_then(char::from_u32);
        match char {
            Some(char) => {
                decoded.push(char);
                code = false;
            }
            None if code => {
                decoded.push('_');
                decoded.push_str(part);
            }
            None => {
                decoded.push_str(part);
                code = true;
            }
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn signs_in_the_names_of_styles_are_decoded() {
        assert_eq!(decoded("L_e9_gende"), "Légende");
        assert_eq!(decoded("Text_20_body"), "Text body");
        assert_eq!(decoded("my_style"), "my_style");
        assert_eq!(decoded("P1"), "P1");
    }
}

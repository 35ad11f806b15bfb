//! XML as a stream of events.

use encoding_rs::{Encoding, UTF_8};
use quick_xml::escape::{resolve_html5_entity, resolve_predefined_entity};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

use super::size_limits::Limits;
use crate::reading::{ReadError, character_encoding};

/// What comes next.
pub(super) enum Node<'a> {
    Open(&'a Tag<'a>),
    Close(&'a str),
    Text(&'a str),
}

/// A tag and its attributes.
pub(super) struct Tag<'a> {
    start: &'a BytesStart<'a>,
}

impl Tag<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        let name = self.start.name().into_inner();
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// The name with its prefix.
    pub(super) fn full_name(&self) -> &str {
        self.start.name().into_inner()
    }

    /// An attribute by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let found = self.start.attributes().flatten().find(|attribute| {
            let key = attribute.key.as_ref();
            key == name || key.rsplit_once(':').is_some_and(|(_, local)| local == name)
        })?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }
}

impl Tag<'_> {
    /// Every attribute, names without their prefix.
    pub(super) fn attributes(&self) -> Vec<(String, String)> {
        let all = self.start.attributes().flatten();
        let named = all.filter_map(|attribute| {
            let key = attribute.key.as_ref();
            let name = key.rsplit_once(':').map_or(key, |(_, local)| local);
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            Some((name.to_owned(), value.into_owned()))
        });
        named.collect()
    }
}

/// The start of a file as a text, for what it says of its format: UTF-16 where it has a mark, else UTF-8.
pub(super) fn head(bytes: &[u8]) -> String {
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// The text of an XML file in the encoding that it says: its byte order mark's, else its declaration's.
pub(super) fn decode(bytes: &[u8], warnings: &mut Vec<String>) -> Result<String, ReadError> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let declared = head
        .split_once("encoding=")
        .and_then(|(_, rest)| rest.split(['"', '\'']).nth(1))
        .and_then(|label| Encoding::for_label(label.as_bytes()));
    match declared {
        Some(encoding) if encoding != UTF_8 && Encoding::for_bom(bytes).is_none() => {
            Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
        }
        _ => character_encoding::decode(bytes, warnings),
    }
}

/// How far from the end of a file that was cut off a tag, a comment or a value may begin that has no end, in bytes.
const CUT: u64 = 4_096;

/// Hands every tag and text to `take` as [`walk`] does, and says of what is not whole that it was read as far as it goes.
pub(super) fn walk_all(
    xml: &str,
    what: &str,
    limits: &Limits,
    warnings: &mut Vec<String>,
    take: impl FnMut(Node<'_>),
) -> Result<(), ReadError> {
    if !walk(xml, what, limits, take)? {
        warnings.push(format!(
            "{what} is cut off or damaged: what could be read of it was read; copy or export the file again"
        ));
    }
    Ok(())
}

/// The error for what is not whole and leaves no words.
pub(super) fn without_words(what: &str) -> ReadError {
    ReadError::Malformed(format!(
        "{what} is not valid XML, or cut off, and contains no words; copy or export the file again"
    ))
}

/// Hands every tag and text to `take`, an empty tag as one that opens and closes; whether each element ends where it
/// should. Where that is not so, the file was cut off or is damaged.
pub(super) fn walk(
    xml: &str,
    what: &str,
    limits: &Limits,
    mut take: impl FnMut(Node<'_>),
) -> Result<bool, ReadError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut depth = 0_usize;
    let mut is_whole = true;
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            // The end of the file stands in the middle of a tag.
            Err(Error::Syntax(_)) if reader.error_position() + CUT > xml.len() as u64 => {
                return Ok(false);
            }
            Err(error) => {
                return Err(ReadError::Malformed(format!(
                    "{what} is not valid XML: {error}; save the file again"
                )));
            }
        };
        match event {
            Event::Eof => return Ok(is_whole && depth == 0),
            Event::Start(start) => {
                depth += 1;
                if depth > limits.depth {
                    return Err(ReadError::Malformed(format!(
                        "{what} is nested deeper than {} levels; save the file again",
                        limits.depth
                    )));
                }
                take(Node::Open(&Tag { start: &start }));
            }
            Event::Empty(start) => {
                let tag = Tag { start: &start };
                take(Node::Open(&tag));
                take(Node::Close(tag.name()));
            }
            Event::End(end) => {
                is_whole &= depth > 0;
                depth = depth.saturating_sub(1);
                let name = end.name();
                let name = name.into_inner();
                take(Node::Close(
                    name.rsplit_once(':').map_or(name, |(_, local)| local),
                ));
            }
            Event::Text(text) => take(Node::Text(&text.xml_content(XmlVersion::Implicit1_0))),
            Event::CData(text) => take(Node::Text(&text.xml_content(XmlVersion::Implicit1_0))),
            Event::GeneralRef(entity) => {
                if let Ok(Some(char)) = entity.resolve_char_ref() {
                    take(Node::Text(char.encode_utf8(&mut [0; 4])));
                } else if let Some(text) =
                    resolve_predefined_entity(&entity).or_else(|| resolve_html5_entity(&entity))
                {
                    take(Node::Text(text));
                } else {
                    // What a document type defines is not expanded, and not lost without a sign.
                    take(Node::Text(&format!("&{};", &*entity)));
                }
            }
            _ => {}
        }
    }
}

/// The text of the first element of each of these names.
pub(super) fn texts(xml: &str, names: &[&str], limits: &Limits) -> Vec<Option<String>> {
    let mut found: Vec<Option<String>> = vec![None; names.len()];
    let mut open: Option<usize> = None;
    let walked = walk(xml, "the properties", limits, |node| match node {
        Node::Open(tag) => {
            open = names
                .iter()
                .position(|name| *name == tag.name())
                .filter(|&at| found[at].is_none());
        }
        Node::Close(_) => open = None,
        Node::Text(text) => {
            if let Some(at) = open {
                found[at].get_or_insert_with(String::new).push_str(text);
            }
        }
    });
    match walked {
        Ok(_) => found,
        // Properties that cannot be read are properties that are not known.
        Err(_) => vec![None; names.len()],
    }
}

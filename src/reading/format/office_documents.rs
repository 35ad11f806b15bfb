//! What Word documents and OpenDocument texts have in common: a main part in XML, and the document's properties.

use serde_json::{Map, Value};

use super::document_builder::DocumentBuilder;
use super::size_limits::Limits;
use super::xml_events::{self, Node};
use super::{Document, inline_timestamps, turn_headings};
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::{ReadError, metadata};

/// Goes through the main part; whether it has an element and is whole. `what` is what the document is called.
pub(super) fn walk(
    xml: &str,
    what: &str,
    limits: &Limits,
    warnings: &mut Vec<String>,
    mut take: impl FnMut(Node<'_>),
) -> Result<bool, ReadError> {
    let known = warnings.len();
    let mut has_element = false;
    xml_events::walk_all(xml, what, limits, warnings, |node| {
        has_element |= matches!(&node, Node::Open(_));
        take(node);
    })?;
    Ok(has_element && warnings.len() == known)
}

/// The document that was written of a main part, with what its properties say. One that is damaged and has no words is
/// an error.
pub(super) fn document(
    writer: DocumentBuilder,
    (what, is_whole): (&str, bool),
    properties: &str,
    limits: &Limits,
) -> Result<Document, ReadError> {
    let document = inline_timestamps::taken_up(turn_headings::taken_up(writer.finish()));
    if !is_whole && !document.text.chars().any(char::is_alphanumeric) {
        return Err(xml_events::without_words(what));
    }
    Ok(Document {
        facts: metadata::from_table(&facts(properties, limits), MetadataAuthor::Program),
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

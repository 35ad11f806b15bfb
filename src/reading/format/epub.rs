//! E-books (`.epub`, EPUB 3): the chapters in the order of the spine, and the book's metadata.

use std::collections::HashMap;

use super::document_builder::DocumentBuilder;
use super::size_limits::Limits;
use super::xml_events::{self, Node};
use super::zip_archive::Archive;
use super::{Document, book_chapters, html, inline_timestamps};
use crate::files;
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::{ReadError, metadata};

const KIND: &str = "EPUB";

/// The book as one interview, or each chapter as one where each is somebody's.
pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Vec<Document>, ReadError> {
    let mut archive = Archive::open(bytes, KIND, limits)?;
    if archive.text("META-INF/rights.xml")?.is_some() {
        return Err(ReadError::Malformed(
            "the EPUB file is protected against copying; use one that is not".to_owned(),
        ));
    }
    let path = package_path(&archive.required("META-INF/container.xml")?, limits)?;
    let package = archive.required(&path)?;
    let mut texts = Vec::new();
    let mut read = 0;
    for chapter in chapters(&package, limits)? {
        let Some(text) = archive.text(&beside(&path, &chapter))? else {
            warnings.push(format!("the chapter `{chapter}` is missing"));
            continue;
        };
        read += text.len();
        if read > limits.book {
            let book = files::size(limits.book as u64);
            warnings.push(format!("only the first {book} are read"));
            break;
        }
        texts.push(text);
    }
    let names = ["title", "date", "language", "publisher"];
    let keys = ["title", "date", "language", "outlet"];
    let facts = super::table(
        keys.into_iter()
            .zip(xml_events::texts(&package, &names, limits)),
    );
    let facts = metadata::from_table(&facts, MetadataAuthor::Program);
    if let Some(interviews) = book_chapters::interviews(&texts, &facts, limits, warnings)? {
        return Ok(interviews);
    }
    let mut writer = DocumentBuilder::default();
    for text in &texts {
        html::write(text, limits, &mut writer)?;
    }
    Ok(vec![Document {
        facts,
        ..inline_timestamps::taken_up(writer.finish())
    }])
}

/// The address of the package, which the container says.
fn package_path(container: &str, limits: &Limits) -> Result<String, ReadError> {
    let mut package = None;
    xml_events::walk(container, "the EPUB container", limits, |node| {
        if let Node::Open(tag) = node
            && tag.name() == "rootfile"
        {
            package = package.take().or_else(|| tag.attribute("full-path"));
        }
    })?;
    Ok(package.unwrap_or_else(|| "content.opf".to_owned()))
}

/// The addresses of the chapters, in reading order, without the table of contents.
fn chapters(package: &str, limits: &Limits) -> Result<Vec<String>, ReadError> {
    let mut items: HashMap<String, String> = HashMap::new();
    let mut order: Vec<String> = Vec::new();
    xml_events::walk(package, "the EPUB package", limits, |node| {
        let Node::Open(tag) = node else { return };
        match tag.name() {
            "item" => {
                let contents = tag
                    .attribute("properties")
                    .is_some_and(|properties| properties.split(' ').any(|one| one == "nav"));
                if let (Some(id), Some(address), false) =
                    (tag.attribute("id"), tag.attribute("href"), contents)
                {
                    items.insert(id, address);
                }
            }
            "itemref" => order.extend(tag.attribute("idref")),
            _ => {}
        }
    })?;
    Ok(order.iter().filter_map(|id| items.remove(id)).collect())
}

/// An address in the archive, relative to the folder of `path`.
fn beside(path: &str, address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let address = percent_decoded(address);
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn percent_decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = (byte == b'%')
            .then(|| after.get(..2))
            .flatten()
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code {
            Some(code) => {
                bytes.push(code);
                rest = &after[2..];
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

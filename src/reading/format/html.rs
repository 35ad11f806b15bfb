//! Web pages: the main text, without navigation, notices and comments, and what the page says of itself to
//! machines (JSON-LD, Open Graph, `<meta>`, `<time>`, the canonical address).
//!
//! The main text is what a readability library finds; where that loses questions, it is the page's article
//! without its furniture.

use dom_query::Document as Page;
use dom_smoothie::Readability;

use super::document_builder::DocumentBuilder;
use super::html_blocks::{mark_styled, walk};
use super::html_metadata::facts;
use super::size_limits::Limits;
use super::{Document, html_boilerplate, inline_timestamps, turn_headings};
use crate::files;
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::{ReadError, character_encoding, metadata};

pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let html = text(bytes, warnings)?;
    check(&html, limits)?;
    let page = Page::from(html.as_str());
    let facts = metadata::from_table(&facts(&page), MetadataAuthor::Program);
    html_boilerplate::remove(&page);
    mark_styled(&page);
    let document = if page.select("cite + time").length() > 1 {
        turn_headings::taken_up(written(&page))
    } else {
        best(&page)
    };
    Ok(Document {
        facts,
        ..inline_timestamps::taken_up(document)
    })
}

/// The blocks of a page that is all main text, as the chapters of a book are.
pub(super) fn write(
    html: &str,
    limits: &Limits,
    writer: &mut DocumentBuilder,
) -> Result<(), ReadError> {
    check(html, limits)?;
    let page = Page::from(html);
    html_boilerplate::remove(&page);
    if let Some(body) = page.body() {
        walk(&body, writer);
    }
    writer.close();
    Ok(())
}

/// The words of a title that is written as HTML, entities and tags resolved.
pub(super) fn plain(html: &str) -> String {
    let page = Page::from(html);
    let text = page.body().map(|body| body.text().to_string());
    super::xml_tree::flat(&text.unwrap_or_default())
}

/// The page's text; the encoding that it declares is believed where the bytes are no UTF-8.
fn text(bytes: &[u8], warnings: &mut Vec<String>) -> Result<String, ReadError> {
    if std::str::from_utf8(bytes).is_err() {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2_048)]).to_lowercase();
        let declared = head.split_once("charset=").map(|(_, rest)| {
            rest.trim_start_matches(['"', '\''])
                .split(|char: char| !(char.is_ascii_alphanumeric() || char == '-' || char == '_'))
                .next()
                .unwrap_or_default()
                .to_owned()
        });
        let encoding = declared.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
        if let Some(encoding) = encoding.filter(|encoding| *encoding != encoding_rs::UTF_8) {
            return Ok(encoding.decode(bytes).0.into_owned());
        }
    }
    character_encoding::decode(bytes, warnings)
}

/// Refuses what parsers do not survive, in one pass over the tags.
fn check(html: &str, limits: &Limits) -> Result<(), ReadError> {
    if html.len() > limits.page {
        return Err(ReadError::Malformed(format!(
            "the page has {}, more than the {} that are read; save its text as a .txt file",
            files::size(html.len() as u64),
            files::size(limits.page as u64)
        )));
    }
    // Elements that need no end tag do not nest.
    let flat = [
        "p", "li", "dt", "dd", "tr", "td", "th", "option", "br", "img", "hr", "meta", "link",
        "input", "source", "wbr", "col", "area", "base", "embed", "track",
    ];
    let mut depth = 0_usize;
    for tag in html.split('<').skip(1) {
        let (closes, name) = match tag.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, tag),
        };
        let end = name
            .find(|char: char| !char.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let (name, rest) = (name[..end].to_ascii_lowercase(), &name[end..]);
        let empty = rest.split('>').next().is_some_and(|tag| tag.ends_with('/'));
        if name.is_empty() || flat.contains(&name.as_str()) || empty {
            continue;
        }
        depth = if closes {
            depth.saturating_sub(1)
        } else {
            depth + 1
        };
        if depth > limits.depth {
            return Err(ReadError::Malformed(format!(
                "the page is nested deeper than {} levels; save its text as a .txt file",
                limits.depth
            )));
        }
    }
    Ok(())
}

/// What readability finds, or the whole article where that has more questions.
fn best(page: &Page) -> Document {
    let found = Readability::with_document(page.clone(), None, None)
        .and_then(|mut readability| readability.parse())
        .map(|article| written(&Page::from(&*article.content)))
        .unwrap_or_default();
    let whole = written_at(page);
    let questions = |document: &Document| document.text.matches('?').count();
    let words = |document: &Document| document.text.split_whitespace().count();
    let loses_questions = questions(&found) * 10 < questions(&whole) * 9;
    if loses_questions || words(&found) * 2 < words(&whole) {
        whole
    } else {
        found
    }
}

/// The article or main part of a page, where it has one; else its body.
fn written_at(page: &Page) -> Document {
    for part in ["article", "main", "[role=main]"] {
        let found = page.select(part);
        if found.length() == 1
            && let Some(node) = found.nodes().first()
        {
            let mut writer = DocumentBuilder::default();
            walk(node, &mut writer);
            return writer.finish();
        }
    }
    written(page)
}

fn written(page: &Page) -> Document {
    let mut writer = DocumentBuilder::default();
    if let Some(body) = page.body() {
        walk(&body, &mut writer);
    }
    writer.finish()
}

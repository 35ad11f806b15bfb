//! Web pages: the main text, without navigation, notices and comments, and what the page says of itself to
//! machines (JSON-LD, Open Graph, `<meta>`, `<time>`, the canonical address).
//!
//! The main text is what a readability library finds; where that loses questions, it is the page's article
//! without its furniture.

use dom_query::{Document as Page, NodeRef};
use dom_smoothie::Readability;

use super::document_builder::DocumentBuilder;
use super::html_metadata::facts;
use super::size_limits::Limits;
use super::{Document, html_boilerplate, inline_timestamps, turn_headings};
use crate::files;
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::{ReadError, character_encoding, metadata};

/// Elements whose words are left out wherever they stand.
const SILENT: [&str; 20] = [
    "script",
    "style",
    "noscript",
    "nav",
    "aside",
    "iframe",
    "svg",
    "button",
    "template",
    "select",
    "figure",
    "figcaption",
    "caption",
    "head",
    "textarea",
    "del",
    "s",
    "strike",
    "object",
    "rt",
];
/// Elements that are neither silent nor blocks, by which a tag is told from words in angle brackets.
const INLINE: [&str; 46] = [
    "a", "abbr", "area", "audio", "b", "bdi", "bdo", "big", "br", "cite", "code", "col",
    "colgroup", "data", "dfn", "dt", "em", "embed", "font", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "html", "i", "img", "input", "ins", "kbd", "label", "li", "link", "mark", "meta",
    "picture", "q", "small", "source", "span", "strong", "sub", "sup", "td",
];
const MORE_INLINE: [&str; 11] = [
    "th", "thead", "tfoot", "time", "title", "track", "tt", "u", "var", "video", "wbr",
];
/// Elements that are a line or paragraph of their own.
const BLOCKS: [&str; 20] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "blockquote",
    "ul",
    "ol",
    "dl",
    "dd",
    "address",
    "pre",
    "hr",
    "body",
    "details",
    "summary",
    "tbody",
    "center",
];

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

/// The name of the tag that a text begins with, in lower case.
pub(super) fn tag_name(text: &str) -> String {
    let name = text.trim_start_matches('<').trim_start_matches('/');
    let end = name.find(|char: char| !char.is_ascii_alphanumeric());
    name[..end.unwrap_or(name.len())].to_ascii_lowercase()
}

/// Whether HTML has an element of this name, in lower case.
pub(super) fn is_element(name: &str) -> bool {
    let lists: [&[&str]; 4] = [&SILENT, &BLOCKS, &INLINE, &MORE_INLINE];
    lists.iter().any(|list| list.contains(&name)) || matches!(name, "table" | "tr" | "rp" | "ruby")
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

fn walk(node: &NodeRef<'_>, writer: &mut DocumentBuilder) {
    for child in node.children_it(false) {
        if child.is_text() {
            words(&child.text(), writer);
        } else if let Some(name) = child.node_name() {
            element(&child, &name, writer);
        }
    }
}

fn element(node: &NodeRef<'_>, name: &str, writer: &mut DocumentBuilder) {
    match name {
        name if SILENT.contains(&name) => {}
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            writer.heading(name[1..].parse().unwrap_or(6));
            walk(node, writer);
            writer.close();
        }
        "li" => {
            writer.item("– ".to_owned());
            walk(node, writer);
            writer.end_item();
        }
        "dt" => {
            writer.close();
            writer.strong(true);
            walk(node, writer);
            writer.close();
            writer.strong(false);
        }
        "br" => writer.close(),
        "span" | "font" => {
            let [bold, italic] = styled(node);
            let look = |begins, writer: &mut DocumentBuilder| {
                if bold {
                    writer.strong(begins);
                }
                if italic {
                    writer.emphasis(begins);
                }
            };
            look(true, writer);
            walk(node, writer);
            look(false, writer);
        }
        "strong" | "b" => {
            writer.strong(true);
            walk(node, writer);
            writer.strong(false);
        }
        "em" | "i" => {
            writer.emphasis(true);
            walk(node, writer);
            writer.emphasis(false);
        }
        "table" => {
            writer.table(true);
            walk(node, writer);
            writer.table(false);
        }
        "tr" => {
            writer.row();
            walk(node, writer);
        }
        "td" | "th" => {
            writer.cell();
            walk(node, writer);
            writer.close();
        }
        "cite" | "time" if heads_a_turn(node, name, writer) => {}
        name if BLOCKS.contains(&name) => {
            writer.close();
            walk(node, writer);
            writer.close();
        }
        _ => walk(node, writer),
    }
}

/// Whether an element's own style makes it bold, and italic.
fn styled(node: &NodeRef<'_>) -> [bool; 2] {
    let style = node.attr("style").unwrap_or_default();
    let style = style.to_lowercase().replace(' ', "");
    let bold = ["bold", "600", "700", "800", "900"].map(|weight| format!("font-weight:{weight}"));
    let is = |names: &[String]| names.iter().any(|name| style.contains(name.as_str()));
    [is(&bold), is(&["font-style:italic".to_owned()])]
}

/// Words that are bold or italic by a style of their own, as elements: libraries that find the main text drop styles.
fn mark_styled(page: &Page) {
    for node in page.select("span[style], font[style]").nodes() {
        match styled(node) {
            [true, _] => node.rename("b"),
            [false, true] => node.rename("i"),
            [false, false] => {}
        }
    }
}

/// Writes who speaks and the time after it as the heading of a turn: `<cite>Name:</cite> <time>0:04</time>`.
fn heads_a_turn(node: &NodeRef<'_>, name: &str, writer: &mut DocumentBuilder) -> bool {
    let is =
        |other: Option<NodeRef<'_>>, name: &str| other.is_some_and(|other| other.has_name(name));
    if name == "time" {
        return is(node.prev_element_sibling(), "cite");
    }
    let time = node.next_element_sibling();
    let Some(time) = time.filter(|time| time.has_name("time")) else {
        return false;
    };
    writer.close();
    let speaker = node.text();
    writer.write(speaker.trim().trim_end_matches(':').trim_end());
    writer.write("  ");
    writer.write(time.text().trim());
    writer.close();
    true
}

/// Words with the white space that a browser shows.
pub(super) fn words(text: &str, writer: &mut DocumentBuilder) {
    let mut shown = String::with_capacity(text.len());
    let blank = |char: char| matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{c}');
    for char in text.chars() {
        if !blank(char) {
            shown.push(char);
        } else if !shown.ends_with(' ') {
            shown.push(' ');
        }
    }
    let shown = if writer.is_spaced() {
        shown.trim_start_matches(' ')
    } else {
        &shown
    };
    writer.write(shown);
}

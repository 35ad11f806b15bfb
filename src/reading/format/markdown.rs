//! Markdown: the transcript is the text that a reader sees, so that a quote can be printed.
//!
//! Marks are dropped; list items keep theirs as text, links keep their words, images, notes and struck words go. HTML is
//! read as what it shows; what only looks like a tag stays text.

use std::borrow::Cow;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::document_builder::DocumentBuilder;
use super::size_limits::Limits;
use super::{Document, html, html_elements, inline_timestamps, turn_headings};
use crate::reading::{ReadError, character_encoding, front_matter};

pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let source = character_encoding::decode(bytes, warnings)?;
    let (facts, body) = front_matter::split(&source, warnings);
    let source = source.get(body..).unwrap_or_default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST;
    let mut reader = Reader {
        limits: *limits,
        ..Reader::default()
    };
    for event in Parser::new_ext(&with_products(source), options) {
        reader.take(event)?;
    }
    let document = turn_headings::taken_up(Document {
        facts,
        ..reader.writer.finish()
    });
    Ok(inline_timestamps::taken_up(document))
}

/// The text with the asterisks of products escaped: "2*3*4 yards" is no emphasis. Code has no escapes.
fn with_products(source: &str) -> Cow<'_, str> {
    let is_product = |before: &str, after: &str| {
        before.ends_with(|c: char| c.is_ascii_digit())
            && after.starts_with(|c: char| c.is_ascii_digit())
    };
    let stars = source.match_indices('*').filter(|(at, _)| {
        is_product(&source[..*at], &source[at + 1..]) && !line_at(source, *at).contains('`')
    });
    let stars: Vec<usize> = stars.map(|(at, _)| at).collect();
    if stars.is_empty() {
        return source.into();
    }
    let mut escaped = String::with_capacity(source.len() + stars.len());
    let mut from = 0;
    for at in stars {
        escaped.push_str(&source[from..at]);
        escaped.push('\\');
        from = at;
    }
    escaped.push_str(&source[from..]);
    escaped.into()
}

fn line_at(source: &str, at: usize) -> &str {
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    source[start..].lines().next().unwrap_or_default()
}

#[derive(Default)]
struct Reader {
    limits: Limits,
    writer: DocumentBuilder,
    /// The next number of each open list, where it has numbers.
    lists: Vec<Option<u64>>,
    /// The block of HTML being read.
    html: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) -> Result<(), ReadError> {
        match event {
            Event::Start(Tag::HtmlBlock) => self.html = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => {
                let block = self.html.take().unwrap_or_default();
                self.writer.close();
                html::write(&shown(&block), &self.limits, &mut self.writer)?;
            }
            Event::Html(words) | Event::Text(words) if self.html.is_some() => {
                self.html.get_or_insert_default().push_str(&words);
            }
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.writer.write(&words),
            Event::SoftBreak | Event::HardBreak => self.writer.line_break(),
            Event::InlineHtml(tag) => self.inline(&tag),
            Event::Rule => self.writer.close(),
            _ => {}
        }
        Ok(())
    }

    /// A tag within a paragraph.
    fn inline(&mut self, tag: &str) {
        let begins = !tag.starts_with("</");
        match html_elements::tag_name(tag).as_str() {
            "br" => self.writer.line_break(),
            "b" | "strong" => self.writer.strong(begins),
            "i" | "em" => self.writer.emphasis(begins),
            "del" | "s" | "strike" | "sup" => self.writer.silence(begins),
            name if html_elements::is_element(name) || tag.starts_with("<!") => {}
            _ => self.writer.write(tag),
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        let writer = &mut self.writer;
        match tag {
            Tag::Paragraph | Tag::CodeBlock(_) => writer.close(),
            Tag::Table(_) => writer.table(true),
            Tag::TableHead | Tag::TableRow => writer.row(),
            Tag::TableCell => writer.cell(),
            Tag::Heading { level, .. } => writer.heading(rank(level)),
            Tag::List(first) => {
                writer.close();
                self.lists.push(first);
            }
            Tag::Item => {
                let mark = self.next_mark();
                self.writer.item(mark);
            }
            // As a page shows a term: bold.
            Tag::DefinitionListTitle => {
                writer.close();
                writer.strong(true);
            }
            Tag::DefinitionListDefinition => writer.close(),
            Tag::Strong => writer.strong(true),
            Tag::Emphasis => writer.emphasis(true),
            Tag::FootnoteDefinition(_) => {
                writer.close();
                writer.silence(true);
            }
            Tag::Image { .. } | Tag::Strikethrough | Tag::MetadataBlock(_) => writer.silence(true),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let writer = &mut self.writer;
        match tag {
            TagEnd::DefinitionListTitle => {
                writer.close();
                writer.strong(false);
            }
            TagEnd::Strong => writer.strong(false),
            TagEnd::Emphasis => writer.emphasis(false),
            TagEnd::Image
            | TagEnd::Strikethrough
            | TagEnd::FootnoteDefinition
            | TagEnd::MetadataBlock(_) => writer.silence(false),
            TagEnd::TableCell => writer.close(),
            TagEnd::Table => writer.table(false),
            TagEnd::List(_) => {
                writer.close();
                self.lists.pop();
            }
            TagEnd::Item => writer.end_item(),
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::TableRow
            | TagEnd::TableHead
            | TagEnd::DefinitionListDefinition
            | TagEnd::CodeBlock => writer.close(),
            _ => {}
        }
    }

    fn next_mark(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                *number = number.saturating_add(1);
                format!("{}. ", *number - 1)
            }
            _ => "– ".to_owned(),
        }
    }
}

/// A block of HTML with what only looks like a tag as words: `<with words>`.
fn shown(block: &str) -> String {
    let mut shown = String::with_capacity(block.len());
    let mut rest = block;
    while let Some(at) = rest.find('<') {
        shown.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = html_elements::tag_name(rest);
        let is_tag = rest.starts_with("<!") || html_elements::is_element(&name);
        shown.push_str(if is_tag { "<" } else { "&lt;" });
        rest = &rest[1..];
    }
    shown.push_str(rest);
    shown
}

fn rank(level: HeadingLevel) -> u8 {
    level as u8
}

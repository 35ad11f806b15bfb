//! Markdown: the transcript is the text that a reader sees, so that a quote can be printed.
//!
//! Marks are dropped; list items keep theirs as text, links keep their words, images and HTML tags go.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::writer::Writer;
use super::{Document, stamps, turn_headings};
use crate::reading::{ReadError, decode, front};

pub(super) fn read(bytes: &[u8], warnings: &mut Vec<String>) -> Result<Document, ReadError> {
    let source = decode::decode(bytes, warnings)?;
    let (facts, body) = front::split(&source, warnings);
    let source = source.get(body..).unwrap_or_default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::default();
    for event in Parser::new_ext(source, options) {
        reader.take(event);
    }
    let document = turn_headings::taken_up(Document {
        facts,
        ..reader.writer.finish()
    });
    Ok(stamps::taken_up(document))
}

#[derive(Default)]
struct Reader {
    writer: Writer,
    /// The next number of each open list, where it has numbers.
    lists: Vec<Option<u64>>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.writer.write(&words),
            Event::SoftBreak | Event::HardBreak => self.writer.write("\n"),
            Event::Rule => self.writer.close(),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        let writer = &mut self.writer;
        match tag {
            Tag::Paragraph | Tag::TableHead | Tag::TableRow | Tag::CodeBlock(_) => writer.close(),
            Tag::Heading { level, .. } => writer.heading(rank(level)),
            Tag::List(first) => {
                writer.close();
                self.lists.push(first);
            }
            Tag::Item => {
                let mark = self.next_mark();
                self.writer.item(mark);
            }
            Tag::Strong => writer.strong(true),
            Tag::Emphasis => writer.emphasis(true),
            Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_) => writer.silence(true),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let writer = &mut self.writer;
        match tag {
            TagEnd::Strong => writer.strong(false),
            TagEnd::Emphasis => writer.emphasis(false),
            TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => writer.silence(false),
            TagEnd::TableCell => writer.write(" "),
            TagEnd::List(_) => {
                writer.close();
                self.lists.pop();
            }
            TagEnd::Item => writer.end_item(),
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::TableRow
            | TagEnd::TableHead
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

fn rank(level: HeadingLevel) -> u8 {
    level as u8
}

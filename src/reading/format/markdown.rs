//! Markdown: the transcript is the text that a reader sees, so that a quote can be printed.
//!
//! Blocks are joined with blank lines and marks are dropped; list items keep theirs as text, links keep
//! their words, images and HTML tags go.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Block, Document, Look, stamps};
use crate::interview::Span;
use crate::reading::{ReadError, decode, front};

pub(super) fn read(bytes: &[u8], warnings: &mut Vec<String>) -> Result<Document, ReadError> {
    let source = decode::decode(bytes, warnings)?;
    let (facts, body) = front::split(&source, warnings);
    let source = source.get(body..).unwrap_or_default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::default();
    for event in Parser::new_ext(source, options) {
        writer.take(event);
    }
    writer.close();
    Ok(stamps::taken_up(Document {
        text: writer.text,
        blocks: writer.blocks,
        facts,
        marks: Vec::new(),
    }))
}

/// The transcript so far and the block being written.
#[derive(Default)]
struct Writer {
    text: String,
    blocks: Vec<Block>,
    start: Option<usize>,
    look: Look,
    lists: Vec<Option<u64>>,
    mark: Option<String>,
    strong: usize,
    emphasis: usize,
    silent: usize,
    /// Visible bytes of the block that are bold, italic, and all.
    seen: [usize; 3],
    bold_until: Option<usize>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.write(&words),
            Event::SoftBreak | Event::HardBreak => self.write("\n"),
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::TableHead | Tag::TableRow | Tag::CodeBlock(_) => self.close(),
            Tag::Heading { level, .. } => {
                self.close();
                self.look = Look::Heading(rank(level));
            }
            Tag::List(first) => {
                self.close();
                self.lists.push(first);
            }
            Tag::Item => {
                self.close();
                self.mark = Some(self.next_mark());
            }
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_) => self.silent += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.silent = self.silent.saturating_sub(1);
            }
            TagEnd::TableCell => self.write(" "),
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::Item => {
                self.close();
                self.mark = None;
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::TableRow
            | TagEnd::TableHead
            | TagEnd::CodeBlock => self.close(),
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

    fn write(&mut self, words: &str) {
        if self.silent > 0 || words.is_empty() {
            return;
        }
        if self.start.is_none() {
            if words.trim().is_empty() {
                return;
            }
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            self.start = Some(self.text.len());
            if let Some(mark) = self.mark.take() {
                self.text.push_str(&mark);
                self.look = Look::Item;
            }
        }
        let visible = words.trim().len();
        let leads = self.seen[2] == self.seen[0];
        self.text.push_str(words);
        self.seen[0] += if self.strong > 0 { visible } else { 0 };
        self.seen[1] += if self.emphasis > 0 { visible } else { 0 };
        self.seen[2] += visible;
        if self.strong > 0 && leads {
            self.bold_until = Some(self.text.len());
        }
    }

    /// Ends the block being written, if there is one.
    fn close(&mut self) {
        let [bold, italic, all] = std::mem::take(&mut self.seen);
        let look = std::mem::take(&mut self.look);
        let bold_until = self.bold_until.take();
        let Some(start) = self.start.take() else {
            return;
        };
        self.text.truncate(self.text.trim_end().len().max(start));
        let span = Span::new(start, self.text.len()).trimmed(&self.text);
        if span.is_empty() {
            return;
        }
        let look = match look {
            Look::Plain if bold == all => Look::Bold,
            Look::Plain if italic == all => Look::Italic,
            look => look,
        };
        self.blocks.push(Block {
            span,
            look,
            bold_until: bold_until.filter(|&until| until < span.end),
        });
    }
}

fn rank(level: HeadingLevel) -> u8 {
    level as u8
}

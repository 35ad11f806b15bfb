//! Writing a transcript block by block: the text that a reader sees, blocks joined with blank lines, list
//! items with their marks as text.

use super::{Block, Document, Look};
use crate::interview::{Mark, SourcePlace, Span};

/// The transcript so far and the block being written.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
    start: Option<usize>,
    look: Look,
    mark: Option<String>,
    strong: usize,
    emphasis: usize,
    silent: usize,
    /// Visible bytes of the block that are bold, italic, and all.
    seen: [usize; 3],
    bold_until: Option<usize>,
}

impl Writer {
    /// The next block is a heading of a level, 1 to 6.
    pub(super) fn heading(&mut self, level: u8) {
        self.close();
        self.look = Look::Heading(level.clamp(1, 6));
    }

    /// The next block is a list item, which begins with `mark`.
    pub(super) fn item(&mut self, mark: String) {
        self.close();
        self.mark = Some(mark);
    }

    /// No item is open any more.
    pub(super) fn end_item(&mut self) {
        self.close();
        self.mark = None;
    }

    /// A run of bold words begins or ends.
    pub(super) fn strong(&mut self, begins: bool) {
        count(&mut self.strong, begins);
    }

    /// A run of italic words begins or ends.
    pub(super) fn emphasis(&mut self, begins: bool) {
        count(&mut self.emphasis, begins);
    }

    /// What is written is left out from here, or is written again.
    pub(super) fn silence(&mut self, begins: bool) {
        count(&mut self.silent, begins);
    }

    /// What follows is on this page.
    pub(super) fn page(&mut self, page: u32) {
        self.close();
        self.marks.push(Mark {
            at: if self.text.is_empty() {
                0
            } else {
                self.text.len() + 2
            },
            place: SourcePlace::Page(page),
        });
    }

    /// Words of the block being written; the first open one.
    pub(super) fn write(&mut self, words: &str) {
        if self.silent > 0 || words.is_empty() {
            return;
        }
        if self.start.is_none() {
            if words.trim().is_empty() {
                return;
            }
            self.open();
        }
        let visible = words.trim().len();
        let leads = self.seen[2] == self.seen[0];
        self.text.push_str(words);
        self.seen[0] += if self.strong > 0 { visible } else { 0 };
        self.seen[1] += if self.emphasis > 0 { visible } else { 0 };
        self.seen[2] += visible;
        if self.strong > 0 && leads && visible > 0 {
            self.bold_until = Some(self.text.len());
        }
    }

    fn open(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.start = Some(self.text.len());
        if let Some(mark) = self.mark.take() {
            self.text.push_str(&mark);
            self.look = Look::Item;
        }
    }

    /// Whether the text ends with white space, so that more of it changes nothing.
    pub(super) fn is_spaced(&self) -> bool {
        self.start.is_none() || self.text.ends_with(char::is_whitespace)
    }

    /// Ends the block being written, if there is one.
    pub(super) fn close(&mut self) {
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

    /// The document that was written.
    pub(super) fn finish(mut self) -> Document {
        self.close();
        Document {
            text: self.text,
            blocks: self.blocks,
            marks: self.marks,
            ..Document::default()
        }
    }
}

fn count(open: &mut usize, begins: bool) {
    *open = if begins {
        *open + 1
    } else {
        open.saturating_sub(1)
    };
}

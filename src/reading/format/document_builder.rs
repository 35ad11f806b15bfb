//! The document builder: puts a document together block by block, as a format reads it.

use super::interview_tables::InterviewTable;
use super::{Block, BlockStyle, Document};
use crate::interview::{SourceMark, SourcePosition, Span};
use crate::reading::structure::role_and_question_cues;

/// How many paragraphs begin with a question in italics where it is one.
const ITALIC_QUESTIONS: usize = 2;

/// The document so far and the block being written.
#[derive(Default)]
pub(super) struct DocumentBuilder {
    text: String,
    blocks: Vec<Block>,
    marks: Vec<SourceMark>,
    start: Option<usize>,
    look: BlockStyle,
    mark: Option<String>,
    strong: usize,
    emphasis: usize,
    silent: usize,
    /// Visible bytes of the block that are bold, italic, and all.
    seen: [usize; 3],
    bold_until: Option<usize>,
    italic_until: Option<usize>,
    /// The bold runs of the block.
    bold_runs: Vec<(usize, usize)>,
    /// Where blocks that begin with a question in italics start, and where the question ends.
    italic_questions: Vec<(usize, usize)>,
    /// The open tables, the innermost last.
    tables: Vec<InterviewTable>,
}

impl DocumentBuilder {
    /// A table begins or ends.
    pub(super) fn table(&mut self, begins: bool) {
        self.close();
        if begins {
            self.tables.push(InterviewTable::default());
        } else if let Some(table) = self.tables.pop() {
            table.settle(&self.text, &mut self.blocks);
        }
    }

    /// A row of the table begins.
    pub(super) fn row(&mut self) {
        self.close();
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Vec::new());
        }
    }

    /// A cell of the row begins: a block of its own, or several.
    pub(super) fn cell(&mut self) {
        self.close();
        if let Some(row) = self
            .tables
            .last_mut()
            .and_then(|table| table.rows.last_mut())
        {
            row.push(self.blocks.len());
        }
    }

    /// A line ends within a paragraph. After a question that is bold or italic as a whole the answer begins.
    pub(super) fn line_break(&mut self) {
        let [bold, italic, all] = self.seen;
        let apart = all > 0 && (bold == all || italic == all);
        let start = self.start.unwrap_or(self.text.len());
        if apart && role_and_question_cues::ends_asking(&self.text[start..]) {
            self.close();
        } else {
            self.write("\n");
        }
    }

    /// The next block is a heading of a level, 1 to 6.
    pub(super) fn heading(&mut self, level: u8) {
        self.close();
        self.look = BlockStyle::Heading(level.clamp(1, 6));
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
        self.marks.push(SourceMark {
            at: if self.text.is_empty() {
                0
            } else {
                self.text.len() + 2
            },
            place: SourcePosition::Page(page),
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
        let leans = self.seen[2] == self.seen[1];
        if self.strong > 0 && visible > 0 {
            let (start, end) = (self.text.len(), self.text.len() + words.len());
            match self.bold_runs.last_mut() {
                Some(run) if self.text[run.1..].trim().is_empty() => run.1 = end,
                _ => self.bold_runs.push((start, end)),
            }
        }
        self.text.push_str(words);
        self.seen[0] += if self.strong > 0 { visible } else { 0 };
        self.seen[1] += if self.emphasis > 0 { visible } else { 0 };
        self.seen[2] += visible;
        if self.strong > 0 && leads && visible > 0 {
            self.bold_until = Some(self.text.len());
        }
        if self.emphasis > 0 && leans && visible > 0 {
            self.italic_until = Some(self.text.len());
        }
    }

    fn open(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.start = Some(self.text.len());
        if let Some(mark) = self.mark.take() {
            self.text.push_str(&mark);
            self.look = BlockStyle::Item;
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
        let italic_until = self.italic_until.take();
        let bold_runs = std::mem::take(&mut self.bold_runs);
        let Some(start) = self.start.take() else {
            return;
        };
        self.text.truncate(self.text.trim_end().len().max(start));
        let span = Span::new(start, self.text.len()).trimmed(&self.text);
        if span.is_empty() {
            return;
        }
        let look = match look {
            BlockStyle::Plain if bold == all => BlockStyle::Bold,
            BlockStyle::Plain if italic == all => BlockStyle::Italic,
            look => look,
        };
        if look == BlockStyle::Plain && self.part_bold_questions(span, &bold_runs) {
            return;
        }
        let asked = italic_until.filter(|&until| {
            let question = self.text.get(span.start..until).unwrap_or_default();
            look == BlockStyle::Plain
                && until < span.end
                && role_and_question_cues::ends_asking(question)
        });
        self.italic_questions
            .extend(asked.map(|until| (span.start, until)));
        self.blocks.push(Block {
            span,
            look,
            bold_until: bold_until.filter(|&until| until < span.end),
        });
    }

    /// Parts a block that begins with a question in bold and has others further on; says whether it has.
    fn part_bold_questions(&mut self, span: Span, runs: &[(usize, usize)]) -> bool {
        let asks = |run: &&(usize, usize)| {
            role_and_question_cues::ends_asking(self.text.get(run.0..run.1).unwrap_or_default())
        };
        let questions: Vec<(usize, usize)> = runs.iter().filter(asks).copied().collect();
        if questions.len() < 2 || questions[0].0 > span.start {
            return false;
        }
        let ends = questions.iter().skip(1).map(|run| run.0).chain([span.end]);
        let mut parts = Vec::new();
        for ((start, until), end) in questions.iter().zip(ends) {
            parts.push((*start, *until, BlockStyle::Bold));
            parts.push((*until, end, BlockStyle::Plain));
        }
        for (start, end, look) in parts {
            let span = Span::new(start, end.min(span.end)).trimmed(&self.text);
            if !span.is_empty() {
                self.blocks.push(Block {
                    span,
                    look,
                    bold_until: None,
                });
            }
        }
        true
    }

    /// Parts the questions in italics from the answers that follow them in the same paragraphs.
    fn part_italic_questions(&mut self) {
        if self.italic_questions.len() < ITALIC_QUESTIONS {
            return;
        }
        let blocks = std::mem::take(&mut self.blocks);
        let mut questions = self.italic_questions.drain(..).peekable();
        for block in blocks {
            while questions
                .next_if(|(start, _)| *start < block.span.start)
                .is_some()
            {}
            let asked = questions.next_if(|(start, _)| *start == block.span.start);
            let Some((start, until)) = asked.filter(|_| block.look == BlockStyle::Plain) else {
                self.blocks.push(block);
                continue;
            };
            let part = |start, end, look| Block {
                span: Span::new(start, end).trimmed(&self.text),
                look,
                bold_until: None,
            };
            self.blocks.push(part(start, until, BlockStyle::Italic));
            self.blocks
                .push(part(until, block.span.end, BlockStyle::Plain));
        }
    }

    /// The document that was written.
    pub(super) fn finish(mut self) -> Document {
        self.close();
        self.part_italic_questions();
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

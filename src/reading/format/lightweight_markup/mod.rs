//! Lightweight markup beside Markdown: Org mode and AsciiDoc. The transcript is the text that a reader sees.

pub(super) mod asciidoc;
pub(super) mod asciidoc_header;
mod asciidoc_inline;
mod asciidoc_lines;
mod inline_marks;
mod org_headings;
mod org_inline;
pub(super) mod org_mode;

use super::document_builder::DocumentBuilder;
use inline_marks::InlineMarks;

/// The paragraph being read: its lines, and how what is between marks looks.
struct Paragraph {
    lines: Vec<String>,
    marks: InlineMarks,
}

impl Paragraph {
    fn new(marks: InlineMarks) -> Self {
        Self {
            lines: Vec::new(),
            marks,
        }
    }

    fn push(&mut self, line: &str) {
        self.lines.push(line.to_owned());
    }

    fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Writes the paragraph, its links and the like as `shown` shows them, and ends it.
    fn write(&mut self, shown: impl Fn(&str) -> String, writer: &mut DocumentBuilder) {
        if self.lines.is_empty() {
            return;
        }
        let text = shown(&self.lines.join("\n"));
        self.lines.clear();
        self.marks.write(text.trim(), writer);
    }
}

/// What a list item begins with: `- `, `* `, `1. `; gives its words.
fn numbered(line: &str) -> Option<(&str, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?;
    let words = rest
        .strip_prefix(". ")
        .or_else(|| rest.strip_prefix(") "))?;
    (1..=3).contains(&digits).then(|| (&line[..digits], words))
}

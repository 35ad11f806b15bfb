//! PDF with a text layer: lines out of letters, paragraphs out of lines, column by column; pages kept as marks.
//!
//! Words cut at line ends are joined, and lines that come back at the same edge of the pages, running heads
//! and page numbers, are left out. A scan has no text, and says so.

mod glyphs;
mod layout;

use std::collections::HashMap;

use super::writer::Writer;
use super::{Document, stamps};
use crate::reading::ReadError;
use crate::reading::structure::label;
use layout::{Line, Row};

/// How many lines at the top and the bottom of a page may be a running head or foot.
const EDGE: usize = 2;

/// Whether the file says that it is encrypted. Many are, with an empty password, and can be read.
fn is_locked(bytes: &[u8]) -> bool {
    let name = b"/Encrypt";
    bytes.windows(name.len()).any(|part| part == name)
}

fn locked() -> ReadError {
    ReadError::Malformed("the PDF is protected by a password; save it without one".to_owned())
}

pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let pages = glyphs::pages(bytes).map_err(|error| {
        let error = error.to_string();
        if is_locked(bytes) || error.to_lowercase().contains("crypt") {
            return locked();
        }
        ReadError::Malformed(format!("the PDF is damaged: {error}; save it again"))
    })?;
    let mut pages: Vec<Vec<Row>> = pages.into_iter().map(layout::rows).collect();
    let running = running(&pages);
    let mut text = Text::default();
    for (number, rows) in pages.iter_mut().enumerate() {
        drop_edges(rows, &running);
        text.page(u32::try_from(number + 1).unwrap_or(u32::MAX));
        for line in layout::read(std::mem::take(rows)) {
            text.take(line);
        }
        text.take(Line::Column);
    }
    text.end_paragraph();
    let document = text.writer.finish();
    if document.text.trim().is_empty() && is_locked(bytes) {
        return Err(locked());
    }
    if document.text.trim().is_empty() {
        return Err(ReadError::Malformed(
            "the PDF has no text, only images of text; run text recognition (OCR) on it first"
                .to_owned(),
        ));
    }
    Ok(stamps::taken_up(document))
}

/// The transcript so far and the paragraph being read.
#[derive(Default)]
struct Text {
    writer: Writer,
    paragraph: String,
    /// The page that begins with the next paragraph.
    page: Option<u32>,
}

impl Text {
    /// What follows is on this page; a sentence goes on over the page.
    fn page(&mut self, page: u32) {
        self.page = Some(page);
    }

    fn take(&mut self, line: Line) {
        match line {
            Line::Words(words) => {
                if label::names_before_colon(&words) {
                    self.end_paragraph();
                }
                if self.paragraph.is_empty()
                    && let Some(page) = self.page.take()
                {
                    self.writer.page(page);
                }
                append(&mut self.paragraph, &words);
            }
            Line::Gap => self.end_paragraph(),
            // A paragraph goes on in the next column, unless it has come to an end.
            Line::Column => {
                let ends = ['.', '?', '!', '…', '»', '"', '”', ':'];
                if self.paragraph.ends_with(ends) {
                    self.end_paragraph();
                }
            }
        }
    }

    fn end_paragraph(&mut self) {
        self.writer.write(&std::mem::take(&mut self.paragraph));
        self.writer.close();
    }
}

/// Lines that stand at the edge of several pages, numbers in them apart.
fn running(pages: &[Vec<Row>]) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for rows in pages {
        let mut seen: Vec<String> = edges(rows)
            .map(|at| shape(&layout::words(&rows[at])))
            .collect();
        seen.sort();
        seen.dedup();
        for line in seen {
            *counts.entry(line).or_default() += 1;
        }
    }
    // Chapters have heads of their own.
    let many = (pages.len() / 2).clamp(2, 3);
    counts
        .into_iter()
        .filter(|(_, count)| *count >= many)
        .map(|(line, _)| line)
        .collect()
}

/// The first and the last lines of a page.
fn edges(rows: &[Row]) -> impl Iterator<Item = usize> + use<> {
    let count = rows.len();
    (0..count).filter(move |at| *at < EDGE || at + EDGE >= count)
}

/// Leaves out the running head and foot of a page and its number.
fn drop_edges(rows: &mut Vec<Row>, running: &[String]) {
    let dropped: Vec<usize> = edges(rows)
        .filter(|&at| {
            let words = layout::words(&rows[at]);
            running.contains(&shape(&words)) || is_page_number(&words)
        })
        .collect();
    let mut at = 0;
    rows.retain(|_| {
        at += 1;
        !dropped.contains(&(at - 1))
    });
}

/// A line without its numbers.
fn shape(line: &str) -> String {
    let words: String = line
        .chars()
        .map(|char| if char.is_ascii_digit() { '0' } else { char })
        .collect();
    words.replace("00", "0").replace("00", "0")
}

/// `12`, `– 12 –`, `12/40`, `Page 12`.
fn is_page_number(line: &str) -> bool {
    let rest = line
        .trim_start_matches(|char: char| !char.is_alphanumeric())
        .trim_start_matches("Page")
        .trim_start_matches("page")
        .trim_start_matches("p.");
    line.len() <= 16
        && rest.chars().any(|char| char.is_ascii_digit())
        && !rest.chars().any(char::is_alphabetic)
}

/// A line after those of its paragraph; a word that a hyphen cuts at the end of the line before is joined.
fn append(paragraph: &mut String, line: &str) {
    let cut = paragraph
        .strip_suffix(['-', '\u{ad}', '‐'])
        .is_some_and(|before| before.ends_with(char::is_alphabetic))
        && line.starts_with(char::is_lowercase);
    if cut {
        paragraph.pop();
    } else if !paragraph.is_empty() {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

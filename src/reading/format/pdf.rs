//! PDF with a text layer: paragraphs out of lines, pages kept as marks.
//!
//! Words cut at line ends are joined, and lines that come back at the same edge of the pages, running heads
//! and page numbers, are left out. A scan has no text, and says so.

use std::collections::HashMap;

use super::writer::Writer;
use super::{Document, stamps};
use crate::reading::ReadError;

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

pub(super) fn read(bytes: &[u8], _warnings: &mut Vec<String>) -> Result<Document, ReadError> {
    let pages = pdf_extract::extract_text_from_mem_by_pages(bytes).map_err(|error| {
        let error = error.to_string();
        if is_locked(bytes) || error.to_lowercase().contains("crypt") {
            return locked();
        }
        ReadError::Malformed(format!("the PDF is damaged: {error}; save it again"))
    })?;
    let pages: Vec<Vec<&str>> = pages
        .iter()
        .map(|page| page.lines().map(str::trim).collect())
        .collect();
    let running = running(&pages);
    let mut writer = Writer::default();
    let mut paragraph = String::new();
    for (number, lines) in pages.iter().enumerate() {
        let kept: Vec<&str> = body(lines, &running);
        // A sentence goes on over the page.
        if paragraph.is_empty() {
            writer.page(u32::try_from(number + 1).unwrap_or(u32::MAX));
        }
        let mut pending = !paragraph.is_empty();
        for line in kept {
            if line.is_empty() {
                flush(&mut paragraph, &mut writer, false);
            } else {
                append(&mut paragraph, line);
            }
            if pending && paragraph.is_empty() {
                writer.page(u32::try_from(number + 1).unwrap_or(u32::MAX));
                pending = false;
            }
        }
        flush(&mut paragraph, &mut writer, true);
        if pending && paragraph.is_empty() {
            writer.page(u32::try_from(number + 1).unwrap_or(u32::MAX));
        }
    }
    flush(&mut paragraph, &mut writer, false);
    let document = writer.finish();
    if document.text.trim().is_empty() && is_locked(bytes) {
        return Err(locked());
    }
    if document.text.trim().is_empty() {
        return Err(ReadError::Malformed(
            "the PDF has no text, only pictures of it; run a text recognition over it first"
                .to_owned(),
        ));
    }
    Ok(stamps::taken_up(document))
}

/// Lines that stand at the edge of several pages, numbers in them apart.
fn running(pages: &[Vec<&str>]) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for lines in pages {
        let full: Vec<&&str> = lines.iter().filter(|line| !line.is_empty()).collect();
        let edges = full.iter().take(EDGE).chain(full.iter().rev().take(EDGE));
        let mut seen: Vec<String> = edges.map(|line| shape(line)).collect();
        seen.sort();
        seen.dedup();
        for line in seen {
            *counts.entry(line).or_default() += 1;
        }
    }
    let many = (pages.len() / 2).max(2);
    counts
        .into_iter()
        .filter(|(_, count)| *count >= many)
        .map(|(line, _)| line)
        .collect()
}

/// A line without its numbers.
fn shape(line: &str) -> String {
    let words: String = line
        .chars()
        .map(|char| if char.is_ascii_digit() { '0' } else { char })
        .collect();
    words.replace("00", "0").replace("00", "0")
}

/// The lines of a page between its running head and foot.
fn body<'a>(lines: &[&'a str], running: &[String]) -> Vec<&'a str> {
    let full: Vec<usize> = (0..lines.len())
        .filter(|&at| !lines[at].is_empty())
        .collect();
    let edges = full.iter().take(EDGE).chain(full.iter().rev().take(EDGE));
    let dropped: Vec<usize> = edges
        .copied()
        .filter(|&at| running.contains(&shape(lines[at])) || is_page_number(lines[at]))
        .collect();
    (0..lines.len())
        .filter(|at| !dropped.contains(at))
        .map(|at| lines[at])
        .collect()
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

/// Ends a paragraph; at the end of a page only one that ends a sentence.
fn flush(paragraph: &mut String, writer: &mut Writer, page: bool) {
    let ends = paragraph.ends_with(['.', '?', '!', '…', '»', '"', '”', ':']);
    if paragraph.is_empty() || (page && !ends) {
        return;
    }
    writer.write(paragraph);
    writer.close();
    paragraph.clear();
}

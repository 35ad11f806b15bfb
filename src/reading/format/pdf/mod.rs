//! PDF with a text layer: words out of letters, lines out of words, paragraphs out of lines, column by column; pages kept
//! as marks.
//!
//! What stands at the edges of pages and beside the text is left out. A scan has no text, and says so.

mod asides;
mod cjk_codes;
mod content_stream;
mod drop_caps;
mod fonts;
mod line_pieces;
mod page_edges;
mod painted_boxes;
mod paragraphs;
mod reading_order;
mod right_to_left;
mod shown_text;
mod title;
mod vocabulary;

use std::collections::HashMap;

use hayro_syntax::{LoadPdfError, Pdf};

use super::document_builder::DocumentBuilder;
use super::size_limits::Limits;
use super::{Document, inline_timestamps};
use crate::reading::ReadError;
use fonts::Fonts;
use line_pieces::Piece;
use paragraphs::{Builder, Paragraph};
use reading_order::Row;
use vocabulary::Vocabulary;

/// A look that more than this share of the letters has says nothing.
const COMMON: f64 = 0.6;

/// What a PDF ends with, and within how many of its last bytes.
const END: &[u8] = b"%%EOF";
const TAIL: usize = 2_048;

pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let is_cut = !bytes[bytes.len().saturating_sub(TAIL)..]
        .windows(END.len())
        .any(|words| words == END);
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => {
            malformed("the PDF is protected by a password; save it without one")
        }
        LoadPdfError::Invalid => malformed("the PDF is damaged; save it again"),
    })?;
    let mut pages = pieces(&pdf, limits, warnings)?;
    let body = asides::body_size(
        pages
            .iter()
            .flatten()
            .map(|piece| (piece.size, piece.words().len())),
    );
    let vocabulary = Vocabulary::of(pages.iter().flatten());
    tell_nameless(&mut pages, body);
    even_looks(&mut pages);
    for pieces in &mut pages {
        drop_caps::join(pieces, body, &vocabulary);
    }
    let mut pages: Vec<Vec<Row>> = pages.into_iter().map(reading_order::rows).collect();
    page_edges::remove(&mut pages);
    let mut builder = Builder::new(&vocabulary);
    for (page, rows) in (1..).zip(pages) {
        builder.page(page, reading_order::read(rows));
    }
    let mut document = write(builder.finish(), body, &vocabulary, warnings);
    if document.text.trim().is_empty() && is_cut {
        return Err(malformed(
            "the PDF is incomplete: its end is missing; copy or export it again",
        ));
    }
    if document.text.trim().is_empty() {
        return Err(malformed(
            "the PDF has no text, only images of text; run text recognition (OCR) on it first",
        ));
    }
    document.facts = title::facts(&pdf, &document);
    Ok(inline_timestamps::taken_up(document))
}

fn malformed(what: &str) -> ReadError {
    ReadError::Malformed(what.to_owned())
}

/// Takes a font without a name for bold where it has the size of the text and most of the text is in another.
fn tell_nameless(pages: &mut [Vec<Piece>], body: f64) {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let is_body = |piece: &Piece| (piece.size - body).abs() < 0.25;
    for piece in pages.iter().flatten().filter(|piece| is_body(piece)) {
        for run in &piece.runs {
            *counts.entry(run.style.nameless).or_default() += run.words.len();
        }
    }
    let usual = counts.into_iter().max_by_key(|(_, count)| *count);
    let usual = usual.map_or(0, |(number, _)| number);
    for piece in pages.iter_mut().flatten() {
        let body = is_body(piece);
        for run in &mut piece.runs {
            let number = std::mem::take(&mut run.style.nameless);
            run.style.bold |= body && usual > 0 && number > 0 && number != usual;
        }
    }
}

/// The pieces of each page.
fn pieces(
    pdf: &Pdf,
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Vec<Vec<Piece>>, ReadError> {
    let mut fonts = Fonts::new();
    let mut budget = limits.drawings;
    let mut pages = Vec::new();
    for page in pdf.pages().iter().take(limits.pages) {
        let mut drawn =
            content_stream::of_page(page, &mut fonts, &mut budget).ok_or_else(|| {
                malformed(&format!(
                    "the PDF draws more than {} things; save its text as plain text (.txt)",
                    limits.drawings
                ))
            })?;
        right_to_left::turn(&mut drawn);
        pages.push(line_pieces::of_page(&drawn));
    }
    let count = pdf.pages().len();
    if count > limits.pages {
        warnings.push(format!(
            "only the first {} of {count} pages are read",
            limits.pages
        ));
    }
    Ok(pages)
}

/// Takes a look that most letters have for none: then those that are not bold say nothing either.
fn even_looks(pages: &mut [Vec<Piece>]) {
    let mut counts = [0; 3];
    for run in pages.iter().flatten().flat_map(|piece| &piece.runs) {
        counts[0] += run.words.len();
        counts[1] += if run.style.bold { run.words.len() } else { 0 };
        counts[2] += if run.style.italic { run.words.len() } else { 0 };
    }
    #[allow(clippy::cast_precision_loss, reason = "letters of a document")]
    let is_common = |count: usize| count as f64 > COMMON * counts[0] as f64;
    let (bold, italic) = (is_common(counts[1]), is_common(counts[2]));
    for run in pages.iter_mut().flatten().flat_map(|piece| &mut piece.runs) {
        run.style.bold &= !bold;
        run.style.italic &= !italic;
    }
}

/// The paragraphs without what stands beside the text.
fn write(
    mut paragraphs: Vec<Paragraph>,
    body: f64,
    vocabulary: &Vocabulary,
    warnings: &mut Vec<String>,
) -> Document {
    let title = asides::title(&paragraphs, body);
    let aside = asides::found(&paragraphs, title, body);
    warn_of_asides(&paragraphs, &aside, warnings);
    let name = title
        .and_then(|at| paragraphs.get(at))
        .map(Paragraph::words);
    for at in 1..paragraphs.len() {
        paragraphs[at].after_break |= aside[at - 1];
    }
    let mut aside = aside.into_iter();
    paragraphs.retain(|_| !aside.next().unwrap_or_default());
    let mut writer = DocumentBuilder::default();
    let mut page = 0;
    let mut named = false;
    for mut paragraph in paragraphs::rejoined(paragraphs, vocabulary) {
        asides::remove_marks(&mut paragraph);
        if paragraph.page != page {
            page = paragraph.page;
            writer.page(page);
        }
        let is_title = !named && name.as_ref() == Some(&paragraph.words());
        named |= is_title;
        if is_title {
            writer.heading(1);
        } else if asides::is_heading(&paragraph, body) {
            writer.heading(2);
        }
        write_paragraph(&mut writer, &paragraph);
    }
    writer.finish()
}

fn write_paragraph(writer: &mut DocumentBuilder, paragraph: &Paragraph) {
    for run in &paragraph.runs {
        for begins in [true, false] {
            if run.style.bold {
                writer.strong(begins);
            }
            if run.style.italic {
                writer.emphasis(begins);
            }
            if begins {
                writer.write(&run.words);
            }
        }
    }
    writer.close();
}

/// Says so where a large part of the text is left out.
fn warn_of_asides(paragraphs: &[Paragraph], aside: &[bool], warnings: &mut Vec<String>) {
    let count = |paragraph: &Paragraph| paragraph.words().split_whitespace().count();
    let all: usize = paragraphs.iter().map(count).sum();
    let left = paragraphs.iter().zip(aside).filter(|(_, aside)| **aside);
    let left: usize = left.map(|(paragraph, _)| count(paragraph)).sum();
    if left * 3 > all {
        warnings.push(format!(
            "{left} of {all} words are left out: they stand in notes, boxes, captions, links and comments"
        ));
    }
}

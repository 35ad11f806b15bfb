//! Comma-separated values (RFC 4180) and their like with semicolons, tabs or bars.

use super::super::Document;
use super::{document, header};
use crate::reading::{ReadError, character_encoding};

const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let text = character_encoding::decode(bytes, warnings)?;
    let delimiter = delimiter(&text);
    let mut rows = rows(&text, delimiter);
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    document(&rows, warnings)
}

/// Whether two lines are rows of two times and words, with tabs between them, as editors of sound write labels.
pub(in crate::reading::format) fn are_labels(first: &str, second: &str) -> bool {
    let is_row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let number = |cell: &&str| cell.trim().parse::<f64>().is_ok();
        cells.len() == 3 && cells[..2].iter().all(number) && !number(&cells[2])
    };
    is_row(first) && is_row(second)
}

/// Whether a text begins with the header of a table of speech.
pub(in crate::reading::format) fn is_table(head: &str) -> bool {
    let first = head.lines().next().unwrap_or_default();
    // Bars are tables of Markdown as well.
    DELIMITERS[..3].iter().any(|delimiter| {
        rows(first, *delimiter)
            .first()
            .is_some_and(|row| row.len() > 1 && header(row).is_some())
    })
}

/// The delimiter that makes a header of a line; else the one that cuts most lines into as many parts.
fn delimiter(text: &str) -> u8 {
    let head: String = text.split_inclusive('\n').take(20).collect();
    let heads = |delimiter: &u8| {
        rows(&head, *delimiter)
            .iter()
            .any(|row| header(row).is_some())
    };
    DELIMITERS.into_iter().find(heads).unwrap_or_else(|| {
        let even = |delimiter: &u8| {
            let rows = rows(&head, *delimiter);
            let width = rows.first().map_or(0, Vec::len);
            let alike = rows
                .iter()
                .filter(|row| row.len() == width && width > 1)
                .count();
            (alike, width)
        };
        DELIMITERS.into_iter().max_by_key(even).unwrap_or(b',')
    })
}

/// The rows of a table. Quotes in files with tabs are often part of the words.
fn rows(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let reader = |quoting: bool| {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .quoting(quoting)
            .from_reader(text.as_bytes())
    };
    let quoting = delimiter != b'\t' || text.contains("\t\"") && text.contains("\"\t");
    let mut reader = reader(quoting);
    let records = reader.records().filter_map(Result::ok);
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

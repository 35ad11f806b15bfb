//! Spreadsheets of speech: Excel (`.xlsx`, `.xlsm`, `.xls`) and OpenDocument (`.ods`), the first sheet that holds it.

use std::io::Cursor;

use calamine::{Data, Range, Reader, open_workbook_auto_from_rs};

use super::super::Document;
use super::super::size_limits::Limits;
use super::document;
use crate::reading::ReadError;

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| {
        ReadError::Malformed(format!(
            "the spreadsheet is damaged or protected by a password: {error}; save it again without one, or as CSV"
        ))
    })?;
    let mut refused = None;
    for name in workbook.sheet_names() {
        let Ok(sheet) = workbook.worksheet_range(&name) else {
            warnings.push(format!("the sheet `{name}` cannot be read; it is left out"));
            continue;
        };
        match document(&rows(&sheet, limits.cells)?, warnings) {
            Ok(document) => return Ok(document),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    Err(refused.unwrap_or(ReadError::NoWords))
}

/// The rows of a sheet as texts, `most` cells at most.
fn rows(sheet: &Range<Data>, most: usize) -> Result<Vec<Vec<String>>, ReadError> {
    let (height, width) = sheet.get_size();
    if height.saturating_mul(width) > most {
        return Err(ReadError::Malformed(format!(
            "the sheet has {height} rows and {width} columns, more than the {most} cells that are read; save the \
             rows with words as CSV"
        )));
    }
    let filled = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
    Ok(sheet
        .rows()
        .map(|row| row.iter().map(text).collect())
        .filter(filled)
        .collect())
}

/// A cell as a text; a time of day is a clock.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(time) => clock(time.as_f64()),
        Data::Empty | Data::Error(_) => String::new(),
        cell => cell.to_string(),
    }
}

/// A part of a day as `hours:minutes:seconds`.
fn clock(days: f64) -> String {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a part of a day, in milliseconds"
    )]
    let milliseconds = (days.clamp(0.0, 10.0) * 86_400_000.0).round() as u64;
    let (seconds, rest) = (milliseconds / 1_000, milliseconds % 1_000);
    format!(
        "{:02}:{:02}:{:02}.{rest:03}",
        seconds / 3_600,
        seconds / 60 % 60,
        seconds % 60
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a sheet that stands here")]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_read_up_to_its_limit_of_cells_and_refused_above_it() {
        let sheet = Range::from_sparse(vec![calamine::Cell::new(
            (1, 2),
            Data::String("x".to_owned()),
        )]);
        let sheet_of_six: Range<Data> = {
            let mut range = Range::new((0, 0), (1, 2));
            range.set_value((1, 2), Data::String("x".to_owned()));
            range
        };
        assert_eq!(sheet.get_size(), (1, 1));
        assert_eq!(rows(&sheet_of_six, 6).unwrap().len(), 1);
        assert!(
            rows(&sheet_of_six, 5)
                .unwrap_err()
                .to_string()
                .contains("more than the 5")
        );
    }

    #[test]
    fn a_time_of_day_is_a_clock() {
        assert_eq!(clock(0.5 / 24.0 + 1.5 / 86_400.0), "00:30:01.500");
    }
}

//! Errors of reading: why a file gives no interview.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::unsupported_formats::unsupported_format_advice;

/// Why a file gives no interview. The caller adds the file's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ReadError {
    /// Nothing but white space.
    #[error("the file is empty\nput the interview's text in it, or remove it from the corpus")]
    Empty,
    /// Not a text.
    #[error("the file is binary, not text\nsave it as plain text (UTF-8) or Markdown")]
    Binary,
    /// A text in which no word is left.
    #[error(
        "the file contains no words\nput the interview's text in it, or remove it from the corpus"
    )]
    NoWords,
    /// Not what its format says it is; what is wrong and what to do.
    #[error("{0}")]
    Malformed(String),
    /// More than one interview, where one is asked for: how many.
    #[error("it contains {0} interviews\nput it in the corpus folder, where all of them are read")]
    Several(usize),
    /// An extension that is not read.
    #[error(
        "`{0}` files are not read\nsave it as text (.txt, .md), Word (.docx), OpenDocument (.odt), RTF, EPUB, HTML, PDF, \
         mail (.eml), a web archive (.warc, .webarchive), subtitles (.srt, .vtt), a table (.csv, .xlsx), JSON or XML"
    )]
    Unsupported(String),
}

/// What is said of a file that is not read: what it is and what to do, where its extension is known.
pub(super) fn unsupported(path: &Path) -> ReadError {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    match unsupported_format_advice(&extension.to_ascii_lowercase()) {
        Some(advice) => {
            ReadError::Malformed(format!("`.{extension}` files are not read: {advice}"))
        }
        None => ReadError::Unsupported(format!(".{extension}")),
    }
}

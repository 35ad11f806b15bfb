//! From the bytes of a file to an interview and warnings.
//!
//! A format turns the bytes into a text and its blocks; noise, metadata and structure are read from
//! the blocks, whatever the format was. Reading degrades: what is not understood is a warning, and only
//! a file without words is an error.

mod dates;
mod decode;
mod format;
mod front;
mod label;
mod metadata;
mod noise;
mod passages;
mod people;
mod roles;
mod sidecar;
mod structure;
mod turns;
mod unlabelled;
mod withdrawn;

use std::path::Path;

pub use passages::passages;

use crate::interview::{Interview, InterviewId, Metadata, Revision};
use crate::language::Language;

/// A file to read, and what its owner says about it.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The id that the interview will have.
    pub id: InterviewId,
    /// Where it came from: its extension tells the format, its name may tell the date.
    pub path: &'a Path,
    /// The file's content.
    pub bytes: &'a [u8],
    /// The text of its sidecar, TOML, where it has one.
    pub sidecar: Option<&'a str>,
}

/// Why a file gives no interview. The caller adds the file's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing but white space.
    #[error("the file is empty\nput the interview's text in it, or remove it from the corpus")]
    Empty,
    /// Not a text.
    #[error("the file is binary, not text\nsave it as plain text (UTF-8) or Markdown")]
    Binary,
    /// A text in which no word is left.
    #[error(
        "the file holds no words\nput the interview's text in it, or remove it from the corpus"
    )]
    NoWords,
    /// An extension that is not read.
    #[error("`{0}` files are not read\nsave it as plain text (`.txt`) or Markdown (`.md`)")]
    Unsupported(String),
}

/// Whether files with this extension are read: `.txt`, `.text`, `.md`, `.markdown`, in any case.
#[must_use]
pub fn supported(path: &Path) -> bool {
    format::Format::of(path).is_some()
}

/// Reads one file. Linear in its length.
///
/// # Errors
///
/// When the file is empty, binary, without a word, or of a format that is not read.
pub fn read(source: &Source<'_>) -> Result<Interview, ReadError> {
    let format = format::Format::of(source.path).ok_or_else(|| unsupported(source.path))?;
    let mut warnings = Vec::new();
    let text = decode::decode(source.bytes, &mut warnings)?;
    let (front, body) = front::split(&text, &mut warnings);
    let document = format.read(&text, body);
    if !document.text.chars().any(char::is_alphanumeric) {
        return Err(ReadError::NoWords);
    }
    let withdrawn = source.sidecar.map(sidecar::withdrawn).unwrap_or_default();
    let withdrawn = withdrawn::places(&document.text, &withdrawn, &mut warnings);
    let facts = source
        .sidecar
        .map(|text| sidecar::read(text, &mut warnings))
        .unwrap_or_default()
        .or(front)
        .or(metadata::from_text(&document))
        .or(metadata::from_name(source.path));
    let structure = structure::infer(&document, &facts, &mut warnings);
    let spoken = structure
        .turns
        .iter()
        .filter_map(|turn| document.text.get(turn.span.start..turn.span.end));
    let language = facts.language.unwrap_or_else(|| detect(spoken));
    Ok(Interview {
        id: source.id.clone(),
        revision: Revision::of(&document.text),
        metadata: Metadata {
            title: facts.title,
            outlet: facts.outlet,
            date: facts.date,
            url: facts.url,
            language,
        },
        transcript: document.text,
        speakers: structure.speakers,
        turns: structure.turns,
        exchanges: structure.exchanges,
        warnings,
        withdrawn,
    })
}

fn unsupported(path: &Path) -> ReadError {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    ReadError::Unsupported(format!(".{extension}"))
}

/// The language of what is said, from its first few thousand characters: more changes nothing.
fn detect<'a>(spoken: impl Iterator<Item = &'a str>) -> Language {
    let sample: String = spoken
        .flat_map(|turn| turn.chars().chain(['\n']))
        .take(8_000)
        .collect();
    crate::language::detect(&sample)
}

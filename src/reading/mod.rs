//! From the bytes of a file to an interview and warnings.
//!
//! A format turns the bytes into a text and its blocks; noise, metadata and structure are read from
//! the blocks, whatever the format was. Reading degrades: what is not understood is a warning, and only
//! a file without words is an error.

mod attribution_basis;
mod character_encoding;
mod child_process_isolation;
mod collective_names;
mod date_parsing;
mod document;
mod fact_kinds;
mod facts;
mod format;
mod front_matter;
mod interview_assembly;
mod language_names;
mod malformed_metadata;
mod many_interviews;
mod metadata;
mod metadata_faults;
mod metadata_keys;
mod metadata_values;
mod noise_lines;
mod participant_roles;
mod participants;
mod passage_splitting;
mod read_error;
mod sidecar_labels;
mod sidecar_reader;
mod structure;
mod toml_tables;
mod trim_settings;
mod trimming;
mod unsupported_formats;
mod withdrawn_passages;
mod withdrawn_spans;
mod yaml_values;

use std::path::{Path, PathBuf};

use serde::Serialize;

pub use attribution_basis::{Basis, RoleBasis, RoleSign, SpeakerBasis};
pub use child_process_isolation::{
    COMMAND as ISOLATED_COMMAND, ChildProcessLimits, isolate, serve_child_process,
};
pub use fact_kinds::Fact;
pub use many_interviews::{examine_each, has_many};
pub use noise_lines::NoiseKind;
pub use passage_splitting::passages;
pub use read_error::ReadError;
pub use sidecar_reader::as_read as sidecar_as_read;
pub use withdrawn_passages::may_withdraw;
pub use withdrawn_spans::may_withdraw_from;

use crate::interview::{Interview, InterviewId, Span};
use format::Format;
use interview_assembly::assemble;
use read_error::unsupported;

/// A file to read, and what its owner says about it.
#[derive(Debug, Clone)]
pub struct FileToRead<'a> {
    /// The id that the interview will have.
    pub id: InterviewId,
    /// Where it came from: its extension tells the format, its name may tell the date.
    pub path: &'a Path,
    /// The file's content.
    pub bytes: &'a [u8],
    /// The text of its sidecar, TOML, where it has one.
    pub sidecar: Option<&'a str>,
}

/// Whether files with this extension are read, in any case: `.txt`, `.md`, `.org`, `.adoc`, `.docx`, `.odt`, `.epub`,
/// `.html`, `.warc`, `.webarchive`, `.pdf`, `.srt`, `.vtt`, `.ttml`, `.json`, `.jsonl`, `.csv`, `.xlsx`, `.xml`, `.cha`,
/// `.eaf`, `.exb`, `.trs`, `.textgrid` and their kin.
#[must_use]
pub fn supported(path: &Path) -> bool {
    Format::of(path).is_some()
}

/// Whether a file's name says that its words stand in it as they are read.
#[must_use]
pub fn is_plain_text(path: &Path) -> bool {
    matches!(Format::of(path), Some(Format::Text | Format::Markdown))
}

/// Whether a file's name says nothing of its format, so that its content decides: no extension, one of a server's pages,
/// or one of old Word documents.
#[must_use]
pub fn may_be_any(path: &Path) -> bool {
    format::may_be_any(path)
}

/// Whether the content of a file, or its first bytes, tell a format that is read.
#[must_use]
pub fn recognised(path: &Path, bytes: &[u8]) -> bool {
    Format::detect(path, bytes).is_some()
}

/// What to do with a file of a type that is not read, by its extension, with or without a dot, where that is known.
#[must_use]
pub fn advice(extension: &str) -> Option<&'static str> {
    let extension = extension.trim_start_matches('.').to_ascii_lowercase();
    unsupported_formats::unsupported_format_advice(&extension)
}

/// An interview, and how it was read.
#[derive(Debug)]
pub struct ReadInterview {
    /// What was read.
    pub interview: Interview,
    /// The format's name: "plain text", "Markdown".
    pub format: &'static str,
    /// Where each thing that is known was found.
    pub origins: Vec<(Fact, Origin)>,
    /// What is nobody's speech and why, in bytes into the transcript, in order.
    pub dropped: Vec<(Span, NoiseKind)>,
    /// What the speaker and the role of each turn rest on.
    pub bases: Vec<Basis>,
    /// How the file marks the turns of each speaker, where it does.
    pub labels: Vec<Vec<String>>,
}

/// One file and what reading it gives, or why it gives nothing.
pub type CheckedFile = (PathBuf, Result<ReadInterview, String>);

/// Where something that is known about an interview was found; the first that knows it is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The file of the same name beside it.
    Sidecar,
    /// The block before its text.
    FrontMatter,
    /// What a document says of itself: its properties, the fields of its data.
    DocumentProperties,
    /// What a page says of itself to machines.
    PageMetadata,
    /// The text itself.
    Text,
    /// The file's name.
    FileName,
}

impl Origin {
    /// What it is called in a sentence.
    fn noun(self) -> &'static str {
        match self {
            Self::Sidecar => "the sidecar",
            Self::FrontMatter => "the front matter",
            Self::DocumentProperties => "the document's properties",
            Self::PageMetadata => "the page's metadata",
            Self::Text => "the text",
            Self::FileName => "the file's name",
        }
    }
}

/// The sidecar of a file in words.
fn sidecar_of(path: &Path) -> String {
    let name = path.with_extension("toml");
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    format!("the sidecar `{name}`")
}

/// Reads one interview. Linear in its length.
///
/// # Errors
///
/// When the file is empty, binary, without a word, of a format that is not read, or holds several interviews.
pub fn read(source: &FileToRead<'_>) -> Result<Interview, ReadError> {
    examine(source).map(|examined| examined.interview)
}

/// Reads one interview as [`read`] does, and says how.
///
/// # Errors
///
/// As [`read`].
pub fn examine(source: &FileToRead<'_>) -> Result<ReadInterview, ReadError> {
    let mut all = examine_all(source)?;
    let count = all.len();
    match all.pop() {
        Some(only) if count == 1 => Ok(only),
        _ => Err(ReadError::Several(count)),
    }
}

/// Reads every interview of a file, at least one. Where it holds several, the id of each is the file's, `#` and
/// its own name, and what is said of the file as a whole stands in the warnings of the first.
///
/// # Errors
///
/// When the file is empty, binary, without a word, or of a format that is not read.
pub fn examine_all(source: &FileToRead<'_>) -> Result<Vec<ReadInterview>, ReadError> {
    let format =
        Format::detect(source.path, source.bytes).ok_or_else(|| unsupported(source.path))?;
    if source.bytes.starts_with(&unsupported_formats::OLE) && format.is_text() {
        return Err(ReadError::Malformed(format!(
            "it is password-protected or in an older Word or Office format: {}",
            unsupported_formats::OLD_WORD
        )));
    }
    if source.bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    let mut warnings = Vec::new();
    let mut documents = child_process_isolation::read(format, source.bytes, &mut warnings)?;
    documents.retain(|document| document.text.chars().any(char::is_alphanumeric));
    if documents.is_empty() {
        return Err(ReadError::NoWords);
    }
    let place = sidecar_of(source.path);
    let mut sidecar = source
        .sidecar
        .map(|text| sidecar_reader::read(text, &place, &mut warnings))
        .unwrap_or_default();
    let withdrawn = withdrawn_spans::withdrawn_spans(&documents, &sidecar.withdrawn, &mut warnings);
    // Facts are read from the whole text: what is cut off may say when and for whom it was.
    let stated = documents
        .iter()
        .map(metadata::from_text)
        .collect::<Vec<_>>();
    let cut_off = trimming::cut_off(&sidecar.cuts, &mut documents, &mut warnings);
    let beside = withdrawn.into_iter().zip(stated).zip(cut_off);
    let examined = documents.into_iter().zip(beside);
    let examined = examined.map(|(document, ((withdrawn, stated), cut_off))| {
        let warnings = std::mem::take(&mut warnings);
        let mut examined = assemble(source, format, document, (&sidecar, stated), warnings);
        examined.interview.withdrawn = withdrawn;
        examined.dropped.extend(cut_off);
        examined.dropped.sort_unstable();
        // What is wrong with it is said once, of the first interview of a file.
        sidecar.faults.clear();
        examined
    });
    let mut examined: Vec<ReadInterview> = examined.collect();
    let unused = sidecar_labels::unused(&sidecar.people, &examined, &place);
    if let Some(first) = examined.first_mut() {
        first.interview.warnings.extend(unused);
    }
    Ok(examined)
}

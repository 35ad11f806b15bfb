//! Files of many interviews, read one by one: a large one is not held a second time.

use std::path::Path;

use super::document::Document;
use super::facts::Facts;
use super::format::Format;
use super::interview_assembly::assemble;
use super::read_error::unsupported;
use super::trim_settings::Cuts;
use super::withdrawn_passages::WithdrawnPassages;
use super::{
    FileToRead, ReadError, ReadInterview, examine_all, metadata, trimming, withdrawn_spans,
};

/// Whether a file is of a kind that holds many interviews, which [`examine_each`] hands over as they are read.
#[must_use]
pub fn has_many(path: &Path, bytes: &[u8]) -> bool {
    Format::detect(path, bytes).is_some_and(Format::has_many)
}

/// Reads the interviews of a file without a sidecar as [`examine_all`] does and hands them over one by one, so that a
/// large file of many interviews is not held a second time. The first comes last: what is said of the file as a whole,
/// and stands in its warnings, is known at the end.
///
/// # Errors
///
/// As [`examine_all`].
pub fn examine_each(
    source: &FileToRead<'_>,
    take: &mut dyn FnMut(ReadInterview),
) -> Result<(), ReadError> {
    let format =
        Format::detect(source.path, source.bytes).ok_or_else(|| unsupported(source.path))?;
    let mut told = Vec::new();
    let mut first: Option<ReadInterview> = None;
    let mut take_document = |document: Document| {
        if !document.text.chars().any(char::is_alphanumeric) {
            return;
        }
        let examined = alone(source, format, document);
        match &first {
            None => first = Some(examined),
            Some(_) => take(examined),
        }
    };
    let read = match source.sidecar {
        None => format.read_each(source.bytes, &mut told, &mut take_document),
        Some(_) => None,
    };
    let Some(read) = read else {
        examine_all(source)?.into_iter().for_each(take);
        return Ok(());
    };
    read?;
    let mut first = first.ok_or(ReadError::NoWords)?;
    first.interview.warnings.splice(0..0, told);
    take(first);
    Ok(())
}

/// The interview of one document of several, of which nothing but itself says anything.
fn alone(source: &FileToRead<'_>, format: Format, document: Document) -> ReadInterview {
    let mut warnings = Vec::new();
    let mut documents = vec![document];
    let withdrawn =
        withdrawn_spans::withdrawn_spans(&documents, &WithdrawnPassages::default(), &mut warnings);
    let stated = metadata::from_text(&documents[0]);
    let cut_off = trimming::cut_off(&Cuts::default(), &mut documents, &mut warnings);
    let document = documents.pop().unwrap_or_default();
    let known = (&Facts::default(), stated);
    let mut examined = assemble(source, format, document, known, warnings);
    examined.interview.withdrawn = withdrawn.into_iter().flatten().collect();
    examined.dropped.extend(cut_off.into_iter().flatten());
    examined.dropped.sort_unstable();
    examined
}

//! Rich Text Format (`.rtf`, version 1.9.1): paragraphs, tables, bold and italic words, and the document's title.
//!
//! Deleted, struck and hidden words, notes, comments, headers, text boxes and pictures are left out. Read by
//! hand, because what matters here, hidden and deleted runs and the code page of each font, is what readers for display
//! do not keep. Of the crates, `rtf-parser` 0.4.3 runs paragraphs together, takes the document's properties for text and
//! loses letters beside `\uN`, and `rtf-grimoire` 0.2 gives tokens only.

use super::rtf_interpreter::RtfInterpreter;
use super::{Document, inline_timestamps, plain_text, turn_headings};
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::{ReadError, metadata};

/// How an RTF file begins, and within how many bytes.
const BEGINNING: &[u8] = b"{\\rtf";
const FIRST: usize = 1_024;

pub(super) fn read(bytes: &[u8], warnings: &mut Vec<String>) -> Result<Document, ReadError> {
    let head = &bytes[..bytes.len().min(FIRST)];
    let mut places = head.windows(BEGINNING.len());
    let Some(start) = places.position(|place| place == BEGINNING) else {
        return read_other(bytes, warnings);
    };
    let mut interpreter = RtfInterpreter::new(&bytes[start..]);
    interpreter.run()?;
    if interpreter.is_cut_off() {
        warnings.push(
            "the RTF file is cut off or damaged: what could be read of it was read; copy or export the file again"
                .to_owned(),
        );
    }
    let title = Some(interpreter.title.trim().to_owned()).filter(|title| !title.is_empty());
    let document = inline_timestamps::taken_up(turn_headings::taken_up(interpreter.finish()));
    Ok(Document {
        facts: metadata::from_table(
            &super::table([("title", title)].into_iter()),
            MetadataAuthor::Program,
        ),
        ..document
    })
}

/// A file that does not begin as RTF: a text, where it is one.
fn read_other(bytes: &[u8], warnings: &mut Vec<String>) -> Result<Document, ReadError> {
    let has_commands = |name: &[u8]| bytes.windows(name.len()).any(|place| place == name);
    if [&b"\\par"[..], b"\\f0", b"\\pard"]
        .into_iter()
        .any(has_commands)
    {
        return Err(ReadError::Malformed(
            "the RTF file is damaged: it does not begin with `{\\rtf`; copy or export it again"
                .to_owned(),
        ));
    }
    let document = plain_text::read(bytes, warnings)?;
    warnings.push(
        "it is not RTF, which begins with `{\\rtf`: it was read as plain text; name it `.txt`"
            .to_owned(),
    );
    Ok(document)
}

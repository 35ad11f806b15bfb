//! The title that a PDF gives itself, where its first page shows none and it is not the name of a file.

use encoding_rs::{UTF_16BE, WINDOWS_1252};
use hayro_syntax::Pdf;

use super::super::{BlockStyle, Document};
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::facts::Facts;
use crate::reading::metadata;

/// What programs put where nobody gave a title.
const PROGRAMS: [&str; 10] = [
    "microsoft word",
    "untitled",
    "sans titre",
    "unbenannt",
    "sin título",
    "senza titolo",
    "document",
    "dokument",
    "documento",
    "powerpoint",
];

/// The title, as front matter would have it. The day on which the file was made is no fact of the interview.
pub(super) fn facts(pdf: &Pdf, document: &Document) -> Facts {
    let shown = document
        .blocks
        .iter()
        .any(|block| block.look == BlockStyle::Heading(1));
    let own = pdf.metadata().title.as_deref().map(decoded);
    let title = own.filter(|title| !shown && is_title(title));
    metadata::from_table(
        &super::super::table([("title", title)].into_iter()),
        MetadataAuthor::Program,
    )
}

/// A text string (ISO 32000-2, 7.9.2.2).
fn decoded(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0,
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        _ => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    text.trim_matches(|char: char| char.is_whitespace() || char.is_control())
        .to_owned()
}

fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let extension = lower.rsplit_once('.').map(|(_, extension)| extension);
    let file = extension.is_some_and(|extension| {
        (2..=5).contains(&extension.len())
            && extension.chars().all(|char| char.is_ascii_alphanumeric())
    });
    let bare = lower.trim_end_matches(|char: char| !char.is_alphabetic());
    let program = PROGRAMS.contains(&bare) || lower.starts_with("microsoft word");
    let address = lower.starts_with("http") || lower.starts_with("about:");
    title.contains(char::is_whitespace) && !file && !program && !address
}

//! Pages that browsers saved with everything in one file: MHTML (`.mhtml`, `.mht`).
//!
//! <https://www.rfc-editor.org/rfc/rfc2557>

use mail_parser::MessageParser;

use super::super::size_limits::Limits;
use super::super::{Document, html};
use crate::reading::ReadError;

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let message = MessageParser::default().parse(bytes);
    let page = message.as_ref().and_then(|message| message.body_html(0));
    let (Some(message), Some(page)) = (&message, page) else {
        return Err(ReadError::Malformed(
            "the saved page contains no HTML; save it again as .html".to_owned(),
        ));
    };
    let mut document = html::read(page.as_bytes(), limits, warnings)?;
    let saved = message
        .header("Snapshot-Content-Location")
        .and_then(|value| value.as_text())
        .filter(|address| address.starts_with("http"));
    document.facts.url = document.facts.url.or_else(|| saved.map(str::to_owned));
    Ok(document)
}

//! Web archives: pages as browsers and crawlers keep them, with the address that each was read from.

pub(super) mod apple_web_archive;
mod http_response;
mod property_list;
pub(super) mod warc;
mod warc_record;

use super::size_limits::Limits;
use super::{Document, html};
use crate::reading::ReadError;

/// A page from its bytes. The encoding that the archive says is believed where the bytes are no UTF-8.
fn page(
    bytes: &[u8],
    encoding: Option<&str>,
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let said = encoding
        .filter(|_| std::str::from_utf8(bytes).is_err())
        .and_then(|name| encoding_rs::Encoding::for_label(name.trim().as_bytes()));
    match said {
        Some(encoding) => html::read(encoding.decode(bytes).0.as_bytes(), limits, warnings),
        None => html::read(bytes, limits, warnings),
    }
}

/// The page with the address that it was read from, where it says none itself.
fn at_address(mut document: Document, address: &str) -> Document {
    let web = address.starts_with("http://") || address.starts_with("https://");
    let known = document.facts.url.take();
    document.facts.url = known.or_else(|| web.then(|| address.to_owned()));
    document
}

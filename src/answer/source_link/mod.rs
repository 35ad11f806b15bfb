//! The link from a quote to its source: a web page with a text fragment, or a recording at a timestamp.
//!
//! It stands in this room because it needs the transcript, as a quote does, and every renderer shows it. Pure:
//! nothing is fetched.

mod browser_text;
mod recording_timestamp;
mod text_fragment;

use url::Url;

use crate::interview::{Interview, Span};

/// The most bytes of an address that is followed: longer ones are cut or refused by messengers and servers.
const LONGEST: usize = 2_048;

/// The way to the words in `span`, as directly as the place allows:
///
/// - in a recording, at the time at which they are said, in the form that its host wants;
/// - in a PDF, on the page that they begin on (RFC 8118);
/// - on a web page, the words themselves (a [text directive]);
/// - else the interview's address as it is.
///
/// `None` where the interview has no address, or one that is not of the web (`http`, `https`).
///
/// [text directive]: https://wicg.github.io/scroll-to-text-fragment/
#[must_use]
pub fn source_link(interview: &Interview, span: Span) -> Option<String> {
    let url = address(interview.metadata.url.as_deref()?)?;
    let direct = if let Some(time) = interview.time_at(span.start) {
        Some(recording_timestamp::link_at_timestamp(
            url.clone(),
            time / 1_000,
        ))
    } else if is_document(&url) {
        let page = interview.page_at(span.start).filter(|_| is_pdf(&url));
        page.map(|page| on_page(url.clone(), page))
    } else if interview.page_at(span.start).is_some() {
        // The words are from a document that this page tells of.
        None
    } else {
        text_fragment::text_fragment(&interview.transcript, span)
            .map(|words| to_words(&url, &words))
    };
    let direct = direct.filter(|link| link.len() <= LONGEST);
    Some(direct.unwrap_or_else(|| url.into()))
}

/// An address of the web that can be followed.
fn address(text: &str) -> Option<Url> {
    let text = text.trim();
    let is_odd =
        text.len() > LONGEST || text.contains(|c: char| c.is_whitespace() || c.is_control());
    let url = Url::parse(text).ok().filter(|_| !is_odd)?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    (is_web && url.as_str().len() <= LONGEST).then_some(url)
}

/// Files that no browser shows as a page of text.
const DOCUMENTS: [&str; 20] = [
    "pdf", "doc", "docx", "odt", "rtf", "epub", "srt", "vtt", "json", "jsonl", "zip", "mp3", "mp4",
    "m4a", "ogg", "opus", "wav", "webm", "mov", "flac",
];

fn is_document(url: &Url) -> bool {
    extension(url).is_some_and(|extension| DOCUMENTS.contains(&extension.as_str()))
}

fn is_pdf(url: &Url) -> bool {
    extension(url).is_some_and(|extension| extension == "pdf")
}

fn extension(url: &Url) -> Option<String> {
    let name = url.path_segments()?.next_back()?;
    let (_, extension) = name.rsplit_once('.')?;
    Some(extension.to_ascii_lowercase())
}

fn on_page(mut url: Url, page: u32) -> String {
    if url.fragment().is_none() {
        url.set_fragment(Some(&format!("page={page}")));
    }
    url.into()
}

/// The directive follows the fragment that the address has, if any, in the place of another directive.
fn to_words(url: &Url, words: &str) -> String {
    let whole = url.as_str();
    let page = whole.split_once(":~:").map_or(whole, |(page, _)| page);
    let hash = if page.contains('#') { "" } else { "#" };
    format!("{page}{hash}:~:text={words}")
}

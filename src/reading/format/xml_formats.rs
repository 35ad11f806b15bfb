//! XML of any kind, read by the reader of its kind.

use super::archival_transcripts::{self, Markup};
use super::blog_posts::feed;
use super::size_limits::Limits;
use super::{Document, news_articles, xml_events};
use crate::reading::ReadError;

/// Reads XML; where the start of the file does not say of what kind it is, the whole of it is asked.
pub(super) fn read(
    markup: Markup,
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Vec<Document>, ReadError> {
    let markup = match markup {
        Markup::Other => Markup::of(&xml_events::head(bytes)).unwrap_or(Markup::Other),
        known => known,
    };
    match markup {
        Markup::Feed => feed::read(bytes, limits, warnings),
        Markup::NewsMl | Markup::Nitf | Markup::Jats => {
            news_articles::read(markup, bytes, limits, warnings)
        }
        _ => Ok(vec![archival_transcripts::read(bytes, limits, warnings)?]),
    }
}

//! A permalink to a quote: a short code that finds the interview and the words again, small enough for Telegram's start
//! payload.
//!
//! It names the interview apart from its revision and tells the words by their hash, so that they are known
//! again, or known to be others, after the transcript changed. It holds no words itself.

mod resolve;
mod text_fingerprint;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::Quote;
use crate::interview::Span;
pub(super) use resolve::around;
pub use resolve::{ResolvedPermalink, resolve_permalink};
use text_fingerprint::TextFingerprint;

/// Where a quote stands, and by what its words are known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Permalink {
    /// From the SHA-256 of the interview's id, whatever its revision.
    interview: [u8; 6],
    /// From the SHA-256 of the revision.
    revision: [u8; 6],
    span: Span,
    /// The words in it that answer, if any.
    highlight: Option<Span>,
    /// From the SHA-256 of the words with one space between them.
    words: [u8; 8],
    ends: TextFingerprint,
}

/// A text that is no address, or one that was mistyped or made for another bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this link was not made by this bot")]
pub struct PermalinkError;

/// The layout: another one gets another number.
const VERSION: u8 = 1;

/// Bytes before the check, and of the check: together 60 characters in base64.
const BODY: usize = 41;
const CHECK: usize = 4;

impl Permalink {
    /// The address of a quote.
    #[must_use]
    pub fn of(quote: &Quote) -> Self {
        Self {
            interview: digest(quote.interview().as_str()),
            revision: digest(quote.revision().as_str()),
            span: quote.span(),
            highlight: quote.best_highlight(),
            words: digest(&spaced(quote.text())),
            ends: TextFingerprint::of(quote.text()),
        }
    }

    /// Sixty characters of `[A-Za-z0-9_-]`; `None` where the quote begins beyond 4 GiB or is longer than 64 KiB.
    /// `bot` is the user id of the bot whose link it is.
    #[must_use]
    pub fn encode(&self, bot: i64) -> Option<String> {
        let mut bytes = self.body()?;
        let check = check(&bytes, bot);
        bytes.extend(check);
        Some(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// What [`Self::encode`] wrote for the same bot.
    ///
    /// # Errors
    ///
    /// For every other text.
    pub fn decode(text: &str, bot: i64) -> Result<Self, PermalinkError> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| PermalinkError)?;
        let (body, theirs) = bytes.split_last_chunk::<CHECK>().ok_or(PermalinkError)?;
        let body: &[u8; BODY] = body.try_into().map_err(|_| PermalinkError)?;
        if check(body, bot) != *theirs {
            return Err(PermalinkError);
        }
        Self::read(body).ok_or(PermalinkError)
    }

    /// Version (1), interview (6), revision (6), start (4), length (2), the highlight's offset (2) and length
    /// (2, 0 for none), words (8), letters (2), first (4) and last letters (4), big-endian.
    fn body(&self) -> Option<Vec<u8>> {
        let highlight = self
            .highlight
            .unwrap_or(Span::new(self.span.start, self.span.start));
        let offset = highlight.start.checked_sub(self.span.start)?;
        let mut bytes = vec![VERSION];
        bytes.extend(self.interview);
        bytes.extend(self.revision);
        bytes.extend(u32::try_from(self.span.start).ok()?.to_be_bytes());
        for length in [self.span.len(), offset, highlight.len()] {
            bytes.extend(u16::try_from(length).ok()?.to_be_bytes());
        }
        bytes.extend(self.words);
        bytes.extend(u16::try_from(self.ends.letters).ok()?.to_be_bytes());
        bytes.extend(self.ends.first.to_be_bytes());
        bytes.extend(self.ends.last.to_be_bytes());
        Some(bytes)
    }

    fn read(mut bytes: &[u8]) -> Option<Self> {
        let bytes = &mut bytes;
        let [version] = take(bytes)?;
        let (interview, revision) = (take(bytes)?, take(bytes)?);
        let start = usize::try_from(u32::from_be_bytes(take(bytes)?)).ok()?;
        let span = Span::new(start, start.checked_add(short(bytes)?)?);
        let from = start.checked_add(short(bytes)?)?;
        let highlight = Span::new(from, from.checked_add(short(bytes)?)?);
        let address = Self {
            interview,
            revision,
            span,
            highlight: (!highlight.is_empty()).then_some(highlight),
            words: take(bytes)?,
            ends: TextFingerprint {
                letters: short(bytes)?,
                first: u32::from_be_bytes(take(bytes)?),
                last: u32::from_be_bytes(take(bytes)?),
            },
        };
        let is_sound = version == VERSION && !span.is_empty() && span.contains(highlight);
        is_sound.then_some(address)
    }
}

/// The next bytes.
fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (next, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*next)
}

fn short(bytes: &mut &[u8]) -> Option<usize> {
    take(bytes).map(|bytes| usize::from(u16::from_be_bytes(bytes)))
}

/// Tells a mistyped address and one of another bot. No secret is in it, so that a new token breaks no link.
fn check(body: &[u8], bot: i64) -> [u8; CHECK] {
    let digest = Sha256::new()
        .chain_update(body)
        .chain_update(bot.to_be_bytes())
        .finalize();
    std::array::from_fn(|at| digest[at])
}

fn digest<const N: usize>(text: &str) -> [u8; N] {
    let digest = Sha256::digest(text);
    std::array::from_fn(|at| digest[at])
}

/// The words with one space between them: what is left when only the layout of a transcript changes.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

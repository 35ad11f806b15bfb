//! What a button carries: everything that its press needs, in the 64 bytes that Telegram gives it.
//!
//! No session stands behind a button, so none can expire: it works after a restart and in another replica.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::answer::Place;
use crate::interview::{InterviewKey, Span};

/// What pressing a button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// The quote at `index` of an answer's quotes.
    Page {
        /// Which of the places.
        index: u8,
        /// Where the answer's quotes stand, at most three.
        places: Vec<Place>,
    },
    /// An answer to the interviewer's question at a place.
    Ask(Place),
    /// The quote at a place as a picture.
    Card(Place),
}

/// Data that no button of this bot carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no button of this bot")]
pub struct PressError;

const PAGE: u8 = 1;
const ASK: u8 = 2;
const CARD: u8 = 3;

/// The most places that fit: 2 + 3 × 15 bytes are 63 characters in base64.
const MOST_PLACES: usize = 3;
const PLACE: usize = 15;

impl Press {
    /// At most 64 characters of `[A-Za-z0-9_-]`, or `None` where a place does not fit: it begins beyond
    /// 4 GiB or is longer than 64 KiB, or there are more than three.
    #[must_use]
    pub fn encode(&self) -> Option<String> {
        let (kind, index, places) = match self {
            Self::Page { index, places } => (PAGE, *index, places.as_slice()),
            Self::Ask(place) => (ASK, 0, std::slice::from_ref(place)),
            Self::Card(place) => (CARD, 0, std::slice::from_ref(place)),
        };
        if places.is_empty() || places.len() > MOST_PLACES || usize::from(index) >= places.len() {
            return None;
        }
        let mut bytes = vec![kind, index];
        for place in places {
            bytes.extend(place_bytes(place)?);
        }
        Some(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// What [`Self::encode`] wrote.
    ///
    /// # Errors
    ///
    /// For every other text.
    pub fn decode(data: &str) -> Result<Self, PressError> {
        let bytes = URL_SAFE_NO_PAD.decode(data).map_err(|_| PressError)?;
        let ([kind, index], rest) = bytes.split_first_chunk::<2>().ok_or(PressError)?;
        let (chunks, []) = rest.as_chunks::<PLACE>() else {
            return Err(PressError);
        };
        let places: Vec<Place> = chunks
            .iter()
            .map(place)
            .collect::<Option<_>>()
            .ok_or(PressError)?;
        match (*kind, places.as_slice()) {
            (PAGE, [_, ..])
                if places.len() <= MOST_PLACES && usize::from(*index) < places.len() =>
            {
                Ok(Self::Page {
                    index: *index,
                    places,
                })
            }
            (ASK, [place]) if *index == 0 => Ok(Self::Ask(*place)),
            (CARD, [place]) if *index == 0 => Ok(Self::Card(*place)),
            _ => Err(PressError),
        }
    }
}

/// Key (5), start (4), length (2), the highlight's offset (2) and length (2, 0 for none), big-endian.
fn place_bytes(place: &Place) -> Option<[u8; PLACE]> {
    let highlight = place
        .highlight
        .unwrap_or(Span::new(place.span.start, place.span.start));
    let offset = highlight.start.checked_sub(place.span.start)?;
    let mut bytes = [0; PLACE];
    bytes[..5].copy_from_slice(&place.interview.to_bytes());
    bytes[5..9].copy_from_slice(&u32::try_from(place.span.start).ok()?.to_be_bytes());
    bytes[9..11].copy_from_slice(&u16::try_from(place.span.len()).ok()?.to_be_bytes());
    bytes[11..13].copy_from_slice(&u16::try_from(offset).ok()?.to_be_bytes());
    bytes[13..].copy_from_slice(&u16::try_from(highlight.len()).ok()?.to_be_bytes());
    Some(bytes)
}

fn place(bytes: &[u8; PLACE]) -> Option<Place> {
    let [k0, k1, k2, k3, k4, s0, s1, s2, s3, l0, l1, o0, o1, h0, h1] = *bytes;
    let start = usize::try_from(u32::from_be_bytes([s0, s1, s2, s3])).ok()?;
    let span = Span::new(start, start + usize::from(u16::from_be_bytes([l0, l1])));
    let from = start + usize::from(u16::from_be_bytes([o0, o1]));
    let highlight = Span::new(from, from + usize::from(u16::from_be_bytes([h0, h1])));
    let interview = InterviewKey::from_bytes([k0, k1, k2, k3, k4]);
    (span.contains(highlight) && !span.is_empty()).then_some(Place {
        interview,
        span,
        highlight: (!highlight.is_empty()).then_some(highlight),
    })
}

//! The payload of a button: everything that its press needs, in 64 bytes.
//!
//! No session stands behind a button, so none can expire: it works after a restart and in another replica.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::place_payload::{PLACE, place, place_bytes};
use super::scope_payload;
use crate::answer::{ListKind, Place, QuestionOptions, Scope};

/// What pressing a button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ButtonPayload {
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
    /// A page of what was said around a quote: of that at `index` of an answer's quotes.
    Context {
        /// Which page.
        page: u8,
        /// Which of the places.
        index: u8,
        /// Where the answer's quotes stand, at most three.
        places: Vec<Place>,
    },
    /// The question of the message that the answer replies to, in another manner.
    Again(QuestionOptions),
    /// A page of a list.
    List(ListKind, u16),
    /// A question to somebody or something alone.
    Within(Scope),
    /// Another passage by chance.
    Random,
}

/// Data that no button of this bot carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a button of this bot")]
pub struct ButtonPayloadError;

const PAGE: u8 = 1;
const ASK: u8 = 2;
const CARD: u8 = 3;
const CONTEXT: u8 = 4;
const AGAIN: u8 = 5;
const LIST: u8 = 6;
const WITHIN: u8 = 7;
const RANDOM: u8 = 8;
const LISTS: [ListKind; 2] = [ListKind::Speakers, ListKind::Interviews];

/// The most places that fit: 3 + 3 × 15 bytes are 64 characters in base64.
const MOST_PLACES: usize = 3;
impl ButtonPayload {
    /// At most 64 characters of `[A-Za-z0-9_-]`, or `None` where a place does not fit: it begins beyond
    /// 4 GiB or is longer than 64 KiB, or there are more than three.
    #[must_use]
    pub fn encode(&self) -> Option<String> {
        let bytes = match self {
            Self::Page { index, places } => with_places(&[PAGE, *index], (*index, places))?,
            Self::Context {
                page,
                index,
                places,
            } => with_places(&[CONTEXT, *index, *page], (*index, places))?,
            Self::Ask(place) => with_places(&[ASK, 0], (0, std::slice::from_ref(place)))?,
            Self::Card(place) => with_places(&[CARD, 0], (0, std::slice::from_ref(place)))?,
            Self::Again(manner) => {
                let head = [AGAIN, u8::from(manner.as_typed), manner.lifted];
                [&head[..], &scope_payload::encode_scope(manner.scope)?].concat()
            }
            Self::List(list, page) => {
                let which = LISTS.iter().position(|one| one == list)?;
                [&[LIST, u8::try_from(which).ok()?][..], &page.to_be_bytes()].concat()
            }
            Self::Within(of) => {
                [&[WITHIN, 0][..], &scope_payload::encode_scope(Some(*of))?].concat()
            }
            Self::Random => vec![RANDOM, 0],
        };
        Some(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// What [`Self::encode`] wrote.
    ///
    /// # Errors
    ///
    /// For every other text.
    pub fn decode(data: &str) -> Result<Self, ButtonPayloadError> {
        let bytes = URL_SAFE_NO_PAD
            .decode(data)
            .map_err(|_| ButtonPayloadError)?;
        let ([kind, index], rest) = bytes.split_first_chunk::<2>().ok_or(ButtonPayloadError)?;
        let press = match (*kind, rest) {
            (PAGE, rest) => places_in(rest, *index).map(|places| Self::Page {
                index: *index,
                places,
            }),
            (CONTEXT, [page, rest @ ..]) => places_in(rest, *index).map(|places| Self::Context {
                page: *page,
                index: *index,
                places,
            }),
            (ASK, rest) => one_place(rest, *index).map(Self::Ask),
            (CARD, rest) => one_place(rest, *index).map(Self::Card),
            (AGAIN, [lifted, rest @ ..]) if *index <= 1 => {
                scope_payload::decode_scope(rest).map(|scope| {
                    Self::Again(QuestionOptions {
                        as_typed: *index == 1,
                        lifted: *lifted,
                        scope,
                    })
                })
            }
            (LIST, [high, low]) => LISTS
                .get(usize::from(*index))
                .map(|list| Self::List(*list, u16::from_be_bytes([*high, *low]))),
            (WITHIN, rest) if *index == 0 => scope_payload::decode_scope(rest)
                .flatten()
                .map(Self::Within),
            (RANDOM, []) if *index == 0 => Some(Self::Random),
            _ => None,
        };
        press.ok_or(ButtonPayloadError)
    }
}

/// A head and places, of which the one at `index` is meant; `None` where there is none or one too many.
fn with_places(head: &[u8], (index, places): (u8, &[Place])) -> Option<Vec<u8>> {
    if places.len() > MOST_PLACES || usize::from(index) >= places.len() {
        return None;
    }
    let mut bytes = head.to_vec();
    for place in places {
        bytes.extend(place_bytes(place)?);
    }
    Some(bytes)
}

fn places_in(bytes: &[u8], index: u8) -> Option<Vec<Place>> {
    let (chunks, []) = bytes.as_chunks::<PLACE>() else {
        return None;
    };
    let places: Vec<Place> = chunks.iter().map(place).collect::<Option<_>>()?;
    (places.len() <= MOST_PLACES && usize::from(index) < places.len()).then_some(places)
}

fn one_place(bytes: &[u8], index: u8) -> Option<Place> {
    let bytes = <&[u8; PLACE]>::try_from(bytes).ok()?;
    place(bytes).filter(|_| index == 0)
}

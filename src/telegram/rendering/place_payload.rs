//! A place in an interview as the bytes of a button or a link.

use crate::answer::Place;
use crate::interview::{InterviewKey, Span};

pub(super) const PLACE: usize = 15;

/// Key (5), start (4), length (2), the highlight's offset (2) and length (2, 0 for none), big-endian.
pub(super) fn place_bytes(place: &Place) -> Option<[u8; PLACE]> {
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

pub(super) fn place(bytes: &[u8; PLACE]) -> Option<Place> {
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

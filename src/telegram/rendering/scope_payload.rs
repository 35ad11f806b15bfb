//! A scope encoded for a button or a link.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::place_payload;
use super::place_payload::PLACE;
use crate::answer::{Scope, SpeakerKey};
use crate::interview::InterviewKey;

const AFTER: u8 = 1;
const INTERVIEW: u8 = 2;
const SPEAKER: u8 = 3;

/// What a link's payload begins with that asks within something.
const WITHIN: &str = "w_";

/// The bytes of a scope, none for none; `None` where its place does not fit: see [`place_payload::place_bytes`].
pub(super) fn encode_scope(scope: Option<Scope>) -> Option<Vec<u8>> {
    let tagged = |tag: u8, bytes: &[u8]| [&[tag], bytes].concat();
    Some(match scope {
        None => Vec::new(),
        Some(Scope::After(place)) => tagged(AFTER, &place_payload::place_bytes(&place)?),
        Some(Scope::Interview(key)) => tagged(INTERVIEW, &key.to_bytes()),
        Some(Scope::Speaker(key)) => tagged(SPEAKER, &key.to_bytes()),
    })
}

/// The scope that [`encode_scope`] wrote; the outer `None` for everything else.
pub(super) fn decode_scope(bytes: &[u8]) -> Option<Option<Scope>> {
    let Some((tag, rest)) = bytes.split_first() else {
        return Some(None);
    };
    let scope = match *tag {
        AFTER => Scope::After(place_payload::place(<&[u8; PLACE]>::try_from(rest).ok()?)?),
        INTERVIEW => Scope::Interview(InterviewKey::from_bytes(rest.try_into().ok()?)),
        SPEAKER => Scope::Speaker(SpeakerKey::from_bytes(rest.try_into().ok()?)),
        _ => return None,
    };
    Some(Some(scope))
}

/// The payload of a link that asks within a scope.
pub(in crate::telegram) fn scope_link_payload(scope: Scope) -> Option<String> {
    let bytes = encode_scope(Some(scope))?;
    Some(format!("{WITHIN}{}", URL_SAFE_NO_PAD.encode(bytes)))
}

/// The scope of a link's payload; `None` where it is a link to something else.
pub(in crate::telegram) fn parse_scope_link(payload: &str) -> Option<Scope> {
    let data = payload.strip_prefix(WITHIN)?;
    decode_scope(&URL_SAFE_NO_PAD.decode(data).ok()?)?
}

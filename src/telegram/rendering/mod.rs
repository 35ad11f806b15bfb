//! Telegram HTML, keyboards and button payloads: pure functions.

mod button_payload;
pub(super) mod draft_summary;
mod escaping;
pub(super) mod html;
pub(super) mod keyboard;
mod owner_button_payload;
mod place_payload;
mod reply;
pub(super) mod scope_payload;
mod speaker_profile;
mod vote_button_payload;
pub(super) mod vote_buttons;

pub use button_payload::{ButtonPayload, ButtonPayloadError};
pub use escaping::shorten;
pub(super) use escaping::{CUT, escape, field, plain, short_line, units};
pub use html::quote_html;
pub(super) use owner_button_payload::{DraftField, OwnerButtonPayload};
pub(super) use reply::Reply;
pub(super) use vote_button_payload::{VotableQuote, VoteAction, VoteButtonPayload};

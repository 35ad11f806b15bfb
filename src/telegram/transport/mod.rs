//! The Bot API transport: calls, sending with retries and rate limits, polling or webhook, the update queue. It knows nothing of quotes.

mod api_client;
mod api_response;
mod dispatch;
mod error;
mod file_download;
mod inline_query_queue;
mod multipart_form;
mod pending_updates;
pub(super) mod polling;
mod raw_update;
mod retry_backoff;
mod send_photo;
mod send_queue;
mod send_rate_limit;
mod stop_signals;
mod token_bucket;
mod update_journal;
mod update_parsing;
mod update_queue;
pub(super) mod webhook;

use std::time::Duration;

pub(super) use api_client::{ApiClient, PART};
pub(super) use api_response::{ApiResult, CallError};
pub(super) use dispatch::{Dispatcher, UpdateHandler};
pub use error::TelegramError;
pub(super) use inline_query_queue::{InlineQueryQueue, SearchPermit};
pub(super) use pending_updates::{PendingUpdates, UpdateGuard};
pub(super) use send_photo::SendPhoto;
pub(super) use send_queue::SendQueue;
pub(super) use stop_signals::stop_on_signals;
pub(super) use token_bucket::{RefillRate, TokenBucket};
pub(super) use update_journal::UpdateJournal;
pub(super) use update_parsing::{
    ButtonPress, Chat, EmojiReaction, InlineQuery, Message, Update, UpdateKind, User,
};

/// The kinds of updates that the bot asks for.
const ALLOWED: [&str; 5] = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "message_reaction",
];

/// How long what is in hand may take when the process is told to stop.
pub(super) const FINISH: Duration = Duration::from_secs(10);

//! A picture as it is sent.

use serde::Serialize;
use serde_json::Value;
use teloxide::requests::Payload;
use teloxide::types::{ChatId, InlineKeyboardMarkup, ReplyParameters};

/// `sendPhoto`: teloxide's own takes the file apart from the fields.
#[derive(Serialize)]
pub(super) struct SendPhoto {
    pub(super) chat_id: ChatId,
    pub(super) photo: String,
    pub(super) caption: String,
    pub(super) parse_mode: &'static str,
    pub(super) reply_parameters: ReplyParameters,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message_thread_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reply_markup: Option<InlineKeyboardMarkup>,
}

impl Payload for SendPhoto {
    type Output = Value;
    const NAME: &'static str = "SendPhoto";
}

//! The `sendPhoto` request.

use serde::Serialize;
use serde_json::Value;
use teloxide::requests::Payload;
use teloxide::types::{ChatId, InlineKeyboardMarkup, ReplyParameters};

/// `sendPhoto`: teloxide's own takes the file apart from the fields.
#[derive(Serialize)]
pub(in crate::telegram) struct SendPhoto {
    pub(in crate::telegram) chat_id: ChatId,
    pub(in crate::telegram) photo: String,
    pub(in crate::telegram) caption: String,
    pub(in crate::telegram) parse_mode: &'static str,
    pub(in crate::telegram) reply_parameters: ReplyParameters,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::telegram) message_thread_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::telegram) reply_markup: Option<InlineKeyboardMarkup>,
}

impl Payload for SendPhoto {
    type Output = Value;
    const NAME: &'static str = "SendPhoto";
}

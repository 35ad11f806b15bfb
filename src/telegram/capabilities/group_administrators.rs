//! The administrators of a group: who may change what the bot keeps for it.

use serde_json::Value;
use teloxide::payloads::GetChatMember;
use teloxide::types::{ChatId, UserId};

use super::bot::Bot;
use crate::telegram::transport::Message;

/// Whether somebody may change the settings of a chat: in a group its administrators.
pub(super) async fn may_change(bot: &Bot, message: &Message, user: i64) -> bool {
    if message.chat.is_private() {
        return true;
    }
    // Telegram numbers an anonymous administrator as the group itself.
    let Ok(user) = u64::try_from(user) else {
        return false;
    };
    let asked = GetChatMember::new(ChatId(message.chat.id), UserId(user));
    let member = bot.sender.send_beside(&asked).await;
    let member = member.and_then(|member| member.read::<Value>());
    let member = member.unwrap_or_else(|error| {
        tracing::debug!(%error, "a group member cannot be looked up");
        Value::Null
    });
    let status = member.get("status").and_then(Value::as_str);
    matches!(status, Some("creator" | "administrator"))
}

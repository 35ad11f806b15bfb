//! Asking within a scope: a message to reply to, whose link names one speaker or interview.

use teloxide::payloads::{SendMessage, SendMessageSetters};
use teloxide::types::{ChatId, ForceReply, MessageId, ParseMode, ReplyMarkup, ThreadId};

use super::bot::Bot;
use super::reply::no_preview;
use super::share_quote;
use crate::answer::Scope;
use crate::index::Catalogue;
use crate::messages::Messages;
use crate::telegram::rendering::{Reply, escape, field, scope_payload};
use crate::telegram::transport::Message;

/// Sends the message to reply to. What to tell the user where there is no such speaker or interview any more.
pub(super) async fn send_scope_prompt(
    bot: &Bot,
    message: &Message,
    scope: Scope,
    messages: &'static Messages,
) -> anyhow::Result<Option<String>> {
    let name = name(&bot.library.catalogue(), scope);
    let Some((name, payload)) = name.zip(scope_payload::scope_link_payload(scope)) else {
        return Ok(Some(messages.text("within-gone")));
    };
    let name = escape(&field(&name));
    let link = escape(&share_quote::link(bot, &payload));
    let html = format!(
        "{}\n<a href=\"{link}\">{name}</a>",
        escape(&messages.text("within-how"))
    );
    let mut payload = SendMessage::new(ChatId(message.chat.id), html)
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview());
    payload.message_thread_id = message.topic().map(|topic| ThreadId(MessageId(topic)));
    if message.chat.is_private() {
        // In a group it would open the reply of everybody.
        let hint = messages.text("within-hint");
        let reply = ForceReply::new().input_field_placeholder(hint);
        payload = payload.reply_markup(ReplyMarkup::ForceReply(reply));
    }
    bot.sender.send(message.chat.id, &payload).await?;
    Ok(None)
}

/// Opens a link that asks within something.
pub(super) async fn open_scope_link(
    bot: &Bot,
    message: &Message,
    scope: Scope,
) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    if let Some(said) = send_scope_prompt(bot, message, scope, messages).await? {
        super::reply::deliver(bot, message, &Reply::text(&said)).await?;
    }
    Ok(())
}

fn name(catalogue: &Catalogue, scope: Scope) -> Option<String> {
    match scope {
        Scope::After(_) => None,
        Scope::Interview(key) => {
            let entry = catalogue.entry(key)?;
            Some(entry.name().to_owned())
        }
        Scope::Speaker(key) => key.name(catalogue).map(str::to_owned),
    }
}

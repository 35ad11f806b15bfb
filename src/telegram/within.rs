//! Asking only one speaker or one interview: a message to reply to, whose link says which.

use teloxide::payloads::{SendMessage, SendMessageSetters};
use teloxide::types::{ChatId, ForceReply, MessageId, ParseMode, ReplyMarkup, ThreadId};

use super::ask::Reply;
use super::incoming::Message;
use super::page::no_preview;
use super::{Bot, render, scope, share};
use crate::answer::Scope;
use crate::index::Catalogue;
use crate::messages::Messages;

/// Sends the message to reply to. What to tell the user where there is no such speaker or interview any more.
pub(super) async fn prompt(
    bot: &Bot,
    message: &Message,
    scope: Scope,
    messages: &'static Messages,
) -> anyhow::Result<Option<String>> {
    let name = name(&bot.library.catalogue(), scope);
    let Some((name, payload)) = name.zip(scope::payload(scope)) else {
        return Ok(Some(messages.text("within-gone")));
    };
    let name = render::escape(&render::field(&name));
    let link = render::escape(&share::link(bot, &payload));
    let html = format!(
        "{}\n<a href=\"{link}\">{name}</a>",
        render::escape(&messages.text("within-how"))
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
pub(super) async fn open(bot: &Bot, message: &Message, scope: Scope) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    if let Some(said) = prompt(bot, message, scope, messages).await? {
        super::ask::deliver(bot, message, &Reply::text(&said)).await?;
    }
    Ok(())
}

fn name(catalogue: &Catalogue, scope: Scope) -> Option<String> {
    match scope {
        Scope::After(_) => None,
        Scope::Interview(key) => {
            let entry = catalogue.entry(key)?;
            let title = entry.title.clone();
            Some(title.unwrap_or_else(|| entry.id.to_string()))
        }
        Scope::Speaker(key) => key.name(catalogue).map(str::to_owned),
    }
}

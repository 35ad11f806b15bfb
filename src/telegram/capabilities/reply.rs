//! Sending of replies: as an answer to a message, or in the place of another reply.

use std::pin::pin;
use std::time::Duration;

use serde::Deserialize;
use teloxide::payloads::{
    EditMessageText, EditMessageTextSetters, SendChatAction, SendMessage, SendMessageSetters,
};
use teloxide::types::{
    ChatAction, ChatId, LinkPreviewOptions, MessageId, ParseMode, ReplyParameters, ThreadId,
};
use tokio::time::timeout;

use super::bot::Bot;
use super::vote;
use crate::messages::Messages;
use crate::telegram::rendering::{Reply, escape};
use crate::telegram::transport::{ApiResult, Message};

/// Tells the sender something, in their language.
pub(in crate::telegram) async fn say(
    bot: &Bot,
    message: &Message,
    key: &str,
) -> anyhow::Result<()> {
    deliver(
        bot,
        message,
        &Reply::text(&Messages::of(message.language()).text(key)),
    )
    .await
}

/// Puts a reply in the place of an earlier message.
pub(super) async fn edit_message(
    bot: &Bot,
    chat: i64,
    message: i32,
    reply: &Reply,
) -> anyhow::Result<()> {
    let mut payload = EditMessageText::new(ChatId(chat), MessageId(message), reply.html.clone())
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview());
    if let Some(keyboard) = &reply.keyboard {
        payload = payload.reply_markup(keyboard.clone());
    }
    bot.sender.send(chat, &payload).await?;
    vote::note(bot, chat, message, reply);
    Ok(())
}

pub(super) fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

/// Sends the reply, or edits the earlier one where the question was edited.
pub(super) async fn deliver(bot: &Bot, message: &Message, reply: &Reply) -> anyhow::Result<()> {
    if let Some(earlier) = bot.answered.to(message)
        && edit_message(bot, message.chat.id, earlier, &noted(message, reply))
            .await
            .is_ok()
    {
        return Ok(());
    }
    let sent = send(bot, message, reply).await?;
    if let Some(id) = number(&sent) {
        bot.answered.remember(message, id);
    }
    Ok(())
}

/// Sends a reply to a message, in its topic.
pub(super) async fn send(bot: &Bot, message: &Message, reply: &Reply) -> anyhow::Result<ApiResult> {
    let chat = message.chat.id;
    let to = ReplyParameters {
        allow_sending_without_reply: Some(true),
        ..ReplyParameters::new(MessageId(message.id))
    };
    let mut payload = SendMessage::new(ChatId(chat), noted(message, reply).html)
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview())
        .reply_parameters(to);
    payload.message_thread_id = message.topic().map(|topic| ThreadId(MessageId(topic)));
    if let Some(keyboard) = &reply.keyboard {
        payload = payload.reply_markup(keyboard.clone());
    }
    let sent = bot.sender.send(chat, &payload).await?;
    if let Some(id) = number(&sent) {
        vote::note(bot, chat, id, reply);
    }
    Ok(sent)
}

/// The number of a message that was sent.
pub(super) fn number(sent: &ApiResult) -> Option<i32> {
    #[derive(Deserialize)]
    struct Sent {
        message_id: i32,
    }
    sent.read().ok().map(|sent: Sent| sent.message_id)
}

/// Does something, and lets the chat see what where it takes a while.
pub(super) async fn with_chat_action<T>(
    bot: &Bot,
    message: &Message,
    action: ChatAction,
    work: impl Future<Output = T>,
) -> T {
    let mut work = pin!(work);
    if let Ok(done) = timeout(A_WHILE, &mut work).await {
        return done;
    }
    let mut payload = SendChatAction::new(ChatId(message.chat.id), action);
    payload.message_thread_id = message.topic().map(|topic| ThreadId(MessageId(topic)));
    let sender = bot.sender.clone();
    let shown = tokio::spawn(async move { sender.send_once(&payload).await });
    let done = work.await;
    shown.abort();
    done
}

/// How long nothing is shown: most answers are there before.
const A_WHILE: Duration = Duration::from_millis(150);

/// A reply under what is to be said over it.
fn noted(message: &Message, reply: &Reply) -> Reply {
    let mut reply = reply.clone();
    if let Some(note) = &message.note {
        reply.html = format!("{}\n\n{}", escape(note), reply.html);
    }
    reply
}

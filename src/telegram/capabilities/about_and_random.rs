//! `/about` and `/random`: facts about the corpus, and a random quote.

use rand::Rng;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::bot::Bot;
use super::reply::{deliver, edit_message};
use super::vote;
use crate::answer::{self, DrawnFrom, random};
use crate::messages::Messages;
use crate::telegram::rendering::{ButtonPayload, Reply, escape, field};
use crate::telegram::transport::Message;

/// Says what the corpus holds, since when, and whose it is.
pub(super) async fn about(bot: &Bot, message: &Message) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let about = bot.read(answer::about).await?;
    let mut lines = messages.about(&about, &bot.contact, field);
    let version = env!("CARGO_PKG_VERSION").into();
    lines.push(messages.with("about-program", &[("version", version)]));
    let html: Vec<String> = lines.iter().map(|line| escape(line)).collect();
    let keyboard = None;
    let html = html.join("\n\n");
    deliver(bot, message, &Reply { html, keyboard }).await
}

/// Answers /random.
pub(super) async fn random_command(bot: &Bot, message: &Message) -> anyhow::Result<()> {
    let reply = drawn(bot, Messages::of(message.language())).await?;
    deliver(bot, message, &reply).await
}

/// Puts another passage in the place of the one before.
pub(super) async fn another_random(
    bot: &Bot,
    message: &Message,
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let reply = drawn(bot, messages).await?;
    edit_message(bot, message.chat.id, message.id, &reply).await?;
    Ok(())
}

async fn drawn(bot: &Bot, messages: &'static Messages) -> anyhow::Result<Reply> {
    let quote = bot
        .read(|library| {
            let draw = |below| rand::rng().random_range(0..below);
            random(library, DrawnFrom::default(), draw)
        })
        .await?;
    let Some(quote) = quote else {
        return Ok(Reply::text(&messages.text("list-empty")));
    };
    let place = quote.place();
    let mut reply = Reply::quoting(bot, &quote, (0, &[place]), messages);
    if let Some(data) = ButtonPayload::Random.encode() {
        let button = InlineKeyboardButton::callback(messages.text("button-another"), data);
        let keyboard = reply.keyboard.unwrap_or_default();
        reply.keyboard = Some(InlineKeyboardMarkup::append_row(keyboard, [button]));
    }
    Ok(vote::with_vote_buttons(bot, reply, &place))
}

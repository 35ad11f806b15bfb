//! /about and /random: what there is, and something of it.

use rand::Rng;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::ask::{Reply, deliver};
use super::button::Press;
use super::incoming::Message;
use super::page::edit;
use super::render::{escape, field};
use super::{Bot, vote};
use crate::answer::{coverage, random};
use crate::index::Catalogue;
use crate::messages::Messages;

/// How many outlets are named.
const OUTLETS: usize = 12;

/// Says what the corpus holds, since when, and whose it is.
pub(super) async fn about(bot: &Bot, message: &Message) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let (coverage, catalogue) = bot
        .read(|library| Ok((coverage(library)?, library.catalogue())))
        .await?;
    let holds = messages.coverage(&coverage);
    let mut lines = vec![
        messages.text("start"),
        messages.with("start-holds", &[("coverage", holds.as_str().into())]),
    ];
    lines.extend(newest(&catalogue, messages));
    lines.extend(outlets(&catalogue, messages));
    if !bot.contact.is_empty() {
        let contact = field(&bot.contact);
        lines.push(messages.with("about-contact", &[("contact", contact.as_str().into())]));
    }
    let version = env!("CARGO_PKG_VERSION").into();
    lines.push(messages.with("about-program", &[("version", version)]));
    let html: Vec<String> = lines.iter().map(|line| escape(line)).collect();
    let keyboard = None;
    let html = html.join("\n\n");
    deliver(bot, message, &Reply { html, keyboard }).await
}

fn newest(catalogue: &Catalogue, messages: &Messages) -> Option<String> {
    let date = catalogue.newest().next()?.date?;
    let date = messages.dated(["date", "date-month", "date-day"], date);
    Some(messages.with("about-newest", &date))
}

fn outlets(catalogue: &Catalogue, messages: &Messages) -> Option<String> {
    let names = catalogue.outlets.iter().take(OUTLETS);
    let names: Vec<String> = names.map(|name| field(&name.written)).collect();
    let mut names = names.join(", ");
    if catalogue.outlets.len() > OUTLETS {
        names.push_str(", …");
    }
    (!names.is_empty()).then(|| messages.with("about-outlets", &[("names", names.as_str().into())]))
}

/// Answers /random.
pub(super) async fn by_chance(bot: &Bot, message: &Message) -> anyhow::Result<()> {
    let reply = drawn(bot, Messages::of(message.language())).await?;
    deliver(bot, message, &reply).await
}

/// Puts another passage in the place of the one before.
pub(super) async fn another(
    bot: &Bot,
    message: &Message,
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let reply = drawn(bot, messages).await?;
    edit(bot, message.chat.id, message.id, &reply).await?;
    Ok(())
}

async fn drawn(bot: &Bot, messages: &'static Messages) -> anyhow::Result<Reply> {
    let quote = bot
        .read(|library| random(library, |below| rand::rng().random_range(0..below)))
        .await?;
    let Some(quote) = quote else {
        return Ok(Reply::text(&messages.text("list-empty")));
    };
    let place = quote.place();
    let mut reply = Reply::quoting(bot, &quote, (0, &[place]), messages);
    if let Some(data) = Press::Random.encode() {
        let button = InlineKeyboardButton::callback(messages.text("button-another"), data);
        let keyboard = reply.keyboard.unwrap_or_default();
        reply.keyboard = Some(InlineKeyboardMarkup::append_row(keyboard, [button]));
    }
    Ok(vote::under(bot, reply, &place))
}

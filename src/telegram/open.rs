//! A link to a passage, opened: `/start` with a payload.

use super::ask::{Reply, deliver};
use super::commands::say;
use super::incoming::Message;
use super::start::start;
use super::{Bot, inline, render, scope, vote, within};
use crate::answer::{Address, Followed, Quote, follow};
use crate::messages::Messages;

/// Shows the passage that a link was made for, or says what became of it.
pub(super) async fn open(bot: &Bot, message: &Message, payload: &str) -> anyhow::Result<()> {
    if payload == inline::TO_THE_BOT {
        return start(bot, message).await;
    }
    if let Some(scope) = scope::of_payload(payload) {
        return within::open(bot, message, scope).await;
    }
    let Ok(address) = Address::decode(payload, bot.id) else {
        return say(bot, message, "link-unknown").await;
    };
    let followed = bot.read(move |library| follow(library, &address)).await?;
    let shown = |note: Option<&str>, quote: &Quote| with_note(bot, message, note, quote);
    let reply = match &followed {
        Followed::Same(quote) => shown(None, quote),
        Followed::Moved(quote) => shown(Some("link-moved"), quote),
        Followed::Changed(Some(quote)) => shown(Some("link-changed"), quote),
        Followed::Changed(None) => return say(bot, message, "link-lost").await,
        Followed::Withdrawn => return say(bot, message, "link-withdrawn").await,
        Followed::Removed => return say(bot, message, "link-removed").await,
        Followed::Nowhere => return say(bot, message, "link-unknown").await,
    };
    deliver(bot, message, &reply).await
}

fn with_note(bot: &Bot, message: &Message, note: Option<&str>, quote: &Quote) -> Reply {
    let messages = Messages::of(message.language());
    let place = quote.place();
    let reply = Reply::quoting(bot, quote, (0, &[place]), messages);
    let mut reply = vote::under(bot, reply, &place);
    if let Some(note) = note {
        let note = render::escape(&messages.text(note));
        reply.html = format!("{note}\n\n{}", reply.html);
    }
    reply
}

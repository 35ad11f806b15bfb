//! Opens a permalink: `/start` with a payload.

use super::bot::Bot;
use super::reply::{deliver, say};
use super::start_command::start;
use super::{ask_within_scope, inline_mode, vote};
use crate::answer::{Permalink, Quote, ResolvedPermalink, resolve_permalink};
use crate::messages::Messages;
use crate::telegram::rendering::{Reply, escape, scope_payload};
use crate::telegram::transport::Message;

/// Shows the passage that a link was made for, or says what became of it.
pub(super) async fn open_permalink(
    bot: &Bot,
    message: &Message,
    payload: &str,
) -> anyhow::Result<()> {
    if payload == inline_mode::TO_THE_BOT {
        return start(bot, message).await;
    }
    if let Some(scope) = scope_payload::parse_scope_link(payload) {
        return ask_within_scope::open_scope_link(bot, message, scope).await;
    }
    let Ok(address) = Permalink::decode(payload, bot.id) else {
        return say(bot, message, "link-unknown").await;
    };
    let followed = bot
        .read(move |library| resolve_permalink(library, &address))
        .await?;
    let shown = |note: Option<&str>, quote: &Quote| with_note(bot, message, note, quote);
    let reply = match &followed {
        ResolvedPermalink::Same(quote) => shown(None, quote),
        ResolvedPermalink::Moved(quote) => shown(Some("link-moved"), quote),
        ResolvedPermalink::Changed(Some(quote)) => shown(Some("link-changed"), quote),
        ResolvedPermalink::Changed(None) => return say(bot, message, "link-lost").await,
        ResolvedPermalink::Withdrawn => return say(bot, message, "link-withdrawn").await,
        ResolvedPermalink::Removed => return say(bot, message, "link-removed").await,
        ResolvedPermalink::Nowhere => return say(bot, message, "link-unknown").await,
    };
    deliver(bot, message, &reply).await
}

fn with_note(bot: &Bot, message: &Message, note: Option<&str>, quote: &Quote) -> Reply {
    let messages = Messages::of(message.language());
    let place = quote.place();
    let reply = Reply::quoting(bot, quote, (0, &[place]), messages);
    let mut reply = vote::with_vote_buttons(bot, reply, &place);
    if let Some(note) = note {
        let note = escape(&messages.text(note));
        reply.html = format!("{note}\n\n{}", reply.html);
    }
    reply
}

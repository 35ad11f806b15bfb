//! `/help`: how to ask, and for an owner how to change the corpus.

use super::bot::Bot;
use super::owner;
use super::reply::deliver;
use crate::messages::Messages;
use crate::telegram::rendering::Reply;
use crate::telegram::transport::Message;

/// How to ask, and for an owner how to change the corpus.
pub(super) async fn help(bot: &Bot, message: &Message) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let mut lines = vec![
        messages.text("help-conversation"),
        messages.text("help-sharing"),
        messages.text("help-card"),
    ];
    if bot.inline {
        let name = bot.username.as_str().into();
        lines.push(messages.with("help-inline", &[("bot", name)]));
    }
    let mut text = format!("{}\n\n{}", messages.text("help"), lines.join(" "));
    if owner::is_owner(bot, message) {
        text = format!("{text}\n\n{}", messages.text("help-owner"));
    }
    deliver(bot, message, &Reply::text(&text)).await
}

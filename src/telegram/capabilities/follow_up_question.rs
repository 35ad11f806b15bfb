//! Follow-up questions: a reply to an answer is asked within that answer's scope.

use super::bot::Bot;
use super::vote;
use crate::answer::Scope;
use crate::telegram::rendering::{ButtonPayload, scope_payload};
use crate::telegram::transport::Message;

/// What a message is asked within: the quote that it replies to, or what the message that it replies to asked for.
pub(super) fn scope(bot: &Bot, message: &Message) -> Option<Scope> {
    let to = message.reply_to_message.as_deref()?;
    if to.from.as_ref().is_none_or(|from| from.id != bot.id) {
        return None;
    }
    if let Some(scope) = to.links().find_map(|link| of_link(bot, link)) {
        return Some(scope);
    }
    // Under a quote both stand, under a picture only the votes.
    let drawn = |data| match ButtonPayload::decode(data) {
        Ok(ButtonPayload::Card(place)) => Some(place),
        _ => None,
    };
    let place = to.button_data().find_map(drawn);
    let place = place.or_else(|| to.button_data().find_map(vote::place_of));
    place.map(Scope::After)
}

/// The scope of a link to this bot.
fn of_link(bot: &Bot, link: &str) -> Option<Scope> {
    let rest = link.strip_prefix("https://t.me/")?;
    let (name, payload) = rest.split_once("?start=")?;
    (name == bot.username).then(|| scope_payload::parse_scope_link(payload))?
}

//! Access control: who is answered, and how often.

mod access_rules;
mod group_members;
mod question_rate_limit;

use super::bot::Bot;
use crate::telegram::transport::Chat;
pub(in crate::telegram) use access_rules::AccessControl;
use question_rate_limit::RateLimitDecision;

/// What becomes of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admission {
    /// It is answered.
    Answered,
    /// Nothing is said.
    Silent,
    /// Somebody is told why not: the key of a message.
    Told(&'static str),
}

/// Whether a user is answered in a chat. Only what is for the bot is to be asked about: each takes from the bucket.
pub(super) async fn admit(bot: &Bot, user: i64, chat: Option<&Chat>) -> Admission {
    let access = &bot.access;
    if bot.owners.contains(&user) {
        return Admission::Answered;
    }
    if !is_welcome(bot, user, chat).await {
        let place = chat.map_or(user, |chat| chat.id);
        let banned =
            access.settings.banned.contains(&user) || access.settings.banned.contains(&place);
        return if !banned && access.is_first(place) {
            Admission::Told("not-here")
        } else {
            Admission::Silent
        };
    }
    match access.buckets.take_question(user) {
        RateLimitDecision::Some => Admission::Answered,
        RateLimitDecision::Last => Admission::Told("slower"),
        RateLimitDecision::Nothing => Admission::Silent,
    }
}

/// Whether a user is answered in a chat, however often.
pub(super) async fn is_welcome(bot: &Bot, user: i64, chat: Option<&Chat>) -> bool {
    let settings = &bot.access.settings;
    let in_chat = |list: &[i64]| chat.is_some_and(|chat| list.contains(&chat.id));
    if settings.banned.contains(&user) || in_chat(&settings.banned) {
        return false;
    }
    if !settings.is_restricted() || settings.users.contains(&user) || in_chat(&settings.groups) {
        return true;
    }
    if bot.owners.contains(&user) {
        return true;
    }
    for group in &settings.members_of {
        if bot.access.members.holds(&bot.sender, *group, user).await {
            return true;
        }
    }
    false
}

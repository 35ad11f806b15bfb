//! Who is answered: not the banned, where only some are to be answered only those, and nobody faster than allowed.

mod bucket;
mod members;

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use super::Bot;
use super::incoming::Chat;
use crate::config;
use bucket::{Buckets, Poured};
use members::Members;

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

/// Who is answered, and who was told that they are not.
pub(super) struct Access {
    settings: config::Access,
    buckets: Buckets,
    members: Members,
    told: Mutex<VecDeque<i64>>,
}

/// How many chats are remembered that were told.
const REMEMBERED: usize = 10_000;

impl Access {
    pub(super) fn new(settings: config::Access) -> Self {
        Self {
            buckets: Buckets::new(settings.rate),
            members: Members::default(),
            told: Mutex::default(),
            settings,
        }
    }

    /// Whether a chat is told for the first time, as far as is remembered.
    fn is_first(&self, chat: i64) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.contains(&chat) {
            return false;
        }
        if told.len() >= REMEMBERED {
            told.pop_front();
        }
        told.push_back(chat);
        true
    }
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
    match access.buckets.pour(user) {
        Poured::Some => Admission::Answered,
        Poured::Last => Admission::Told("slower"),
        Poured::Nothing => Admission::Silent,
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

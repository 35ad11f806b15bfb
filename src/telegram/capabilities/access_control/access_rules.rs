//! The rules of access: who is banned, who is allowed, and the rate limit of each user.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use super::group_members::GroupMembers;
use super::question_rate_limit::UserRateLimits;
use crate::config;

/// Who is answered, and who was told that they are not.
pub(in crate::telegram) struct AccessControl {
    pub(super) settings: config::Access,
    pub(super) buckets: UserRateLimits,
    pub(super) members: GroupMembers,
    told: Mutex<VecDeque<i64>>,
}

impl AccessControl {
    pub(in crate::telegram) fn new(settings: config::Access) -> Self {
        Self {
            buckets: UserRateLimits::new(settings.rate),
            members: GroupMembers::default(),
            told: Mutex::default(),
            settings,
        }
    }

    /// Whether a chat is told for the first time, as far as is remembered.
    pub(super) fn is_first(&self, chat: i64) -> bool {
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

/// How many chats are remembered that were told.
const REMEMBERED: usize = 10_000;

//! A cache of who is a member of a group.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::Value;
use teloxide::payloads::GetChatMember;
use teloxide::types::{ChatId, UserId};

use crate::telegram::transport::SendQueue;

/// How long an answer is believed, and of how many users.
const BELIEVED: Duration = Duration::from_secs(600);
const USERS: usize = 10_000;

#[derive(Default)]
pub(super) struct GroupMembers(Mutex<HashMap<(i64, i64), (bool, Instant)>>);

impl GroupMembers {
    /// Whether a user is in a group. Where Telegram does not say, not, and it is asked again.
    pub(super) async fn holds(&self, sender: &SendQueue, group: i64, user: i64) -> bool {
        if let Some(known) = self.known(group, user) {
            return known;
        }
        let Ok(id) = u64::try_from(user) else {
            return false;
        };
        let asked = GetChatMember::new(ChatId(group), UserId(id));
        match sender.send_beside(&asked).await {
            Ok(member) => {
                let holds = member.read().is_ok_and(|member| is_in(&member));
                self.know((group, user), holds);
                holds
            }
            Err(error) => {
                tracing::warn!(group, %error, "Telegram does not say who is in this group: is the bot a member of it?");
                false
            }
        }
    }

    fn known(&self, group: i64, user: i64) -> Option<bool> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (holds, since) = known.get(&(group, user))?;
        (since.elapsed() < BELIEVED).then_some(*holds)
    }

    fn know(&self, who: (i64, i64), holds: bool) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= USERS {
            known.retain(|_, (_, since)| since.elapsed() < BELIEVED);
        }
        if known.len() < USERS {
            known.insert(who, (holds, Instant::now()));
        }
    }
}

/// <https://core.telegram.org/bots/api#chatmember>
fn is_in(member: &Value) -> bool {
    let field = |name: &str| member.get(name);
    match field("status").and_then(Value::as_str) {
        Some("creator" | "administrator" | "member") => true,
        Some("restricted") => field("is_member").and_then(Value::as_bool).unwrap_or(false),
        _ => false,
    }
}

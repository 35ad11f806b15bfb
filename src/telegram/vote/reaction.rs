//! 👍 and 👎 as reactions to a quote, in chats where the bot is told of them.

use serde::Deserialize;
use serde_json::Value;

use super::cited;
use crate::feedback::Vote;
use crate::telegram::Bot;
use crate::telegram::incoming::{Chat, User};

/// A changed reaction to a message.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::telegram) struct Reaction {
    chat: Chat,
    #[serde(rename = "message_id")]
    message: i32,
    /// Nobody where it was given in a chat's name.
    #[serde(default)]
    user: Option<User>,
    #[serde(default)]
    old_reaction: Vec<Value>,
    #[serde(default)]
    new_reaction: Vec<Value>,
}

/// What a reaction makes of its user's vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Stays,
    Becomes(Option<Vote>),
}

impl Reaction {
    /// Whose it is.
    pub(in crate::telegram) fn sender(&self) -> i64 {
        self.user.as_ref().map_or(self.chat.id, |user| user.id)
    }

    /// Other emoji change nothing; of both thumbs the one that came last counts.
    fn change(&self) -> Change {
        let (old, new) = (votes(&self.old_reaction), votes(&self.new_reaction));
        match (old.as_slice(), new.as_slice()) {
            (old, new) if old == new => Change::Stays,
            (_, []) => Change::Becomes(None),
            (_, [only]) => Change::Becomes(Some(*only)),
            (old, new) => {
                let fresh = new.iter().rev().find(|vote| !old.contains(vote));
                fresh.map_or(Change::Stays, |vote| Change::Becomes(Some(*vote)))
            }
        }
    }
}

/// Counts a reaction to a quote as its user's vote on it.
pub(in crate::telegram) async fn reacted(bot: &Bot, reaction: &Reaction) -> anyhow::Result<()> {
    let (Some(user), Change::Becomes(vote)) = (&reaction.user, reaction.change()) else {
        return Ok(());
    };
    let quote = bot.shown.in_message((reaction.chat.id, reaction.message));
    let Some(quote) = quote.filter(|_| !user.is_bot) else {
        return Ok(());
    };
    if let Ok(quote) = cited(bot, quote).await? {
        // A vote that cannot be kept is in the log.
        let _ = bot.feedback.set(user.id, quote, vote).await;
    }
    Ok(())
}

fn votes(reactions: &[Value]) -> Vec<Vote> {
    let emoji = |reaction: &Value| match reaction.get("emoji").and_then(Value::as_str) {
        Some("👍") => Some(Vote::Up),
        Some("👎") => Some(Vote::Down),
        _ => None,
    };
    reactions.iter().filter_map(emoji).collect()
}

//! Votes by emoji reaction.

use serde_json::Value;

use super::cited;
use crate::feedback::Vote;
use crate::telegram::capabilities::bot::Bot;
use crate::telegram::transport::EmojiReaction;

/// What a reaction makes of its user's vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum VoteChange {
    Stays,
    Becomes(Option<Vote>),
}

impl EmojiReaction {
    /// Other emoji change nothing; of both thumbs the one that came last counts.
    fn change(&self) -> VoteChange {
        let (old, new) = (votes(&self.old_reaction), votes(&self.new_reaction));
        match (old.as_slice(), new.as_slice()) {
            (old, new) if old == new => VoteChange::Stays,
            (_, []) => VoteChange::Becomes(None),
            (_, [only]) => VoteChange::Becomes(Some(*only)),
            (old, new) => {
                let fresh = new.iter().rev().find(|vote| !old.contains(vote));
                fresh.map_or(VoteChange::Stays, |vote| VoteChange::Becomes(Some(*vote)))
            }
        }
    }
}

/// Counts a reaction to a quote as its user's vote on it.
pub(in crate::telegram) async fn handle_reaction(
    bot: &Bot,
    reaction: &EmojiReaction,
) -> anyhow::Result<()> {
    let (Some(user), VoteChange::Becomes(vote)) = (&reaction.user, reaction.change()) else {
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

//! `/privacy`, `/forget` and `/report`.

use super::bot::Bot;
use super::group_administrators::may_change;
use super::owner;
use super::reply::send;
use crate::feedback::{ChatPreference, report};
use crate::messages::Messages;
use crate::telegram::rendering::{Reply, escape, plain, shorten};
use crate::telegram::transport::Message;

/// What a message asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PrivacyCommand {
    Privacy,
    Forget,
    Report,
}

/// How many questions, quotes and days a report has in a chat, and how long it may be in UTF-16 units: one message.
const MOST: usize = 5;
const LENGTH: usize = 3_800;

impl PrivacyCommand {
    /// The order that a command is; `None` for every other command.
    pub(super) fn of(command: &str) -> Option<Self> {
        match command {
            "privacy" => Some(Self::Privacy),
            "forget" => Some(Self::Forget),
            "report" => Some(Self::Report),
            _ => None,
        }
    }
}

pub(super) async fn answer(
    bot: &Bot,
    message: &Message,
    order: PrivacyCommand,
) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let text = match order {
        PrivacyCommand::Privacy => privacy(bot, messages),
        PrivacyCommand::Forget => forget(bot, message, messages).await,
        PrivacyCommand::Report if owner::is_owner(bot, message) => for_owner(bot, messages).await?,
        PrivacyCommand::Report => messages.text("report-owners-only"),
    };
    let (shown, (_, cut)) = shorten(&text, None, LENGTH);
    let mut html = escape(&plain(&text[shown.start..shown.end]));
    if cut {
        html.push_str(" …");
    }
    let keyboard = None;
    send(bot, message, &Reply { html, keyboard }).await?;
    Ok(())
}

fn privacy(bot: &Bot, messages: &Messages) -> String {
    if !bot.feedback.is_enabled() {
        return messages.text("privacy-off");
    }
    let days = usize::from(bot.feedback.retention_days());
    messages.with("privacy", &[("days", days.into())])
}

/// Deletes what is kept about whoever asks, and in a group its settings where its administrator asks.
async fn forget(bot: &Bot, message: &Message, messages: &Messages) -> String {
    let user = message.from.as_ref().map(|from| from.id);
    let forgotten = match user {
        Some(user) => bot.feedback.forget(user).await,
        None => Some(0),
    };
    let own = forgotten.map_or_else(
        || messages.text("forget-failed"),
        |count| messages.with("forgotten", &[("count", count.into())]),
    );
    let of_group = forget_group(bot, message, user.unwrap_or_default(), messages).await;
    of_group.map_or(own.clone(), |of_group| format!("{own}\n{of_group}"))
}

/// Deletes the settings of a group; what there is to say of that.
async fn forget_group(
    bot: &Bot,
    message: &Message,
    user: i64,
    messages: &Messages,
) -> Option<String> {
    let chat = message.chat.id;
    if message.chat.is_private() || !bot.feedback.is_enabled() {
        return None;
    }
    let kept = bot.feedback.kept_preference(chat).await;
    if kept.is_some_and(|kept| kept == ChatPreference::default()) {
        return None;
    }
    if !may_change(bot, message, user).await {
        return Some(messages.text("forget-group-admins-only"));
    }
    let forgotten = bot.feedback.forget_preference(chat).await;
    let said = forgotten.map_or("forget-group-failed", |_| "forgotten-group");
    Some(messages.text(said))
}

async fn for_owner(bot: &Bot, messages: &Messages) -> anyhow::Result<String> {
    let days = bot.feedback.retention_days();
    let Some(kept) = bot.feedback.kept(days).await else {
        return Ok(messages.text("report-failed"));
    };
    let setting = bot.setting.clone();
    let report = bot
        .read(move |library| report(library, kept, &setting, MOST))
        .await?;
    Ok(messages.report(&report, MOST))
}

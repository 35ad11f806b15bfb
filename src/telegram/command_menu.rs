//! The menu of commands that Telegram offers: everywhere, in groups, to owners.

use teloxide::payloads::{SetMyCommands, SetMyCommandsSetters};
use teloxide::types::{BotCommand, BotCommandScope, ChatId, Recipient};

use super::transport::SendQueue;
use crate::messages::{CODES, Messages};

/// What everybody may say.
pub(super) const COMMANDS: [&str; 11] = [
    "ask",
    "card",
    "speakers",
    "interviews",
    "random",
    "start",
    "help",
    "about",
    "settings",
    "privacy",
    "forget",
];

/// What is of use in a group.
const IN_GROUPS: [&str; 7] = [
    "ask",
    "card",
    "speakers",
    "interviews",
    "random",
    "help",
    "settings",
];

/// Tells Telegram the commands, in every language; the first is for everybody else. Groups have fewer, owners one more.
pub(super) async fn register(sender: &SendQueue, owners: &[i64]) {
    for (at, code) in CODES.into_iter().enumerate() {
        let messages = Messages::of(code);
        let command = |name: &str| BotCommand::new(name, messages.text(&format!("command-{name}")));
        let mut payload = SetMyCommands::new(COMMANDS.map(command));
        if at > 0 {
            payload = payload.language_code(code);
        }
        sender.send_once(&payload).await;
        let mut in_groups = payload.clone().scope(BotCommandScope::AllGroupChats);
        in_groups.commands = IN_GROUPS.map(command).into();
        sender.send_once(&in_groups).await;
        for owner in owners {
            let mut payload = payload.clone();
            payload.commands.push(command("report"));
            let chat_id = Recipient::Id(ChatId(*owner));
            sender
                .send_once(&payload.scope(BotCommandScope::Chat { chat_id }))
                .await;
        }
    }
}

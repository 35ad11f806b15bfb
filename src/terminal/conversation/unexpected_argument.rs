//! The reply to an unexpected argument: words that are typed behind a command that takes none.

use super::Conversation;
use super::slash_commands::SlashCommand;
use crate::answer::nearest_listed;
use crate::messages::CountedCommand;

impl Conversation<'_> {
    /// That it changes nothing, and how to ask for it instead.
    pub(super) fn beside(&self, command: &SlashCommand, typed: &str) -> String {
        let nearest = match command {
            SlashCommand::List(list) => nearest_listed(&self.library.catalogue(), *list, typed),
            _ => None,
        };
        let counted = match command {
            SlashCommand::List(_) => Some(CountedCommand::List),
            SlashCommand::Random => Some(CountedCommand::Random),
            _ => None,
        };
        let messages = self.messages();
        self.lines(&messages.beside_command(typed, nearest.as_deref(), ("", counted)))
    }
}

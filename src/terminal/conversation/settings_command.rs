//! `/settings` in the terminal.

use std::path::PathBuf;

use super::{Conversation, ConversationMode, preferences_file};
use crate::messages::typed_settings;

impl Conversation<'_> {
    /// Shows what is set, or changes it.
    pub(super) fn settings(&mut self, typed: &str) -> String {
        let messages = self.messages();
        if typed.is_empty() {
            return self.lines(&[self.settings_now(), messages.how_to_set()]);
        }
        let changes = match typed_settings(typed) {
            Ok(changes) => changes,
            Err(unknown) => return self.lines(&messages.unknown_setting(&unknown)),
        };
        for change in changes {
            self.wanted.change(change);
        }
        self.lines(&[self.settings_now(), self.keep()])
    }

    /// What is set, in the language that is.
    fn settings_now(&self) -> String {
        let messages = self.messages();
        let language = messages.text("settings-own-name");
        let values = [
            ("language", language.as_str().into()),
            ("quotes", self.most().into()),
        ];
        messages.with("settings-now", &values)
    }

    /// Keeps what is wanted for the next conversations; what there is to say of that.
    fn keep(&self) -> String {
        let messages = self.messages();
        let Some(path) = self.file() else {
            return messages.text("settings-here-only");
        };
        match preferences_file::save(&path, &self.wanted) {
            Ok(()) => messages.text("settings-kept"),
            Err(_) => {
                let path = path.display().to_string();
                messages.with("settings-unkept", &[("path", path.as_str().into())])
            }
        }
    }

    /// Where it is kept.
    pub(super) fn file(&self) -> Option<PathBuf> {
        let folder = self
            .terms
            .folder
            .as_ref()
            .filter(|_| self.mode == ConversationMode::Live)?;
        Some(folder.join("conversation.toml"))
    }
}

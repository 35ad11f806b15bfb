//! Preferences of a chat: its language and the number of quotes. Kept until it is forgotten: it is no trace of a
//! question.

use std::collections::HashMap;
use std::sync::Mutex;

use rusqlite::{OptionalExtension, params};

use super::sqlite_store::SqliteStore;
use super::{ChatPreference, FeedbackError};

/// What chats want, by their numbers.
pub(super) type ChatPreferences = Mutex<HashMap<i64, ChatPreference>>;

/// The most quotes that may be wanted: so many places fit into a button.
pub const MOST_QUOTES: u8 = 3;

/// What somebody changes of what a chat wants; `None` where it is to be as it is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreferenceChange {
    /// The code of the language.
    Language(Option<&'static str>),
    /// How many quotes, from 1 to [`MOST_QUOTES`].
    Quotes(Option<u8>),
}

impl ChatPreference {
    /// Changes it.
    pub fn change(&mut self, change: PreferenceChange) {
        match change {
            PreferenceChange::Language(code) => self.language = code.map(str::to_owned),
            PreferenceChange::Quotes(number) => self.quotes = number,
        }
    }
}

impl SqliteStore {
    /// What a chat wants; nothing in particular where it never said so.
    pub(super) fn preference(&self, chat: i64) -> Result<ChatPreference, FeedbackError> {
        let found = self.connection.query_row(
            "SELECT language, quotes FROM preference WHERE chat = ?1",
            [self.hashed(chat)],
            |row| {
                Ok(ChatPreference {
                    language: row.get(0)?,
                    quotes: row.get(1)?,
                })
            },
        );
        Ok(found.optional()?.unwrap_or_default())
    }

    /// A chat wants something from now on. Nothing is kept of one that wants nothing in particular.
    pub(super) fn prefer(&self, chat: i64, wanted: &ChatPreference) -> Result<(), FeedbackError> {
        if *wanted == ChatPreference::default() {
            return self.forget_preference(chat).map(drop);
        }
        self.connection.execute(
            "INSERT OR REPLACE INTO preference (chat, language, quotes) VALUES (?1, ?2, ?3)",
            params![self.hashed(chat), wanted.language, wanted.quotes],
        )?;
        Ok(())
    }

    /// Gives what a chat wants to another one, which has its place now, and wants that then.
    pub(super) fn move_preference(
        &self,
        from: i64,
        to: i64,
    ) -> Result<ChatPreference, FeedbackError> {
        let wanted = self.preference(from)?;
        if wanted == ChatPreference::default() {
            return self.preference(to);
        }
        self.prefer(to, &wanted)?;
        self.forget_preference(from)?;
        Ok(wanted)
    }

    /// Nobody knows any more what a chat wanted; whether anything was kept.
    pub(super) fn forget_preference(&self, chat: i64) -> Result<bool, FeedbackError> {
        let sql = "DELETE FROM preference WHERE chat = ?1";
        let deleted = self.connection.execute(sql, [self.hashed(chat)])?;
        Ok(deleted > 0)
    }
}

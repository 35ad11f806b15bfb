//! What a chat wants: its language, how many quotes. Kept until it is forgotten: it is no trace of a question.

use rusqlite::{OptionalExtension, params};

use super::store::Store;
use super::{FeedbackError, Preference};

/// The most quotes that may be wanted: so many places fit into a button.
pub const MOST_QUOTES: u8 = 3;

/// What somebody changes of what a chat wants; `None` where it is to be as it is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The code of the language.
    Language(Option<&'static str>),
    /// How many quotes, from 1 to [`MOST_QUOTES`].
    Quotes(Option<u8>),
}

impl Preference {
    /// Changes it.
    pub fn change(&mut self, change: Change) {
        match change {
            Change::Language(code) => self.language = code.map(str::to_owned),
            Change::Quotes(number) => self.quotes = number,
        }
    }
}

pub(super) const TABLE: &str = "
    CREATE TABLE preference (
        chat BLOB PRIMARY KEY CHECK (length(chat) = 32),
        language TEXT,
        quotes INTEGER
    ) STRICT, WITHOUT ROWID;
";

impl Store {
    /// What a chat wants; nothing in particular where it never said so.
    pub(super) fn preference(&self, chat: i64) -> Result<Preference, FeedbackError> {
        let found = self.connection.query_row(
            "SELECT language, quotes FROM preference WHERE chat = ?1",
            [self.hashed(chat)],
            |row| {
                Ok(Preference {
                    language: row.get(0)?,
                    quotes: row.get(1)?,
                })
            },
        );
        Ok(found.optional()?.unwrap_or_default())
    }

    /// A chat wants something from now on.
    pub(super) fn prefer(&self, chat: i64, wanted: &Preference) -> Result<(), FeedbackError> {
        self.connection.execute(
            "INSERT OR REPLACE INTO preference (chat, language, quotes) VALUES (?1, ?2, ?3)",
            params![self.hashed(chat), wanted.language, wanted.quotes],
        )?;
        Ok(())
    }

    /// Nobody knows any more what a chat wanted.
    pub(super) fn forget_preference(&self, chat: i64) -> Result<(), FeedbackError> {
        let sql = "DELETE FROM preference WHERE chat = ?1";
        self.connection.execute(sql, [self.hashed(chat)])?;
        Ok(())
    }
}

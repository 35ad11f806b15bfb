//! The `[log]` settings: level and format.

use serde::{Deserialize, Serialize};

use super::{ConfigError, one_of};

/// What is logged, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// An expression as `RUST_LOG` takes it, or `None` for each command's own.
    pub level: Option<String>,
    /// Text for people or JSON for programs.
    pub format: LogFormat,
}

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WrittenLog {
    level: String,
    format: String,
}

impl WrittenLog {
    pub(super) fn check(self) -> Result<Log, ConfigError> {
        // A single word would be taken for a part of the program, and nothing else be logged.
        let is_word = self.level.chars().all(char::is_alphanumeric);
        if is_word && !self.level.is_empty() {
            let levels = ["error", "warn", "info", "debug", "trace", "off"];
            let levels = levels.map(|level| (level, ()));
            one_of("log.level", &self.level.to_lowercase(), &levels)?;
        }
        let formats = [("text", LogFormat::Text), ("json", LogFormat::Json)];
        Ok(Log {
            level: (!self.level.is_empty()).then_some(self.level),
            format: one_of("log.format", &self.format, &formats)?,
        })
    }
}

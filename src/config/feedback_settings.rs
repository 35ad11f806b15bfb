//! The `[feedback]` settings: whether votes and questions are kept, and how long.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{ConfigError, own, path_settings, within};
use crate::files::is_within;

/// What users leave behind: whether it is kept, for how long, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Whether anything is written, and votes are asked for.
    pub enabled: bool,
    /// For how many days it is kept.
    pub retention_days: u16,
    /// The file that it is kept in.
    pub database: PathBuf,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WrittenFeedback {
    enabled: bool,
    retention_days: i64,
    #[serde(serialize_with = "path_settings::shown")]
    pub(super) database: PathBuf,
}

/// The longest that anything may be kept, in days: ten years.
const LONGEST: u16 = 3_650;

impl WrittenFeedback {
    pub(super) fn check(self, corpus: &Path, index: &Path) -> Result<Feedback, ConfigError> {
        let range = (1, u64::from(LONGEST));
        let days = within("feedback.retention_days", self.retention_days, range)?;
        let database = if self.database.as_os_str().is_empty() {
            own(corpus, index, "feedback", "sqlite")
        } else if is_within(&self.database, corpus) {
            let hint = "name a file outside the folder of interviews; nothing was written";
            let value = self.database.to_string_lossy();
            return Err(ConfigError::invalid("feedback.database", &value, hint));
        } else {
            self.database
        };
        Ok(Feedback {
            enabled: self.enabled,
            retention_days: u16::try_from(days).unwrap_or(LONGEST),
            database,
        })
    }
}

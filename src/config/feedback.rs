use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{ConfigError, own};

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
    database: PathBuf,
}

/// The longest that anything may be kept, in days: ten years.
const LONGEST: u16 = 3_650;

impl WrittenFeedback {
    pub(super) fn check(self, corpus: &Path, index: &Path) -> Result<Feedback, ConfigError> {
        let days = u16::try_from(self.retention_days).ok();
        let days = days.filter(|days| (1..=LONGEST).contains(days));
        let retention_days = days.ok_or_else(|| {
            let value = self.retention_days.to_string();
            let hint = format!("use 1 to {LONGEST}");
            ConfigError::invalid("feedback.retention_days", &value, &hint)
        })?;
        let database = if self.database.as_os_str().is_empty() {
            own(corpus, index, "feedback", "sqlite")
        } else {
            self.database
        };
        Ok(Feedback {
            enabled: self.enabled,
            retention_days,
            database,
        })
    }
}

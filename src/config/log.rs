use serde::{Deserialize, Serialize};

/// What is logged, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// An expression as `RUST_LOG` takes it, or `None` for each command's own.
    pub level: Option<String>,
    /// Text for people or JSON for programs.
    pub format: LogFormat,
}

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WrittenLog {
    level: String,
    format: LogFormat,
}

impl WrittenLog {
    pub(super) fn taken(self) -> Log {
        Log {
            level: (!self.level.is_empty()).then_some(self.level),
            format: self.format,
        }
    }
}

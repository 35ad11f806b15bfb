//! Settings: the file, then the environment, then flags → [`Config`].

use std::fmt;
use std::path::PathBuf;

/// Every setting, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder of interviews.
    pub corpus: PathBuf,
    /// The folder of the index.
    pub index: PathBuf,
    /// How questions are answered.
    pub answer: Answering,
    /// The Telegram side.
    pub telegram: Telegram,
}

/// How questions are answered.
#[derive(Debug, Clone)]
pub struct Answering {
    /// How many quotes at most, 1 to 3.
    pub quotes: usize,
}

/// The Telegram side.
#[derive(Debug, Clone)]
pub struct Telegram {
    /// The bot's token from BotFather.
    pub token: Option<Secret>,
    /// The Bot API's address, without a slash at its end.
    pub api_url: String,
}

/// Text that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret itself, for the one place that sends it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[secret]")
    }
}

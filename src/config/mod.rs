//! Settings: the file, then the environment, then flags → [`Config`].
//!
//! Everything is checked before anything starts: an unknown key is refused with the nearest known one,
//! a wrong value is named with its key. Secrets are wrapped and never printed.

mod access;
mod card;
mod feedback;
mod layers;
mod secret;

use std::path::{Path, PathBuf};
use std::time::Duration;

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use access::WrittenAccess;
pub use access::{Access, Rate};
use card::WrittenCard;
pub use card::{Card, Shade};
pub use feedback::Feedback;
use feedback::WrittenFeedback;
pub use layers::Environment;
pub use secret::Secret;

/// Every setting, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The folder of interviews.
    pub corpus: PathBuf,
    /// The folder of the index.
    pub index: PathBuf,
    /// How changes in the folder of interviews are noticed while the program runs.
    pub watch: Watch,
    /// What reading a document may take.
    pub reading: Reading,
    /// How questions are answered.
    pub answer: Answering,
    /// How quotes look as pictures.
    pub card: Card,
    /// What is kept of what users leave behind.
    pub feedback: Feedback,
    /// The Telegram side.
    pub telegram: Telegram,
    /// What is logged, and how.
    pub log: Log,
}

/// How changes in the folder of interviews are noticed while the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Watch {
    /// The system tells where it can, else the folder is looked at.
    Auto,
    /// The folder is looked at every second.
    Poll,
    /// Not at all: the next start takes them up.
    Off,
}

/// What reading a document in a process of its own may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Memory, in bytes of address space.
    pub memory: u64,
    /// Time.
    pub time: Duration,
}

/// How questions are answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answering {
    /// How many quotes at most, 1 to 3.
    pub quotes: usize,
    /// When nothing is said, in hundredths: 0 strict, 100 generous.
    pub generosity: u8,
    /// The file of synonyms, where there is one.
    pub synonyms: Option<PathBuf>,
}

/// The Telegram side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telegram {
    /// The bot's token from BotFather.
    pub token: Option<Secret>,
    /// The Bot API's address, without a slash at its end.
    pub api_url: String,
    /// The user ids of those who may change the corpus from a chat.
    pub owners: Vec<i64>,
    /// Whom to write to about the corpus, as /about says it; may be empty.
    pub contact: String,
    /// Who may ask, and how often.
    pub access: Access,
}

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

/// What flags say, over everything else.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    /// `--config`
    pub config: Option<PathBuf>,
    /// `--corpus`
    pub corpus: Option<PathBuf>,
    /// `--index`
    pub index: Option<PathBuf>,
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct ConfigError {
    message: String,
    hint: Option<String>,
}

impl ConfigError {
    pub(super) fn new(message: impl Into<String>, hint: Option<String>) -> Self {
        Self {
            message: message.into(),
            hint,
        }
    }

    /// A value that a key cannot have, and what it can.
    fn invalid(key: &str, value: &str, hint: &str) -> Self {
        Self::new(
            format!("`{key}` cannot be `{value}`"),
            Some(hint.to_owned()),
        )
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

/// The most quotes that an answer may have.
pub const MOST_QUOTES: usize = 3;

/// The file of synonyms that is looked for where none is named.
const SYNONYMS: &str = "synonyms.toml";

/// The settings as they are written in a file.
#[derive(Debug, Serialize, Deserialize)]
struct Written {
    corpus: PathBuf,
    index: PathBuf,
    watch: Watch,
    reading: WrittenReading,
    answer: WrittenAnswering,
    card: WrittenCard,
    feedback: WrittenFeedback,
    telegram: WrittenTelegram,
    access: WrittenAccess,
    log: WrittenLog,
}

#[derive(Debug, Serialize, Deserialize)]
struct WrittenReading {
    memory_mib: i64,
    seconds: i64,
}

#[derive(Debug, Serialize, Deserialize)]
struct WrittenAnswering {
    quotes: i64,
    generosity: f64,
    synonyms: PathBuf,
}

#[derive(Debug, Serialize, Deserialize)]
struct WrittenTelegram {
    token: String,
    api_url: String,
    owners: Vec<i64>,
    contact: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct WrittenLog {
    level: String,
    format: LogFormat,
}

impl Config {
    /// The settings of this process.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, a key is not known or a value cannot be used.
    pub fn load(flags: &Flags, environment: &Environment) -> Result<Self, ConfigError> {
        let (mut written, folder) = layers::merge(flags.config.as_deref(), environment)?;
        if let Some(corpus) = &flags.corpus {
            written.corpus.clone_from(corpus);
        }
        if let Some(index) = &flags.index {
            written.index.clone_from(index);
        }
        written.check(&folder)
    }

    /// The folder where history and indexes are kept.
    ///
    /// # Errors
    ///
    /// Where there is no home folder.
    pub fn data_folder() -> Result<PathBuf, ConfigError> {
        let base = etcetera::choose_base_strategy().map_err(|_| {
            ConfigError::new(
                "there is no home folder to keep the index in",
                Some("name a folder: `--index DIR`".to_owned()),
            )
        })?;
        Ok(base.data_dir().join("verbatim"))
    }
}

impl Written {
    fn check(self, folder: &Path) -> Result<Config, ConfigError> {
        let invalid = ConfigError::invalid;
        let quotes = usize::try_from(self.answer.quotes)
            .ok()
            .filter(|quotes| (1..=MOST_QUOTES).contains(quotes));
        let quotes = quotes.ok_or_else(|| {
            invalid(
                "answer.quotes",
                &self.answer.quotes.to_string(),
                "use 1, 2 or 3",
            )
        })?;
        let generosity = self.answer.generosity;
        if !(0.0..=1.0).contains(&generosity) {
            let value = generosity.to_string();
            return Err(invalid(
                "answer.generosity",
                &value,
                "use a number from 0 to 1",
            ));
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 100"
        )]
        let generosity = (generosity * 100.0).round() as u8;
        let within = |key: &str, value: i64, least: u64, most: u64| {
            u64::try_from(value)
                .ok()
                .filter(|value| (least..=most).contains(value))
                .ok_or_else(|| invalid(key, &value.to_string(), &format!("use {least} to {most}")))
        };
        let memory = within("reading.memory_mib", self.reading.memory_mib, 128, 65_536)?;
        let seconds = within("reading.seconds", self.reading.seconds, 1, 3_600)?;
        let api_url = self.telegram.api_url.trim_end_matches('/').to_owned();
        if !is_address(&api_url) {
            return Err(invalid(
                "telegram.api_url",
                &self.telegram.api_url,
                "use an address like `https://api.telegram.org`",
            ));
        }
        if self.corpus.as_os_str().is_empty() {
            return Err(invalid(
                "corpus",
                "",
                "name the folder with your interviews",
            ));
        }
        let index = if self.index.as_os_str().is_empty() {
            index_of(&self.corpus)?
        } else {
            self.index
        };
        let feedback = self.feedback.check(&self.corpus, &index)?;
        let token = self.telegram.token.trim();
        Ok(Config {
            corpus: self.corpus,
            index,
            watch: self.watch,
            reading: Reading {
                memory: memory << 20,
                time: Duration::from_secs(seconds),
            },
            answer: Answering {
                quotes,
                generosity,
                synonyms: synonyms(&self.answer.synonyms, folder),
            },
            card: self.card.check()?,
            feedback,
            telegram: Telegram {
                token: (!token.is_empty()).then(|| Secret::new(token)),
                api_url,
                owners: self.telegram.owners,
                contact: self.telegram.contact,
                access: self.access.check()?,
            },
            log: Log {
                level: (!self.log.level.is_empty()).then_some(self.log.level),
                format: self.log.format,
            },
        })
    }
}

/// The file of synonyms beside the file of settings; none where nothing is named, or where nobody made the one that
/// is looked for unnamed.
fn synonyms(named: &Path, folder: &Path) -> Option<PathBuf> {
    let path = folder.join(named);
    let by_default = named == Path::new(SYNONYMS);
    let wanted = !named.as_os_str().is_empty() && (!by_default || path.exists());
    wanted.then_some(path)
}

fn is_address(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| {
        !host.is_empty() && !host.starts_with('/') && !host.contains(char::is_whitespace)
    })
}

/// The index's folder of a corpus: one each, so that two corpora do not fight over one.
fn index_of(corpus: &Path) -> Result<PathBuf, ConfigError> {
    Ok(Config::data_folder()?
        .join("index")
        .join(folder_name(corpus)))
}

/// What a corpus's own files are called in the data folder.
fn folder_name(corpus: &Path) -> String {
    let whole = std::path::absolute(corpus).and_then(|path| path.canonicalize().or(Ok(path)));
    let whole = whole.unwrap_or_else(|_| corpus.to_owned());
    let digest = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    crate::interview::hex(&digest[..8])
}

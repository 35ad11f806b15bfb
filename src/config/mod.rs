//! Settings: the file, then the environment, then flags → [`Config`].
//!
//! Everything is checked before anything starts: an unknown key is refused with the nearest known one,
//! a wrong value is named with its key. Secrets are wrapped and never printed.

mod access_settings;
mod answer_settings;
mod canonical_path;
mod card_settings;
mod environment_variables;
mod error;
mod example_corpus_path;
mod feedback_settings;
mod layered_settings;
mod log_settings;
mod monitor_settings;
mod path_settings;
mod secret;
mod telegram_settings;
mod unknown_keys;
mod value_checks;
mod webhook_settings;

use std::path::{Path, PathBuf};
use std::time::Duration;

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use access_settings::WrittenAccess;
pub use access_settings::{Access, Rate};
use answer_settings::WrittenAnswering;
pub use answer_settings::{Answering, MOST_QUOTES};
use canonical_path::real_path;
use card_settings::WrittenCard;
pub use card_settings::{Card, Shade};
pub use environment_variables::Environment;
pub use error::ConfigError;
pub use feedback_settings::Feedback;
use feedback_settings::WrittenFeedback;
pub use layered_settings::DEFAULTS;
use layered_settings::{Merged, SECRETS};
use log_settings::WrittenLog;
pub use log_settings::{Log, LogFormat};
pub use monitor_settings::Monitor;
use monitor_settings::WrittenMonitor;
pub use secret::Secret;
pub use telegram_settings::Telegram;
use telegram_settings::WrittenTelegram;
use value_checks::{address_hint, one_of, within};
use webhook_settings::WrittenWebhook;
pub use webhook_settings::{Certificate, Webhook};

/// Every setting, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The folder of interviews.
    pub corpus: PathBuf,
    /// Whether that is where the interview that comes with the program is written to, once it is needed.
    pub is_example: bool,
    /// The folder of the index.
    pub index: PathBuf,
    /// The file that settings were read from, if any.
    pub file: Option<PathBuf>,
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
    /// Where the bot says how it does.
    pub monitor: Monitor,
    /// What is logged, and how.
    pub log: Log,
    /// All of it in TOML, without secrets.
    pub written: String,
}

/// How changes in the folder of interviews are noticed while the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// The settings as they are written in a file.
#[derive(Debug, Serialize, Deserialize)]
struct Written {
    #[serde(serialize_with = "path_settings::shown")]
    corpus: PathBuf,
    #[serde(serialize_with = "path_settings::shown")]
    index: PathBuf,
    watch: String,
    reading: WrittenReading,
    answer: WrittenAnswering,
    card: WrittenCard,
    feedback: WrittenFeedback,
    telegram: WrittenTelegram,
    access: WrittenAccess,
    webhook: WrittenWebhook,
    monitor: WrittenMonitor,
    log: WrittenLog,
}

#[derive(Debug, Serialize, Deserialize)]
struct WrittenReading {
    memory_mib: i64,
    seconds: i64,
}

impl Config {
    /// The settings of this process.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, a key is not known or a value cannot be used.
    pub fn load(flags: &Flags, environment: &Environment) -> Result<Self, ConfigError> {
        let Merged {
            mut written,
            folder,
            file,
            sources,
        } = layered_settings::merge(flags.config.as_deref(), environment)?;
        if let Some(corpus) = &flags.corpus {
            written.corpus.clone_from(corpus);
        }
        if written.corpus.as_os_str().is_empty() {
            written.corpus = example_corpus_path::corpus(file.as_deref())?;
        }
        if let Some(index) = &flags.index {
            written.index.clone_from(index);
        }
        path_settings::check(&mut written).map_err(|error| sources.locate(error))?;
        let table = toml::Table::try_from(&written).map_err(unwritable)?;
        let config = written.check(&folder);
        let config = config.map_err(|error| sources.locate(error))?;
        Ok(Self {
            written: config.printed(table)?,
            file,
            ..config
        })
    }

    /// The settings in TOML: without secrets, with whole paths, the derived ones too.
    fn printed(&self, mut table: toml::Table) -> Result<String, ConfigError> {
        let derived = [
            ("index", Some(&self.index)),
            ("answer.synonyms", self.answer.synonyms.as_ref()),
            ("feedback.database", Some(&self.feedback.database)),
        ];
        for (key, path) in derived {
            if let Some(slot) = path_settings::slot_at(&mut table, key) {
                let path = path.map(|path| path.to_string_lossy().into_owned());
                *slot = path.unwrap_or_default().into();
            }
        }
        path_settings::make_whole(&mut table);
        for key in SECRETS {
            if let Some(slot) = path_settings::slot_at(&mut table, key) {
                *slot = String::new().into();
            }
        }
        let text = toml::to_string(&table).map_err(unwritable)?;
        Ok(format!("# Secrets are left out.\n{text}"))
    }

    /// The file of settings in the user's configuration folder, which need not exist. `None` without a home folder.
    #[must_use]
    pub fn user_file() -> Option<PathBuf> {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.config_dir().join("verbatim/verbatim.toml"))
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

fn unwritable(error: toml::ser::Error) -> ConfigError {
    ConfigError::new(error.to_string(), None)
}

impl Written {
    fn check(self, folder: &Path) -> Result<Config, ConfigError> {
        let memory = within("reading.memory_mib", self.reading.memory_mib, (128, 65_536))?;
        let seconds = within("reading.seconds", self.reading.seconds, (1, 3_600))?;
        let index = if self.index.as_os_str().is_empty() {
            index_of(&self.corpus)?
        } else {
            self.index
        };
        let watch = [
            ("auto", Watch::Auto),
            ("poll", Watch::Poll),
            ("off", Watch::Off),
        ];
        let watch = one_of("watch", &self.watch, &watch)?;
        let feedback = self.feedback.check(&self.corpus, &index)?;
        let updates = own(&self.corpus, &index, "telegram", "updates");
        Ok(Config {
            is_example: example_corpus_path::copy().is_ok_and(|copy| copy == self.corpus),
            corpus: self.corpus,
            index,
            file: None,
            watch,
            reading: Reading {
                memory: memory << 20,
                time: Duration::from_secs(seconds),
            },
            answer: self.answer.check(folder)?,
            card: self.card.check()?,
            feedback,
            telegram: self.telegram.check(self.access, self.webhook, updates)?,
            monitor: self.monitor.check()?,
            log: self.log.check()?,
            written: String::new(),
        })
    }
}

/// The index's folder of a corpus: one each, so that two corpora do not fight over one.
fn index_of(corpus: &Path) -> Result<PathBuf, ConfigError> {
    Ok(Config::data_folder()?
        .join("index")
        .join(folder_name(corpus)))
}

/// What is kept for a corpus, in a folder of the data folder; beside the index where there is no home.
fn own(corpus: &Path, index: &Path, folder: &str, extension: &str) -> PathBuf {
    let (mut path, name) = match Config::data_folder() {
        Ok(data) => {
            let path = data.join(folder).join(folder_name(corpus));
            (path.into_os_string(), format!(".{extension}"))
        }
        Err(_) => (
            index.as_os_str().to_owned(),
            format!(".{folder}.{extension}"),
        ),
    };
    path.push(name);
    path.into()
}

/// What a corpus's own files are called in the data folder.
fn folder_name(corpus: &Path) -> String {
    let whole = std::path::absolute(corpus).map_or_else(|_| corpus.to_owned(), real_path);
    let digest = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    crate::interview::hex(&digest[..8])
}

//! The `[answer]` settings: number of quotes, no-answer threshold, synonyms.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{ConfigError, path_settings, within};

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

/// The most quotes that an answer may have.
pub const MOST_QUOTES: usize = 3;

/// The file of synonyms that is looked for where none is named.
const SYNONYMS: &str = "synonyms.toml";

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WrittenAnswering {
    quotes: i64,
    generosity: f64,
    #[serde(serialize_with = "path_settings::shown")]
    pub(super) synonyms: PathBuf,
}

impl WrittenAnswering {
    /// `folder`: of the file of settings.
    pub(super) fn check(self, folder: &Path) -> Result<Answering, ConfigError> {
        let invalid = ConfigError::invalid;
        let quotes = within("answer.quotes", self.quotes, (1, MOST_QUOTES as u64))?;
        if !(0.0..=1.0).contains(&self.generosity) {
            let value = self.generosity.to_string();
            let nearest = u8::from(self.generosity > 1.0);
            let hint = format!("use a number from 0 to 1; the nearest is {nearest}");
            return Err(invalid("answer.generosity", &value, &hint));
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 100"
        )]
        let generosity = (self.generosity * 100.0).round() as u8;
        Ok(Answering {
            quotes: usize::try_from(quotes).unwrap_or(MOST_QUOTES),
            generosity,
            synonyms: synonyms(&self.synonyms, folder),
        })
    }
}

/// The file of synonyms; none where nothing is named, or where nobody made the one that is looked for unnamed, beside
/// the file of settings.
fn synonyms(named: &Path, folder: &Path) -> Option<PathBuf> {
    let default = folder.join(SYNONYMS);
    if named == default || named == Path::new(SYNONYMS) {
        return default.exists().then_some(default);
    }
    (!named.as_os_str().is_empty()).then(|| named.to_owned())
}

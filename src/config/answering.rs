use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::ConfigError;

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
    synonyms: PathBuf,
}

impl WrittenAnswering {
    /// `folder`: of the file of settings.
    pub(super) fn check(self, folder: &Path) -> Result<Answering, ConfigError> {
        let invalid = ConfigError::invalid;
        let quotes = usize::try_from(self.quotes)
            .ok()
            .filter(|quotes| (1..=MOST_QUOTES).contains(quotes));
        let quotes = quotes.ok_or_else(|| {
            let value = self.quotes.to_string();
            invalid("answer.quotes", &value, "use 1, 2 or 3")
        })?;
        if !(0.0..=1.0).contains(&self.generosity) {
            let value = self.generosity.to_string();
            let hint = "use a number from 0 to 1";
            return Err(invalid("answer.generosity", &value, hint));
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 100"
        )]
        let generosity = (self.generosity * 100.0).round() as u8;
        Ok(Answering {
            quotes,
            generosity,
            synonyms: synonyms(&self.synonyms, folder),
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

//! The path of the example interview.

use std::path::{Path, PathBuf};

use super::{Config, ConfigError};

/// The file of settings of a clone of the source, and the folder of the interview that stands beside its folder.
pub(super) const OF_A_CLONE: &str = "config/verbatim.toml";
const SEEDS: &str = "seeds";

/// Where it is read from when no corpus is named: in a clone of the source, started there, in the clone itself; else in
/// the data folder.
pub(super) fn corpus(settings: Option<&Path>) -> Result<PathBuf, ConfigError> {
    let seeds = Path::new(SEEDS);
    if settings == Some(Path::new(OF_A_CLONE)) && seeds.is_dir() {
        return Ok(seeds.to_owned());
    }
    copy().map_err(|_| {
        ConfigError::new(
            "there is no home folder for the interview that comes with verbatim",
            Some("name the folder with your interviews: `--corpus DIR`".to_owned()),
        )
    })
}

/// The folder that it is written into.
pub(super) fn copy() -> Result<PathBuf, ConfigError> {
    Ok(Config::data_folder()?.join("example"))
}

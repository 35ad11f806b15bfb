//! `verbatim config`: prints the settings that are in force, and warns of files that they name and that cannot be used.

use std::process::ExitCode;

use super::{card, setting, shown};
use crate::app::failure::Failure;
use crate::config::Config;

/// Prints the settings without secrets.
pub(super) fn config(config: &Config) -> Result<ExitCode, Failure> {
    shown(&config.written)?;
    // What another command would stumble over.
    let wrong = [setting(config).map(drop), card::check(&config.card)];
    wrong
        .iter()
        .filter_map(|one| one.as_ref().err())
        .for_each(Failure::warn);
    Ok(ExitCode::SUCCESS)
}

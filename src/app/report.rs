use std::io::{self, BufWriter};
use std::path::Path;
use std::process::ExitCode;

use super::library::{opened, sync_any};
use super::{Config, Failure, setting, whole};
use crate::feedback;
use crate::terminal::{self, print};

/// How many questions and quotes are shown for people to read; a table has them all.
const SHOWN: usize = 20;

/// Says what users left behind in the last days, to the terminal or as a table.
pub(super) fn report(
    config: &Config,
    days: Option<u16>,
    csv: Option<&Path>,
) -> Result<ExitCode, Failure> {
    let days = days.unwrap_or(config.feedback.retention_days);
    let kept = feedback::kept(&config.feedback.database, days)?;
    let library = opened(sync_any(config)?);
    let most = csv.map_or(SHOWN, |_| usize::MAX);
    let report = feedback::report(&library, kept, &setting(config)?, most)?;
    match csv {
        None => print(&terminal::report(&report, terminal::messages()))?,
        Some(path) if path == Path::new("-") => {
            terminal::report_csv(&report, BufWriter::new(io::stdout().lock()))?;
        }
        Some(path) => whole::file(path, |file| {
            Ok(terminal::report_csv(&report, BufWriter::new(file))?)
        })?,
    }
    Ok(ExitCode::SUCCESS)
}

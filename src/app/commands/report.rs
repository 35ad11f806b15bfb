//! `verbatim report`: prints what users left behind: votes, unanswered questions, daily counts.

use std::io::BufWriter;
use std::path::Path;
use std::process::ExitCode;

use super::setting;
use crate::app::output_file::OutputFile;
use crate::app::synced_index::{opened, sync_any};
use crate::app::{Config, Failure};
use crate::corpus::WhenBusy;
use crate::feedback;
use crate::terminal::{self, print};

/// How many questions and quotes are shown for people to read; a table has them all.
const SHOWN: usize = 20;

/// Says what users left behind in the last days, to the terminal or as a table.
pub(in crate::app) fn report(
    config: &Config,
    days: Option<u16>,
    csv: Option<&Path>,
    force: bool,
) -> Result<ExitCode, Failure> {
    let to_a_file = csv.filter(|path| *path != Path::new("-"));
    let file = to_a_file
        .map(|path| OutputFile::outside(&config.corpus, path, force))
        .transpose()?;
    let days = days.unwrap_or(config.feedback.retention_days);
    let kept = feedback::kept(&config.feedback.database, days)?;
    let library = opened(config, sync_any(config, WhenBusy::UseLastCommit)?);
    let most = csv.map_or(SHOWN, |_| usize::MAX);
    let report = feedback::report(&library, kept, &setting(config)?, most)?;
    match (csv, &file) {
        (None, _) => print(&terminal::report(&report, terminal::messages()))?,
        (Some(_), Some(file)) => {
            file.write(|out| Ok(terminal::report_csv(&report, out)?))?;
            crate::app::failure::say(&format!("report written to `{file}`"));
        }
        (Some(_), None) => {
            terminal::report_csv(&report, BufWriter::new(terminal::StandardOutput::lock()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

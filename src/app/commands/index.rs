//! `verbatim index`: brings the index in step with the folder of interviews.

use std::process::ExitCode;

use crate::app::failure::Failure;
use crate::app::index_summary;
use crate::app::synced_index::sync;
use crate::config::Config;
use crate::corpus::{CorpusError, WhenBusy};
use crate::terminal::print;

pub(in crate::app) fn index(config: &Config, all: bool) -> Result<ExitCode, Failure> {
    let (library, mut report) = sync(config, WhenBusy::Wait)?;
    let behind = report.behind.take();
    let text = index_summary::summary(&report, &library.catalogue().collections, all);
    print(&text)?;
    behind.map_or(Ok(ExitCode::SUCCESS), |behind| {
        Err(CorpusError::from(behind).into())
    })
}

//! `verbatim show`: prints an interview, or who says what in it.

use std::process::ExitCode;

use crate::app::failure::Failure;
use crate::app::interview_name_lookup::unknown_interview_failure;
use crate::app::synced_index::open;
use crate::config::Config;
use crate::terminal::{self, print};

pub(in crate::app) fn show(
    config: &Config,
    id: &str,
    structure: bool,
    json: bool,
) -> Result<ExitCode, Failure> {
    let library = open(config)?;
    let Some(interview) = library.find(id)? else {
        return Err(unknown_interview_failure(&library, id)?);
    };
    let text = match (structure, json) {
        (false, _) => interview.transcript.clone(),
        (true, false) => terminal::structure(&interview),
        (true, true) => {
            serde_json::to_string(&terminal::StructureView::of(&interview))
                .map_err(anyhow::Error::from)?
                + "\n"
        }
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

//! `verbatim check`: reads interview files without indexing them and reports what was understood, and what was not read.

use std::process::ExitCode;

use crate::app::skipped_files_summary::{passed_over, unread};
use crate::app::{Failure, failure, index_summary, progress_bar, sidecar_writer};
use crate::cli::CheckArguments;
use crate::corpus::{self, DryRun};
use crate::terminal::{self, OutputStyle, print};

/// Reads files without taking them up; the exit code says whether everything was read.
pub(super) fn check(arguments: &CheckArguments) -> Result<ExitCode, Failure> {
    let mut checks = DryRun::default();
    let mut missing = Vec::new();
    for path in &arguments.paths {
        let more = match corpus::check(path, &progress_bar::Bar::default()) {
            Ok(more) => more,
            Err(error) => {
                let reason = Err(error.to_string());
                checks.files.push((path.clone(), reason));
                missing.push(error);
                continue;
            }
        };
        checks.files.extend(more.files);
        checks.passed_over.extend(more.passed_over);
        checks.slow.extend(more.slow);
    }
    if missing.len() == arguments.paths.len()
        && let Some(last) = missing.pop()
    {
        for error in missing {
            failure::say(&format!("error: {}", error.to_string().replace('\n', "; ")));
        }
        return Err(last.into());
    }
    let sidecars = if arguments.write_sidecar {
        sidecar_writer::write(&checks.files)?
    } else {
        Vec::new()
    };
    let text = if arguments.json {
        terminal::check_json(&checks.files, &unread(&checks.passed_over))
            .map_err(anyhow::Error::from)?
    } else {
        as_text(&checks, arguments.all, arguments.turns)
    };
    print(&text)?;
    for line in sidecars {
        failure::say(&line);
    }
    Ok(if checks.is_whole() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(failure::OTHER)
    })
}

fn as_text(checks: &DryRun, all: bool, turns: bool) -> String {
    if checks.files.is_empty() && checks.passed_over.is_empty() {
        return "no files\n".to_owned();
    }
    let turns = turns || checks.files.len() == 1;
    let mut text = terminal::check(&checks.files, &OutputStyle::of_output(), turns);
    let lines = passed_over(&checks.passed_over, all);
    for line in lines.into_iter().chain(index_summary::slow(&checks.slow)) {
        text.push_str(&line);
        text.push('\n');
    }
    text
}

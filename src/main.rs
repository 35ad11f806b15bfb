//! The `verbatim` program.

use std::process::ExitCode;

use clap::Parser;
use verbatim::app::{report_usage, run};
use verbatim::cli::Cli;

fn main() -> ExitCode {
    match Cli::try_parse() {
        Ok(cli) => run(cli).unwrap_or_else(|failure| failure.report()),
        Err(error) => report_usage(&error),
    }
}

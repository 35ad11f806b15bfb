//! The `verbatim` program.

use std::process::ExitCode;

use clap::Parser;
use verbatim::app::run;
use verbatim::cli::Cli;

fn main() -> ExitCode {
    run(Cli::parse()).unwrap_or_else(|failure| failure.report())
}

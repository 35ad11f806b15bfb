//! The program: starts what each command needs and decides its exit code.

mod commands;
mod failure;
mod file_size_limit;
mod first_start_notice;
mod index_notices;
mod index_summary;
mod interview_name_lookup;
mod logging;
mod opentelemetry;
mod output_file;
mod progress_bar;
mod sidecar_writer;
mod skipped_files_summary;
mod slow_file_notice;
mod synced_index;
mod usage_error;

use std::io::{self, IsTerminal};
use std::process::ExitCode;

pub use failure::Failure;
pub use usage_error::report_usage;

use crate::cli::{self, Cli, Command};
use crate::config::{self, Config, Environment};
use crate::index::Library;
use crate::terminal;
use commands::{isolate, man, read_document, shown};
use logging::LogReader;
use synced_index::open;

/// Does what the command line says.
///
/// # Errors
///
/// Whatever goes wrong, with what to do about it.
pub fn run(cli: Cli) -> Result<ExitCode, Failure> {
    // Where it fails, such a limit ends the program as it would by itself.
    let _ = file_size_limit::ignore_file_size_signal();
    if let Some(done) = cli.command.as_ref().and_then(without_settings) {
        return done;
    }
    let config = Config::load(&cli.paths.into(), &Environment::of_process())?;
    isolate(&config.reading)?;
    let command = cli.command.unwrap_or_else(|| default_command(&config));
    let is_bot = matches!(command, Command::Bot);
    let collector = config.monitor.otlp.as_deref().filter(|_| is_bot);
    let reader = match command {
        Command::Bot => LogReader::Bot,
        Command::Chat { .. } if io::stdin().is_terminal() => LogReader::Typing,
        _ => LogReader::Command,
    };
    let _traces = logging::start_logging(&config.log, collector, reader)?;
    first_start_notice::say_where_things_are(&config, &command);
    commands::execute(&config, command)
}

/// What is done without the settings: none of them can be wrong for it. `None` for every other command.
fn without_settings(command: &Command) -> Option<Result<ExitCode, Failure>> {
    Some(match command {
        Command::ReadDocument { extension, memory } => read_document(extension, *memory),
        Command::Completions { shell } => shown(&cli::completions(*shell)),
        Command::Man { folder } => man::write_manual(folder),
        Command::Config { defaults: true } => shown(config::DEFAULTS),
        _ => return None,
    })
}

fn default_command(config: &Config) -> Command {
    if config.telegram.token.is_some() {
        return Command::Bot;
    }
    failure::say(&terminal::messages().text("chat-without-token"));
    Command::Chat { collection: None }
}

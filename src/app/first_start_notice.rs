//! The notice at the first start: where the interviews, the index and the settings are.

use std::io::{self, IsTerminal};
use std::path::{Path, absolute};

use super::failure::say;
use crate::cli::Command;
use crate::config::Config;
use crate::terminal::{self, StartupPaths};

/// Says it to somebody who sits at a terminal; never into a pipe, and not where the output is for a program.
pub(super) fn say_where_things_are(config: &Config, command: &Command) {
    let for_people = match command {
        Command::Bot | Command::Chat { .. } | Command::Index { .. } => true,
        Command::Ask(ask) => !ask.json,
        _ => false,
    };
    let seen = for_people && io::stdout().is_terminal() && io::stderr().is_terminal();
    if !seen || !is_first(config) {
        return;
    }
    let whole = |path: &Path| absolute(path).unwrap_or_else(|_| path.to_owned());
    let settings = config.file.as_deref().map(whole);
    let text = terminal::first_start(
        &StartupPaths {
            corpus: &whole(&config.corpus),
            is_example: config.is_example,
            index: &whole(&config.index),
            settings: settings.as_deref(),
            settings_to_be: Config::user_file().as_deref(),
        },
        terminal::messages(),
    );
    text.lines().for_each(say);
}

/// Whether these interviews were not used before: they have no index yet.
fn is_first(config: &Config) -> bool {
    !config.index.exists() && (config.is_example || config.corpus.is_dir())
}

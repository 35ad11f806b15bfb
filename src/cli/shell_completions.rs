//! Shell completions, from the definition of the command line.

use clap::{Command, CommandFactory};
use clap_complete::Shell;

use super::arguments::Cli;

/// The script that completes commands and flags in a shell.
#[must_use]
pub fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    let mut command = visible();
    clap_complete::generate(shell, &mut command, "verbatim", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The command line without the commands that only this program calls: completions offer hidden ones too.
fn visible() -> Command {
    let all = Cli::command();
    let commands = all.get_subcommands().filter(|known| !known.is_hide_set());
    Command::new("verbatim")
        .version(env!("CARGO_PKG_VERSION"))
        .args(all.get_arguments().cloned())
        .subcommands(commands.cloned())
}

//! Manual pages, from the definition of the command line: one for the program and one for each command.

use clap::builder::Resettable;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::arguments::Cli;

/// A page of the manual.
#[derive(Debug)]
pub struct ManualPage {
    /// The name of its file, such as `verbatim-ask.1`.
    pub file: String,
    /// Its source, in roff.
    pub text: String,
}

/// What each page begins with: the sign that this program wrote it.
pub const MANUAL_MARK: &str = ".\\\" Written by `verbatim man`, which replaces it.\n";

/// All pages.
#[must_use]
pub fn manual() -> Vec<ManualPage> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let commands = program.get_subcommands();
    let shown = commands.filter(|command| !command.is_hide_set());
    let of_commands = shown.map(|command| page(command, Some(&program)));
    [page(&program, None)]
        .into_iter()
        .chain(of_commands)
        .collect()
}

fn page(command: &Command, of: Option<&Command>) -> ManualPage {
    let after = command.get_after_help().map(ToString::to_string);
    // What stands after the help becomes sections of its own.
    let man = Man::new(command.clone().after_help(Resettable::Reset))
        // No day of its own; an empty one would be left out, and what follows taken for it.
        .date(" ")
        .source(concat!("verbatim ", env!("CARGO_PKG_VERSION")))
        .manual("Verbatim");
    let file = man.get_filename();
    let mut text = Vec::from(MANUAL_MARK);
    // Writing into memory does not fail.
    let _ = man.render(&mut text);
    let mut text = String::from_utf8_lossy(&text).into_owned();
    text.push_str(&sections(&after.unwrap_or_default()));
    if of.is_some() {
        let mut roff = Roff::new();
        roff.control("SH", ["SEE ALSO"]);
        roff.text([bold("verbatim"), roman("(1)")]);
        text.push_str(&roff.to_roff());
    }
    ManualPage { file, text }
}

/// A section for each paragraph, `Title: text` or a title with indented lines under it.
fn sections(after_help: &str) -> String {
    let mut roff = Roff::new();
    for paragraph in after_help.split("\n\n") {
        let Some((title, text)) = paragraph.split_once(':') else {
            continue;
        };
        roff.control("SH", [title.to_uppercase().as_str()]);
        let is_example = text.starts_with('\n');
        if is_example {
            roff.control("nf", []);
        }
        for line in text.lines().filter(|line| !line.is_empty()) {
            roff.text([roman(line.trim_start())]);
        }
        if is_example {
            roff.control("fi", []);
        }
    }
    roff.to_roff()
}

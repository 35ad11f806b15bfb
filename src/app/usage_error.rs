//! What the command line says of itself, and of arguments that it does not understand.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::{Failure, USAGE, say};
use crate::cli::Cli;
use crate::terminal;

/// What the parser says of numbers, and what is meant.
const NUMBERS: [(&str, &str); 3] = [
    ("invalid digit found in string", "it is not a whole number"),
    (
        "cannot parse integer from empty string",
        "it is not a whole number",
    ),
    ("number too large to fit in target type", "it is too large"),
];

/// How like a command's name another one is that is meant.
const ALIKE: f64 = 0.7;

/// Prints the help or the version that was asked for, or says what is wrong with the arguments and what to do.
#[must_use]
pub fn report_usage(error: &clap::Error) -> ExitCode {
    let styled = error.render();
    if !error.use_stderr() {
        let text = if io::stdout().is_terminal() {
            styled.ansi().to_string()
        } else {
            styled.to_string()
        };
        return match terminal::print(&text) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => Failure::from(error).report(),
        };
    }
    let mut text = styled.to_string();
    for (parsers, ours) in NUMBERS {
        text = text.replace(parsers, ours);
    }
    text.trim_end().lines().for_each(say);
    if let Some(hint) = hint(error) {
        say(&format!("hint: {hint}"));
    }
    ExitCode::from(USAGE)
}

fn hint(error: &clap::Error) -> Option<String> {
    let named = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let word = named(ContextKind::InvalidArg)?;
            let usage = error.get(ContextKind::Usage)?.to_string();
            let is_asked = usage.contains("<QUESTION>") && !word.starts_with('-');
            is_asked.then(|| {
                "put the whole question in quotes: `verbatim ask \"What changed?\"`".to_owned()
            })
        }
        ErrorKind::InvalidSubcommand if error.get(ContextKind::SuggestedSubcommand).is_none() => {
            let typed = named(ContextKind::InvalidSubcommand)?;
            nearest(typed).map(|nearest| format!("did you mean `{nearest}`?"))
        }
        _ => None,
    }
}

/// The command whose name is most like what was typed.
fn nearest(typed: &str) -> Option<String> {
    let command = Cli::command();
    let names = command
        .get_subcommands()
        .filter(|command| !command.is_hide_set());
    let alike = names.map(|command| {
        let name = command.get_name();
        // Two letters exchanged are one mistake.
        let exchanged = strsim::damerau_levenshtein(name, typed) == 1;
        let alike = if exchanged {
            1.0
        } else {
            strsim::jaro_winkler(name, typed)
        };
        (alike, name.to_owned())
    });
    let nearest = alike.max_by(|one, other| one.0.total_cmp(&other.0))?;
    (nearest.0 >= ALIKE).then_some(nearest.1)
}

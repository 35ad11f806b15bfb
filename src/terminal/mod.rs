//! The answer in a terminal: one question, or a conversation.

mod chat;
mod check;
mod conversation;
mod explain;
mod export;
mod first_start;
mod json;
mod nothing;
mod out;
mod render;
mod report;
mod structure;

use std::io::{self, IsTerminal, Write};

pub use chat::{chat, command};
pub use check::{Unread, check, check_json};
pub use conversation::Terms;
pub use explain::explain;
pub use export::{Csv, Form, Jsonl, export};
pub use first_start::{Places, first_start};
pub use json::json;
pub use out::{Out, OutError};
pub use render::{Style, one_line, render, visible, visible_line};
pub use report::{report, report_csv};
pub use structure::{StructureView, structure};

use crate::messages::Messages;

/// Writes to the standard output. A reader that has gone away is no error.
///
/// # Errors
///
/// Where the output cannot be written.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = Out::lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// The language of the terminal: `LC_ALL`, `LC_MESSAGES`, `LANG`, the first that is set.
#[must_use]
pub fn messages() -> &'static Messages {
    let set = |name| {
        let value = std::env::var_os(name)?.to_string_lossy().into_owned();
        Some(value).filter(|value| !value.is_empty())
    };
    let tag = set("LC_ALL")
        .or_else(|| set("LC_MESSAGES"))
        .or_else(|| set("LANG"));
    Messages::of(&tag.unwrap_or_default())
}

impl Style {
    /// How this process's standard output wants it: marks where it is a terminal and `NO_COLOR` is not set.
    #[must_use]
    pub fn of_output() -> Self {
        let terminal = io::stdout().is_terminal();
        let colour = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let width = if terminal { textwrap::termwidth() } else { 80 };
        Self {
            width: width.clamp(30, 100),
            marks: colour,
            choices: false,
        }
    }
}

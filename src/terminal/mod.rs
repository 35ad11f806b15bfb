//! The answer in a terminal: one question, or a conversation.

mod answer_explanation;
mod answer_json;
mod answer_text;
mod check_report;
mod conversation;
mod feedback_report;
mod first_start_message;
mod interactive_chat;
mod interview_structure;
mod no_answer;
mod passage_export;
mod standard_output;
mod text_style;

use std::io::{self, IsTerminal, Write};

pub use answer_explanation::explain;
pub use answer_json::json;
pub use answer_text::render;
pub use check_report::{SkippedFileView, check, check_json};
pub use conversation::{ConversationOptions, RefusedLine};
pub use feedback_report::{report, report_csv};
pub use first_start_message::{StartupPaths, first_start};
pub use interactive_chat::{chat, command};
pub use interview_structure::{StructureView, structure};
pub use passage_export::{Csv, Jsonl, RowFormat, export};
pub use standard_output::{StandardOutput, StandardOutputError};
pub use text_style::{OutputStyle, one_line, visible, visible_line};

use crate::messages::Messages;

/// Writes to the standard output. A reader that has gone away is no error.
///
/// # Errors
///
/// Where the output cannot be written.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = StandardOutput::lock();
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

impl OutputStyle {
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

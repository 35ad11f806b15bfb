//! The command line.

mod arguments;
mod help_examples;
mod man_pages;
mod shell_completions;

pub use arguments::{
    AskArguments, CardArguments, CheckArguments, Cli, Command, EvalArguments, ExportFormat, Paths,
};
pub use man_pages::{MANUAL_MARK, ManualPage, manual};
pub use shell_completions::completions;

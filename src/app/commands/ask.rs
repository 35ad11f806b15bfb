//! `verbatim ask`: answers one question.

use std::process::ExitCode;
use std::time::Instant;

use super::{asked, name_collection, terms};
use crate::answer::{Answer, answer};
use crate::app::failure::Failure;
use crate::app::synced_index::open;
use crate::cli::AskArguments;
use crate::config::Config;
use crate::terminal::{self, OutputStyle, print};

/// How an answer is written.
enum AskFormat {
    Json,
    Text { explain: bool },
}

impl AskFormat {
    /// As the flags say.
    fn of(json: bool, explain: bool) -> Self {
        if json {
            Self::Json
        } else {
            Self::Text { explain }
        }
    }
}

/// Prints the answer; the exit code says whether there is one.
pub(super) fn ask(config: &Config, arguments: AskArguments) -> Result<ExitCode, Failure> {
    let form = AskFormat::of(arguments.json, arguments.explain);
    let quotes = arguments.quotes;
    let quotes = quotes.and_then(|quotes| usize::try_from(quotes).ok());
    let quotes = quotes.unwrap_or(config.answer.quotes);
    let mut question = asked(config, arguments.question, quotes, arguments.collection)?;
    let library = open(config)?;
    name_collection(&library, &mut question)?;
    if let AskFormat::Text { .. } = form
        && let Some(said) = terminal::command(&library, &question, &terms(config))?
    {
        let text = said.map_err(|refused| Failure::usage(refused.reason, refused.hint))?;
        print(&text)?;
        return Ok(ExitCode::SUCCESS);
    }
    let began = Instant::now();
    let answer = answer(&library, &question)?;
    let text = match form {
        AskFormat::Json => {
            terminal::json(&question.text, &answer, began.elapsed()).map_err(anyhow::Error::from)?
        }
        AskFormat::Text { explain } => {
            let mut text =
                terminal::render(&answer, terminal::messages(), &OutputStyle::of_output());
            if explain {
                text.push_str(&terminal::explain(&answer, question.answering.silence));
            }
            text
        }
    };
    print(&text)?;
    Ok(
        if matches!(answer, Answer::Found(_) | Answer::Interviewers(_)) {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        },
    )
}

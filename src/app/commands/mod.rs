//! The commands of the program, one a file.

mod ask;
pub(super) mod backup;
pub(super) mod bot;
pub(super) mod card;
mod chat;
pub(super) mod check;
mod config;
pub(super) mod eval;
pub(super) mod export;
mod index;
pub(super) mod man;
mod read_document;
pub(super) mod report;
mod show;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::SystemTime;

use ask::ask;
use chat::chat;
use index::index;
pub(super) use read_document::{isolate, read_document};
use show::show;

use super::failure::Failure;
use super::interview_name_lookup::resolve_collection;
use super::logging;
use super::synced_index::open;
use crate::answer::{Answer, AnsweringOptions, Question, QuestionOptions, Synonyms, answer};
use crate::cli::Command;
use crate::config::Config;
use crate::index::Library;
use crate::interview::PartialDate;
use crate::terminal::{self, print};

/// Does what a command says.
pub(super) fn execute(config: &Config, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Bot => bot::bot(config),
        Command::Chat { collection } => chat(config, collection.as_deref()),
        Command::Ask(arguments) => ask(config, arguments),
        Command::Card(arguments) => card::card(config, &arguments),
        Command::Index { all } => index(config, all),
        Command::Export {
            format,
            output,
            force,
        } => export::export(config, format, output.as_deref(), force),
        Command::Eval(arguments) => eval::eval(config, arguments),
        Command::Backup { folder } => backup::backup(config, &folder),
        Command::Config { .. } => config::config(config),
        Command::Report { days, csv, force } => report::report(config, days, csv.as_deref(), force),
        Command::Check(arguments) => check::check(&arguments),
        Command::Show {
            interview,
            structure,
            json,
        } => show(config, &interview, structure, json),
        // What is left needs no settings: it was done before they were read.
        Command::ReadDocument { .. } | Command::Completions { .. } | Command::Man { .. } => {
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// A question as a command line asks it.
fn asked(
    config: &Config,
    text: String,
    quotes: usize,
    collection: Option<String>,
) -> Result<Question, Failure> {
    Ok(Question {
        text,
        quotes,
        collection,
        today: today(),
        language: None,
        answering: setting(config)?,
        options: QuestionOptions::default(),
    })
}

pub(super) fn shown(text: &str) -> Result<ExitCode, Failure> {
    print(text)?;
    Ok(ExitCode::SUCCESS)
}

/// How questions are answered.
pub(super) fn setting(config: &Config) -> Result<AnsweringOptions, Failure> {
    let synonyms = config.answer.synonyms.as_deref().map(Synonyms::load);
    Ok(AnsweringOptions {
        synonyms: Arc::new(synonyms.transpose()?.unwrap_or_default()),
        ..AnsweringOptions::of_generosity(config.answer.generosity)
    })
}

/// The day that it is, UTC.
pub(super) fn today() -> Option<PartialDate> {
    PartialDate::of_time(SystemTime::now())
}

/// The answer to a question, whose collection is named as its folder is or nearly so.
fn answer_to(config: &Config, mut question: Question) -> Result<Answer, Failure> {
    let library = open(config)?;
    name_collection(&library, &mut question)?;
    Ok(answer(&library, &question)?)
}

fn name_collection(library: &Library, question: &mut Question) -> Result<(), Failure> {
    if let Some(name) = &question.collection {
        question.collection = Some(resolve_collection(library, name)?);
    }
    Ok(())
}

fn terms(config: &Config) -> terminal::ConversationOptions {
    terminal::ConversationOptions {
        messages: terminal::messages(),
        contact: config.telegram.contact.clone(),
        folder: Config::data_folder().ok(),
        keeps_lines: config.feedback.enabled,
        has_warned: logging::has_warned,
    }
}

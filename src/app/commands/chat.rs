//! `verbatim chat`: a conversation in the terminal.

use std::process::ExitCode;

use super::{setting, terms, today};
use crate::answer::{Question, QuestionOptions};
use crate::app::failure::Failure;
use crate::app::interview_name_lookup::resolve_collection;
use crate::app::synced_index::{open, watch};
use crate::config::Config;
use crate::terminal;

pub(in crate::app) fn chat(config: &Config, collection: Option<&str>) -> Result<ExitCode, Failure> {
    let library = open(config)?;
    let collection = collection.map(|name| resolve_collection(&library, name));
    let collection = collection.transpose()?;
    let _watching = watch(config, &library)?;
    let terms = terms(config);
    let question = Question {
        language: None,
        text: String::new(),
        quotes: config.answer.quotes,
        collection,
        today: today(),
        answering: setting(config)?,
        options: QuestionOptions::default(),
    };
    terminal::chat(&library, &question, &terms)?;
    Ok(ExitCode::SUCCESS)
}

//! A conversation in a terminal: a question a line.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;
use std::time::SystemTime;

use rustyline::error::ReadlineError;
use rustyline::{DefaultEditor, Result as LineResult};

use super::render::{examples, visible};
use super::{Style, print, render};
use crate::answer::{Question, answer, coverage};
use crate::index::Library;
use crate::interview::PartialDate;
use crate::messages::Messages;

/// How many questions are offered at the start.
const OFFERED: usize = 2;

/// Answers questions until there are none left, each as `question` is to be answered, in the words that are typed.
/// `history` is where earlier questions are kept between conversations; piped input keeps none.
///
/// # Errors
///
/// Where the index cannot be read or the output cannot be written.
pub fn chat(
    library: &Library,
    question: &Question,
    messages: &Messages,
    history: Option<&Path>,
) -> anyhow::Result<()> {
    let respond = |text: &str| -> anyhow::Result<()> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let answer = answer(
            library,
            &Question {
                text: text.to_owned(),
                // A conversation may last past midnight.
                today: PartialDate::of_time(SystemTime::now()),
                ..question.clone()
            },
        )?;
        Ok(print(
            &(render(&answer, messages, &Style::of_output()) + "\n"),
        )?)
    };
    if io::stdin().is_terminal() {
        greet(library, messages)?;
        return converse(history, respond);
    }
    for line in io::stdin().lock().split(b'\n') {
        respond(&String::from_utf8_lossy(&line?))?;
    }
    Ok(())
}

fn greet(library: &Library, messages: &Messages) -> anyhow::Result<()> {
    let coverage = messages.coverage(&coverage(library)?);
    let greeting =
        visible(&messages.with("chat-greeting", &[("coverage", coverage.as_str().into())]));
    let questions = crate::answer::examples(library, OFFERED)?;
    let mut text = format!("{greeting}\n");
    if !questions.is_empty() {
        text.push_str(&format!(
            "{}\n{}",
            messages.text("chat-try"),
            examples(&questions, &Style::of_output())
        ));
    }
    Ok(print(&text)?)
}

fn converse(
    history: Option<&Path>,
    respond: impl Fn(&str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut editor = DefaultEditor::new()?;
    if let Some(history) = history {
        // The first conversation has none.
        let _ = editor.load_history(history);
    }
    loop {
        match editor.readline("? ") {
            Ok(line) => {
                editor.add_history_entry(line.trim())?;
                respond(&line)?;
            }
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => break,
            Err(error) => return Err(error.into()),
        }
    }
    if let (Some(history), Err(error)) = (history, save(&mut editor, history)) {
        tracing::warn!(
            "the questions were not added to the history in `{}`: {error}",
            history.display()
        );
    }
    Ok(())
}

fn save(editor: &mut DefaultEditor, history: Option<&Path>) -> LineResult<()> {
    let Some(history) = history else {
        return Ok(());
    };
    if let Some(folder) = history.parent() {
        std::fs::create_dir_all(folder)?;
    }
    // What another conversation added meanwhile stays.
    editor.append_history(history)
}

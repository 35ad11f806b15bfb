//! A conversation line by line: typed at a terminal, or out of a pipe.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use rustyline::error::ReadlineError;
use rustyline::{DefaultEditor, Result as LineResult};

use super::conversation::{Conversation, Said, Terms};
use super::print;
use crate::answer::Question;
use crate::index::Library;

/// Answers questions until there are none left, each as `question` is to be answered, in the words that are typed.
/// Lines and settings are kept between conversations at a terminal; piped input keeps none.
///
/// # Errors
///
/// Where the index cannot be read or the output cannot be written.
pub fn chat(library: &Library, question: &Question, terms: &Terms) -> anyhow::Result<()> {
    let is_live = io::stdin().is_terminal();
    let mut conversation = Conversation::new(library, question, terms, is_live);
    if is_live {
        print(&conversation.greeting()?)?;
        let history = terms.folder.as_ref().map(|folder| folder.join("history"));
        return converse(&mut conversation, history.as_deref());
    }
    for line in io::stdin().lock().split(b'\n') {
        if !goes_on(&mut conversation, &String::from_utf8_lossy(&line?))? {
            break;
        }
    }
    Ok(())
}

/// Says what there is to say to a line; whether there is a next one.
fn goes_on(conversation: &mut Conversation<'_>, line: &str) -> anyhow::Result<bool> {
    Ok(match conversation.respond(line)? {
        Said::Text(text) => print(&(text + "\n")).map(|()| true)?,
        Said::Goodbye(text) => print(&text).map(|()| false)?,
    })
}

fn converse(conversation: &mut Conversation<'_>, history: Option<&Path>) -> anyhow::Result<()> {
    let mut editor = DefaultEditor::new()?;
    if let Some(history) = history {
        // The first conversation has none.
        let _ = editor.load_history(history);
    }
    loop {
        let alone = conversation.asked_alone();
        let prompt = alone.map_or_else(|| "? ".to_owned(), |name| format!("{name} ? "));
        match editor.readline(&prompt) {
            Ok(line) => {
                editor.add_history_entry(line.trim())?;
                if !goes_on(conversation, &line)? {
                    break;
                }
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

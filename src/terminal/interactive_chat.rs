//! An interactive chat: lines typed at a terminal or read from a pipe.

use std::cell::Cell;
use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::FileHistory;
use rustyline::validate::Validator;
use rustyline::{Context, Editor, Helper, Result as LineResult};

use super::conversation::{
    self, Conversation, ConversationMode, ConversationOptions, ConversationReply, RefusedLine,
};
use super::print;
use crate::answer::Question;
use crate::files;
use crate::index::Library;

/// What a line that begins with a slash is told, outside a conversation; `None` for every other line.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn command(
    library: &Library,
    question: &Question,
    terms: &ConversationOptions,
) -> anyhow::Result<Option<Result<String, RefusedLine>>> {
    let line = question.text.trim();
    if !line.starts_with('/') {
        return Ok(None);
    }
    if let Some(refused) = conversation::refused(line, terms.messages) {
        return Ok(Some(Err(refused)));
    }
    let mode = ConversationMode::SingleLine;
    let said = Conversation::new(library, question, terms, mode).respond(line)?;
    Ok(Some(Ok(match said {
        ConversationReply::Text(text) | ConversationReply::Goodbye(text) => text,
    })))
}

/// Answers questions until there are none left, each as `question` is to be answered, in the words that are typed.
/// Lines and settings are kept between conversations at a terminal; piped input keeps none.
///
/// # Errors
///
/// Where the index cannot be read or the output cannot be written.
pub fn chat(
    library: &Library,
    question: &Question,
    terms: &ConversationOptions,
) -> anyhow::Result<()> {
    let is_live = io::stdin().is_terminal();
    let mode = if is_live {
        ConversationMode::Live
    } else {
        ConversationMode::Piped
    };
    let mut conversation = Conversation::new(library, question, terms, mode);
    if is_live {
        print(&conversation.greeting()?)?;
        let folder = terms.folder.as_ref().filter(|_| terms.keeps_lines);
        let mut history = folder.map(|folder| folder.join("history"));
        if let Some(path) = history.take_if(|path| !is_history(path)) {
            print(&conversation.of_history("chat-no-history", &path))?;
        }
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
        ConversationReply::Text(text) => print(&(text + "\n")).map(|()| true)?,
        ConversationReply::Goodbye(text) => print(&text).map(|()| false)?,
    })
}

/// Whether a file is a history or may become one: anything else that stands there is left as it is.
fn is_history(path: &Path) -> bool {
    match std::fs::symlink_metadata(path) {
        Err(error) => error.kind() == io::ErrorKind::NotFound,
        // A link may lead to an empty file of somebody else's.
        Ok(found) if found.is_file() && found.len() == 0 => true,
        Ok(_) => files::read(path, LONGEST).is_ok_and(|text| text.starts_with(BEGINNING)),
    }
}

/// What a history begins with.
const BEGINNING: &[u8] = b"#V2\n";

/// How large a history may be, in bytes.
const LONGEST: u64 = 64 << 20;

fn converse(conversation: &mut Conversation<'_>, history: Option<&Path>) -> anyhow::Result<()> {
    let mut editor = LineEditor::new()?;
    editor.set_helper(Some(HalfTyped::default()));
    if let Some(history) = history {
        // The first conversation has none.
        let _ = editor.load_history(history);
    }
    loop {
        if let Some(notice) = conversation.notice() {
            print(&notice)?;
        }
        let alone = conversation.asked_alone();
        let prompt = alone.map_or_else(|| "? ".to_owned(), |name| format!("{name} ? "));
        if let Some(typed) = editor.helper() {
            typed.0.set(false);
        }
        match editor.readline(&prompt) {
            Ok(line) => {
                editor.add_history_entry(line.trim())?;
                if !goes_on(conversation, &line)? {
                    break;
                }
            }
            // Ctrl-C clears a line; on an empty one it leaves.
            Err(ReadlineError::Interrupted)
                if editor.helper().is_some_and(|typed| typed.0.take()) => {}
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => {
                print(&conversation.farewell())?;
                break;
            }
            Err(error) => return Err(error.into()),
        }
    }
    if let (Some(history), Err(error)) = (history, save(&mut editor, history)) {
        tracing::debug!(%error, "the history was not saved");
        print(&conversation.of_history("chat-history-unsaved", history))?;
    }
    Ok(())
}

type LineEditor = Editor<HalfTyped, FileHistory>;

/// Whether anything stands in the line that is being typed.
#[derive(Default)]
struct HalfTyped(Cell<bool>);

impl Hinter for HalfTyped {
    type Hint = String;

    /// Hints at nothing; it is asked whenever the line has changed.
    fn hint(&self, line: &str, _at: usize, _context: &Context<'_>) -> Option<String> {
        self.0.set(!line.trim().is_empty());
        None
    }
}

impl Completer for HalfTyped {
    type Candidate = String;
}

impl Highlighter for HalfTyped {}
impl Validator for HalfTyped {}
impl Helper for HalfTyped {}

fn save(editor: &mut LineEditor, history: Option<&Path>) -> LineResult<()> {
    let Some(history) = history else {
        return Ok(());
    };
    if let Some(folder) = history.parent() {
        std::fs::create_dir_all(folder)?;
    }
    // What another conversation added meanwhile stays.
    editor.append_history(history)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn what_is_no_history_is_neither_read_nor_written() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("history");
        let elsewhere = folder.path().join("elsewhere");
        assert!(is_history(&path), "nothing is there yet");
        for (text, is_own) in [
            ("", true),
            ("#V2\nwho keeps bees?\n", true),
            ("notes", false),
        ] {
            fs::write(&path, text)?;
            assert_eq!(is_history(&path), is_own, "{text}");
        }
        fs::remove_file(&path)?;
        symlink(&elsewhere, &path)?;
        assert!(!is_history(&path), "the link leads nowhere");
        for (text, is_own) in [("", false), ("#V2\n", true), ("notes", false)] {
            fs::write(&elsewhere, text)?;
            assert_eq!(is_history(&path), is_own, "a link to: {text}");
        }
        fs::remove_file(&path)?;
        let made = std::process::Command::new("mkfifo").arg(&path).status()?;
        assert!(made.success());
        assert!(!is_history(&path), "a named pipe is not waited for");
        Ok(())
    }
}

//! The owner's capabilities: add, correct, rename and remove interviews, and withdraw passages. Everybody else who
//! tries is told no.
//!
//! No conversation is kept: a button names its draft, a prompt names its field in its last line, and the answer
//! to it is a reply. Drafts and changes are files.

mod add_interview;
mod remove_rename_withdraw;

use super::bot::Bot;
use super::reply::send;
use crate::corpus::{CorpusEditor, CorpusError, EditError, StaleIndexReason};
use crate::index::Library;
use crate::messages::Messages;
use crate::telegram::rendering::{DraftField, OwnerButtonPayload, Reply, draft_summary};
use crate::telegram::transport::{ButtonPress, Message, User};

/// What is said to a press: `Some` in a window over the chat.
type PressResult = anyhow::Result<Option<String>>;

/// Does what a message asks for, where that is an owner's business; `false` where it is not.
pub(super) async fn message(bot: &Bot, message: &Message) -> anyhow::Result<bool> {
    if !message.chat.is_private() {
        return Ok(false);
    }
    let Some(request) = OwnerRequest::of(bot, message) else {
        return Ok(false);
    };
    let messages = Messages::of(message.language());
    if !is_owner(bot, message) {
        tracing::info!(
            user = message.from.as_ref().map(|from| from.id),
            "someone who is not an owner tried to change the corpus"
        );
        send(
            bot,
            message,
            &Reply::text(&owners_only(message.from.as_ref(), messages)),
        )
        .await?;
        return Ok(true);
    }
    match request {
        OwnerRequest::File => add_interview::receive(bot, message, messages).await?,
        OwnerRequest::Field(field, key) => {
            add_interview::fill(bot, message, (field, key), messages).await?
        }
        OwnerRequest::Remove(id) => {
            remove_rename_withdraw::ask_to_remove(bot, message, id, messages).await?
        }
        OwnerRequest::Rename(id, name) => {
            remove_rename_withdraw::rename(bot, message, (id, name), messages).await?;
        }
        OwnerRequest::Withdraw => {
            remove_rename_withdraw::ask_to_withdraw(bot, message, messages).await?
        }
        OwnerRequest::Usage(key) => {
            send(bot, message, &Reply::text(&messages.text(key))).await?;
        }
    }
    Ok(true)
}

/// Whether an owner wrote it, in a chat that nobody else reads.
pub(super) fn is_owner(bot: &Bot, message: &Message) -> bool {
    let sender = message.from.as_ref();
    message.chat.is_private() && sender.is_some_and(|from| bot.owners.contains(&from.id))
}

/// Does what an owner's button says.
pub(super) async fn pressed(
    bot: &Bot,
    pressed: &ButtonPress,
    deed: OwnerButtonPayload,
    messages: &'static Messages,
) -> PressResult {
    if !bot.owners.contains(&pressed.from.id) {
        return Ok(Some(owners_only(Some(&pressed.from), messages)));
    }
    let Some(message) = &pressed.message else {
        return Ok(Some(messages.text("stale")));
    };
    match deed {
        OwnerButtonPayload::Add(key) => add_interview::add(bot, message, key, messages).await,
        OwnerButtonPayload::Cancel(key) => add_interview::cancel(bot, message, key, messages).await,
        OwnerButtonPayload::Show(key) => add_interview::show(bot, message, key, messages).await,
        OwnerButtonPayload::Change(key) => add_interview::choose(bot, message, key, messages).await,
        OwnerButtonPayload::Prompt(field, key) => {
            add_interview::prompt(bot, message, (field, key), messages).await
        }
        OwnerButtonPayload::Role(at, key) => {
            add_interview::turn_role(bot, message, (at, key), messages).await
        }
        OwnerButtonPayload::Remove(key) => {
            remove_rename_withdraw::remove(bot, message, key, messages).await
        }
        OwnerButtonPayload::Withdraw(key, span) => {
            remove_rename_withdraw::withdraw(bot, message, (key, span), messages).await
        }
        OwnerButtonPayload::Keep => remove_rename_withdraw::keep(bot, message, messages).await,
    }
}

/// What a message asks for.
enum OwnerRequest {
    File,
    Field(DraftField, crate::corpus::DraftKey),
    Remove(String),
    Rename(String, String),
    Withdraw,
    /// A command that lacks something: the message that says what.
    Usage(&'static str),
}

impl OwnerRequest {
    fn of(bot: &Bot, message: &Message) -> Option<Self> {
        if message.document.is_some() {
            return Some(Self::File);
        }
        let words = message.words().trim();
        let replied = message.reply_to_message.as_deref();
        let replied = replied.filter(|to| to.from.as_ref().is_some_and(|from| from.id == bot.id));
        if let Some(rest) = words.strip_prefix('/') {
            return Self::command(rest, replied);
        }
        let (field, key) = DraftField::of_prompt(replied?.words())?;
        (!words.is_empty()).then_some(Self::Field(field, key))
    }

    fn command(text: &str, replied: Option<&Message>) -> Option<Self> {
        let (command, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let name = command.split('@').next().unwrap_or_default();
        let rest = rest.trim();
        match name.to_ascii_lowercase().as_str() {
            "remove" if rest.is_empty() => Some(Self::Usage("remove-how")),
            "remove" => Some(Self::Remove(rest.to_owned())),
            // An id may hold spaces, a new name too: a line each, or the last space parts them.
            "rename" => Some(
                rest.split_once('\n')
                    .or_else(|| rest.rsplit_once(' '))
                    .map_or(Self::Usage("rename-how"), |(id, name)| {
                        Self::Rename(id.trim().to_owned(), name.trim().to_owned())
                    }),
            ),
            "withdraw" if replied.is_some() => Some(Self::Withdraw),
            "withdraw" => Some(Self::Usage("withdraw-how")),
            _ => None,
        }
    }
}

impl Bot {
    /// Something that the desk does, on a thread that may block.
    async fn desk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&CorpusEditor, &Library) -> Result<T, EditError> + Send + 'static,
    ) -> anyhow::Result<Result<T, EditError>> {
        let (desk, library) = (self.desk.clone(), self.library.clone());
        Ok(tokio::task::spawn_blocking(move || work(&desk, &library)).await?)
    }
}

/// Takes a change up into the index; whether that could be. Where it could not the change is made all the same.
fn is_taken_up(desk: &CorpusEditor, library: &Library) -> bool {
    let synced = desk.sync(library);
    if let Err(error) = &synced {
        tracing::error!(%error, "a change of the corpus is not in the index yet");
    }
    synced.is_ok()
}

/// What is said of a change that was made.
fn made(is_taken_up: bool, said: String, messages: &Messages) -> String {
    if is_taken_up {
        said
    } else {
        messages.text("desk-behind")
    }
}

/// What somebody else is told: with their id, which makes an owner of them once it stands in the settings.
fn owners_only(user: Option<&User>, messages: &Messages) -> String {
    let id = user.map(|user| user.id.to_string()).unwrap_or_default();
    messages.with("owners-only", &[("id", id.as_str().into())])
}

/// UTF-16 units of what is repeated of an owner's words.
const REPEATED: usize = 200;

/// What to tell an owner where something cannot be done.
fn refusal(error: &EditError, messages: &Messages) -> String {
    let with = |key: &str, name: &'static str, value: &str| {
        let value = draft_summary::one_line(value, REPEATED);
        messages.with(key, &[(name, value.as_str().into())])
    };
    match error {
        // The reader's own words, as `verbatim index` prints them.
        EditError::Unreadable(reason) => with(
            "desk-unreadable",
            "reason",
            &reason.to_string().replace('\n', "; "),
        ),
        EditError::NoDraft => messages.text("desk-no-draft"),
        EditError::NoInterview(id) => with("desk-no-interview", "id", id),
        EditError::OneOfSeveral(_, file) => with("desk-one-of-several", "file", file),
        EditError::Taken(id) => with("desk-taken", "id", id),
        EditError::NotADate(text) => with("desk-no-date", "text", text),
        EditError::NotAnAddress(text) => with("desk-no-address", "text", text),
        EditError::Malformed(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            with("desk-malformed", "file", &name)
        }
        EditError::Full { .. }
        | EditError::Corpus(CorpusError::Behind(StaleIndexReason::Full { .. })) => {
            tracing::error!(%error, "the corpus cannot be changed");
            messages.text("desk-full")
        }
        EditError::Corpus(error) => {
            tracing::error!(%error, "the corpus cannot be changed");
            messages.text("desk-failed")
        }
        EditError::Disk(error) => {
            tracing::error!(%error, "the corpus cannot be written");
            messages.text("desk-failed")
        }
    }
}

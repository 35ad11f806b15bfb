//! What owners do in their private chat with the bot: send a file, correct what was read, add it; rename and
//! remove interviews, withdraw passages. Everybody else who tries is told no.
//!
//! No conversation is kept: a button names its draft, a prompt names its field in its last line, and the answer
//! to it is a reply. Drafts and changes are files.

mod deed;
mod draft;
mod existing;
mod view;

use super::Bot;
use super::ask::{Reply, send};
use super::incoming::{Message, Pressed, User};
use crate::corpus::{Behind, CorpusError, Desk, DeskError};
use crate::index::Library;
use crate::messages::Messages;
pub(super) use deed::Deed;
use deed::Field;

/// What is said to a press: `Some` in a window over the chat.
type Said = anyhow::Result<Option<String>>;

/// Does what a message asks for, where that is an owner's business; `false` where it is not.
pub(super) async fn message(bot: &Bot, message: &Message) -> anyhow::Result<bool> {
    if !message.chat.is_private() {
        return Ok(false);
    }
    let Some(request) = Request::of(bot, message) else {
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
        Request::File => draft::receive(bot, message, messages).await?,
        Request::Field(field, key) => draft::fill(bot, message, (field, key), messages).await?,
        Request::Remove(id) => existing::ask_to_remove(bot, message, id, messages).await?,
        Request::Rename(id, name) => {
            existing::rename(bot, message, (id, name), messages).await?;
        }
        Request::Withdraw => existing::ask_to_withdraw(bot, message, messages).await?,
        Request::Usage(key) => {
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
    pressed: &Pressed,
    deed: Deed,
    messages: &'static Messages,
) -> Said {
    if !bot.owners.contains(&pressed.from.id) {
        return Ok(Some(owners_only(Some(&pressed.from), messages)));
    }
    let Some(message) = &pressed.message else {
        return Ok(Some(messages.text("stale")));
    };
    match deed {
        Deed::Add(key) => draft::add(bot, message, key, messages).await,
        Deed::Cancel(key) => draft::cancel(bot, message, key, messages).await,
        Deed::Show(key) => draft::show(bot, message, key, messages).await,
        Deed::Change(key) => draft::choose(bot, message, key, messages).await,
        Deed::Prompt(field, key) => draft::prompt(bot, message, (field, key), messages).await,
        Deed::Role(at, key) => draft::turn_role(bot, message, (at, key), messages).await,
        Deed::Remove(key) => existing::remove(bot, message, key, messages).await,
        Deed::Withdraw(key, span) => existing::withdraw(bot, message, (key, span), messages).await,
        Deed::Keep => existing::keep(bot, message, messages).await,
    }
}

/// What a message asks for.
enum Request {
    File,
    Field(Field, crate::corpus::DraftKey),
    Remove(String),
    Rename(String, String),
    Withdraw,
    /// A command that lacks something: the message that says what.
    Usage(&'static str),
}

impl Request {
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
        let (field, key) = Field::of_prompt(replied?.words())?;
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
        work: impl FnOnce(&Desk, &Library) -> Result<T, DeskError> + Send + 'static,
    ) -> anyhow::Result<Result<T, DeskError>> {
        let (desk, library) = (self.desk.clone(), self.library.clone());
        Ok(tokio::task::spawn_blocking(move || work(&desk, &library)).await?)
    }
}

/// Takes a change up into the index; whether that could be. Where it could not the change is made all the same.
fn is_taken_up(desk: &Desk, library: &Library) -> bool {
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
fn refusal(error: &DeskError, messages: &Messages) -> String {
    let with = |key: &str, name: &'static str, value: &str| {
        let value = view::one_line(value, REPEATED);
        messages.with(key, &[(name, value.as_str().into())])
    };
    match error {
        // The reader's own words, as `verbatim index` prints them.
        DeskError::Unreadable(reason) => with(
            "desk-unreadable",
            "reason",
            &reason.to_string().replace('\n', "; "),
        ),
        DeskError::NoDraft => messages.text("desk-no-draft"),
        DeskError::NoInterview(id) => with("desk-no-interview", "id", id),
        DeskError::OneOfSeveral(_, file) => with("desk-one-of-several", "file", file),
        DeskError::Taken(id) => with("desk-taken", "id", id),
        DeskError::NotADate(text) => with("desk-no-date", "text", text),
        DeskError::NotAnAddress(text) => with("desk-no-address", "text", text),
        DeskError::Malformed(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            with("desk-malformed", "file", &name)
        }
        DeskError::Full { .. } | DeskError::Corpus(CorpusError::Behind(Behind::Full { .. })) => {
            tracing::error!(%error, "the corpus cannot be changed");
            messages.text("desk-full")
        }
        DeskError::Corpus(error) => {
            tracing::error!(%error, "the corpus cannot be changed");
            messages.text("desk-failed")
        }
        DeskError::Disk(error) => {
            tracing::error!(%error, "the corpus cannot be written");
            messages.text("desk-failed")
        }
    }
}

//! Changing interviews in the corpus: remove, rename, withdraw a passage. What destroys asks first. What destroys is
//! asked again.

use std::sync::Arc;

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::{PressResult, is_taken_up, made, refusal};
use crate::answer::find_quoted;
use crate::corpus::EditError;
use crate::index::CachedInterview;
use crate::interview::{InterviewId, InterviewKey, Span};
use crate::messages::Messages;
use crate::telegram::capabilities::bot::Bot;
use crate::telegram::capabilities::reply::{edit_message, send};
use crate::telegram::rendering::draft_summary::one_line;
use crate::telegram::rendering::{CUT, OwnerButtonPayload, Reply, escape, shorten};
use crate::telegram::transport::Message;

/// UTF-16 units of a passage that are shown before it is withdrawn.
const SHOWN: usize = 3_000;

/// UTF-16 units of a title.
const TITLE: usize = 200;

pub(super) async fn ask_to_remove(
    bot: &Bot,
    message: &Message,
    id: String,
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let wanted = id.clone();
    let found = bot.read(move |library| library.find(&wanted)).await?;
    let reply = match found {
        None => Reply::text(&refusal(&EditError::NoInterview(id), messages)),
        Some(interview) => {
            let title = interview.metadata.title.as_deref().unwrap_or(&id);
            let title = one_line(title, TITLE);
            let values = [("id", id.as_str().into()), ("title", title.as_str().into())];
            Reply {
                html: escape(&messages.with("remove-sure", &values)),
                keyboard: Some(sure(
                    "button-remove",
                    OwnerButtonPayload::Remove(interview.key()),
                    messages,
                )),
            }
        }
    };
    send(bot, message, &reply).await?;
    Ok(())
}

/// Yes and no.
fn sure(key: &str, deed: OwnerButtonPayload, messages: &Messages) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new([[
        InlineKeyboardButton::callback(messages.text(key), deed.encode()),
        InlineKeyboardButton::callback(
            messages.text("button-keep"),
            OwnerButtonPayload::Keep.encode(),
        ),
    ]])
}

pub(super) async fn remove(
    bot: &Bot,
    message: &Message,
    key: InterviewKey,
    messages: &'static Messages,
) -> PressResult {
    let Some(interview) = interview(bot, key).await? else {
        return Ok(Some(messages.text("gone")));
    };
    let id = interview.id.clone();
    let done = bot
        .desk(move |desk, library| {
            desk.remove(&id)?;
            Ok(is_taken_up(desk, library))
        })
        .await?;
    tracing::info!(id = %interview.id, done = done.is_ok(), "an owner removed an interview");
    let said = messages.with("removed", &[("id", interview.id.as_str().into())]);
    let done = done.map(|is_taken_up| made(is_taken_up, said, messages));
    finished(bot, message, done, messages).await
}

pub(super) async fn rename(
    bot: &Bot,
    message: &Message,
    (id, name): (String, String),
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let renamed = bot
        .desk(move |desk, library| {
            let new = desk.rename(&InterviewId::new(id), &name)?;
            Ok((new, is_taken_up(desk, library)))
        })
        .await?;
    let said = match renamed {
        Ok((id, is_taken_up)) => {
            tracing::info!(%id, "an owner renamed an interview");
            let said = messages.with("renamed", &[("id", id.as_str().into())]);
            made(is_taken_up, said, messages)
        }
        Err(error) => refusal(&error, messages),
    };
    send(bot, message, &Reply::text(&said)).await?;
    Ok(())
}

/// Finds the words of the quote that is replied to, and asks.
pub(super) async fn ask_to_withdraw(
    bot: &Bot,
    message: &Message,
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let quoted = message
        .reply_to_message
        .as_deref()
        .and_then(|message| message.quoted(CUT));
    let Some(words) = quoted else {
        send(bot, message, &Reply::text(&messages.text("withdraw-how"))).await?;
        return Ok(());
    };
    let wanted = words.clone();
    let place = bot
        .read(move |library| find_quoted(library, &wanted))
        .await?;
    let reply = match place {
        None => Reply::text(&messages.text("gone")),
        Some(place) => {
            let (shown, _) = shorten(&words, None, SHOWN);
            let words = escape(&words[shown.start..shown.end]);
            let ask = escape(&messages.text("withdraw-sure"));
            let deed = OwnerButtonPayload::Withdraw(place.interview, place.span);
            Reply {
                html: format!("{ask}\n\n<blockquote>{words}</blockquote>"),
                keyboard: Some(sure("button-withdraw", deed, messages)),
            }
        }
    };
    send(bot, message, &reply).await?;
    Ok(())
}

pub(super) async fn withdraw(
    bot: &Bot,
    message: &Message,
    (key, span): (InterviewKey, Span),
    messages: &'static Messages,
) -> PressResult {
    let interview = interview(bot, key).await?;
    let words = interview
        .as_ref()
        .and_then(|interview| interview.slice(span));
    let (Some(interview), Some(words)) = (&interview, words) else {
        return Ok(Some(messages.text("gone")));
    };
    let (id, words) = (interview.id.clone(), words.to_owned());
    let done = bot
        .desk(move |desk, library| {
            desk.withdraw(&id, &words)?;
            Ok(is_taken_up(desk, library))
        })
        .await?;
    tracing::info!(id = %interview.id, done = done.is_ok(), "an owner withdrew a passage");
    let said = messages.text("withdrawn");
    let done = done.map(|is_taken_up| made(is_taken_up, said, messages));
    finished(bot, message, done, messages).await
}

pub(super) async fn keep(bot: &Bot, message: &Message, messages: &'static Messages) -> PressResult {
    finished(bot, message, Ok(messages.text("kept")), messages).await
}

async fn interview(bot: &Bot, key: InterviewKey) -> anyhow::Result<Option<Arc<CachedInterview>>> {
    bot.read(move |library| library.interview(key)).await
}

/// Says in the place of the question what was done.
async fn finished(
    bot: &Bot,
    message: &Message,
    done: Result<String, EditError>,
    messages: &'static Messages,
) -> PressResult {
    match done {
        Ok(said) => {
            edit_message(bot, message.chat.id, message.id, &Reply::text(&said)).await?;
            Ok(None)
        }
        Err(error) => Ok(Some(refusal(&error, messages))),
    }
}

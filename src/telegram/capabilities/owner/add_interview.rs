//! Adding an interview: a file that the owner sends becomes a draft, is corrected and added.

use teloxide::payloads::{SendMessage, SendMessageSetters};
use teloxide::types::{ChatId, ForceReply, MessageId, ParseMode, ReplyParameters};

use super::{PressResult, is_taken_up, made, refusal};
use crate::corpus::{Draft, DraftChange, DraftKey, EditError};
use crate::messages::Messages;
use crate::telegram::capabilities::bot::Bot;
use crate::telegram::capabilities::reply::{edit_message, send};
use crate::telegram::rendering::{DraftField, Reply, draft_summary, escape};
use crate::telegram::transport::Message;

/// What Telegram lets a bot download (<https://core.telegram.org/bots/api#getfile>), in bytes.
const LARGEST: usize = 20 << 20;

/// Reads a file that an owner sent, and says what was understood.
pub(super) async fn receive(
    bot: &Bot,
    message: &Message,
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let Some(document) = &message.document else {
        return Ok(());
    };
    let too_big = usize::try_from(document.file_size).is_ok_and(|size| size > LARGEST);
    let bytes = if too_big {
        None
    } else {
        bot.sender.download(&document.file_id, LARGEST).await?
    };
    let Some(bytes) = bytes else {
        send(bot, message, &Reply::text(&messages.text("too-big"))).await?;
        return Ok(());
    };
    let name = document.file_name.clone();
    let draft = bot.desk(move |desk, _| desk.draft(&name, &bytes)).await?;
    answer(bot, message, draft, messages).await
}

/// Takes what an owner replied to a prompt.
pub(super) async fn fill(
    bot: &Bot,
    message: &Message,
    (field, key): (DraftField, DraftKey),
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let words = message.words().split_whitespace();
    let change = field.to(words.collect::<Vec<_>>().join(" "));
    let draft = bot.desk(move |desk, _| desk.change(&key, change)).await?;
    answer(bot, message, draft, messages).await
}

async fn answer(
    bot: &Bot,
    message: &Message,
    draft: Result<Draft, EditError>,
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let reply = match draft {
        Ok(draft) => draft_summary::summary(&draft, messages),
        Err(error) => Reply::text(&refusal(&error, messages)),
    };
    send(bot, message, &reply).await?;
    Ok(())
}

pub(super) async fn show(
    bot: &Bot,
    message: &Message,
    key: DraftKey,
    messages: &'static Messages,
) -> PressResult {
    let draft = bot.desk(move |desk, _| desk.open(&key)).await?;
    put(bot, message, draft, draft_summary::summary, messages).await
}

pub(super) async fn choose(
    bot: &Bot,
    message: &Message,
    key: DraftKey,
    messages: &'static Messages,
) -> PressResult {
    let draft = bot.desk(move |desk, _| desk.open(&key)).await?;
    put(bot, message, draft, draft_summary::choices, messages).await
}

pub(super) async fn turn_role(
    bot: &Bot,
    message: &Message,
    (at, key): (usize, DraftKey),
    messages: &'static Messages,
) -> PressResult {
    let draft = bot
        .desk(move |desk, _| desk.change(&key, DraftChange::Role(at)))
        .await?;
    put(bot, message, draft, draft_summary::choices, messages).await
}

/// Shows a draft in the message whose button was pressed.
async fn put(
    bot: &Bot,
    message: &Message,
    draft: Result<Draft, EditError>,
    view: fn(&Draft, &Messages) -> Reply,
    messages: &'static Messages,
) -> PressResult {
    match draft {
        Ok(draft) => {
            edit_message(bot, message.chat.id, message.id, &view(&draft, messages)).await?;
            Ok(None)
        }
        Err(error) => Ok(Some(refusal(&error, messages))),
    }
}

/// Asks for a field: the answer is a reply to this message, whose last line says what it is about.
pub(super) async fn prompt(
    bot: &Bot,
    message: &Message,
    (field, key): (DraftField, DraftKey),
    messages: &'static Messages,
) -> PressResult {
    let asked = key.clone();
    if let Err(error) = bot.desk(move |desk, _| desk.open(&asked)).await? {
        return Ok(Some(refusal(&error, messages)));
    }
    let name = messages.text(field.message());
    let text = messages.with("prompt", &[("field", name.as_str().into())]);
    let html = format!(
        "{}\n\n<code>{}</code>",
        escape(&text),
        escape(&field.prompt_line(&key))
    );
    let to = ReplyParameters {
        allow_sending_without_reply: Some(true),
        ..ReplyParameters::new(MessageId(message.id))
    };
    let payload = SendMessage::new(ChatId(message.chat.id), html)
        .parse_mode(ParseMode::Html)
        .reply_parameters(to)
        .reply_markup(ForceReply::new());
    bot.sender.send(message.chat.id, &payload).await?;
    Ok(None)
}

/// Puts a draft into the corpus and the index.
pub(super) async fn add(
    bot: &Bot,
    message: &Message,
    key: DraftKey,
    messages: &'static Messages,
) -> PressResult {
    let added = bot
        .desk(move |desk, library| {
            let id = desk.add(&key)?;
            Ok((id, is_taken_up(desk, library)))
        })
        .await?;
    match added {
        Ok((id, is_taken_up)) => {
            tracing::info!(%id, "an owner added an interview");
            let said = messages.with("added", &[("id", id.as_str().into())]);
            let said = made(is_taken_up, said, messages);
            edit_message(bot, message.chat.id, message.id, &Reply::text(&said)).await?;
            Ok(None)
        }
        Err(error) => Ok(Some(refusal(&error, messages))),
    }
}

pub(super) async fn cancel(
    bot: &Bot,
    message: &Message,
    key: DraftKey,
    messages: &'static Messages,
) -> PressResult {
    match bot.desk(move |desk, _| desk.discard(&key)).await? {
        Ok(()) => {
            let said = Reply::text(&messages.text("cancelled"));
            edit_message(bot, message.chat.id, message.id, &said).await?;
            Ok(None)
        }
        Err(error) => Ok(Some(refusal(&error, messages))),
    }
}

//! A file on its way into the corpus.

use teloxide::payloads::{SendMessage, SendMessageSetters};
use teloxide::types::{ChatId, ForceReply, MessageId, ParseMode, ReplyParameters};

use super::{Field, Said, is_taken_up, made, refusal, view};
use crate::corpus::{Change, DeskError, Draft, DraftKey};
use crate::messages::Messages;
use crate::telegram::Bot;
use crate::telegram::ask::{Reply, send};
use crate::telegram::incoming::Message;
use crate::telegram::page::edit;
use crate::telegram::render::escape;

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
    (field, key): (Field, DraftKey),
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
    draft: Result<Draft, DeskError>,
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let reply = match draft {
        Ok(draft) => view::summary(&draft, messages),
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
) -> Said {
    let draft = bot.desk(move |desk, _| desk.open(&key)).await?;
    put(bot, message, draft, view::summary, messages).await
}

pub(super) async fn choose(
    bot: &Bot,
    message: &Message,
    key: DraftKey,
    messages: &'static Messages,
) -> Said {
    let draft = bot.desk(move |desk, _| desk.open(&key)).await?;
    put(bot, message, draft, view::choices, messages).await
}

pub(super) async fn turn_role(
    bot: &Bot,
    message: &Message,
    (at, key): (usize, DraftKey),
    messages: &'static Messages,
) -> Said {
    let draft = bot
        .desk(move |desk, _| desk.change(&key, Change::Role(at)))
        .await?;
    put(bot, message, draft, view::choices, messages).await
}

/// Shows a draft in the message whose button was pressed.
async fn put(
    bot: &Bot,
    message: &Message,
    draft: Result<Draft, DeskError>,
    view: fn(&Draft, &Messages) -> Reply,
    messages: &'static Messages,
) -> Said {
    match draft {
        Ok(draft) => {
            edit(bot, message.chat.id, message.id, &view(&draft, messages)).await?;
            Ok(None)
        }
        Err(error) => Ok(Some(refusal(&error, messages))),
    }
}

/// Asks for a field: the answer is a reply to this message, whose last line says what it is about.
pub(super) async fn prompt(
    bot: &Bot,
    message: &Message,
    (field, key): (Field, DraftKey),
    messages: &'static Messages,
) -> Said {
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
) -> Said {
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
            edit(bot, message.chat.id, message.id, &Reply::text(&said)).await?;
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
) -> Said {
    match bot.desk(move |desk, _| desk.discard(&key)).await? {
        Ok(()) => {
            let said = Reply::text(&messages.text("cancelled"));
            edit(bot, message.chat.id, message.id, &said).await?;
            Ok(None)
        }
        Err(error) => Ok(Some(refusal(&error, messages))),
    }
}

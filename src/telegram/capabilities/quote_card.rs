//! A quote as a picture: the button under a quote, and `/card`.
//!
//! Who draws is handed in, so that this room knows no fonts. A picture that was sent once is sent again by
//! the name that Telegram gave it.

use super::bot::Bot;
use super::card_cache::{CardKey, CardShape};
use super::reply::{number, send, with_chat_action};
use super::{share_quote, show_context, vote};
use crate::answer::{Answer, Place, QuestionOptions, Quote, find_quoted, quote_at};
use crate::messages::Messages;
use crate::telegram::rendering::{ButtonPayload, CUT, Reply, escape, html, keyboard};
use crate::telegram::transport::{ApiResult, CallError, Message, SendPhoto};
use serde::Deserialize;
use teloxide::types::{ChatAction, ChatId, MessageId, ReplyParameters};

/// The request behind `/card`.
pub(super) async fn card(bot: &Bot, message: &Message, rest: &str) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let (shape, question) = shape(rest);
    let replied = message.reply_to_message.as_deref();
    let quoted = replied.filter(|_| question.is_empty());
    if let Some(quote) = quote_in(bot, quoted).await? {
        return show(bot, message, &quote, shape, messages).await;
    }
    let question = Some(question)
        .filter(|question| !question.is_empty())
        .or_else(|| replied.map(|to| to.words().trim()))
        .filter(|question| !question.is_empty());
    let Some(question) = question else {
        let how = Reply::text(&messages.text("card-how"));
        send(bot, message, &how).await?;
        return Ok(());
    };
    let answer = bot
        .answer(
            question.to_owned(),
            QuestionOptions::default(),
            (None, message.language()),
        )
        .await?;
    let reply = Reply::refusal(message, &answer, messages)
        .unwrap_or_else(|| Reply::of(bot, &answer, messages));
    let reply = vote::with_answer_vote_buttons(bot, question.to_owned(), &answer, reply);
    if let Answer::Found(found) = &*answer
        && let Some(quote) = found.quotes.first()
    {
        return show(bot, message, quote, shape, messages).await;
    }
    send(bot, message, &reply).await?;
    Ok(())
}

/// The button under a quote; what to tell the user, where there is something to tell.
pub(super) async fn pressed(
    bot: &Bot,
    message: &Message,
    place: Place,
    messages: &'static Messages,
) -> anyhow::Result<Option<String>> {
    let quote = bot.read(move |library| quote_at(library, &place)).await?;
    let Some(quote) = quote else {
        return Ok(Some(messages.text("gone")));
    };
    let is_sent = photograph(bot, message, &quote, CardShape::default(), messages).await?;
    Ok((!is_sent).then(|| messages.text("card-glyph")))
}

/// `portrait` before the question, or none.
fn shape(rest: &str) -> (CardShape, &str) {
    let rest = rest.trim();
    let (first, question) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    if first.eq_ignore_ascii_case("portrait") {
        (CardShape::Portrait, question.trim())
    } else {
        (CardShape::Landscape, rest)
    }
}

/// The quote that a message of the bot shows: as its button has it, or else its words.
async fn quote_in(bot: &Bot, message: Option<&Message>) -> anyhow::Result<Option<Quote>> {
    let Some(message) = message else {
        return Ok(None);
    };
    let of_bot = [&message.from, &message.via_bot];
    let mut of_bot = of_bot.into_iter().flatten();
    if !of_bot.any(|user| user.id == bot.id) {
        return Ok(None);
    }
    let mut data = message.button_data();
    let place = data.find_map(|data| match ButtonPayload::decode(data) {
        Ok(ButtonPayload::Card(place)) => Some(place),
        _ => None,
    });
    let words = message.quoted(CUT);
    bot.read(move |library| {
        let place = match (place, words) {
            (None, Some(words)) => find_quoted(library, &words)?,
            (place, _) => place,
        };
        place.map_or(Ok(None), |place| quote_at(library, &place))
    })
    .await
}

/// The card, or where it cannot be drawn the text.
async fn show(
    bot: &Bot,
    message: &Message,
    quote: &Quote,
    shape: CardShape,
    messages: &'static Messages,
) -> anyhow::Result<()> {
    if photograph(bot, message, quote, shape, messages).await? {
        return Ok(());
    }
    let place = quote.place();
    let reply = Reply::quoting(bot, quote, (0, &[place]), messages);
    let mut reply = vote::with_vote_buttons(bot, reply, &place);
    let note = escape(&messages.text("card-glyph"));
    reply.html = format!("{note}\n\n{}", reply.html);
    send(bot, message, &reply).await?;
    Ok(())
}

/// Sends a quote as a photo; `false` where it cannot be drawn.
async fn photograph(
    bot: &Bot,
    message: &Message,
    quote: &Quote,
    shape: CardShape,
    messages: &'static Messages,
) -> anyhow::Result<bool> {
    let picture = CardKey {
        place: quote.place(),
        attribution: quote.attribution().clone(),
        language: messages.code,
        shape,
    };
    let mut payload = payload(bot, message, quote, messages);
    if let Some(name) = bot.gallery.name(&picture) {
        payload.photo = name;
        match bot.sender.send(message.chat.id, &payload).await {
            Err(CallError::Refused(reason)) if is_of_the_file(&reason) => {
                bot.gallery.keep(picture.clone(), None);
            }
            sent => {
                note(bot, message, quote, &sent?, messages);
                return Ok(true);
            }
        }
    }
    let uploading = async {
        let credit = messages.credit(quote.attribution());
        let Some(png) = bot.gallery.draw(quote.clone(), credit, shape).await? else {
            return Ok(None);
        };
        payload.photo = format!("attach://{}", crate::telegram::transport::PART);
        let sender = &bot.sender;
        let sent = sender.upload(message.chat.id, &payload, ("card.png", &png));
        anyhow::Ok(Some(sent.await?))
    };
    let uploaded = with_chat_action(bot, message, ChatAction::UploadPhoto, uploading).await?;
    let Some(sent) = uploaded else {
        return Ok(false);
    };
    note(bot, message, quote, &sent, messages);
    if let Some(name) = name_of(&sent) {
        bot.gallery.keep(picture, Some(name));
    }
    Ok(true)
}

/// Remembers which quote a picture shows: a reaction to it is a vote.
fn note(bot: &Bot, message: &Message, quote: &Quote, sent: &ApiResult, messages: &Messages) {
    if let Some(id) = number(sent) {
        vote::note(bot, message.chat.id, id, &under(bot, quote, messages));
    }
}

/// Whether Telegram refuses the file's name, and not the chat or the message.
fn is_of_the_file(reason: &str) -> bool {
    let reason = reason.to_ascii_lowercase();
    ["file", "photo", "media"]
        .iter()
        .any(|word| reason.contains(word))
}

/// The name of the largest size of a sent photo.
fn name_of(sent: &ApiResult) -> Option<String> {
    #[derive(Deserialize)]
    struct Sent {
        photo: Vec<Size>,
    }
    #[derive(Deserialize)]
    struct Size {
        file_id: String,
    }
    let sent: Sent = sent.read().ok()?;
    sent.photo.into_iter().last().map(|largest| largest.file_id)
}

/// The buttons of a quote, but for the one that draws it.
fn under(bot: &Bot, quote: &Quote, messages: &Messages) -> Reply {
    let place = quote.place();
    let context = show_context::button((0, &[place]), messages);
    let actions = vec![
        share_quote::buttons(bot, quote, messages),
        context.into_iter().collect(),
    ];
    let reply = Reply {
        html: String::new(),
        keyboard: keyboard::under_quote((0, &[]), actions),
    };
    vote::with_vote_buttons(bot, reply, &place)
}

fn payload(bot: &Bot, message: &Message, quote: &Quote, messages: &Messages) -> SendPhoto {
    SendPhoto {
        chat_id: ChatId(message.chat.id),
        photo: String::new(),
        caption: html::credit_html(quote.attribution(), messages),
        parse_mode: "HTML",
        reply_parameters: ReplyParameters {
            allow_sending_without_reply: Some(true),
            ..ReplyParameters::new(MessageId(message.id))
        },
        message_thread_id: message.topic(),
        reply_markup: under(bot, quote, messages).keyboard,
    }
}

//! A pressed button: another quote of the answer, or an example question.

use teloxide::payloads::{
    AnswerCallbackQuery, AnswerCallbackQuerySetters, EditMessageText, EditMessageTextSetters,
};
use teloxide::types::{CallbackQueryId, ChatId, LinkPreviewOptions, MessageId, ParseMode};

use super::access::{Admission, admit};
use super::ask::{self, Reply};
use super::button::Press;
use super::context::View;
use super::incoming::{Message, Pressed};
use super::owner::{self, Deed};
use super::vote::{self, Ballot};
use super::{Bot, about, again, card, context, list, settings, within};
use crate::answer::{Manner, Place, quote_at, words_at};
use crate::messages::Messages;

/// Does what the button says. The press is always answered: until then the user sees a clock.
pub(super) async fn pressed(bot: &Bot, pressed: &Pressed) -> anyhow::Result<()> {
    let messages = Messages::of(pressed.from.language_code.as_deref().unwrap_or_default());
    let chat = pressed.message.as_ref().map(|message| &message.chat);
    match admit(bot, pressed.from.id, chat).await {
        Admission::Answered => {}
        Admission::Silent => return tell(bot, pressed, None).await,
        Admission::Told(key) => return tell(bot, pressed, Some(messages.text(key))).await,
    }
    if let Some(ballot) = Ballot::decode(&pressed.data) {
        return vote::pressed(bot, pressed, ballot, messages).await;
    }
    let said = match settings::change_of(&pressed.data) {
        Some(change) => settings::pressed(bot, pressed, change, messages).await,
        None => act(bot, pressed, messages).await,
    };
    let said = said.unwrap_or_else(|error| {
        tracing::error!(%error, "a button failed");
        Some(messages.text("failed"))
    });
    tell(bot, pressed, said).await
}

/// Answers a press, with a box where there is something to tell.
async fn tell(bot: &Bot, pressed: &Pressed, said: Option<String>) -> anyhow::Result<()> {
    let mut answer = AnswerCallbackQuery::new(CallbackQueryId(pressed.id.clone()));
    if let Some(said) = said {
        answer = answer.text(said).show_alert(true);
    }
    bot.sender.send_once(&answer).await;
    Ok(())
}

/// What to tell the user, where there is something to tell.
async fn act(
    bot: &Bot,
    pressed: &Pressed,
    messages: &'static Messages,
) -> anyhow::Result<Option<String>> {
    if let Some(deed) = Deed::decode(&pressed.data) {
        return owner::pressed(bot, pressed, deed, messages).await;
    }
    let Ok(press) = Press::decode(&pressed.data) else {
        return Ok(Some(messages.text("stale")));
    };
    let Some(message) = &pressed.message else {
        return Ok(Some(messages.text("stale")));
    };
    match press {
        Press::Page { index, places } => {
            turn(bot, message, usize::from(index), places, messages).await
        }
        Press::Context {
            page,
            index,
            places,
        } => {
            let view = View {
                page,
                index,
                places,
            };
            context::pressed(bot, message, view, messages).await
        }
        Press::List(list, page) => {
            list::turn(bot, message, (list, page), messages).await?;
            Ok(None)
        }
        Press::Within(scope) => within::prompt(bot, message, scope, messages).await,
        Press::Random => {
            about::another(bot, message, messages).await?;
            Ok(None)
        }
        Press::Again(manner) => again::pressed(bot, message, manner, messages).await,
        Press::Card(place) => card::pressed(bot, message, place, messages).await,
        Press::Ask(place) => match bot.read(move |library| words_at(library, &place)).await? {
            None => Ok(Some(messages.text("gone"))),
            Some(question) => {
                let answer = bot
                    .answer(question.clone(), Manner::default(), message.quotes)
                    .await?;
                let reply = Reply::of(bot, &answer, messages);
                let reply = vote::on_answer(bot, question, &answer, reply);
                ask::send(bot, message, &reply).await?;
                Ok(None)
            }
        },
    }
}

/// Shows another quote in the same message.
async fn turn(
    bot: &Bot,
    message: &Message,
    index: usize,
    places: Vec<Place>,
    messages: &'static Messages,
) -> anyhow::Result<Option<String>> {
    let Some(place) = places.get(index).copied() else {
        return Ok(Some(messages.text("stale")));
    };
    let Some(quote) = bot.read(move |library| quote_at(library, &place)).await? else {
        return Ok(Some(messages.text("gone")));
    };
    let reply = Reply::quoting(bot, &quote, (index, &places), messages);
    let reply = again::kept(reply, &message.reply_markup);
    let reply = vote::under(bot, reply, &place);
    edit(bot, message.chat.id, message.id, &reply).await?;
    Ok(None)
}

/// Puts a reply in the place of an earlier message.
pub(super) async fn edit(bot: &Bot, chat: i64, message: i32, reply: &Reply) -> anyhow::Result<()> {
    let mut payload = EditMessageText::new(ChatId(chat), MessageId(message), reply.html.clone())
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview());
    if let Some(keyboard) = &reply.keyboard {
        payload = payload.reply_markup(keyboard.clone());
    }
    bot.sender.send(chat, &payload).await?;
    vote::note(bot, chat, message, reply);
    Ok(())
}

pub(super) fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

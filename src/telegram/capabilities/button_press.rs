//! Button presses: each goes to the capability whose button it is.

use teloxide::payloads::{AnswerCallbackQuery, AnswerCallbackQuerySetters};
use teloxide::types::CallbackQueryId;

use super::access_control::{Admission, admit};
use super::bot::Bot;
use super::reply::{self, edit_message};
use super::show_context::{self, ContextPage};
use super::{
    about_and_random, ask_within_scope, chat_settings, owner, quote_card, refine_question,
    speaker_and_interview_lists, vote,
};
use crate::answer::{Place, QuestionOptions, quote_at, words_at};
use crate::messages::Messages;
use crate::telegram::rendering::{ButtonPayload, OwnerButtonPayload, Reply, VoteButtonPayload};
use crate::telegram::transport::{ButtonPress, Message};

/// Does what the button says. The press is always answered: until then the user sees a clock.
pub(in crate::telegram) async fn handle_press(
    bot: &Bot,
    pressed: &ButtonPress,
) -> anyhow::Result<()> {
    let messages = Messages::of(pressed.from.language_code.as_deref().unwrap_or_default());
    let chat = pressed.message.as_ref().map(|message| &message.chat);
    match admit(bot, pressed.from.id, chat).await {
        Admission::Answered => {}
        Admission::Silent => return tell(bot, pressed, None).await,
        Admission::Told(key) => return tell(bot, pressed, Some(messages.text(key))).await,
    }
    if let Some(ballot) = VoteButtonPayload::decode(&pressed.data) {
        return vote::pressed(bot, pressed, ballot, messages).await;
    }
    let said = match chat_settings::change_of(&pressed.data) {
        Some(change) => chat_settings::pressed(bot, pressed, change, messages).await,
        None => act(bot, pressed, messages).await,
    };
    let said = said.unwrap_or_else(|error| {
        tracing::error!(%error, "a button failed");
        Some(messages.text("failed"))
    });
    tell(bot, pressed, said).await
}

/// Answers a press, with a box where there is something to tell.
async fn tell(bot: &Bot, pressed: &ButtonPress, said: Option<String>) -> anyhow::Result<()> {
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
    pressed: &ButtonPress,
    messages: &'static Messages,
) -> anyhow::Result<Option<String>> {
    if let Some(deed) = OwnerButtonPayload::decode(&pressed.data) {
        return owner::pressed(bot, pressed, deed, messages).await;
    }
    let Ok(press) = ButtonPayload::decode(&pressed.data) else {
        return Ok(Some(messages.text("stale")));
    };
    let Some(message) = &pressed.message else {
        return Ok(Some(messages.text("stale")));
    };
    match press {
        ButtonPayload::Page { index, places } => {
            turn(bot, message, usize::from(index), places, messages).await
        }
        ButtonPayload::Context {
            page,
            index,
            places,
        } => {
            let view = ContextPage {
                page,
                index,
                places,
            };
            show_context::pressed(bot, message, view, messages).await
        }
        ButtonPayload::List(list, page) => {
            speaker_and_interview_lists::show_page(bot, message, (list, page), messages).await?;
            Ok(None)
        }
        ButtonPayload::Within(scope) => {
            ask_within_scope::send_scope_prompt(bot, message, scope, messages).await
        }
        ButtonPayload::Random => {
            about_and_random::another_random(bot, message, messages).await?;
            Ok(None)
        }
        ButtonPayload::Again(manner) => {
            refine_question::pressed(bot, message, manner, messages).await
        }
        ButtonPayload::Card(place) => quote_card::pressed(bot, message, place, messages).await,
        ButtonPayload::Ask(place) => {
            let language = pressed.from.language_code.as_deref().unwrap_or_default();
            match bot.read(move |library| words_at(library, &place)).await? {
                None => Ok(Some(messages.text("gone"))),
                Some(question) => {
                    let answer = bot
                        .answer(
                            question.clone(),
                            QuestionOptions::default(),
                            (message.quotes, language),
                        )
                        .await?;
                    let reply = Reply::of(bot, &answer, messages);
                    let reply = vote::with_answer_vote_buttons(bot, question, &answer, reply);
                    reply::send(bot, message, &reply).await?;
                    Ok(None)
                }
            }
        }
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
    let reply = refine_question::keep_refine_buttons(reply, &message.reply_markup);
    let reply = vote::with_vote_buttons(bot, reply, &place);
    edit_message(bot, message.chat.id, message.id, &reply).await?;
    Ok(None)
}

//! Buttons that refine a question: without a filter, as typed, or about one of several namesakes.
//!
//! The buttons carry the manner, and the question stands in the message that the answer replies to.

use serde_json::Value;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::bot::Bot;
use super::reply::edit_message;
use super::{message_parsing, vote};
use crate::answer::{Answer, Filters, QuestionOptions, Scope, SpeakerKey};
use crate::messages::Messages;
use crate::telegram::rendering::{ButtonPayload, Reply, short_line};
use crate::telegram::transport::Message;

/// How many UTF-16 units of a name or word a button shows.
const SHOWN: usize = 40;

/// How many namesakes are offered.
const NAMESAKES: usize = 6;

/// How many filters stand in a row.
const IN_A_ROW: usize = 2;

/// A reply with a button for each other manner in which its question can be asked.
pub(super) fn with_refine_buttons(
    reply: Reply,
    manner: QuestionOptions,
    answer: &Answer,
    messages: &Messages,
) -> Reply {
    let mut rows = namesakes(manner, answer);
    rows.extend(filters(manner, answer.filters(), messages));
    rows.extend(as_typed(manner, answer, messages));
    Reply {
        keyboard: with_rows(reply.keyboard, rows),
        ..reply
    }
}

fn with_rows(
    keyboard: Option<InlineKeyboardMarkup>,
    rows: Vec<Vec<InlineKeyboardButton>>,
) -> Option<InlineKeyboardMarkup> {
    if rows.is_empty() {
        return keyboard;
    }
    let keyboard = keyboard.unwrap_or_default();
    Some(
        rows.into_iter()
            .fold(keyboard, InlineKeyboardMarkup::append_row),
    )
}

fn button(text: &str, manner: QuestionOptions) -> Option<InlineKeyboardButton> {
    let data = ButtonPayload::Again(manner).encode()?;
    Some(InlineKeyboardButton::callback(text, data))
}

/// One row for each person that a name may stand for.
fn namesakes(manner: QuestionOptions, answer: &Answer) -> Vec<Vec<InlineKeyboardButton>> {
    let candidates = answer.ambiguous().iter().flat_map(|one| &one.candidates);
    let ask = |name: &String| {
        let scope = Some(Scope::Speaker(SpeakerKey::of(name)));
        let manner = QuestionOptions { scope, ..manner };
        Some(vec![button(&short_line(name, SHOWN), manner)?])
    };
    candidates.take(NAMESAKES).filter_map(ask).collect()
}

/// ✕ and its name for each filter: pressed, the question is asked without it.
fn filters(
    manner: QuestionOptions,
    filters: &Filters,
    messages: &Messages,
) -> Vec<Vec<InlineKeyboardButton>> {
    // What is left of the filters, by the bits that they had among all.
    let bits = (0..8).map(|bit| 1_u8 << bit);
    let bits = bits.filter(|bit| manner.lifted & bit == 0);
    let chip = |(name, bit): (String, u8)| {
        let lifted = manner.lifted | bit;
        let name = format!("✕ {}", short_line(&name, SHOWN));
        button(&name, QuestionOptions { lifted, ..manner })
    };
    let names = messages.filter_names(filters).into_iter();
    let chips: Vec<_> = names.zip(bits).filter_map(chip).collect();
    chips.chunks(IN_A_ROW).map(<[_]>::to_vec).collect()
}

/// The words as they were typed, where they were read as others.
fn as_typed(
    manner: QuestionOptions,
    answer: &Answer,
    messages: &Messages,
) -> Option<Vec<InlineKeyboardButton>> {
    let words = answer.corrections().iter().map(|one| one.from.as_str());
    let words = short_line(&words.collect::<Vec<_>>().join(", "), SHOWN);
    if words.is_empty() {
        return None;
    }
    let text = messages.with("button-as-typed", &[("words", words.as_str().into())]);
    let as_typed = true;
    Some(vec![button(&text, QuestionOptions { as_typed, ..manner })?])
}

/// A reply with those buttons of an earlier message that ask again: leafing keeps them.
pub(super) fn keep_refine_buttons(reply: Reply, markup: &Value) -> Reply {
    let rows = markup.get("inline_keyboard").and_then(Value::as_array);
    let again = |cell: &Value| {
        let data = cell.get("callback_data")?.as_str()?;
        let Ok(ButtonPayload::Again(manner)) = ButtonPayload::decode(data) else {
            return None;
        };
        button(cell.get("text")?.as_str()?, manner)
    };
    let row = |row: &Value| {
        let cells = row.as_array()?.iter();
        cells.map(again).collect::<Option<Vec<_>>>()
    };
    let rows = rows.into_iter().flatten().filter_map(row);
    Reply {
        keyboard: with_rows(reply.keyboard, rows.collect()),
        ..reply
    }
}

/// Asks the question of the message that an answer replies to again, and puts the answer in its place.
pub(super) async fn pressed(
    bot: &Bot,
    message: &Message,
    manner: QuestionOptions,
    messages: &'static Messages,
) -> anyhow::Result<Option<String>> {
    let asked = message.reply_to_message.as_deref();
    let asked = asked.filter(|asked| asked.is_from_a_person());
    let asked_in = asked.map_or("", |asked| asked.language());
    let Some(question) = asked.and_then(|asked| message_parsing::question_in(bot, asked)) else {
        return Ok(Some(messages.text("question-gone")));
    };
    if let Some(scope) = manner.scope
        && !bot.read(move |library| scope.stands(library)).await?
    {
        return Ok(Some(messages.text("gone")));
    }
    let answer = bot
        .answer(question.clone(), manner, (message.quotes, asked_in))
        .await?;
    let reply = Reply::to(bot, &answer, manner, messages);
    let reply = vote::with_answer_vote_buttons(bot, question, &answer, reply);
    edit_message(bot, message.chat.id, message.id, &reply).await?;
    Ok(None)
}

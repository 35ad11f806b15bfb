//! The same question in another manner: as it was typed, without one of its filters, of one of several namesakes.
//!
//! The buttons carry the manner, and the question stands in the message that the answer replies to.

use serde_json::Value;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::ask::Reply;
use super::button::Press;
use super::incoming::Message;
use super::page::edit;
use super::{Bot, commands, render, vote};
use crate::answer::{Answer, Filters, Manner, Scope, SpeakerKey};
use crate::messages::Messages;

/// How many UTF-16 units of a name or word a button shows.
const SHOWN: usize = 40;

/// How many namesakes are offered.
const NAMESAKES: usize = 6;

/// How many filters stand in a row.
const IN_A_ROW: usize = 2;

/// A reply with a button for each other manner in which its question can be asked.
pub(super) fn offered(reply: Reply, manner: Manner, answer: &Answer, messages: &Messages) -> Reply {
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

fn button(text: &str, manner: Manner) -> Option<InlineKeyboardButton> {
    let data = Press::Again(manner).encode()?;
    Some(InlineKeyboardButton::callback(text, data))
}

/// One row for each person that a name may stand for.
fn namesakes(manner: Manner, answer: &Answer) -> Vec<Vec<InlineKeyboardButton>> {
    let candidates = answer.ambiguous().iter().flat_map(|one| &one.candidates);
    let ask = |name: &String| {
        let scope = Some(Scope::Speaker(SpeakerKey::of(name)));
        let manner = Manner { scope, ..manner };
        Some(vec![button(&render::short_line(name, SHOWN), manner)?])
    };
    candidates.take(NAMESAKES).filter_map(ask).collect()
}

/// ✕ and its name for each filter: pressed, the question is asked without it.
fn filters(
    manner: Manner,
    filters: &Filters,
    messages: &Messages,
) -> Vec<Vec<InlineKeyboardButton>> {
    // What is left of the filters, by the bits that they had among all.
    let bits = (0..8).map(|bit| 1_u8 << bit);
    let bits = bits.filter(|bit| manner.lifted & bit == 0);
    let chip = |(name, bit): (String, u8)| {
        let lifted = manner.lifted | bit;
        let name = format!("✕ {}", render::short_line(&name, SHOWN));
        button(&name, Manner { lifted, ..manner })
    };
    let names = messages.filter_names(filters).into_iter();
    let chips: Vec<_> = names.zip(bits).filter_map(chip).collect();
    chips.chunks(IN_A_ROW).map(<[_]>::to_vec).collect()
}

/// The words as they were typed, where they were read as others.
fn as_typed(
    manner: Manner,
    answer: &Answer,
    messages: &Messages,
) -> Option<Vec<InlineKeyboardButton>> {
    let words = answer.corrections().iter().map(|one| one.from.as_str());
    let words = render::short_line(&words.collect::<Vec<_>>().join(", "), SHOWN);
    if words.is_empty() {
        return None;
    }
    let text = messages.with("button-as-typed", &[("words", words.as_str().into())]);
    let as_typed = true;
    Some(vec![button(&text, Manner { as_typed, ..manner })?])
}

/// A reply with those buttons of an earlier message that ask again: leafing keeps them.
pub(super) fn kept(reply: Reply, markup: &Value) -> Reply {
    let rows = markup.get("inline_keyboard").and_then(Value::as_array);
    let again = |cell: &Value| {
        let data = cell.get("callback_data")?.as_str()?;
        let Ok(Press::Again(manner)) = Press::decode(data) else {
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
    manner: Manner,
    messages: &'static Messages,
) -> anyhow::Result<Option<String>> {
    let asked = message.reply_to_message.as_deref();
    let asked = asked.filter(|asked| asked.is_from_a_person());
    let Some(question) = asked.and_then(|asked| commands::question_in(bot, asked)) else {
        return Ok(Some(messages.text("question-gone")));
    };
    if let Some(scope) = manner.scope
        && !bot.read(move |library| scope.stands(library)).await?
    {
        return Ok(Some(messages.text("gone")));
    }
    let answer = bot.answer(question.clone(), manner, message.quotes).await?;
    let reply = Reply::to(bot, &answer, manner, messages);
    let reply = vote::on_answer(bot, question, &answer, reply);
    edit(bot, message.chat.id, message.id, &reply).await?;
    Ok(None)
}

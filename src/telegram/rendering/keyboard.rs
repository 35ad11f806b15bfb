//! Inline keyboards under messages.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::button_payload::ButtonPayload;
use crate::answer::{ExampleQuestion, Place};
use crate::messages::Messages;

/// How many characters of a question a button shows.
const SHOWN: usize = 60;

/// Under a quote, a row each: ‹ 2/3 › where there are others, and what can be done with it.
pub(in crate::telegram) fn under_quote(
    (index, places): (usize, &[Place]),
    actions: Vec<Vec<InlineKeyboardButton>>,
) -> Option<InlineKeyboardMarkup> {
    let rows = std::iter::once(pages(index, places)).chain(actions);
    let rows: Vec<_> = rows.filter(|row| !row.is_empty()).collect();
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

/// ‹ 2/3 ›: to the quotes before and after, where there is more than one.
fn pages(index: usize, places: &[Place]) -> Vec<InlineKeyboardButton> {
    let button = |text: String, to: usize| {
        let press = ButtonPayload::Page {
            index: u8::try_from(to).ok()?,
            places: places.to_vec(),
        };
        Some(InlineKeyboardButton::callback(text, press.encode()?))
    };
    if places.len() < 2 {
        return Vec::new();
    }
    let before = index
        .checked_sub(1)
        .and_then(|to| button("‹".to_owned(), to));
    let here = button(format!("{}/{}", index + 1, places.len()), index);
    let after = Some(index + 1)
        .filter(|to| *to < places.len())
        .and_then(|to| button("›".to_owned(), to));
    [before, here, after].into_iter().flatten().collect()
}

/// Draws the quote at a place.
pub(in crate::telegram) fn card(place: Place, messages: &Messages) -> Option<InlineKeyboardButton> {
    let data = ButtonPayload::Card(place).encode()?;
    Some(InlineKeyboardButton::callback(
        messages.text("button-card"),
        data,
    ))
}

/// One question a row; pressing it asks it.
pub(in crate::telegram) fn questions(examples: &[ExampleQuestion]) -> Option<InlineKeyboardMarkup> {
    let rows: Vec<Vec<InlineKeyboardButton>> = examples
        .iter()
        .filter_map(|example| {
            let data = ButtonPayload::Ask(example.place).encode()?;
            Some(vec![InlineKeyboardButton::callback(
                label(&example.text),
                data,
            )])
        })
        .collect();
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

fn label(question: &str) -> String {
    let question = question.split_whitespace().collect::<Vec<_>>().join(" ");
    if question.chars().count() <= SHOWN {
        return question;
    }
    question.chars().take(SHOWN - 1).chain(['…']).collect()
}

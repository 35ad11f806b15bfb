//! The row of votes among a message's other buttons.

use serde_json::{Value, json};
use teloxide::types::{InlineKeyboardButton, InlineKeyboardButtonKind, InlineKeyboardMarkup};

use super::ballot::{Ballot, Quoted, Says};
use crate::feedback::{Reason, Vote};
use crate::messages::Messages;

/// What is shown in the place of the votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    Votes,
    Reasons,
}

/// 👍 and 👎, below the buttons that are there already.
pub(super) fn below(
    keyboard: Option<InlineKeyboardMarkup>,
    quote: Quoted,
) -> Option<InlineKeyboardMarkup> {
    let buttons = votes(quote).into_iter();
    let row: Option<Vec<InlineKeyboardButton>> = buttons
        .map(|(label, data)| Some(InlineKeyboardButton::callback(label, data?)))
        .collect();
    match (keyboard, row) {
        (keyboard, None) => keyboard,
        (None, Some(row)) => Some(InlineKeyboardMarkup::new([row])),
        (Some(keyboard), Some(row)) => Some(keyboard.append_row(row)),
    }
}

/// The quote that a message's buttons vote on.
pub(super) fn quote_of(keyboard: &InlineKeyboardMarkup) -> Option<Quoted> {
    let mut buttons = keyboard.inline_keyboard.iter().flatten();
    buttons.find_map(|button| match &button.kind {
        InlineKeyboardButtonKind::CallbackData(data) => {
            Ballot::decode(data).map(|ballot| ballot.of)
        }
        _ => None,
    })
}

/// A message's buttons as Telegram gave them, with votes or reasons in the place of whichever was there; every other
/// row is left as it is, whatever buttons it has. `None` where Telegram did not give them, as of a message that is too old.
pub(super) fn turned(
    markup: &Value,
    quote: Quoted,
    shows: Shows,
    messages: &Messages,
) -> Option<Value> {
    let rows = markup.get("inline_keyboard")?.as_array()?;
    let at = rows.iter().position(is_ours)?;
    let (before, after) = rows.split_at(at);
    let ours = match shows {
        Shows::Votes => vec![cells(votes(quote))],
        Shows::Reasons => reasons(quote, messages)
            .into_iter()
            .map(|button| cells([button]))
            .collect(),
    };
    let after = after.iter().filter(|row| !is_ours(row)).cloned();
    let rows: Vec<Value> = before.iter().cloned().chain(ours).chain(after).collect();
    Some(json!({ "inline_keyboard": rows }))
}

type Button = (String, Option<String>);

fn votes(quote: Quoted) -> [Button; 2] {
    let button = |label: &str, vote| (label.to_owned(), data(quote, Says::Vote(vote)));
    [button("👍", Vote::Up), button("👎", Vote::Down)]
}

fn reasons(quote: Quoted, messages: &Messages) -> Vec<Button> {
    let reason = |reason: Reason| {
        (
            messages.text(&format!("vote-{}", reason.code())),
            data(quote, Says::Because(reason)),
        )
    };
    let back = (messages.text("button-back"), data(quote, Says::Back));
    Reason::ALL.into_iter().map(reason).chain([back]).collect()
}

fn data(of: Quoted, says: Says) -> Option<String> {
    Ballot { says, of }.encode()
}

fn cells(buttons: impl IntoIterator<Item = Button>) -> Value {
    let cell = |(text, data): Button| json!({ "text": text, "callback_data": data });
    buttons.into_iter().map(cell).collect()
}

/// Whether a row has buttons of ours and no other.
fn is_ours(row: &Value) -> bool {
    let cells = row.as_array().map(Vec::as_slice).unwrap_or_default();
    let ours = |cell: &Value| {
        let data = cell.get("callback_data").and_then(Value::as_str);
        data.is_some_and(|data| Ballot::decode(data).is_some())
    };
    !cells.is_empty() && cells.iter().all(ours)
}

//! The row of vote buttons in a keyboard.

use serde_json::{Value, json};
use teloxide::types::{InlineKeyboardButton, InlineKeyboardButtonKind, InlineKeyboardMarkup};

use super::vote_button_payload::{VotableQuote, VoteAction, VoteButtonPayload};
use crate::feedback::{Vote, VoteReason};
use crate::messages::Messages;

/// What is shown in the place of the votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum VoteButtonState {
    Votes,
    Reasons,
}

/// 👍 and 👎, below the buttons that are there already.
pub(in crate::telegram) fn append_vote_row(
    keyboard: Option<InlineKeyboardMarkup>,
    quote: VotableQuote,
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
pub(in crate::telegram) fn quote_of(keyboard: &InlineKeyboardMarkup) -> Option<VotableQuote> {
    let mut buttons = keyboard.inline_keyboard.iter().flatten();
    buttons.find_map(|button| match &button.kind {
        InlineKeyboardButtonKind::CallbackData(data) => {
            VoteButtonPayload::decode(data).map(|ballot| ballot.of)
        }
        _ => None,
    })
}

/// A message's buttons as Telegram gave them, with votes or reasons in the place of whichever was there; every other
/// row is left as it is, whatever buttons it has. `None` where Telegram did not give them, as of a message that is too old.
pub(in crate::telegram) fn change_vote_row(
    markup: &Value,
    quote: VotableQuote,
    shows: VoteButtonState,
    messages: &Messages,
) -> Option<Value> {
    let rows = markup.get("inline_keyboard")?.as_array()?;
    let at = rows.iter().position(is_ours)?;
    let (before, after) = rows.split_at(at);
    let ours = match shows {
        VoteButtonState::Votes => vec![cells(votes(quote))],
        VoteButtonState::Reasons => reasons(quote, messages)
            .into_iter()
            .map(|button| cells([button]))
            .collect(),
    };
    let after = after.iter().filter(|row| !is_ours(row)).cloned();
    let rows: Vec<Value> = before.iter().cloned().chain(ours).chain(after).collect();
    Some(json!({ "inline_keyboard": rows }))
}

type RawButton = (String, Option<String>);

fn votes(quote: VotableQuote) -> [RawButton; 2] {
    let button = |label: &str, vote| (label.to_owned(), data(quote, VoteAction::Vote(vote)));
    [button("👍", Vote::Up), button("👎", Vote::Down)]
}

fn reasons(quote: VotableQuote, messages: &Messages) -> Vec<RawButton> {
    let reason = |reason: VoteReason| {
        (
            messages.text(&format!("vote-{}", reason.code())),
            data(quote, VoteAction::Because(reason)),
        )
    };
    let back = (messages.text("button-back"), data(quote, VoteAction::Back));
    VoteReason::ALL
        .into_iter()
        .map(reason)
        .chain([back])
        .collect()
}

fn data(of: VotableQuote, says: VoteAction) -> Option<String> {
    VoteButtonPayload { says, of }.encode()
}

fn cells(buttons: impl IntoIterator<Item = RawButton>) -> Value {
    let cell = |(text, data): RawButton| json!({ "text": text, "callback_data": data });
    buttons.into_iter().map(cell).collect()
}

/// Whether a row has buttons of ours and no other.
fn is_ours(row: &Value) -> bool {
    let cells = row.as_array().map(Vec::as_slice).unwrap_or_default();
    let ours = |cell: &Value| {
        let data = cell.get("callback_data").and_then(Value::as_str);
        data.is_some_and(|data| VoteButtonPayload::decode(data).is_some())
    };
    !cells.is_empty() && cells.iter().all(ours)
}

//! Votes on quotes: 👍 and 👎 under each, or as a reaction.
//!
//! A vote never edits the quote. Its buttons carry the place that they are about, so they work after a restart and in
//! another replica.

mod emoji_reaction;
mod quote_by_message;

use serde::Serialize;
use serde_json::Value;
use teloxide::payloads::{AnswerCallbackQuery, AnswerCallbackQuerySetters};
use teloxide::requests::Payload;
use teloxide::types::CallbackQueryId;

pub(in crate::telegram) use emoji_reaction::handle_reaction;
pub(in crate::telegram) use quote_by_message::QuoteByMessage;

use super::bot::Bot;
use crate::answer::{Answer, Place, Quote};
use crate::feedback::{CitedQuote, Vote, VoteReason, VoteResult};
use crate::messages::Messages;
use crate::telegram::rendering::vote_buttons::{self, VoteButtonState};
use crate::telegram::rendering::{Reply, VotableQuote, VoteAction, VoteButtonPayload};
use crate::telegram::transport::{ButtonPress, Message};

/// The answer to a question as it is sent: with votes under its quote. What was asked is counted, and kept where
/// nothing was found.
pub(super) fn with_answer_vote_buttons(
    bot: &Bot,
    question: String,
    answer: &Answer,
    reply: Reply,
) -> Reply {
    match answer {
        Answer::Found(found) => {
            bot.feedback.answered();
            match found.quotes.first() {
                Some(quote) => with_vote_buttons(bot, reply, &quote.place()),
                None => reply,
            }
        }
        Answer::Nothing(nothing) => {
            bot.feedback.nothing(question, nothing.language.code());
            reply
        }
        Answer::Talk(_) | Answer::Interviewers(_) => reply,
    }
}

/// A reply with votes under its quote, where votes are kept.
pub(super) fn with_vote_buttons(bot: &Bot, reply: Reply, place: &Place) -> Reply {
    if !bot.feedback.is_enabled() {
        return reply;
    }
    let quote = VotableQuote {
        interview: place.interview,
        span: place.span,
    };
    Reply {
        keyboard: vote_buttons::append_vote_row(reply.keyboard, quote),
        ..reply
    }
}

/// The quote that a button votes on.
pub(super) fn place_of(data: &str) -> Option<Place> {
    let of = VoteButtonPayload::decode(data)?.of;
    Some(Place {
        interview: of.interview,
        span: of.span,
        highlight: None,
    })
}

/// Remembers which quote a message shows, where it shows one.
pub(super) fn note(bot: &Bot, chat: i64, message: i32, reply: &Reply) {
    if let Some(quote) = reply.keyboard.as_ref().and_then(vote_buttons::quote_of) {
        bot.shown.remember((chat, message), quote);
    }
}

/// Counts a vote and thanks for it. The press is always answered.
pub(super) async fn pressed(
    bot: &Bot,
    pressed: &ButtonPress,
    ballot: VoteButtonPayload,
    messages: &'static Messages,
) -> anyhow::Result<()> {
    let (said, shows) = cast(bot, pressed.from.id, ballot)
        .await
        .unwrap_or_else(|error| {
            tracing::error!(%error, "a vote failed");
            (Some("vote-failed"), None)
        });
    let mut answer = AnswerCallbackQuery::new(CallbackQueryId(pressed.id.clone()));
    if let Some(said) = said {
        answer = answer.text(messages.text(said));
    }
    bot.sender.send_once(&answer).await;
    match (shows, &pressed.message) {
        (Some(shows), Some(message)) => turn(bot, message, (ballot.of, shows), messages).await,
        _ => Ok(()),
    }
}

/// The message to say, and what to show in the place of the buttons, where that changes.
type VoteReply = (Option<&'static str>, Option<VoteButtonState>);

async fn cast(bot: &Bot, user: i64, ballot: VoteButtonPayload) -> anyhow::Result<VoteReply> {
    match ballot.says {
        VoteAction::Back => Ok((None, Some(VoteButtonState::Votes))),
        VoteAction::Vote(vote) => vote_on(bot, user, ballot.of, vote).await,
        VoteAction::Because(reason) => explain(bot, user, ballot.of, reason).await,
    }
}

async fn vote_on(
    bot: &Bot,
    user: i64,
    quote: VotableQuote,
    vote: Vote,
) -> anyhow::Result<VoteReply> {
    let quote = match cited(bot, quote).await? {
        Ok(quote) => quote,
        Err(said) => return Ok((Some(said), None)),
    };
    Ok(match bot.feedback.press(user, quote, vote).await {
        Some(VoteResult::Counted(Vote::Up)) => (Some("vote-thanks"), None),
        Some(VoteResult::Counted(Vote::Down)) => (Some("vote-why"), Some(VoteButtonState::Reasons)),
        Some(VoteResult::TakenBack) => (Some("vote-taken-back"), None),
        None => (Some("vote-failed"), None),
    })
}

async fn explain(
    bot: &Bot,
    user: i64,
    quote: VotableQuote,
    reason: VoteReason,
) -> anyhow::Result<VoteReply> {
    let quote = match cited(bot, quote).await? {
        Ok(quote) => quote,
        Err(said) => return Ok((Some(said), None)),
    };
    Ok(match bot.feedback.explain(user, quote, reason).await {
        Some(()) => (Some("vote-thanks"), Some(VoteButtonState::Votes)),
        None => (Some("vote-failed"), None),
    })
}

/// The quote that a vote is about, or the message that says why there is none: votes are not kept, its interview was
/// changed or withdrawn, or nobody says these words in one breath.
async fn cited(bot: &Bot, quote: VotableQuote) -> anyhow::Result<Result<CitedQuote, &'static str>> {
    if !bot.feedback.is_enabled() {
        return Ok(Err("vote-off"));
    }
    bot.read(move |library| {
        let interview = library.interview(quote.interview)?;
        let quote = interview.and_then(|it| Quote::cut(&it, quote.span, Vec::new(), 0.0));
        let cited = quote.map(|quote| CitedQuote {
            interview: quote.interview().clone(),
            revision: quote.revision().clone(),
            span: quote.span(),
        });
        Ok(cited.ok_or("gone"))
    })
    .await
}

/// Changes a message's buttons. Sent as they came: a button that the library does not know stays what it is.
#[derive(Serialize)]
struct EditButtons {
    chat_id: i64,
    message_id: i32,
    reply_markup: Value,
}

impl Payload for EditButtons {
    type Output = Value;
    const NAME: &'static str = "EditMessageReplyMarkup";
}

async fn turn(
    bot: &Bot,
    message: &Message,
    (quote, shows): (VotableQuote, VoteButtonState),
    messages: &Messages,
) -> anyhow::Result<()> {
    let Some(reply_markup) =
        vote_buttons::change_vote_row(&message.reply_markup, quote, shows, messages)
    else {
        return Ok(());
    };
    let payload = EditButtons {
        chat_id: message.chat.id,
        message_id: message.id,
        reply_markup,
    };
    bot.sender.send(message.chat.id, &payload).await?;
    Ok(())
}

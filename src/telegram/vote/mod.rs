//! Votes on quotes: 👍 and 👎 under each, or as a reaction to it.
//!
//! A vote never edits the quote. Its buttons carry the place that they are about, so they work after a restart and in
//! another replica.

mod ballot;
mod reaction;
mod row;
mod shown;

use serde::Serialize;
use serde_json::Value;
use teloxide::payloads::{AnswerCallbackQuery, AnswerCallbackQuerySetters};
use teloxide::requests::Payload;
use teloxide::types::CallbackQueryId;

use super::Bot;
use super::ask::Reply;
use super::incoming::{Message, Pressed};
use crate::answer::{Answer, Place, Quote};
use crate::feedback::{Cast, Cited, Reason, Vote};
use crate::language::of_question;
use crate::messages::Messages;
pub(super) use ballot::Ballot;
use ballot::{Quoted, Says};
pub(super) use reaction::{Reaction, reacted};
use row::Shows;
pub(super) use shown::Shown;

/// The answer to a question as it is sent: with votes under its quote. What was asked is counted, and kept where
/// nothing was found.
pub(super) fn on_answer(bot: &Bot, question: String, answer: &Answer, reply: Reply) -> Reply {
    match answer {
        Answer::Found(found) => {
            bot.feedback.answered();
            match found.quotes.first() {
                Some(quote) => under(bot, reply, &quote.place()),
                None => reply,
            }
        }
        Answer::Nothing(_) => {
            let languages = &bot.library.catalogue().languages;
            let language = of_question(&question, languages).code();
            bot.feedback.nothing(question, language);
            reply
        }
        Answer::Talk(_) | Answer::Interviewers(_) => reply,
    }
}

/// A reply with votes under its quote, where votes are kept.
pub(super) fn under(bot: &Bot, reply: Reply, place: &Place) -> Reply {
    if !bot.feedback.is_enabled() {
        return reply;
    }
    let quote = Quoted {
        interview: place.interview,
        span: place.span,
    };
    Reply {
        keyboard: row::below(reply.keyboard, quote),
        ..reply
    }
}

/// The quote that a button votes on.
pub(super) fn place_of(data: &str) -> Option<Place> {
    let of = Ballot::decode(data)?.of;
    Some(Place {
        interview: of.interview,
        span: of.span,
        highlight: None,
    })
}

/// Remembers which quote a message shows, where it shows one.
pub(super) fn note(bot: &Bot, chat: i64, message: i32, reply: &Reply) {
    if let Some(quote) = reply.keyboard.as_ref().and_then(row::quote_of) {
        bot.shown.remember((chat, message), quote);
    }
}

/// Counts a vote and thanks for it. The press is always answered.
pub(super) async fn pressed(
    bot: &Bot,
    pressed: &Pressed,
    ballot: Ballot,
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
type Outcome = (Option<&'static str>, Option<Shows>);

async fn cast(bot: &Bot, user: i64, ballot: Ballot) -> anyhow::Result<Outcome> {
    match ballot.says {
        Says::Back => Ok((None, Some(Shows::Votes))),
        Says::Vote(vote) => vote_on(bot, user, ballot.of, vote).await,
        Says::Because(reason) => explain(bot, user, ballot.of, reason).await,
    }
}

async fn vote_on(bot: &Bot, user: i64, quote: Quoted, vote: Vote) -> anyhow::Result<Outcome> {
    let quote = match cited(bot, quote).await? {
        Ok(quote) => quote,
        Err(said) => return Ok((Some(said), None)),
    };
    Ok(match bot.feedback.press(user, quote, vote).await {
        Some(Cast::Counted(Vote::Up)) => (Some("vote-thanks"), None),
        Some(Cast::Counted(Vote::Down)) => (Some("vote-why"), Some(Shows::Reasons)),
        Some(Cast::TakenBack) => (Some("vote-taken-back"), None),
        None => (Some("vote-failed"), None),
    })
}

async fn explain(bot: &Bot, user: i64, quote: Quoted, reason: Reason) -> anyhow::Result<Outcome> {
    let quote = match cited(bot, quote).await? {
        Ok(quote) => quote,
        Err(said) => return Ok((Some(said), None)),
    };
    Ok(match bot.feedback.explain(user, quote, reason).await {
        Some(()) => (Some("vote-thanks"), Some(Shows::Votes)),
        None => (Some("vote-failed"), None),
    })
}

/// The quote that a vote is about, or the message that says why there is none: votes are not kept, its interview was
/// changed or withdrawn, or nobody says these words in one breath.
async fn cited(bot: &Bot, quote: Quoted) -> anyhow::Result<Result<Cited, &'static str>> {
    if !bot.feedback.is_enabled() {
        return Ok(Err("vote-off"));
    }
    bot.read(move |library| {
        let interview = library.interview(quote.interview)?;
        let quote = interview.and_then(|it| Quote::cut(&it, quote.span, Vec::new(), 0.0));
        let cited = quote.map(|quote| Cited {
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
    (quote, shows): (Quoted, Shows),
    messages: &Messages,
) -> anyhow::Result<()> {
    let Some(reply_markup) = row::turned(&message.reply_markup, quote, shows, messages) else {
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

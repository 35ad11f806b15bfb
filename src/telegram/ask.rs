//! A question in a chat, and the answer as a reply to it.

use std::collections::{HashMap, VecDeque};
use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::Deserialize;
use teloxide::payloads::{SendChatAction, SendMessage, SendMessageSetters};
use teloxide::types::{
    ChatAction, ChatId, InlineKeyboardButton, InlineKeyboardMarkup, MessageId, ParseMode,
    ReplyParameters, ThreadId,
};
use tokio::time::timeout;

use super::Bot;
use super::api::Given;
use super::incoming::Message;
use super::page::{edit, no_preview};
use super::{again, commands, context, keyboard, render, share, vote};
use crate::answer::{Answer, Manner, Place, Quote, Scope, SmallTalk};
use crate::messages::Messages;
use crate::monitor::FrontEnd;

/// A message to send: HTML and the buttons under it.
#[derive(Debug, Clone)]
pub(super) struct Reply {
    pub(super) html: String,
    pub(super) keyboard: Option<InlineKeyboardMarkup>,
}

impl Reply {
    pub(super) fn text(text: &str) -> Self {
        Self {
            html: render::escape(text),
            keyboard: None,
        }
    }

    /// One quote of those at these places.
    pub(super) fn quoting(
        bot: &Bot,
        quote: &Quote,
        pages: (usize, &[Place]),
        messages: &Messages,
    ) -> Self {
        let actions = actions(bot, quote, pages, messages);
        Self {
            html: render::quote_html(quote, messages),
            keyboard: keyboard::under_quote(pages, actions),
        }
    }

    /// An answer, with the other manners in which its question can be asked.
    pub(super) fn to(bot: &Bot, answer: &Answer, manner: Manner, messages: &Messages) -> Self {
        again::offered(Self::of(bot, answer, messages), manner, answer, messages)
    }

    /// That nothing answers, and no more than that, where it is asked in a group: nobody else there wants to know what
    /// could be asked instead.
    pub(super) fn refusal(message: &Message, answer: &Answer, messages: &Messages) -> Option<Self> {
        let html = render::refusal_html(answer, messages)?;
        (!message.chat.is_private()).then_some(Self {
            html,
            keyboard: None,
        })
    }

    pub(super) fn of(bot: &Bot, answer: &Answer, messages: &Messages) -> Self {
        let keyboard = match answer {
            Answer::Found(found) => {
                let places: Vec<Place> = found.quotes.iter().map(Quote::place).collect();
                let first = found.quotes.first();
                let actions = first.map(|quote| actions(bot, quote, (0, &places), messages));
                keyboard::under_quote((0, &places), actions.unwrap_or_default())
            }
            Answer::Nothing(nothing) if !nothing.unknown.is_empty() => None,
            Answer::Interviewers(_) => None,
            // One: what is said over it takes two lines.
            Answer::Nothing(nothing) => {
                keyboard::questions(nothing.nearest.get(..1).unwrap_or(&[]))
            }
            Answer::Talk(talk) => keyboard::questions(&talk.examples),
        };
        Self {
            html: render::answer_html(answer, messages),
            keyboard,
        }
    }
}

/// What can be done with a quote.
fn actions(
    bot: &Bot,
    quote: &Quote,
    pages: (usize, &[Place]),
    messages: &Messages,
) -> Vec<Vec<InlineKeyboardButton>> {
    let context = context::button(pages, messages);
    let card = keyboard::card(quote.place(), messages);
    let looks = [context, card].into_iter().flatten().collect();
    vec![share::buttons(bot, quote, messages), looks]
}

/// Which answer was given to which question: lets the answer to an edited question take the earlier one's
/// place. Only a courtesy: what is not remembered, after a restart or much later, is answered anew.
#[derive(Default)]
pub(super) struct Answered(Mutex<Remembered>);

/// A question's chat and message.
type Asked = (i64, i32);

#[derive(Default)]
struct Remembered {
    answers: HashMap<Asked, i32>,
    /// The latest last.
    order: VecDeque<Asked>,
}

/// How many answers are remembered.
const REMEMBERED: usize = 2_000;

impl Answered {
    fn remember(&self, question: &Message, answer: i32) {
        let mut answered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = (question.chat.id, question.id);
        if answered.answers.insert(asked, answer).is_some() {
            return;
        }
        answered.order.push_back(asked);
        if answered.order.len() > REMEMBERED
            && let Some(oldest) = answered.order.pop_front()
        {
            answered.answers.remove(&oldest);
        }
    }

    fn to(&self, question: &Message) -> Option<i32> {
        let answered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = (question.chat.id, question.id);
        answered.answers.get(&asked).copied()
    }
}

/// Answers the words of a message, within a scope where it has one.
pub(super) async fn ask(
    bot: &Bot,
    message: &Message,
    question: String,
    scope: Option<Scope>,
) -> anyhow::Result<()> {
    if bot.bursts.repeats(message, &question) {
        return Ok(());
    }
    let answering = answer(bot, message, question, scope);
    showing(bot, message, ChatAction::Typing, answering).await
}

async fn answer(
    bot: &Bot,
    message: &Message,
    question: String,
    scope: Option<Scope>,
) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let manner = Manner {
        scope,
        ..Manner::default()
    };
    let answer = bot.answer(question.clone(), manner, message.quotes).await;
    let front_end = if message.chat.is_private() {
        FrontEnd::Private
    } else {
        FrontEnd::Group
    };
    bot.count(front_end, answer.as_deref().ok());
    let answer = answer?;
    if let Answer::Talk(talk) = &*answer
        && talk.kind == SmallTalk::Help
    {
        return commands::help(bot, message).await;
    }
    let reply = Reply::refusal(message, &answer, messages)
        .unwrap_or_else(|| Reply::to(bot, &answer, manner, messages));
    deliver(
        bot,
        message,
        &vote::on_answer(bot, question, &answer, reply),
    )
    .await
}

/// How long nothing is shown: most answers are there before.
const A_WHILE: Duration = Duration::from_millis(150);

/// Does something, and lets the chat see what where it takes a while.
pub(super) async fn showing<T>(
    bot: &Bot,
    message: &Message,
    action: ChatAction,
    work: impl Future<Output = T>,
) -> T {
    let mut work = pin!(work);
    if let Ok(done) = timeout(A_WHILE, &mut work).await {
        return done;
    }
    let mut payload = SendChatAction::new(ChatId(message.chat.id), action);
    payload.message_thread_id = message.topic().map(|topic| ThreadId(MessageId(topic)));
    let sender = bot.sender.clone();
    let shown = tokio::spawn(async move { sender.send_once(&payload).await });
    let done = work.await;
    shown.abort();
    done
}

/// Sends the reply, or edits the earlier one where the question was edited.
pub(super) async fn deliver(bot: &Bot, message: &Message, reply: &Reply) -> anyhow::Result<()> {
    if let Some(earlier) = bot.answered.to(message)
        && edit(bot, message.chat.id, earlier, &noted(message, reply))
            .await
            .is_ok()
    {
        return Ok(());
    }
    let sent = send(bot, message, reply).await?;
    if let Some(id) = number(&sent) {
        bot.answered.remember(message, id);
    }
    Ok(())
}

/// A reply under what is to be said over it.
fn noted(message: &Message, reply: &Reply) -> Reply {
    let mut reply = reply.clone();
    if let Some(note) = &message.note {
        reply.html = format!("{}\n\n{}", render::escape(note), reply.html);
    }
    reply
}

/// Sends a reply to a message, in its topic.
pub(super) async fn send(bot: &Bot, message: &Message, reply: &Reply) -> anyhow::Result<Given> {
    let chat = message.chat.id;
    let to = ReplyParameters {
        allow_sending_without_reply: Some(true),
        ..ReplyParameters::new(MessageId(message.id))
    };
    let mut payload = SendMessage::new(ChatId(chat), noted(message, reply).html)
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview())
        .reply_parameters(to);
    payload.message_thread_id = message.topic().map(|topic| ThreadId(MessageId(topic)));
    if let Some(keyboard) = &reply.keyboard {
        payload = payload.reply_markup(keyboard.clone());
    }
    let sent = bot.sender.send(chat, &payload).await?;
    if let Some(id) = number(&sent) {
        vote::note(bot, chat, id, reply);
    }
    Ok(sent)
}

/// The number of a message that was sent.
pub(super) fn number(sent: &Given) -> Option<i32> {
    #[derive(Deserialize)]
    struct Sent {
        message_id: i32,
    }
    sent.read().ok().map(|sent: Sent| sent.message_id)
}

//! Which messages are for the bot, and what they ask for.

use super::Bot;
use super::access::{Admission, admit};
use super::ask::{Reply, ask, deliver};
use super::card::card;
use super::incoming::Message;
use super::kept::{self, Order};
use super::menu::COMMANDS;
use super::open::open;
use super::owner;
use super::render::short_line;
use super::start::start;
use super::{about, follow_up, list, settings};
use crate::answer::{List, nearest_listed, surely_meant};
use crate::messages::Messages;

/// What a message asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Request {
    Start,
    /// A link's payload.
    Open(String),
    Help,
    /// A card of what the rest of the command says.
    Card(String),
    /// A question, or `/ask` without one.
    Ask(Option<String>),
    /// What is kept of users.
    Kept(Order),
    List(List),
    About,
    /// What is to be changed; nothing shows what is set.
    Settings(String),
    Random,
    /// A command that takes nothing behind it, with what stands there.
    Beside(Box<Request>, String),
    /// A command that there is not, without its slash.
    Unknown(String),
}

/// Answers a message, if it is for the bot: in a group, silence is the rule.
pub(super) async fn message(bot: &Bot, message: &Message) -> anyhow::Result<()> {
    if let Some(to) = message.migrate_to_chat_id {
        bot.feedback.moved(message.chat.id, to).await;
        return Ok(());
    }
    if !message.is_from_a_person() || message.via_bot.is_some() {
        return Ok(());
    }
    if owner::message(bot, message).await? {
        return Ok(());
    }
    let Some(request) = request(bot, message) else {
        return Ok(());
    };
    match admit(bot, message.sender(), Some(&message.chat)).await {
        Admission::Answered => answer(bot, message, request).await,
        Admission::Silent => Ok(()),
        Admission::Told(key) => say(bot, message, key).await,
    }
}

async fn answer(bot: &Bot, message: &Message, request: Request) -> anyhow::Result<()> {
    match request {
        Request::Start => start(bot, message).await,
        Request::Open(payload) => open(bot, message, &payload).await,
        Request::Help => help(bot, message).await,
        Request::Card(rest) => card(bot, message, &rest).await,
        Request::Ask(Some(question)) => {
            let scope = follow_up::scope(bot, message);
            ask(bot, message, question, scope).await
        }
        Request::Ask(None) => say(bot, message, "ask-how").await,
        Request::List(list) => list::answer(bot, message, list).await,
        Request::Settings(typed) => settings::answer(bot, message, &typed).await,
        Request::About => about::about(bot, message).await,
        Request::Random => about::by_chance(bot, message).await,
        Request::Kept(order) => kept::answer(bot, message, order).await,
        Request::Unknown(typed) => unknown(bot, message, &typed).await,
        Request::Beside(request, typed) => Box::pin(beside(bot, message, *request, &typed)).await,
    }
}

/// Says over the answer to a command that what stands behind it changes nothing, and how to ask for that instead.
async fn beside(bot: &Bot, message: &Message, request: Request, typed: &str) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let shown = short_line(typed, SHOWN);
    if request == Request::Kept(Order::Forget) {
        // Who names what to forget does not mean everything.
        let said = messages.with("forget-beside", &[("typed", shown.as_str().into())]);
        let text = format!("{said}\n{}", messages.text("forget-alone"));
        return deliver(bot, message, &Reply::text(&text)).await;
    }
    let nearest = match request {
        Request::List(list) => nearest_listed(&bot.library.catalogue(), list, typed),
        _ => None,
    };
    let nearest = nearest.map(|name| short_line(&name, SHOWN));
    let asks = if message.chat.is_private() {
        ""
    } else {
        "/ask "
    };
    let note = messages.beside_command(&shown, nearest.as_deref(), asks);
    let mut message = message.clone();
    message.note = Some(note.join("\n"));
    answer(bot, &message, request).await
}

/// There is no such command, but one that is called nearly so.
async fn unknown(bot: &Bot, message: &Message, typed: &str) -> anyhow::Result<()> {
    let nearest = surely_meant(typed, COMMANDS.into_iter()).map(|name| format!("/{name}"));
    let typed = format!("/{}", short_line(typed, SHOWN));
    let text = Messages::of(message.language()).unknown_command(&typed, nearest.as_deref());
    deliver(bot, message, &Reply::text(&text)).await
}

/// How much is repeated of a command that there is not, or of what stands behind one, in UTF-16 units.
pub(super) const SHOWN: usize = 40;

/// How to ask, and for an owner how to change the corpus.
pub(super) async fn help(bot: &Bot, message: &Message) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let mut lines = vec![
        messages.text("help-conversation"),
        messages.text("help-sharing"),
        messages.text("help-card"),
    ];
    if bot.inline {
        let name = bot.username.as_str().into();
        lines.push(messages.with("help-inline", &[("bot", name)]));
    }
    let mut text = format!("{}\n\n{}", messages.text("help"), lines.join(" "));
    if owner::is_owner(bot, message) {
        text = format!("{text}\n\n{}", messages.text("help-owner"));
    }
    deliver(bot, message, &Reply::text(&text)).await
}

/// Tells the sender something, in their language.
pub(super) async fn say(bot: &Bot, message: &Message, key: &str) -> anyhow::Result<()> {
    deliver(
        bot,
        message,
        &Reply::text(&Messages::of(message.language()).text(key)),
    )
    .await
}

/// The question that a message asks, whoever it is told to.
pub(super) fn question_in(bot: &Bot, message: &Message) -> Option<String> {
    let words = || Some(message.words().trim().to_owned()).filter(|words| !words.is_empty());
    match request(bot, message) {
        Some(Request::Ask(question)) => question,
        Some(_) => None,
        None => words(),
    }
}

fn request(bot: &Bot, message: &Message) -> Option<Request> {
    let words = message.words().trim();
    if words.is_empty() {
        return None;
    }
    if let Some(rest) = words.strip_prefix('/') {
        return command(bot, message, rest.trim_start());
    }
    let question = without_mention(words, &bot.username);
    let mentioned = question.is_some();
    let question = question.unwrap_or_else(|| words.to_owned());
    let to_bot = message
        .reply_to_message
        .as_ref()
        .and_then(|to| to.from.as_ref())
        .is_some_and(|from| from.id == bot.id);
    (message.chat.is_private() || mentioned || to_bot).then(|| asked(message, &question))
}

/// `/ask@name question`; a command of another bot is none of ours.
fn command(bot: &Bot, message: &Message, text: &str) -> Option<Request> {
    let (command, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (name, to) = command.split_once('@').unwrap_or((command, ""));
    if !to.is_empty() && !to.eq_ignore_ascii_case(&bot.username) {
        return None;
    }
    let (name, rest) = (name.to_ascii_lowercase(), rest.trim());
    let alone = match name.as_str() {
        "ask" => return Some(asked(message, rest)),
        "start" if message.chat.is_private() && !rest.is_empty() => {
            return Some(Request::Open(rest.to_owned()));
        }
        "start" => return Some(Request::Start),
        "card" => return Some(Request::Card(rest.to_owned())),
        "settings" => return Some(Request::Settings(rest.to_owned())),
        // Other bots of a group take reports too: there, ours is told by its name.
        "report" if !message.chat.is_private() && to.is_empty() => return None,
        name => alone(name),
    };
    match alone {
        Some(request) if rest.is_empty() => Some(request),
        Some(request) => Some(Request::Beside(Box::new(request), rest.to_owned())),
        None => message.chat.is_private().then_some(Request::Unknown(name)),
    }
}

/// A command that takes nothing behind it.
fn alone(name: &str) -> Option<Request> {
    Some(match name {
        "help" | "aide" | "hilfe" | "ayuda" | "aiuto" => Request::Help,
        "speakers" => Request::List(List::Speakers),
        "interviews" => Request::List(List::Interviews),
        "random" => Request::Random,
        "about" => Request::About,
        name => Request::Kept(Order::of(name)?),
    })
}

/// The question, or where there is none the message that is replied to.
fn asked(message: &Message, question: &str) -> Request {
    let replied = || {
        message
            .reply_to_message
            .as_ref()
            .map(|to| to.words().trim())
    };
    let question = Some(question.trim())
        .filter(|question| !question.is_empty())
        .or_else(replied);
    Request::Ask(
        question
            .filter(|question| !question.is_empty())
            .map(str::to_owned),
    )
}

/// The words without `@name`, `None` where the bot is not mentioned.
fn without_mention(words: &str, username: &str) -> Option<String> {
    let is_mention = |word: &&str| {
        let word = word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '_');
        word.strip_prefix('@')
            .is_some_and(|name| !name.is_empty() && name.eq_ignore_ascii_case(username))
    };
    words
        .split_whitespace()
        .any(|word| is_mention(&word))
        .then(|| {
            words
                .split_whitespace()
                .filter(|word| !is_mention(word))
                .collect::<Vec<_>>()
                .join(" ")
        })
}

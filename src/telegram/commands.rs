//! Which messages are for the bot, and what they ask for.

use teloxide::payloads::{SetMyCommands, SetMyCommandsSetters};
use teloxide::types::{BotCommand, BotCommandScope, ChatId, Recipient};

use super::Bot;
use super::access::{Admission, admit};
use super::ask::{Reply, ask, deliver};
use super::card::card;
use super::incoming::Message;
use super::kept::{self, Order};
use super::open::open;
use super::owner;
use super::render::short_line;
use super::sending::Sender;
use super::start::start;
use super::{about, follow_up, list, settings};
use crate::answer::{List, surely_meant};
use crate::messages::{CODES, Messages};

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
    Settings,
    Random,
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
        Request::Settings => settings::show(bot, message).await,
        Request::About => about::about(bot, message).await,
        Request::Random => about::by_chance(bot, message).await,
        Request::Kept(order) => kept::answer(bot, message, order).await,
        Request::Unknown(typed) => unknown(bot, message, &typed).await,
    }
}

/// There is no such command, but one that is called nearly so.
async fn unknown(bot: &Bot, message: &Message, typed: &str) -> anyhow::Result<()> {
    let nearest = surely_meant(typed, COMMANDS.into_iter()).map(|name| format!("/{name}"));
    let typed = format!("/{}", short_line(typed, SHOWN));
    let text = Messages::of(message.language()).unknown_command(&typed, nearest.as_deref());
    deliver(bot, message, &Reply::text(&text)).await
}

/// How much of a command that there is not is repeated, in UTF-16 units.
const SHOWN: usize = 40;

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
    let name = name.to_ascii_lowercase();
    if let Some(order) = Order::of(&name) {
        // Other bots of a group take reports too: there, ours is told by its name.
        let told = order != Order::Report || message.chat.is_private() || !to.is_empty();
        return told.then_some(Request::Kept(order));
    }
    match name.as_str() {
        "ask" => Some(asked(message, rest)),
        "start" if message.chat.is_private() && !rest.trim().is_empty() => {
            Some(Request::Open(rest.trim().to_owned()))
        }
        "start" => Some(Request::Start),
        "card" => Some(Request::Card(rest.to_owned())),
        "help" | "aide" | "hilfe" | "ayuda" | "aiuto" => Some(Request::Help),
        "speakers" => Some(Request::List(List::Speakers)),
        "interviews" => Some(Request::List(List::Interviews)),
        "random" => Some(Request::Random),
        "about" => Some(Request::About),
        "settings" => Some(Request::Settings),
        _ => message.chat.is_private().then_some(Request::Unknown(name)),
    }
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

/// What everybody may say.
const COMMANDS: [&str; 11] = [
    "ask",
    "card",
    "speakers",
    "interviews",
    "random",
    "start",
    "help",
    "about",
    "settings",
    "privacy",
    "forget",
];

/// What is of use in a group.
const IN_GROUPS: [&str; 7] = [
    "ask",
    "card",
    "speakers",
    "interviews",
    "random",
    "help",
    "settings",
];

/// Tells Telegram the commands, in every language; the first is for everybody else. Groups have fewer, owners one more.
pub(super) async fn register(sender: &Sender, owners: &[i64]) {
    for (at, code) in CODES.into_iter().enumerate() {
        let messages = Messages::of(code);
        let command = |name: &str| BotCommand::new(name, messages.text(&format!("command-{name}")));
        let mut payload = SetMyCommands::new(COMMANDS.map(command));
        if at > 0 {
            payload = payload.language_code(code);
        }
        sender.send_once(&payload).await;
        let mut in_groups = payload.clone().scope(BotCommandScope::AllGroupChats);
        in_groups.commands = IN_GROUPS.map(command).into();
        sender.send_once(&in_groups).await;
        for owner in owners {
            let mut payload = payload.clone();
            payload.commands.push(command("report"));
            let chat_id = Recipient::Id(ChatId(*owner));
            sender
                .send_once(&payload.scope(BotCommandScope::Chat { chat_id }))
                .await;
        }
    }
}

//! Parsing of messages: which command or question a message holds, if it is for the bot.

use super::bot::Bot;
use super::privacy_and_report::PrivacyCommand;
use crate::answer::ListKind;
use crate::telegram::transport::Message;

/// How much is repeated of a command that there is not, or of what stands behind one, in UTF-16 units.
pub(super) const SHOWN: usize = 40;

/// What a message asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MessageRequest {
    Start,
    /// A link's payload.
    Open(String),
    Help,
    /// A card of what the rest of the command says.
    Card(String),
    /// A question, or `/ask` without one.
    Ask(Option<String>),
    /// What is kept of users.
    Kept(PrivacyCommand),
    List(ListKind),
    About,
    /// What is to be changed; nothing shows what is set.
    Settings(String),
    Random,
    /// A command that takes nothing behind it, with what stands there.
    Beside(Box<MessageRequest>, String),
    /// A command that there is not, without its slash.
    Unknown(String),
}

/// The question that a message asks, whoever it is told to.
pub(super) fn question_in(bot: &Bot, message: &Message) -> Option<String> {
    let words = || Some(message.words().trim().to_owned()).filter(|words| !words.is_empty());
    match request(bot, message) {
        Some(MessageRequest::Ask(question)) => question,
        Some(_) => None,
        None => words(),
    }
}

pub(super) fn request(bot: &Bot, message: &Message) -> Option<MessageRequest> {
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
fn command(bot: &Bot, message: &Message, text: &str) -> Option<MessageRequest> {
    let (command, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (name, to) = command.split_once('@').unwrap_or((command, ""));
    if !to.is_empty() && !to.eq_ignore_ascii_case(&bot.username) {
        return None;
    }
    let (name, rest) = (name.to_ascii_lowercase(), rest.trim());
    let alone = match name.as_str() {
        "ask" => return Some(asked(message, rest)),
        "start" if message.chat.is_private() && !rest.is_empty() => {
            return Some(MessageRequest::Open(rest.to_owned()));
        }
        "start" => return Some(MessageRequest::Start),
        "card" => return Some(MessageRequest::Card(rest.to_owned())),
        "settings" => return Some(MessageRequest::Settings(rest.to_owned())),
        // Other bots of a group take reports too: there, ours is told by its name.
        "report" if !message.chat.is_private() && to.is_empty() => return None,
        name => alone(name),
    };
    match alone {
        Some(request) if rest.is_empty() => Some(request),
        Some(request) => Some(MessageRequest::Beside(Box::new(request), rest.to_owned())),
        None => message
            .chat
            .is_private()
            .then_some(MessageRequest::Unknown(name)),
    }
}

/// The question, or where there is none the message that is replied to.
fn asked(message: &Message, question: &str) -> MessageRequest {
    let replied = || {
        message
            .reply_to_message
            .as_ref()
            .map(|to| to.words().trim())
    };
    let question = Some(question.trim())
        .filter(|question| !question.is_empty())
        .or_else(replied);
    MessageRequest::Ask(
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

/// A command that takes nothing behind it.
fn alone(name: &str) -> Option<MessageRequest> {
    Some(match name {
        "help" | "aide" | "hilfe" | "ayuda" | "aiuto" => MessageRequest::Help,
        "speakers" => MessageRequest::List(ListKind::Speakers),
        "interviews" => MessageRequest::List(ListKind::Interviews),
        "random" => MessageRequest::Random,
        "about" => MessageRequest::About,
        name => MessageRequest::Kept(PrivacyCommand::of(name)?),
    })
}

//! Commands and messages: each goes to the capability that it asks for.

use super::access_control::{Admission, admit};
use super::ask::ask;
use super::bot::Bot;
use super::help_command::help;
use super::message_parsing::{MessageRequest, SHOWN, request};
use super::open_permalink::open_permalink;
use super::privacy_and_report::{self, PrivacyCommand};
use super::quote_card::card;
use super::reply::{deliver, say};
use super::start_command::start;
use super::{
    about_and_random, chat_settings, follow_up_question, owner, speaker_and_interview_lists,
};
use crate::answer::{closest_name, nearest_listed};
use crate::messages::{CountedCommand, Messages};
use crate::telegram::command_menu::COMMANDS;
use crate::telegram::rendering::{Reply, short_line};
use crate::telegram::transport::Message;

/// Answers a message, if it is for the bot: in a group, silence is the rule.
pub(in crate::telegram) async fn message(bot: &Bot, message: &Message) -> anyhow::Result<()> {
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

async fn answer(bot: &Bot, message: &Message, request: MessageRequest) -> anyhow::Result<()> {
    match request {
        MessageRequest::Start => start(bot, message).await,
        MessageRequest::Open(payload) => open_permalink(bot, message, &payload).await,
        MessageRequest::Help => help(bot, message).await,
        MessageRequest::Card(rest) => card(bot, message, &rest).await,
        MessageRequest::Ask(Some(question)) => {
            let scope = follow_up_question::scope(bot, message);
            ask(bot, message, question, scope).await
        }
        MessageRequest::Ask(None) => say(bot, message, "ask-how").await,
        MessageRequest::List(list) => speaker_and_interview_lists::answer(bot, message, list).await,
        MessageRequest::Settings(typed) => chat_settings::answer(bot, message, &typed).await,
        MessageRequest::About => about_and_random::about(bot, message).await,
        MessageRequest::Random => about_and_random::random_command(bot, message).await,
        MessageRequest::Kept(order) => privacy_and_report::answer(bot, message, order).await,
        MessageRequest::Unknown(typed) => unknown(bot, message, &typed).await,
        MessageRequest::Beside(request, typed) => {
            Box::pin(beside(bot, message, *request, &typed)).await
        }
    }
}

/// Says over the answer to a command that what stands behind it changes nothing, and how to ask for that instead.
async fn beside(
    bot: &Bot,
    message: &Message,
    request: MessageRequest,
    typed: &str,
) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let shown = short_line(typed, SHOWN);
    if request == MessageRequest::Kept(PrivacyCommand::Forget) {
        // Who names what to forget does not mean everything.
        let said = messages.with("forget-beside", &[("typed", shown.as_str().into())]);
        let text = format!("{said}\n{}", messages.text("forget-alone"));
        return deliver(bot, message, &Reply::text(&text)).await;
    }
    let nearest = match request {
        MessageRequest::List(list) => nearest_listed(&bot.library.catalogue(), list, typed),
        _ => None,
    };
    let nearest = nearest.map(|name| short_line(&name, SHOWN));
    let asks = if message.chat.is_private() {
        ""
    } else {
        "/ask "
    };
    let counted = match request {
        MessageRequest::List(_) => Some(CountedCommand::List),
        MessageRequest::Random => Some(CountedCommand::Random),
        _ => None,
    };
    let note = messages.beside_command(&shown, nearest.as_deref(), (asks, counted));
    let mut message = message.clone();
    message.note = Some(note.join("\n"));
    answer(bot, &message, request).await
}

/// There is no such command, but one that is called nearly so.
async fn unknown(bot: &Bot, message: &Message, typed: &str) -> anyhow::Result<()> {
    let nearest = closest_name(typed, COMMANDS.into_iter()).map(|name| format!("/{name}"));
    let typed = format!("/{}", short_line(typed, SHOWN));
    let text = Messages::of(message.language()).unknown_command(&typed, nearest.as_deref());
    deliver(bot, message, &Reply::text(&text)).await
}

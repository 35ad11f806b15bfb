//! Asking: a question in a chat, and the answer as a reply to it.

use super::bot::Bot;
use super::reply::{deliver, with_chat_action};
use super::{help_command, vote};
use crate::answer::{Answer, QuestionOptions, Scope, SmallTalk};
use crate::messages::Messages;
use crate::monitor::FrontEnd;
use crate::telegram::rendering::Reply;
use crate::telegram::transport::Message;
use teloxide::types::ChatAction;

/// Answers the words of a message, within a scope where it has one.
pub(super) async fn ask(
    bot: &Bot,
    message: &Message,
    question: String,
    scope: Option<Scope>,
) -> anyhow::Result<()> {
    if bot.bursts.is_repeated(message, &question) {
        return Ok(());
    }
    let answering = answer(bot, message, question, scope);
    with_chat_action(bot, message, ChatAction::Typing, answering).await
}

async fn answer(
    bot: &Bot,
    message: &Message,
    question: String,
    scope: Option<Scope>,
) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let manner = QuestionOptions {
        scope,
        ..QuestionOptions::default()
    };
    let answer = bot
        .answer(
            question.clone(),
            manner,
            (message.quotes, message.language()),
        )
        .await;
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
        return help_command::help(bot, message).await;
    }
    let reply = Reply::refusal(message, &answer, messages)
        .unwrap_or_else(|| Reply::to(bot, &answer, manner, messages));
    deliver(
        bot,
        message,
        &vote::with_answer_vote_buttons(bot, question, &answer, reply),
    )
    .await
}

//! `/start`: what the bot is, what it holds, three questions to try.

use super::bot::Bot;
use super::reply::deliver;
use crate::answer::{coverage, examples};
use crate::messages::Messages;
use crate::telegram::rendering::{Reply, escape, keyboard};
use crate::telegram::transport::Message;

/// How many questions are offered.
const OFFERED: usize = 3;

/// How many collections are named.
const LISTED: usize = 20;

pub(super) async fn start(bot: &Bot, message: &Message) -> anyhow::Result<()> {
    let messages = Messages::of(message.language());
    let question = bot.question(String::new(), (1, message.language()));
    let (coverage, examples) = bot
        .read(move |library| {
            let examples = examples(library, &question, OFFERED)?;
            Ok((coverage(library)?, examples))
        })
        .await?;
    let holds = messages.coverage(&coverage);
    let mut lines = vec![
        messages.text("start"),
        messages.with("start-holds", &[("coverage", holds.as_str().into())]),
    ];
    if !coverage.collections.is_empty() {
        let collections = coverage.collections.iter().take(LISTED);
        let names: Vec<&str> = collections.map(String::as_str).collect();
        let names = names.join(", ");
        lines.push(messages.with("start-collections", &[("names", names.as_str().into())]));
    }
    if !examples.is_empty() {
        lines.push(messages.text("start-ask"));
    }
    let html = lines
        .iter()
        .map(|line| escape(line))
        .collect::<Vec<_>>()
        .join("\n\n");
    deliver(
        bot,
        message,
        &Reply {
            html,
            keyboard: keyboard::questions(&examples),
        },
    )
    .await
}

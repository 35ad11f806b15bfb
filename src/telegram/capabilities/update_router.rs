//! Routes an update to the capability that answers it.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use tracing::Instrument;

use super::bot::Bot;
use super::{button_press, chat_settings, commands, inline_mode, reply, vote};
use crate::telegram::transport::{
    CallError, InlineQuery, Message, Update, UpdateGuard, UpdateHandler, UpdateKind,
};

/// Hands updates to the capabilities of a bot.
pub(in crate::telegram) struct UpdateRouter(pub(in crate::telegram) Arc<Bot>);

impl UpdateHandler for UpdateRouter {
    fn handle(&self, update: Update) -> BoxFuture<'_, ()> {
        handle(&self.0, update).boxed()
    }

    fn refuse<'a>(&'a self, update: &'a Update) -> BoxFuture<'a, ()> {
        refuse(&self.0, update).boxed()
    }

    fn answer_inline_query(&self, query: InlineQuery, guard: UpdateGuard) {
        inline_mode::answer_inline_query(&self.0, query, guard);
    }
}

/// Handles one update: a panic in it costs that update and nothing else.
async fn handle(bot: &Bot, mut update: Update) {
    let span = tracing::info_span!("update", id = update.id, kind = update.kind.name());
    let kind = &mut update.kind;
    let handled = async move {
        chat_settings::apply(bot, kind).await;
        match kind {
            UpdateKind::Message(message) | UpdateKind::Edited(message) => {
                commands::message(bot, message).await
            }
            UpdateKind::Pressed(pressed) => button_press::handle_press(bot, pressed).await,
            UpdateKind::Reacted(reaction) => vote::handle_reaction(bot, reaction).await,
            UpdateKind::Inline(_) | UpdateKind::Other(_) => Ok(()),
        }
    };
    let handled = AssertUnwindSafe(handled.instrument(span.clone()));
    let handled = handled.catch_unwind().await;
    let _entered = span.enter();
    let failed = match handled {
        Ok(Ok(())) => return,
        Ok(Err(error)) => {
            tracing::error!(
                error = format!("{error:#}"),
                "an update could not be answered"
            );
            // What Telegram refused for good is not said again in other words.
            error.downcast_ref::<CallError>().is_none()
        }
        Err(_) => {
            tracing::error!(panicked = true, "an update could not be answered");
            true
        }
    };
    drop(_entered);
    if let (true, UpdateKind::Message(message)) = (failed, &update.kind) {
        tell(bot, message, "failed").await;
    }
}

async fn refuse(bot: &Bot, update: &Update) {
    if let UpdateKind::Message(message) = &update.kind {
        tell(bot, message, "wait").await;
    }
}

async fn tell(bot: &Bot, message: &Message, key: &str) {
    if let Err(error) = reply::say(bot, message, key).await {
        tracing::debug!(%error, "the reply could not be sent");
    }
}

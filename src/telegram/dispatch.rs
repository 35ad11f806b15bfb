//! Each update to who answers it: one user's in order, different users' side by side.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt;
use tracing::Instrument;

use super::api::CallError;
use super::hands::{Hands, InHand};
use super::incoming::{Kind, Message, Update};
use super::lanes::{Entered, Lanes, Taken};
use super::raw::Raw;
use super::{Bot, commands, inline, page, settings, vote};

/// Takes updates in, however they come. Cheap to clone.
#[derive(Clone)]
pub(super) struct Dispatch {
    bot: Arc<Bot>,
    pub(super) hands: Arc<Hands>,
    lanes: Arc<Lanes>,
}

impl Dispatch {
    /// Takes up at once what an earlier process left unanswered.
    pub(super) fn new(bot: Arc<Bot>, hands: Hands) -> Self {
        let dispatch = Self {
            bot,
            hands: Arc::new(hands),
            lanes: Arc::default(),
        };
        let left = dispatch.hands.take_left();
        if !left.is_empty() {
            let updates = left.len();
            tracing::info!(updates, "answering updates left over from the last run");
        }
        for (raw, in_hand) in left {
            dispatch.start(&raw, in_hand);
        }
        dispatch
    }

    /// Takes an update in hand, unless it is already or was answered; its number, where it has one.
    pub(super) fn take(&self, raw: &Raw) -> Option<i64> {
        let Some(id) = raw.id() else {
            tracing::warn!("an update without an id was skipped");
            return None;
        };
        if let Some(in_hand) = self.hands.take(id, raw) {
            self.start(raw, in_hand);
        }
        Some(id)
    }

    fn start(&self, raw: &Raw, in_hand: InHand) {
        let Some(update) = Update::read(raw) else {
            return;
        };
        match update.kind {
            Kind::Other(kind) => tracing::debug!(kind, "updates of this kind are not answered"),
            // Beside the lanes: typing never waits for a message, nor a message for typing.
            Kind::Inline(query) => inline::take(&self.bot, query, in_hand),
            _ => self.enter(Taken { update, in_hand }),
        }
    }

    fn enter(&self, taken: Taken) {
        let this = self.clone();
        match self.lanes.enter(taken) {
            Entered::Waits | Entered::Over => {}
            Entered::Full(taken) => {
                tokio::spawn(async move {
                    refuse(&this.bot, &taken.update).await;
                    drop(taken);
                });
            }
            Entered::Free(first) => {
                tokio::spawn(async move {
                    let user = first.update.sender();
                    let mut next = Some(first);
                    while let Some(Taken { update, in_hand }) = next {
                        handle(&this.bot, update).await;
                        drop(in_hand);
                        next = this.lanes.next(user);
                    }
                });
            }
        }
    }
}

/// Handles one update: a panic in it costs that update and nothing else.
async fn handle(bot: &Arc<Bot>, mut update: Update) {
    let span = tracing::info_span!("update", id = update.id, kind = update.kind.name());
    let kind = &mut update.kind;
    let handled = async move {
        settings::apply(bot, kind).await;
        match kind {
            Kind::Message(message) | Kind::Edited(message) => commands::message(bot, message).await,
            Kind::Pressed(pressed) => page::pressed(bot, pressed).await,
            Kind::Reacted(reaction) => vote::reacted(bot, reaction).await,
            Kind::Inline(_) | Kind::Other(_) => Ok(()),
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
    if let (true, Kind::Message(message)) = (failed, &update.kind) {
        tell(bot, message, "failed").await;
    }
}

async fn refuse(bot: &Bot, update: &Update) {
    if let Kind::Message(message) = &update.kind {
        tell(bot, message, "wait").await;
    }
}

async fn tell(bot: &Bot, message: &Message, key: &str) {
    if let Err(error) = commands::say(bot, message, key).await {
        tracing::debug!(%error, "the reply could not be sent");
    }
}

//! Dispatch of updates: in order for one user, in parallel for different users.

use std::sync::Arc;

use futures::future::BoxFuture;

use super::pending_updates::{PendingUpdates, UpdateGuard};
use super::raw_update::RawUpdate;
use super::update_parsing::{InlineQuery, Update, UpdateKind};
use super::update_queue::{QueueResult, QueuedUpdate, UpdateQueues};

/// What is done with updates. One user's come one after another, different users' side by side.
pub(in crate::telegram) trait UpdateHandler: Send + Sync {
    /// Handles an update. Whatever goes wrong is told or logged here.
    fn handle(&self, update: Update) -> BoxFuture<'_, ()>;

    /// Tells the sender of an update that too many of theirs wait.
    fn refuse<'a>(&'a self, update: &'a Update) -> BoxFuture<'a, ()>;

    /// Starts the answer to an inline query, beside the queues; the update is done when `guard` is dropped.
    fn answer_inline_query(&self, query: InlineQuery, guard: UpdateGuard);
}

/// Takes updates in, however they come. Cheap to clone.
#[derive(Clone)]
pub(in crate::telegram) struct Dispatcher {
    handler: Arc<dyn UpdateHandler>,
    pub(in crate::telegram) hands: Arc<PendingUpdates>,
    lanes: Arc<UpdateQueues>,
}

impl Dispatcher {
    /// Takes up at once what an earlier process left unanswered.
    pub(in crate::telegram) fn new(handler: Arc<dyn UpdateHandler>, hands: PendingUpdates) -> Self {
        let dispatch = Self {
            handler,
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
    pub(super) fn take(&self, raw: &RawUpdate) -> Option<i64> {
        let Some(id) = raw.id() else {
            tracing::warn!("an update without an id was skipped");
            return None;
        };
        if let Some(in_hand) = self.hands.take(id, raw) {
            self.start(raw, in_hand);
        }
        Some(id)
    }

    fn start(&self, raw: &RawUpdate, in_hand: UpdateGuard) {
        let Some(update) = Update::read(raw) else {
            return;
        };
        match update.kind {
            UpdateKind::Other(kind) => {
                tracing::debug!(kind, "updates of this kind are not answered")
            }
            // Beside the lanes: typing never waits for a message, nor a message for typing.
            UpdateKind::Inline(query) => self.handler.answer_inline_query(query, in_hand),
            _ => self.enter(QueuedUpdate { update, in_hand }),
        }
    }

    fn enter(&self, taken: QueuedUpdate) {
        let this = self.clone();
        match self.lanes.enter(taken) {
            QueueResult::Waits | QueueResult::Over => {}
            QueueResult::Full(taken) => {
                tokio::spawn(async move {
                    this.handler.refuse(&taken.update).await;
                    drop(taken);
                });
            }
            QueueResult::Free(first) => {
                tokio::spawn(async move {
                    let user = first.update.sender();
                    let mut next = Some(first);
                    while let Some(QueuedUpdate { update, in_hand }) = next {
                        this.handler.handle(update).await;
                        drop(in_hand);
                        next = this.lanes.next(user);
                    }
                });
            }
        }
    }
}

//! Pending updates: those received and not yet answered.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, oneshot};
use tokio::time::{Instant, timeout, timeout_at};

use super::raw_update::RawUpdate;
use super::update_journal::UpdateJournal;
use crate::monitor::Monitor;

/// How long an update may be in hand before it is written down: from then on it holds up no other.
const LONG: Duration = Duration::from_secs(1);

/// How many updates may come after it before it is written down sooner.
const MANY: i64 = 50;

/// Telegram numbers updates anew, at random, after a week without any: a number far below the highest is
/// a new one (<https://core.telegram.org/bots/api#update>).
const WINDOW: i64 = 100_000;

/// Shared by whoever takes updates in and whoever answers them.
pub(in crate::telegram) struct PendingUpdates {
    state: Mutex<State>,
    ledger: UpdateJournal,
    monitor: Monitor,
    /// Told whenever nothing is left that has to come again after a crash.
    emptied: Notify,
}

#[derive(Default)]
struct State {
    /// The last that was taken in.
    highest: i64,
    open: BTreeMap<i64, PendingUpdate>,
    /// Who waits for an update to be done.
    waiting: HashMap<i64, Vec<oneshot::Sender<()>>>,
}

struct PendingUpdate {
    raw: RawUpdate,
    since: Instant,
    /// Whether it is written down and need not come again.
    kept: bool,
}

/// An update that is done when this is dropped, however its task ends.
pub(in crate::telegram) struct UpdateGuard {
    hands: Arc<PendingUpdates>,
    id: i64,
}

impl Drop for UpdateGuard {
    fn drop(&mut self) {
        self.hands.done(self.id);
    }
}

impl PendingUpdates {
    pub(in crate::telegram) fn new(ledger: UpdateJournal, monitor: Monitor) -> Self {
        Self {
            state: Mutex::default(),
            ledger,
            monitor,
            emptied: Notify::default(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes an update in hand; `None` where it is already, or was answered.
    pub(super) fn take(self: &Arc<Self>, id: i64, raw: &RawUpdate) -> Option<UpdateGuard> {
        self.enter(id, raw, false)
    }

    fn enter(self: &Arc<Self>, id: i64, raw: &RawUpdate, kept: bool) -> Option<UpdateGuard> {
        let mut state = self.state();
        if id > state.highest || state.highest - id >= WINDOW {
            state.highest = id;
        }
        if state.open.contains_key(&id) || self.ledger.is_answered(id) {
            return None;
        }
        let open = PendingUpdate {
            raw: raw.clone(),
            since: Instant::now(),
            kept,
        };
        state.open.insert(id, open);
        self.monitor.in_hand(state.open.len());
        drop(state);
        let hands = Arc::clone(self);
        Some(UpdateGuard { hands, id })
    }

    /// Takes in hand again what an earlier process had written down.
    pub(super) fn take_left(self: &Arc<Self>) -> Vec<(RawUpdate, UpdateGuard)> {
        let left = self.ledger.left().into_iter();
        left.filter_map(|(id, raw)| {
            let in_hand = self.enter(id, &raw, true)?;
            Some((raw, in_hand))
        })
        .collect()
    }

    fn done(&self, id: i64) {
        self.ledger.answered(id);
        let mut state = self.state();
        let open = state.open.remove(&id);
        let waiting = state.waiting.remove(&id).unwrap_or_default();
        self.monitor.in_hand(state.open.len());
        let emptied = state.is_free();
        drop(state);
        if open.is_some_and(|open| open.kept) {
            self.ledger.drop_kept(id);
        }
        for waiting in waiting {
            let _ = waiting.send(());
        }
        if emptied {
            self.emptied.notify_one();
        }
    }

    /// Told when an update is done; `None` where it is not in hand.
    pub(super) fn until_done(&self, id: i64) -> Option<oneshot::Receiver<()>> {
        let mut state = self.state();
        if !state.open.contains_key(&id) {
            return None;
        }
        let (tell, told) = oneshot::channel();
        state.waiting.entry(id).or_default().push(tell);
        Some(told)
    }

    /// Writes down what has been in hand for long, and sooner where it holds up many: Telegram hands out no more than
    /// a hundred updates from the oldest on that is not confirmed.
    pub(super) fn keep_long(&self) {
        let long = {
            let state = self.state();
            let mut open = state.open.iter();
            let oldest = open.find(|(_, open)| !open.kept).map(|(id, _)| *id);
            let many = oldest.is_some_and(|oldest| state.highest - oldest >= MANY);
            let long = if many { LONG / 10 } else { LONG };
            let open = state.open.iter();
            open.filter(|(_, open)| !open.kept && open.since.elapsed() >= long)
                .map(|(id, open)| (*id, open.raw.clone()))
                .collect::<Vec<_>>()
        };
        for (id, raw) in long {
            self.keep(id, &raw);
        }
    }

    /// Writes an update in hand down, so that it need not come again; `false` where that cannot be.
    pub(super) fn keep(&self, id: i64, raw: &RawUpdate) -> bool {
        if !self.ledger.keep(id, raw) {
            return false;
        }
        let mut state = self.state();
        match state.open.get_mut(&id) {
            Some(open) => open.kept = true,
            // It was done while it was written.
            None => {
                drop(state);
                self.ledger.drop_kept(id);
            }
        }
        true
    }

    /// Whether nothing is in hand that has to come again after a crash.
    pub(super) fn is_free(&self) -> bool {
        self.state().is_free()
    }

    /// Waits until that is so, or for so long.
    pub(super) async fn until_free(&self, most: Duration) {
        let until = Instant::now() + most;
        while !self.is_free() && timeout_at(until, self.emptied.notified()).await.is_ok() {}
    }

    /// Waits until nothing is in hand, or for so long.
    pub(in crate::telegram) async fn until_empty(&self, most: Duration) {
        const LOOK: Duration = Duration::from_millis(20);
        let until = Instant::now() + most;
        while self.count() > 0 && Instant::now() < until {
            let _ = timeout(LOOK, self.emptied.notified()).await;
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.state().open.len()
    }

    /// The oldest update that has to come again after a crash, or the one after the last.
    pub(super) fn offset(&self) -> i64 {
        let state = self.state();
        let mut open = state.open.iter();
        let oldest = open.find(|(_, open)| !open.kept);
        oldest.map_or(
            if state.highest == 0 {
                0
            } else {
                state.highest + 1
            },
            |(id, _)| *id,
        )
    }
}

impl State {
    fn is_free(&self) -> bool {
        self.open.values().all(|open| open.kept)
    }
}

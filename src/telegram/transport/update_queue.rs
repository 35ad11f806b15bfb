//! The update queue of each user: in order for one user, limited in length.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use super::pending_updates::UpdateGuard;
use super::update_parsing::Update;

/// How many updates of one user wait before further ones are refused.
const WAITING: usize = 8;

/// An update, in hand for as long as this lives.
pub(super) struct QueuedUpdate {
    pub(super) update: Update,
    pub(super) in_hand: UpdateGuard,
}

/// What waits, by user. A user is in the map while a task works on the lane.
#[derive(Default)]
pub(super) struct UpdateQueues(Mutex<HashMap<i64, UserQueue>>);

#[derive(Default)]
struct UserQueue {
    waiting: VecDeque<QueuedUpdate>,
    /// Whether its user was told that too many wait.
    told: bool,
}

/// What became of an update that came in.
pub(super) enum QueueResult {
    /// The lane was free: whoever entered it works it off.
    Free(QueuedUpdate),
    /// It waits behind the user's others.
    Waits,
    /// Too many of the user's wait already, and the user is to be told.
    Full(QueuedUpdate),
    /// The same, and the user was told.
    Over,
}

impl UpdateQueues {
    pub(super) fn enter(&self, taken: QueuedUpdate) -> QueueResult {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match lanes.get_mut(&taken.update.sender()) {
            None => {
                lanes.insert(taken.update.sender(), UserQueue::default());
                QueueResult::Free(taken)
            }
            Some(lane) if lane.waiting.len() < WAITING => {
                lane.waiting.push_back(taken);
                QueueResult::Waits
            }
            Some(lane) if lane.told => QueueResult::Over,
            Some(lane) => {
                lane.told = true;
                QueueResult::Full(taken)
            }
        }
    }

    /// The user's next update; `None` frees the lane.
    pub(super) fn next(&self, user: i64) -> Option<QueuedUpdate> {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let next = lanes.get_mut(&user);
        let next = next.and_then(|lane| lane.waiting.pop_front());
        if next.is_none() {
            lanes.remove(&user);
        }
        next
    }
}

//! A lane a user: one user's updates are handled in order, different users' side by side, and nobody
//! takes all the room.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use super::incoming::Update;

/// How many updates of one user wait before further ones are refused.
const WAITING: usize = 8;

/// What waits, by user. A user is in the map while a task works on the lane.
#[derive(Default)]
pub(super) struct Lanes(Mutex<HashMap<i64, VecDeque<Update>>>);

/// What became of an update that came in.
pub(super) enum Entered {
    /// The lane was free: whoever entered it works it off.
    Free(Update),
    /// It waits behind the user's others.
    Waits,
    /// Too many of the user's wait already.
    Full(Update),
}

impl Lanes {
    pub(super) fn enter(&self, update: Update) -> Entered {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match lanes.get_mut(&update.sender()) {
            None => {
                lanes.insert(update.sender(), VecDeque::new());
                Entered::Free(update)
            }
            Some(lane) if lane.len() >= WAITING => Entered::Full(update),
            Some(lane) => {
                lane.push_back(update);
                Entered::Waits
            }
        }
    }

    /// The user's next update; `None` frees the lane.
    pub(super) fn next(&self, user: i64) -> Option<Update> {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let next = lanes.get_mut(&user).and_then(VecDeque::pop_front);
        if next.is_none() {
            lanes.remove(&user);
        }
        next
    }
}

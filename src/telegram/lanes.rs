//! A lane a user: one user's updates are handled in order, different users' side by side, and nobody
//! takes all the room.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use super::hands::InHand;
use super::incoming::Update;

/// How many updates of one user wait before further ones are refused.
const WAITING: usize = 8;

/// An update, in hand for as long as this lives.
pub(super) struct Held {
    pub(super) update: Update,
    pub(super) in_hand: InHand,
}

/// What waits, by user. A user is in the map while a task works on the lane.
#[derive(Default)]
pub(super) struct Lanes(Mutex<HashMap<i64, VecDeque<Held>>>);

/// What became of an update that came in.
pub(super) enum Entered {
    /// The lane was free: whoever entered it works it off.
    Free(Held),
    /// It waits behind the user's others.
    Waits,
    /// Too many of the user's wait already.
    Full(Held),
}

impl Lanes {
    pub(super) fn enter(&self, held: Held) -> Entered {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match lanes.get_mut(&held.update.sender()) {
            None => {
                lanes.insert(held.update.sender(), VecDeque::new());
                Entered::Free(held)
            }
            Some(lane) if lane.len() >= WAITING => Entered::Full(held),
            Some(lane) => {
                lane.push_back(held);
                Entered::Waits
            }
        }
    }

    /// The user's next update; `None` frees the lane.
    pub(super) fn next(&self, user: i64) -> Option<Held> {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let next = lanes.get_mut(&user).and_then(VecDeque::pop_front);
        if next.is_none() {
            lanes.remove(&user);
        }
        next
    }
}

//! A lane a user: one user's updates are handled in order, different users' side by side, and nobody
//! takes all the room.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use super::hands::InHand;
use super::incoming::Update;

/// How many updates of one user wait before further ones are refused.
const WAITING: usize = 8;

/// An update, in hand for as long as this lives.
pub(super) struct Taken {
    pub(super) update: Update,
    pub(super) in_hand: InHand,
}

/// What waits, by user. A user is in the map while a task works on the lane.
#[derive(Default)]
pub(super) struct Lanes(Mutex<HashMap<i64, Lane>>);

#[derive(Default)]
struct Lane {
    waiting: VecDeque<Taken>,
    /// Whether its user was told that too many wait.
    told: bool,
}

/// What became of an update that came in.
pub(super) enum Entered {
    /// The lane was free: whoever entered it works it off.
    Free(Taken),
    /// It waits behind the user's others.
    Waits,
    /// Too many of the user's wait already, and the user is to be told.
    Full(Taken),
    /// The same, and the user was told.
    Over,
}

impl Lanes {
    pub(super) fn enter(&self, taken: Taken) -> Entered {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match lanes.get_mut(&taken.update.sender()) {
            None => {
                lanes.insert(taken.update.sender(), Lane::default());
                Entered::Free(taken)
            }
            Some(lane) if lane.waiting.len() < WAITING => {
                lane.waiting.push_back(taken);
                Entered::Waits
            }
            Some(lane) if lane.told => Entered::Over,
            Some(lane) => {
                lane.told = true;
                Entered::Full(taken)
            }
        }
    }

    /// The user's next update; `None` frees the lane.
    pub(super) fn next(&self, user: i64) -> Option<Taken> {
        let mut lanes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let next = lanes.get_mut(&user);
        let next = next.and_then(|lane| lane.waiting.pop_front());
        if next.is_none() {
            lanes.remove(&user);
        }
        next
    }
}

//! Inline queries beside everything else: each user's newest is answered, at once, and what a user typed
//! before is dropped.

use std::collections::HashMap;
use std::sync::{Arc, Mutex as Lock, PoisonError};

use tokio::sync::Mutex;
use tokio::task::AbortHandle;

/// How many users are kept before those whose queries are answered are forgotten.
const USERS: usize = 4_096;

/// What is being answered, by user.
#[derive(Default)]
pub(super) struct Typing(Lock<HashMap<i64, Newest>>);

/// A user's turn to search: one search of a user at a time, so that nobody's typing takes all the room.
pub(super) type Turn = Arc<Mutex<()>>;

struct Newest {
    task: AbortHandle,
    turn: Turn,
}

impl Typing {
    /// Starts the answer to a user's newest query, and ends the one to an earlier query, if there is any.
    pub(super) fn supersede(&self, user: i64, start: impl FnOnce(Turn) -> AbortHandle) {
        let mut users = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if users.len() > USERS {
            users.retain(|_, newest| !newest.task.is_finished());
        }
        let earlier = users.remove(&user);
        if let Some(earlier) = &earlier {
            earlier.task.abort();
        }
        let turn = earlier.map(|earlier| earlier.turn).unwrap_or_default();
        let task = start(Arc::clone(&turn));
        users.insert(user, Newest { task, turn });
    }
}

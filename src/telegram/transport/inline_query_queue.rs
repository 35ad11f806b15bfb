//! The queue of inline queries: only the newest of each user is answered.

use std::collections::HashMap;
use std::sync::{Arc, Mutex as Lock, PoisonError};

use tokio::sync::Mutex;
use tokio::task::AbortHandle;

/// How many users are kept before those whose queries are answered are forgotten.
const USERS: usize = 4_096;

/// What is being answered, by user.
#[derive(Default)]
pub(in crate::telegram) struct InlineQueryQueue(Lock<HashMap<i64, NewestQuery>>);

/// A user's turn to search: one search of a user at a time, so that nobody's typing takes all the room.
pub(in crate::telegram) type SearchPermit = Arc<Mutex<()>>;

struct NewestQuery {
    task: AbortHandle,
    turn: SearchPermit,
}

impl InlineQueryQueue {
    /// Starts the answer to a user's newest query, and ends the one to an earlier query, if there is any.
    pub(in crate::telegram) fn supersede(
        &self,
        user: i64,
        start: impl FnOnce(SearchPermit) -> AbortHandle,
    ) {
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
        users.insert(user, NewestQuery { task, turn });
    }
}

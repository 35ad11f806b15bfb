//! Which quote stands in which message: a reaction names the message alone.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use super::ballot::Quoted;

/// The latest quotes that were shown. A courtesy, and the one thing here that a restart loses: a reaction to what is
/// not remembered is not counted, the buttons under it are.
#[derive(Default)]
pub(in crate::telegram) struct Shown(Mutex<VecDeque<((i64, i32), Quoted)>>);

/// How many quotes are remembered.
const REMEMBERED: usize = 4_000;

impl Shown {
    pub(super) fn remember(&self, (chat, message): (i64, i32), quote: Quoted) {
        let mut shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shown.len() >= REMEMBERED {
            shown.pop_front();
        }
        shown.push_back(((chat, message), quote));
    }

    /// The quote that stands there now: the latest, for leafing puts another in its place.
    pub(super) fn in_message(&self, place: (i64, i32)) -> Option<Quoted> {
        let shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = shown.iter().rev().find(|(known, _)| *known == place);
        found.map(|(_, quote)| *quote)
    }
}

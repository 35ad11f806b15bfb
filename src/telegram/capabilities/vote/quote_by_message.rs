//! A cache of which quote stands in which message: a reaction names only the message.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use crate::telegram::rendering::VotableQuote;

/// The latest quotes that were shown. A courtesy, and the one thing here that a restart loses: a reaction to what is
/// not remembered is not counted, the buttons under it are.
#[derive(Default)]
pub(in crate::telegram) struct QuoteByMessage(Mutex<VecDeque<((i64, i32), VotableQuote)>>);

/// How many quotes are remembered.
const REMEMBERED: usize = 4_000;

impl QuoteByMessage {
    pub(super) fn remember(&self, (chat, message): (i64, i32), quote: VotableQuote) {
        let mut shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shown.len() >= REMEMBERED {
            shown.pop_front();
        }
        shown.push_back(((chat, message), quote));
    }

    /// The quote that stands there now: the latest, for leafing puts another in its place.
    pub(super) fn in_message(&self, place: (i64, i32)) -> Option<VotableQuote> {
        let shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = shown.iter().rev().find(|(known, _)| *known == place);
        found.map(|(_, quote)| *quote)
    }
}

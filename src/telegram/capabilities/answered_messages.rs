//! The messages that were answered lately, each with its answer: an edited question edits it.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use crate::telegram::transport::Message;

/// Which answer was given to which question: lets the answer to an edited question take the earlier one's
/// place. Only a courtesy: what is not remembered, after a restart or much later, is answered anew.
#[derive(Default)]
pub(in crate::telegram) struct AnsweredMessages(Mutex<RememberedAnswer>);

impl AnsweredMessages {
    pub(super) fn remember(&self, question: &Message, answer: i32) {
        let mut answered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = (question.chat.id, question.id);
        if answered.answers.insert(asked, answer).is_some() {
            return;
        }
        answered.order.push_back(asked);
        if answered.order.len() > REMEMBERED
            && let Some(oldest) = answered.order.pop_front()
        {
            answered.answers.remove(&oldest);
        }
    }

    pub(super) fn to(&self, question: &Message) -> Option<i32> {
        let answered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = (question.chat.id, question.id);
        answered.answers.get(&asked).copied()
    }
}

#[derive(Default)]
struct RememberedAnswer {
    answers: HashMap<QuestionMessage, i32>,
    /// The latest last.
    order: VecDeque<QuestionMessage>,
}

/// A question's chat and message.
type QuestionMessage = (i64, i32);

/// How many answers are remembered.
const REMEMBERED: usize = 2_000;

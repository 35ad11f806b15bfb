//! Duplicate questions in a group: the same question from many people gets one answer.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::language::normalized_words;
use crate::telegram::transport::Message;

/// How long the same question is the same burst.
const WINDOW: Duration = Duration::from_secs(10);

/// How many questions are remembered.
const REMEMBERED: usize = 1_000;

/// The latest questions of groups. A courtesy: what is not remembered is answered.
#[derive(Default)]
pub(in crate::telegram) struct RecentGroupQuestions(Mutex<VecDeque<GroupQuestion>>);

struct GroupQuestion {
    chat: i64,
    topic: Option<i32>,
    message: i32,
    words: Vec<String>,
    at: Instant,
}

impl RecentGroupQuestions {
    /// Whether another message of the group asked the same just now; else this one is remembered.
    pub(super) fn is_repeated(&self, message: &Message, question: &str) -> bool {
        if message.chat.is_private() {
            return false;
        }
        let words: Vec<String> = normalized_words(question)
            .into_iter()
            .map(|(word, _)| word)
            .collect();
        let (chat, topic, id) = (message.chat.id, message.topic(), message.id);
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.retain(|one| one.at.elapsed() < WINDOW);
        let same =
            |one: &GroupQuestion| (one.chat, one.topic) == (chat, topic) && one.words == words;
        if let Some(first) = asked.iter().find(|one| same(one)) {
            // Its own update, handed out again or edited, is no repetition.
            return first.message != id;
        }
        if asked.len() >= REMEMBERED {
            asked.pop_front();
        }
        asked.push_back(GroupQuestion {
            chat,
            topic,
            message: id,
            words,
            at: Instant::now(),
        });
        false
    }
}

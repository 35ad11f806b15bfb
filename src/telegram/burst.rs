//! The same question by many at once in a group: one answer is enough.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::incoming::Message;
use crate::language::bare_words;

/// How long the same question is the same burst.
const WINDOW: Duration = Duration::from_secs(10);

/// How many questions are remembered.
const REMEMBERED: usize = 1_000;

/// The latest questions of groups. A courtesy: what is not remembered is answered.
#[derive(Default)]
pub(super) struct Bursts(Mutex<VecDeque<Asked>>);

struct Asked {
    chat: i64,
    topic: Option<i32>,
    message: i32,
    words: Vec<String>,
    at: Instant,
}

impl Bursts {
    /// Whether another message of the group asked the same just now; else this one is remembered.
    pub(super) fn repeats(&self, message: &Message, question: &str) -> bool {
        if message.chat.is_private() {
            return false;
        }
        let words: Vec<String> = bare_words(question)
            .into_iter()
            .map(|(word, _)| word)
            .collect();
        let (chat, topic, id) = (message.chat.id, message.topic(), message.id);
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.retain(|one| one.at.elapsed() < WINDOW);
        let same = |one: &Asked| (one.chat, one.topic) == (chat, topic) && one.words == words;
        if let Some(first) = asked.iter().find(|one| same(one)) {
            // Its own update, handed out again or edited, is no repetition.
            return first.message != id;
        }
        if asked.len() >= REMEMBERED {
            asked.pop_front();
        }
        asked.push_back(Asked {
            chat,
            topic,
            message: id,
            words,
            at: Instant::now(),
        });
        false
    }
}

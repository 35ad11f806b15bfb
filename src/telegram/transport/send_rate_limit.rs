//! The rate limit of sending: 30 messages a second overall, 20 a minute in a group, about one a second in a private
//! chat. What somebody waits for goes first.

use std::sync::{Mutex as Lock, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Mutex;
use tokio::time::sleep;

use super::token_bucket::{RefillRate, TokenBucket};

/// What is sent, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SendPriority {
    /// A message, a picture.
    Answer,
    /// A change of what stands there already.
    Edit,
    /// Everything else.
    Rest,
}

impl SendPriority {
    /// The class of a method of the Bot API, as the library spells it; `None` for what is sent to no chat.
    pub(super) fn of(method: &str) -> Option<Self> {
        match method {
            "SendMessage" | "SendPhoto" => Some(Self::Answer),
            "AnswerInlineQuery" | "AnswerCallbackQuery" | "GetChatMember" | "GetFile" => None,
            method if method.starts_with("Edit") => Some(Self::Edit),
            _ => Some(Self::Rest),
        }
    }
}

/// A group's allowance.
const GROUP: RefillRate = RefillRate {
    full: 20.0,
    per_second: 20.0 / 60.0,
};

/// A private chat's: Telegram takes about one message a second, and short bursts
/// (<https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this>).
const PRIVATE: RefillRate = RefillRate {
    full: 10.0,
    per_second: 1.0,
};

/// The turns of everything that is sent.
pub(super) struct SendRateLimit {
    /// `None` for as fast as it can be.
    flow: Option<RefillRate>,
    bucket: Lock<TokenBucket>,
    /// Held by the first in the queue of each class.
    heads: [Mutex<()>; 3],
}

impl SendRateLimit {
    /// So many messages a second; 0 for as many as there are.
    pub(super) fn new(per_second: u32) -> Self {
        let rate = f64::from(per_second);
        let flow = RefillRate {
            full: rate,
            per_second: rate,
        };
        Self {
            flow: (per_second > 0).then_some(flow),
            bucket: Lock::new(TokenBucket::full(flow, Instant::now())),
            heads: std::array::from_fn(|_| Mutex::default()),
        }
    }

    /// What one chat may be sent; `None` for as much as there is.
    pub(super) fn of_chat(&self, chat: i64) -> Option<RefillRate> {
        // Groups have negative numbers.
        match chat {
            ..0 => Some(GROUP),
            _ => self.flow.map(|_| PRIVATE),
        }
    }

    /// Waits for a turn: in a class first come, first served.
    pub(super) async fn turn(&self, class: Option<SendPriority>) {
        let (Some(flow), Some(class)) = (self.flow, class) else {
            return;
        };
        let _head = self.heads[class as usize].lock().await;
        while let Err(wait) = self.take(flow, class) {
            sleep(wait).await;
        }
    }

    fn take(&self, flow: RefillRate, class: SendPriority) -> Result<(), Duration> {
        let more_urgent = &self.heads[..class as usize];
        if more_urgent.iter().any(|head| head.try_lock().is_err()) {
            return Err(Duration::from_secs_f64(1.0 / flow.per_second));
        }
        let mut bucket = self.bucket.lock().unwrap_or_else(PoisonError::into_inner);
        bucket.take(flow, Instant::now())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_somebody_waits_for_goes_before_edits_and_those_before_the_rest() {
        let pace = SendRateLimit::new(30);
        let flow = pace.flow.unwrap();
        let an_answer_waits = pace.heads[SendPriority::Answer as usize].lock().await;
        assert!(pace.take(flow, SendPriority::Edit).is_err());
        assert!(pace.take(flow, SendPriority::Answer).is_ok());
        drop(an_answer_waits);
        let an_edit_waits = pace.heads[SendPriority::Edit as usize].lock().await;
        assert!(pace.take(flow, SendPriority::Rest).is_err());
        assert!(pace.take(flow, SendPriority::Edit).is_ok());
        drop(an_edit_waits);
        assert!(pace.take(flow, SendPriority::Rest).is_ok());
    }

    #[tokio::test]
    async fn so_many_go_at_once_and_then_one_after_another() {
        let pace = SendRateLimit::new(2);
        let flow = pace.flow.unwrap();
        pace.turn(Some(SendPriority::Answer)).await;
        pace.turn(Some(SendPriority::Answer)).await;
        let wait = pace.take(flow, SendPriority::Answer).unwrap_err();
        assert!(wait <= Duration::from_millis(500), "{wait:?}");
        pace.turn(Some(SendPriority::Answer)).await;
    }

    #[tokio::test]
    async fn no_limit_means_no_waiting() {
        let pace = SendRateLimit::new(0);
        for _ in 0..10_000 {
            pace.turn(Some(SendPriority::Rest)).await;
        }
    }
}

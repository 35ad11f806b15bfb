//! The send queue: in order within a chat, with retries and rate limits.

use std::collections::HashMap;
use std::sync::{Arc, Mutex as Lock, PoisonError};
use std::time::{Duration, Instant};

use rand::Rng;
use teloxide::requests::Payload;
use tokio::sync::{Mutex, watch};
use tokio::time::sleep;

use super::api_client::{ApiClient, ApiResult, CallError};
use super::send_rate_limit::{SendPriority, SendRateLimit};
use super::token_bucket::TokenBucket;
use crate::monitor::Monitor;

/// The first wait after a fault, and the longest.
const FIRST: Duration = Duration::from_millis(200);
const LONGEST: Duration = Duration::from_secs(30);

/// How many chats' queues are kept before idle ones are forgotten.
const CHATS: usize = 4_096;

/// What is sent to one chat, one after another: what is left of its allowance, where it has one.
type ChatQueue = Arc<Mutex<Option<TokenBucket>>>;

/// Sends for every chat. Cheap to clone.
#[derive(Clone)]
pub(in crate::telegram) struct SendQueue {
    api: ApiClient,
    pace: Arc<SendRateLimit>,
    monitor: Monitor,
    chats: Arc<Lock<HashMap<i64, ChatQueue>>>,
    stopping: watch::Receiver<bool>,
}

impl SendQueue {
    /// Sends at most so many messages a second; 0 for as many as there are.
    pub(in crate::telegram) fn new(
        (api, per_second): (ApiClient, u32),
        monitor: Monitor,
        stopping: watch::Receiver<bool>,
    ) -> Self {
        Self {
            api,
            pace: Arc::new(SendRateLimit::new(per_second)),
            monitor,
            chats: Arc::default(),
            stopping,
        }
    }

    /// Sends to a chat until it is accepted or refused for good. While one message of a chat waits, the
    /// chat's next ones wait behind it, and nobody else's.
    pub(in crate::telegram) async fn send<P: Payload + serde::Serialize>(
        &self,
        chat: i64,
        payload: &P,
    ) -> Result<ApiResult, CallError> {
        self.until_done(chat, P::NAME, |chat| self.api.send_to(payload, chat))
            .await
    }

    /// Sends a file, as [`Self::send`] sends what has none.
    pub(in crate::telegram) async fn upload<P: Payload + serde::Serialize>(
        &self,
        chat: i64,
        payload: &P,
        file: (&str, &[u8]),
    ) -> Result<ApiResult, CallError> {
        self.until_done(chat, P::NAME, |chat| self.api.upload(payload, file, chat))
            .await
    }

    async fn until_done<F: Future<Output = Result<ApiResult, CallError>>>(
        &self,
        chat: i64,
        method: &str,
        send: impl Fn(Option<i64>) -> F,
    ) -> Result<ApiResult, CallError> {
        let queue = self.queue(chat);
        let waiting = self.monitor.waits();
        let mut allowance = queue.lock().await;
        if let (Some(bucket), Some(flow)) = (&mut *allowance, self.pace.of_chat(chat)) {
            while let Err(wait) = bucket.take(flow, Instant::now()) {
                sleep(wait).await;
            }
        }
        self.pace.turn(SendPriority::of(method)).await;
        drop(waiting);
        let mut wait = FIRST;
        let mut moved = None;
        loop {
            match send(moved).await {
                Err(CallError::Moved(to)) if moved.is_none() => moved = Some(to),
                Err(CallError::TooMany(pause)) => self.pause(pause + jitter(FIRST)).await?,
                // Two processes that poll conflict with each other, not with what is sent: somebody else answers.
                Err(CallError::Unreached(reason) | CallError::Conflict(reason)) => {
                    tracing::debug!(method, reason, "retrying");
                    self.pause(wait + jitter(wait)).await?;
                    wait = (wait * 2).min(LONGEST);
                    self.pace.turn(SendPriority::of(method)).await;
                }
                Err(CallError::Refused(reason)) if reason.contains("message is not modified") => {
                    return Ok(ApiResult::nothing());
                }
                done => return done,
            }
        }
    }

    /// A file that somebody sent, tried three times; `None` where it is larger than `most` bytes.
    pub(in crate::telegram) async fn download(
        &self,
        id: &str,
        most: usize,
    ) -> Result<Option<Vec<u8>>, CallError> {
        let mut wait = FIRST;
        for _ in 1..3 {
            match self.api.download(id, most).await {
                Err(CallError::TooMany(pause)) => self.pause(pause + jitter(FIRST)).await?,
                Err(CallError::Unreached(reason)) => {
                    tracing::debug!(method = "getFile", reason, "retrying");
                    self.pause(wait + jitter(wait)).await?;
                    wait *= 4;
                }
                done => return done,
            }
        }
        self.api.download(id, most).await
    }

    /// Sends once, for what is worth nothing later: a typing action, the answer to a press.
    pub(in crate::telegram) async fn send_once<P: Payload + serde::Serialize>(&self, payload: &P) {
        self.pace.turn(SendPriority::of(P::NAME)).await;
        if let Err(error) = self.api.send(payload).await {
            tracing::debug!(method = P::NAME, %error, "not sent");
        }
    }

    /// Sends what is of no chat and what nothing waits behind, tried three times: the answer to what somebody
    /// is typing.
    pub(in crate::telegram) async fn send_beside<P: Payload + serde::Serialize>(
        &self,
        payload: &P,
    ) -> Result<ApiResult, CallError> {
        self.pace.turn(SendPriority::of(P::NAME)).await;
        for _ in 1..3 {
            match self.api.send(payload).await {
                Err(CallError::TooMany(pause)) => self.pause(pause + jitter(FIRST)).await?,
                Err(CallError::Unreached(reason)) => {
                    tracing::debug!(method = P::NAME, reason, "retrying");
                    self.pause(FIRST + jitter(FIRST)).await?;
                }
                done => return done,
            }
        }
        self.api.send(payload).await
    }

    /// Waits; gives up where the process is told to stop and the wait is a long one.
    async fn pause(&self, wait: Duration) -> Result<(), CallError> {
        const WORTH_WAITING: Duration = Duration::from_secs(3);
        self.monitor.retried();
        let _waiting = self.monitor.waits();
        let mut stopping = self.stopping.clone();
        tokio::select! {
            () = sleep(wait) => Ok(()),
            _ = stopping.wait_for(|stop| *stop), if wait > WORTH_WAITING => Err(CallError::Unreached("stopping".to_owned())),
        }
    }

    fn queue(&self, chat: i64) -> ChatQueue {
        let mut chats = self.chats.lock().unwrap_or_else(PoisonError::into_inner);
        if chats.len() > CHATS {
            let now = Instant::now();
            chats.retain(|chat, queue| {
                let flow = self.pace.of_chat(*chat);
                let is_spent = |bucket: &Option<TokenBucket>| {
                    let left = bucket
                        .zip(flow)
                        .map(|(bucket, flow)| bucket.left(flow, now) < flow.full);
                    left.unwrap_or_default()
                };
                Arc::strong_count(queue) > 1
                    || queue.try_lock().is_ok_and(|bucket| is_spent(&bucket))
            });
        }
        let queue = chats.entry(chat).or_insert_with(|| {
            let flow = self.pace.of_chat(chat);
            let bucket = flow.map(|flow| TokenBucket::full(flow, Instant::now()));
            Arc::new(Mutex::new(bucket))
        });
        Arc::clone(queue)
    }
}

/// Up to `most`, by chance, so that many waiting do not come back at once.
pub(super) fn jitter(most: Duration) -> Duration {
    most.mul_f64(rand::rng().random_range(0.0..0.5))
}

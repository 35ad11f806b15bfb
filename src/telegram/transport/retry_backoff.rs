//! Retry backoff: longer waits after each failure, and one log line at the start and the end.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::sleep;

use super::api_client::CallError;
use super::send_queue::jitter;

/// How long is waited after a fault, at first and at most: as long as a poll is kept open, so that the bot is back within
/// that time.
const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(30);

#[derive(Default)]
pub(super) struct RetryBackoff {
    wait: Duration,
}

impl RetryBackoff {
    /// Waits after a fault, or until the process is told to stop.
    pub(super) async fn wait(&mut self, error: &CallError, stopping: &mut watch::Receiver<bool>) {
        if self.wait.is_zero() {
            tracing::warn!(%error, "Telegram cannot be reached or does not answer correctly; retrying");
            self.wait = FIRST;
        } else {
            self.wait = (self.wait * 2).min(LONGEST);
        }
        let wait = match error {
            CallError::TooMany(pause) => *pause + jitter(FIRST),
            _ => self.wait / 2 + jitter(self.wait),
        };
        tokio::select! {
            () = sleep(wait) => {}
            _ = stopping.wait_for(|stop| *stop) => {}
        }
    }

    /// A call succeeded.
    pub(super) fn over(&mut self) {
        if !self.wait.is_zero() {
            tracing::info!("Telegram answers again");
            self.wait = Duration::ZERO;
        }
    }
}

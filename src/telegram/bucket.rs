//! A token bucket: what is taken from it comes back with time.

use std::time::{Duration, Instant};

/// How much a bucket holds, and how much comes back each second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Flow {
    pub(super) full: f64,
    pub(super) per_second: f64,
}

/// What was left at some moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bucket {
    left: f64,
    since: Instant,
}

impl Bucket {
    pub(super) fn full(flow: Flow, now: Instant) -> Self {
        let left = flow.full;
        Self { left, since: now }
    }

    /// How much it holds by now.
    pub(super) fn left(&self, flow: Flow, now: Instant) -> f64 {
        let seconds = now.saturating_duration_since(self.since).as_secs_f64();
        (self.left + seconds * flow.per_second).min(flow.full)
    }

    /// Takes one; where there is none, how long it takes until there is.
    pub(super) fn take(&mut self, flow: Flow, now: Instant) -> Result<(), Duration> {
        (self.left, self.since) = (self.left(flow, now), now);
        if self.left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        let seconds = (1.0 - self.left) / flow.per_second;
        Err(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
    }
}

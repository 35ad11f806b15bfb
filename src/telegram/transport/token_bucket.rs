//! A token bucket, for rate limits.

use std::time::{Duration, Instant};

/// How much a bucket holds, and how much comes back each second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::telegram) struct RefillRate {
    pub(in crate::telegram) full: f64,
    pub(in crate::telegram) per_second: f64,
}

/// What was left at some moment.
#[derive(Debug, Clone, Copy)]
pub(in crate::telegram) struct TokenBucket {
    left: f64,
    since: Instant,
}

impl TokenBucket {
    pub(in crate::telegram) fn full(flow: RefillRate, now: Instant) -> Self {
        let left = flow.full;
        Self { left, since: now }
    }

    /// How much it holds by now.
    pub(in crate::telegram) fn left(&self, flow: RefillRate, now: Instant) -> f64 {
        let seconds = now.saturating_duration_since(self.since).as_secs_f64();
        (self.left + seconds * flow.per_second).min(flow.full)
    }

    /// Takes one; where there is none, how long it takes until there is.
    pub(in crate::telegram) fn take(
        &mut self,
        flow: RefillRate,
        now: Instant,
    ) -> Result<(), Duration> {
        (self.left, self.since) = (self.left(flow, now), now);
        if self.left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        let seconds = (1.0 - self.left) / flow.per_second;
        Err(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
    }
}

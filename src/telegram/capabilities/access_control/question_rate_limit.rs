//! The rate limit of questions for each user.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::config::Rate;
use crate::telegram::transport::{RefillRate, TokenBucket};

/// How many users' buckets are kept before the full ones are forgotten.
const USERS: usize = 16_384;

pub(super) struct UserRateLimits {
    rate: Option<Rate>,
    /// Only of those whose bucket is not full.
    users: Mutex<HashMap<i64, Allowance>>,
}

struct Allowance {
    bucket: TokenBucket,
    /// Whether its user was told that it is empty.
    told: bool,
}

/// What a user got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RateLimitDecision {
    Some,
    /// Nothing, for the first time since there was some.
    Last,
    Nothing,
}

impl UserRateLimits {
    pub(super) fn new(rate: Option<Rate>) -> Self {
        Self {
            rate,
            users: Mutex::default(),
        }
    }

    pub(super) fn take_question(&self, user: i64) -> RateLimitDecision {
        self.rate.map_or(RateLimitDecision::Some, |rate| {
            self.pour_at(rate, user, Instant::now())
        })
    }

    fn pour_at(&self, rate: Rate, user: i64, now: Instant) -> RateLimitDecision {
        let flow = RefillRate {
            full: f64::from(rate.burst),
            per_second: f64::from(rate.per_minute) / 60.0,
        };
        let mut users = self.users.lock().unwrap_or_else(PoisonError::into_inner);
        if users.len() >= USERS {
            users.retain(|_, allowance| allowance.bucket.left(flow, now) < flow.full);
        }
        let allowance = users.entry(user).or_insert_with(|| Allowance {
            bucket: TokenBucket::full(flow, now),
            told: false,
        });
        if allowance.bucket.take(flow, now).is_ok() {
            allowance.told = false;
            return RateLimitDecision::Some;
        }
        if std::mem::replace(&mut allowance.told, true) {
            RateLimitDecision::Nothing
        } else {
            RateLimitDecision::Last
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_bucket_gives_what_it_holds_tells_once_and_fills_again() {
        let rate = Rate {
            burst: 2,
            per_minute: 6,
        };
        let buckets = UserRateLimits::new(Some(rate));
        let start = Instant::now();
        let pour =
            |user, seconds| buckets.pour_at(rate, user, start + Duration::from_secs(seconds));
        assert_eq!([pour(1, 0), pour(1, 0)], [RateLimitDecision::Some; 2]);
        assert_eq!(
            [pour(1, 0), pour(1, 1)],
            [RateLimitDecision::Last, RateLimitDecision::Nothing]
        );
        assert_eq!(
            pour(2, 1),
            RateLimitDecision::Some,
            "another user's is another"
        );
        // Ten seconds are one question.
        assert_eq!(
            [pour(1, 11), pour(1, 11)],
            [RateLimitDecision::Some, RateLimitDecision::Last]
        );
        assert_eq!(
            [pour(1, 3_600), pour(1, 3_600), pour(1, 3_600)],
            [
                RateLimitDecision::Some,
                RateLimitDecision::Some,
                RateLimitDecision::Last
            ]
        );
    }
}

//! A bucket of questions a user: what is taken comes back with time.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::super::bucket::{Bucket, Flow};
use crate::config::Rate;

/// How many users' buckets are kept before the full ones are forgotten.
const USERS: usize = 16_384;

pub(super) struct Buckets {
    rate: Option<Rate>,
    /// Only of those whose bucket is not full.
    users: Mutex<HashMap<i64, Allowance>>,
}

struct Allowance {
    bucket: Bucket,
    /// Whether its user was told that it is empty.
    told: bool,
}

/// What a user got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Poured {
    Some,
    /// Nothing, for the first time since there was some.
    Last,
    Nothing,
}

impl Buckets {
    pub(super) fn new(rate: Option<Rate>) -> Self {
        Self {
            rate,
            users: Mutex::default(),
        }
    }

    pub(super) fn pour(&self, user: i64) -> Poured {
        self.rate.map_or(Poured::Some, |rate| {
            self.pour_at(rate, user, Instant::now())
        })
    }

    fn pour_at(&self, rate: Rate, user: i64, now: Instant) -> Poured {
        let flow = Flow {
            full: f64::from(rate.burst),
            per_second: f64::from(rate.per_minute) / 60.0,
        };
        let mut users = self.users.lock().unwrap_or_else(PoisonError::into_inner);
        if users.len() >= USERS {
            users.retain(|_, allowance| allowance.bucket.left(flow, now) < flow.full);
        }
        let allowance = users.entry(user).or_insert_with(|| Allowance {
            bucket: Bucket::full(flow, now),
            told: false,
        });
        if allowance.bucket.take(flow, now).is_ok() {
            allowance.told = false;
            return Poured::Some;
        }
        if std::mem::replace(&mut allowance.told, true) {
            Poured::Nothing
        } else {
            Poured::Last
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
        let buckets = Buckets::new(Some(rate));
        let start = Instant::now();
        let pour =
            |user, seconds| buckets.pour_at(rate, user, start + Duration::from_secs(seconds));
        assert_eq!([pour(1, 0), pour(1, 0)], [Poured::Some; 2]);
        assert_eq!([pour(1, 0), pour(1, 1)], [Poured::Last, Poured::Nothing]);
        assert_eq!(pour(2, 1), Poured::Some, "another user's is another");
        // Ten seconds are one question.
        assert_eq!([pour(1, 11), pour(1, 11)], [Poured::Some, Poured::Last]);
        assert_eq!(
            [pour(1, 3_600), pour(1, 3_600), pour(1, 3_600)],
            [Poured::Some, Poured::Some, Poured::Last]
        );
    }
}

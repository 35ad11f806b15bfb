//! Metrics of the running bot: what Prometheus scrapes, health and readiness.
//!
//! Nothing here knows who asked or what: every label is one of a few fixed words.

mod health_and_metrics_server;
mod metric_labels;
mod prometheus_metrics;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

pub use health_and_metrics_server::serve;
pub use metric_labels::{CorpusSize, FrontEnd, QuestionOutcome};

use prometheus_metrics::PrometheusMetrics;

/// What is counted as it happens. Cheap to clone; every clone counts into the same numbers.
#[derive(Clone)]
pub struct Monitor(Arc<Inner>);

struct Inner {
    numbers: PrometheusMetrics,
    reached: AtomicBool,
}

impl Default for Monitor {
    fn default() -> Self {
        Self(Arc::new(Inner {
            numbers: PrometheusMetrics::new(),
            reached: AtomicBool::new(false),
        }))
    }
}

impl Monitor {
    /// A question came in here and ended so.
    pub fn question(&self, front_end: FrontEnd, outcome: QuestionOutcome) {
        self.0.numbers.question(front_end, outcome).inc();
    }

    /// A question was looked up in the index.
    pub fn searched(&self, took: Duration) {
        self.0.numbers.search.observe(took.as_secs_f64());
    }

    /// A call was answered by Telegram.
    pub fn sent(&self, took: Duration) {
        self.0.numbers.sending.observe(took.as_secs_f64());
    }

    /// A call is tried again.
    pub fn retried(&self) {
        self.0.numbers.retries.inc();
    }

    /// Telegram said 429.
    pub fn slowed(&self) {
        self.0.numbers.slowed.inc();
    }

    /// Something panicked.
    pub fn panicked(&self) {
        self.0.numbers.panics.inc();
    }

    /// So many updates are in hand.
    pub fn in_hand(&self, updates: usize) {
        let updates = i64::try_from(updates).unwrap_or(i64::MAX);
        self.0.numbers.in_hand.set(updates);
    }

    /// Something waits to be sent until what is given back is dropped.
    #[must_use]
    pub fn waits(&self) -> WaitingMessage {
        self.0.numbers.waiting.inc();
        WaitingMessage(self.clone())
    }

    /// Whether Telegram answered when it was last called.
    pub fn reached(&self, reached: bool) {
        self.0.reached.store(reached, Ordering::Relaxed);
    }

    /// Whether Telegram answered when it was last called.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.0.reached.load(Ordering::Relaxed)
    }
}

/// Something that waits to be sent.
pub struct WaitingMessage(Monitor);

impl Drop for WaitingMessage {
    fn drop(&mut self) {
        self.0.0.numbers.waiting.dec();
    }
}

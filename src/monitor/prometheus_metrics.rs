//! Every Prometheus metric by its name.

use std::time::SystemTime;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};

use super::metric_labels::{CorpusSize, FrontEnd, QuestionOutcome};

/// Counters of questions by their labels.
type Questions = Family<[(&'static str, &'static str); 2], Counter>;

pub(super) struct PrometheusMetrics {
    registry: Registry,
    questions: Questions,
    pub(super) search: Histogram,
    pub(super) sending: Histogram,
    pub(super) retries: Counter,
    pub(super) slowed: Counter,
    pub(super) panics: Counter,
    pub(super) in_hand: Gauge,
    pub(super) waiting: Gauge,
    interviews: Gauge,
    passages: Gauge,
    age: Gauge,
}

impl PrometheusMetrics {
    pub(super) fn new() -> Self {
        // From half a millisecond to sixteen seconds.
        let latency = || Histogram::new(exponential_buckets(0.0005, 2.0, 16));
        let mut numbers = Self {
            registry: Registry::with_prefix("verbatim"),
            questions: Questions::default(),
            search: latency(),
            sending: latency(),
            retries: Counter::default(),
            slowed: Counter::default(),
            panics: Counter::default(),
            in_hand: Gauge::default(),
            waiting: Gauge::default(),
            interviews: Gauge::default(),
            passages: Gauge::default(),
            age: Gauge::default(),
        };
        numbers.register();
        numbers
    }

    fn register(&mut self) {
        let registry = &mut self.registry;
        registry.register(
            "questions",
            "Questions, by where they were asked and how they ended",
            self.questions.clone(),
        );
        for (name, help, histogram) in [
            ("search", "How long it took to find an answer", &self.search),
            (
                "sending",
                "How long a call of the Bot API took",
                &self.sending,
            ),
        ] {
            registry.register_with_unit(name, help, Unit::Seconds, histogram.clone());
        }
        for (name, help, counter) in [
            ("retries", "Calls that were retried", &self.retries),
            (
                "slowed",
                "Calls that Telegram answered with 429",
                &self.slowed,
            ),
            (
                "panics",
                "Panics, each of which lost one update",
                &self.panics,
            ),
        ] {
            registry.register(name, help, counter.clone());
        }
        for (name, help, gauge) in [
            (
                "updates_in_hand",
                "Updates that are not answered yet",
                &self.in_hand,
            ),
            (
                "sends_waiting",
                "Calls that are queued or waiting for a retry",
                &self.waiting,
            ),
            ("interviews", "Interviews in the index", &self.interviews),
            ("passages", "Passages in the index", &self.passages),
        ] {
            registry.register(name, help, gauge.clone());
        }
        let help = "How long ago the index was last written";
        registry.register_with_unit("index_age", help, Unit::Seconds, self.age.clone());
    }

    pub(super) fn question(
        &self,
        front_end: FrontEnd,
        outcome: QuestionOutcome,
    ) -> impl std::ops::Deref<Target = Counter> {
        let front_end = match front_end {
            FrontEnd::Private => "private",
            FrontEnd::Group => "group",
            FrontEnd::Inline => "inline",
        };
        let outcome = match outcome {
            QuestionOutcome::Quoted => "quoted",
            QuestionOutcome::Nothing => "nothing",
            QuestionOutcome::Failed => "failed",
        };
        self.questions
            .get_or_create(&[("front_end", front_end), ("outcome", outcome)])
    }

    /// Everything in OpenMetrics' text form (<https://prometheus.io/docs/specs/om/open_metrics_spec/>).
    pub(super) fn written(&self, corpus: CorpusSize) -> Result<String, std::fmt::Error> {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.interviews.set(number(corpus.interviews));
        self.passages.set(number(corpus.passages));
        let age = corpus
            .written
            .and_then(|written| SystemTime::now().duration_since(written).ok());
        if let Some(age) = age {
            self.age
                .set(i64::try_from(age.as_secs()).unwrap_or(i64::MAX));
        }
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

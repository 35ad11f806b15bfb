//! The program's log: its format, its level and where it is written.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use super::Failure;
use super::opentelemetry::{self, TraceLayer, Traces};
use crate::config::{Log, LogFormat};

/// What the engine logs is for those who work on it: what goes wrong in it is said in our own words.
const ENGINE: &str = "tantivy";

/// Starts the log, and sends spans to a collector, where one is named, until what comes back is dropped.
pub(super) fn start_logging(
    log: &Log,
    collector: Option<&str>,
    bot: bool,
) -> Result<Option<Traces>, Failure> {
    let default = if bot { "info" } else { "warn" };
    let level = log.level.as_deref().unwrap_or(default);
    // What is not UTF-8 is no expression, and said as such.
    let expression = std::env::var_os("RUST_LOG").filter(|value| !value.is_empty());
    let filter = match expression {
        Some(expression) => EnvFilter::try_new(expression.to_string_lossy()),
        None => EnvFilter::try_new(format!("{level},{ENGINE}=off")),
    };
    let filter = filter.map_err(|error| {
        Failure::usage(
            format!("the log level cannot be used: {error}"),
            "use `error`, `warn`, `info`, `debug` or `trace`",
        )
    })?;
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let lines = match log.format {
        LogFormat::Text => lines
            .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()))
            .with_filter(filter)
            .boxed(),
        LogFormat::Json => lines.json().with_filter(filter).boxed(),
    };
    let (spans, traces) = collector.map(opentelemetry::send).transpose()?.unzip();
    let listeners: Vec<TraceLayer> = spans.into_iter().chain([lines]).collect();
    tracing_subscriber::registry().with(listeners).init();
    Ok(traces)
}

//! The program's log: its format, its level and where it is written.

use std::sync::atomic::{AtomicBool, Ordering};

use tracing::{Event, Level, Subscriber};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use super::Failure;
use super::opentelemetry::{self, TraceLayer, Traces};
use crate::config::{Log, LogFormat};

/// What the engine logs is for those who work on it: what goes wrong in it is said in our own words.
const ENGINE: &str = "tantivy";
/// Under which name the program's own parts log.
const OWN: &str = env!("CARGO_CRATE_NAME");

/// Whose log it is: how much of it is shown where nobody says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LogReader {
    /// Who looks after a bot.
    Bot,
    /// Somebody who types at a terminal: a line of the log would land in theirs.
    Typing,
    /// Everybody else.
    Command,
}

impl LogReader {
    fn level(self) -> &'static str {
        match self {
            Self::Bot => "info",
            Self::Typing => "off",
            Self::Command => "warn",
        }
    }
}

/// Whether a warning was logged that nobody has been told of.
static WARNED: AtomicBool = AtomicBool::new(false);

/// Whether a warning or an error was logged since this was asked last.
pub(super) fn has_warned() -> bool {
    WARNED.swap(false, Ordering::Relaxed)
}

/// Notes that there was a warning; of the program's own only.
struct WarningNote;

impl<S: Subscriber> Layer<S> for WarningNote {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let metadata = event.metadata();
        if *metadata.level() <= Level::WARN && metadata.target().starts_with(OWN) {
            WARNED.store(true, Ordering::Relaxed);
        }
    }
}

/// Starts the log, and sends spans to a collector, where one is named, until what comes back is dropped.
pub(super) fn start_logging(
    log: &Log,
    collector: Option<&str>,
    reader: LogReader,
) -> Result<Option<Traces>, Failure> {
    let level = log.level.as_deref().unwrap_or(reader.level());
    // What is not UTF-8 is no expression, and said as such.
    let expression = std::env::var_os("RUST_LOG").filter(|value| !value.is_empty());
    // Whoever asks for a log sees it, and needs no notice.
    let is_told = log.level.is_none() && expression.is_none() && reader == LogReader::Typing;
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
    let notes = is_told.then(|| WarningNote.boxed());
    let listeners: Vec<TraceLayer> = spans.into_iter().chain([lines]).chain(notes).collect();
    tracing_subscriber::registry().with(listeners).init();
    Ok(traces)
}

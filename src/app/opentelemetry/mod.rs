//! OpenTelemetry traces: a span for each update, search and Bot API call. Spans carry numbers of updates and names of
//! methods, never who asked or what.

#[cfg(feature = "otlp")]
mod otlp_exporter;

#[cfg(feature = "otlp")]
pub(super) use otlp_exporter::{Traces, send};
use tracing_subscriber::Registry;
use tracing_subscriber::layer::Layer;

/// Something that is told of spans and events.
pub(super) type TraceLayer = Box<dyn Layer<Registry> + Send + Sync>;

/// Spans on their way.
#[cfg(not(feature = "otlp"))]
pub(super) struct Traces;

/// Sends spans to a collector; this program cannot.
#[cfg(not(feature = "otlp"))]
pub(super) fn send(_collector: &str) -> Result<(TraceLayer, Traces), super::Failure> {
    Err(super::Failure::usage(
        "`monitor.otlp` is set, and this program was built without it",
        "build it with `cargo build --release --features otlp`, or leave `monitor.otlp` empty",
    ))
}

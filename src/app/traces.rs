//! What each update took, as spans for an OpenTelemetry collector: its kind, the search, every call of the Bot API.
//! Spans carry numbers of updates and names of methods, never who asked or what.

#[cfg(feature = "otlp")]
mod otlp;

#[cfg(feature = "otlp")]
pub(super) use otlp::{Traces, send};

/// Spans on their way.
#[cfg(not(feature = "otlp"))]
pub(super) struct Traces;

/// Sends spans to a collector; this program cannot.
#[cfg(not(feature = "otlp"))]
pub(super) fn send(_collector: &str) -> Result<(super::log::Listener, Traces), super::Failure> {
    Err(super::Failure::usage(
        "`monitor.otlp` is set, and this program was built without it",
        "build it with `cargo build --release --features otlp`, or leave `monitor.otlp` empty",
    ))
}

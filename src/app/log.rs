//! Where the log goes and what is in it.

use tracing_subscriber::EnvFilter;

use super::Failure;
use crate::config::{Log, LogFormat};

pub(super) fn start(log: &Log, bot: bool) -> Result<(), Failure> {
    let default = if bot { "info" } else { "warn" };
    let level = log.level.as_deref().unwrap_or(default);
    let filter = match std::env::var("RUST_LOG")
        .ok()
        .filter(|value| !value.is_empty())
    {
        Some(expression) => EnvFilter::try_new(expression),
        None => EnvFilter::try_new(level),
    };
    let filter = filter.map_err(|error| {
        Failure::usage(
            format!("the log level cannot be used: {error}"),
            "use `error`, `warn`, `info`, `debug` or `trace`",
        )
    })?;
    let builder = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(filter);
    match log.format {
        LogFormat::Text => builder
            .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()))
            .init(),
        LogFormat::Json => builder.json().init(),
    }
    Ok(())
}

//! The signals that stop the bot: SIGINT and SIGTERM.

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::TelegramError;

/// Turns the first SIGINT or SIGTERM into the word to stop.
pub(in crate::telegram) fn stop_on_signals(stop: watch::Sender<bool>) -> Result<(), TelegramError> {
    let mut interrupt = signal(SignalKind::interrupt()).map_err(TelegramError::Signals)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(TelegramError::Signals)?;
    tokio::spawn(async move {
        tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
        tracing::info!("stopping: finishing the updates in progress");
        stop.send_replace(true);
    });
    Ok(())
}

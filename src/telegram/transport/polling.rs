//! Long polling (`getUpdates`): an update is confirmed once it was handled or written down.
//!
//! Telegram hands an update out until a later offset confirms it. The offset asked for is the oldest
//! update that is still in hand: killed at any moment, the bot gets again what it had not answered.

use std::time::Duration;

use serde_json::json;
use tokio::sync::watch;
use tokio::time::timeout;

use super::ALLOWED;
use super::api_client::{ApiClient, BotIdentity, CallError};
use super::dispatch::Dispatcher;
use super::error::TelegramError;
use super::raw_update::RawUpdate;
use super::retry_backoff::RetryBackoff;

/// How long Telegram may keep a poll open, and how long we wait for it.
const POLL: Duration = Duration::from_secs(30);
const POLL_PATIENCE: Duration = Duration::from_secs(45);

/// How often new updates are asked for while others are in hand.
const BUSY: Duration = Duration::from_millis(20);

/// How many are in hand at once: beyond it no further ones are asked for.
const MOST: usize = 10_000;

/// Who the bot is; waits for Telegram as long as it takes. `None` where it is told to stop before.
pub(in crate::telegram) async fn introduce(
    api: &ApiClient,
    mut stopping: watch::Receiver<bool>,
) -> Result<Option<BotIdentity>, TelegramError> {
    let mut faults = RetryBackoff::default();
    loop {
        let answer = tokio::select! {
            answer = api.me() => answer,
            _ = stopping.wait_for(|stop| *stop) => return Ok(None),
        };
        match answer {
            Ok(me) => {
                faults.over();
                return Ok(Some(me));
            }
            Err(CallError::Unauthorized) => return Err(TelegramError::WrongToken),
            Err(error) => faults.wait(&error, &mut stopping).await,
        }
        if *stopping.borrow() {
            return Ok(None);
        }
    }
}

/// Polls and hands out until told to stop.
pub(in crate::telegram) async fn poll(
    api: &ApiClient,
    dispatch: &Dispatcher,
    mut stopping: watch::Receiver<bool>,
) -> Result<(), TelegramError> {
    let hands = &dispatch.hands;
    let mut faults = RetryBackoff::default();
    while !*stopping.borrow() {
        if !hands.is_free() {
            hands.until_free(BUSY).await;
            hands.keep_long();
        }
        if hands.count() >= MOST {
            hands.until_empty(BUSY).await;
            continue;
        }
        let wait = if hands.is_free() {
            POLL
        } else {
            Duration::ZERO
        };
        let answer = tokio::select! {
            answer = get_updates(api, hands.offset(), wait) => answer,
            _ = stopping.wait_for(|stop| *stop) => break,
        };
        match answer {
            Ok(updates) => {
                faults.over();
                for raw in updates {
                    dispatch.take(&raw);
                }
            }
            Err(CallError::Unauthorized) => return Err(TelegramError::WrongToken),
            Err(CallError::Conflict(reason)) if reason.contains("webhook") => {
                without_webhook(api).await;
                faults
                    .wait(&CallError::Conflict(reason), &mut stopping)
                    .await;
            }
            Err(error) => faults.wait(&error, &mut stopping).await,
        }
    }
    Ok(())
}

/// Takes back a webhook that was set earlier: Telegram then lets us poll. What waits is kept.
async fn without_webhook(api: &ApiClient) {
    let body = json!({ "drop_pending_updates": false });
    match api.call("deleteWebhook", &body, POLL_PATIENCE).await {
        Ok(_) => tracing::info!("the previous webhook was removed"),
        Err(error) => tracing::debug!(%error, "the previous webhook could not be removed yet"),
    }
}

async fn get_updates(
    api: &ApiClient,
    offset: i64,
    wait: Duration,
) -> Result<Vec<RawUpdate>, CallError> {
    let body = json!({
        "offset": offset,
        "limit": 100,
        "timeout": wait.as_secs(),
        "allowed_updates": ALLOWED,
    });
    api.call("getUpdates", &body, POLL_PATIENCE).await?.read()
}

/// Confirms what is done by now.
pub(in crate::telegram) async fn confirm(api: &ApiClient, dispatch: &Dispatcher) {
    let offset = dispatch.hands.offset();
    if offset > 0 {
        let body = json!({ "offset": offset, "limit": 1, "timeout": 0 });
        let confirmed = timeout(
            Duration::from_secs(2),
            api.call("getUpdates", &body, POLL_PATIENCE),
        )
        .await;
        tracing::debug!(confirmed = matches!(confirmed, Ok(Ok(_))), "stopped");
    }
}

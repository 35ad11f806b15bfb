//! The webhook server: accepts an update once it was answered or written down.
//!
//! A delivery is accepted once its update was answered or written down; until then Telegram keeps it, and delivers
//! it again where we are killed, or where we say 503 because too much is in hand.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use serde_json::{Value, json};
use subtle::ConstantTimeEq;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::ALLOWED;
use super::api_client::{ApiClient, CallError};
use super::dispatch::Dispatcher;
use super::error::TelegramError;
use super::raw_update::RawUpdate;
use super::retry_backoff::RetryBackoff;
use crate::config::{Certificate, Secret, Webhook};
use crate::files;

/// The header that the secret comes in (<https://core.telegram.org/bots/api#setwebhook>).
const SECRET: &str = "x-telegram-bot-api-secret-token";

/// The largest update that is read, in bytes: a message has at most 4,096 characters.
const LARGEST: usize = 1 << 20;

/// How long an update may take before its delivery is accepted because it was written down.
const LONG: Duration = Duration::from_secs(5);

/// How often it is looked whether the webhook is still ours and the token still good.
const LOOK: Duration = Duration::from_secs(60);

/// Listens, tells Telegram where, and takes updates in until told to stop.
pub(in crate::telegram) async fn listen(
    api: &ApiClient,
    dispatch: &Dispatcher,
    settings: &Webhook,
    mut stopping: watch::Receiver<bool>,
) -> Result<(), TelegramError> {
    let handle = Handle::new();
    serve(dispatch, settings, &handle, stopping.clone()).await?;
    let webhook = WebhookInfo { api, settings };
    let done = webhook.keep(&mut stopping).await;
    handle.graceful_shutdown(Some(super::FINISH));
    done
}

async fn serve(
    dispatch: &Dispatcher,
    settings: &Webhook,
    handle: &Handle<SocketAddr>,
    stopping: watch::Receiver<bool>,
) -> Result<(), TelegramError> {
    let address = settings.listen;
    let failed = |error| TelegramError::Listen { address, error };
    let listener = TcpListener::bind(address).map_err(failed)?;
    listener.set_nonblocking(true).map_err(failed)?;
    let receiver = WebhookReceiver {
        dispatch: dispatch.clone(),
        secret: settings.secret.clone(),
        most: settings.queue,
        stopping,
    };
    // Any path: a reverse proxy may take a part of it away, and the secret says whose it is.
    let router = Router::new().fallback(post(receive)).with_state(receiver);
    let service = router.into_make_service();
    let handle = handle.clone();
    match &settings.certificate {
        None => {
            let server = axum_server::from_tcp(listener).map_err(failed)?;
            tokio::spawn(server.handle(handle).serve(service));
        }
        Some(Certificate {
            certificate, key, ..
        }) => {
            let unusable = |error| TelegramError::Certificate {
                file: certificate.clone(),
                error,
            };
            files::ensure_regular(certificate).map_err(unusable)?;
            files::ensure_regular(key).map_err(unusable)?;
            let tls = RustlsConfig::from_pem_file(certificate, key).await;
            let tls = tls.map_err(unusable)?;
            let server = axum_server::from_tcp_rustls(listener, tls).map_err(failed)?;
            tokio::spawn(server.handle(handle).serve(service));
        }
    }
    tracing::info!(%address, "waiting for updates");
    Ok(())
}

/// Where Telegram is told to deliver.
struct WebhookInfo<'a> {
    api: &'a ApiClient,
    settings: &'a Webhook,
}

impl WebhookInfo<'_> {
    /// Tells Telegram, and again where it forgot, until told to stop.
    async fn keep(&self, stopping: &mut watch::Receiver<bool>) -> Result<(), TelegramError> {
        let mut faults = RetryBackoff::default();
        let mut first = true;
        while !*stopping.borrow() {
            let kept = match self.is_ours(first).await {
                Ok(true) => Ok(()),
                Ok(false) => self.register(first).await,
                Err(error) => Err(error),
            };
            match kept {
                Ok(()) => {
                    first = false;
                    faults.over();
                    tokio::select! {
                        () = sleep(LOOK) => {}
                        _ = stopping.wait_for(|stop| *stop) => {}
                    }
                }
                Err(CallError::Unauthorized) => return Err(TelegramError::WrongToken),
                // What Telegram took before it will take again.
                Err(CallError::Refused(reason)) if first => {
                    return Err(TelegramError::Webhook(reason));
                }
                Err(error) => faults.wait(&error, stopping).await,
            }
        }
        Ok(())
    }

    /// Whether Telegram delivers here. At the start it is told in any case: other settings may have changed.
    async fn is_ours(&self, first: bool) -> Result<bool, CallError> {
        if first {
            return Ok(false);
        }
        let patience = Duration::from_secs(20);
        let info = self
            .api
            .call("getWebhookInfo", &json!({}), patience)
            .await?;
        let info: Value = info.read()?;
        let ours = info.get("url").and_then(Value::as_str) == Some(self.settings.url.as_str());
        if !ours {
            tracing::warn!("updates were delivered to another webhook: setting this one again");
        }
        if let Some(reason) = info.get("last_error_message").and_then(Value::as_str) {
            tracing::debug!(reason, "the last delivery failed");
        }
        Ok(ours)
    }

    async fn register(&self, first: bool) -> Result<(), CallError> {
        let settings = self.settings;
        let own = settings.certificate.as_ref().filter(|own| own.self_signed);
        let pem = match own {
            Some(own) => Some(tokio::fs::read(&own.certificate).await.map_err(|error| {
                CallError::Refused(format!("{}: {error}", own.certificate.display()))
            })?),
            None => None,
        };
        let wanted = json!({
            "url": settings.url,
            "secret_token": settings.secret.expose(),
            "max_connections": settings.max_connections,
            "allowed_updates": ALLOWED,
            "drop_pending_updates": first && settings.drop_pending,
        });
        self.api.set_webhook(&wanted, pem.as_deref()).await?;
        tracing::info!("Telegram delivers updates to the webhook");
        Ok(())
    }
}

/// What takes deliveries.
#[derive(Clone)]
struct WebhookReceiver {
    dispatch: Dispatcher,
    secret: Secret,
    /// How many updates are in hand at once.
    most: usize,
    stopping: watch::Receiver<bool>,
}

/// One delivery. The body is not read before the secret was found right.
async fn receive(
    State(receiver): State<WebhookReceiver>,
    headers: HeaderMap,
    body: Body,
) -> StatusCode {
    let secret = headers.get(SECRET).map(|value| value.as_bytes());
    let ours = receiver.secret.expose().as_bytes();
    if !bool::from(secret.unwrap_or_default().ct_eq(ours)) {
        return StatusCode::FORBIDDEN;
    }
    if *receiver.stopping.borrow() || receiver.dispatch.hands.count() >= receiver.most {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    let Ok(body) = axum::body::to_bytes(body, LARGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE;
    };
    let Ok(raw) = serde_json::from_slice::<RawUpdate>(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    let Some(id) = receiver.dispatch.take(&raw) else {
        return StatusCode::BAD_REQUEST;
    };
    let hands = &receiver.dispatch.hands;
    if let Some(done) = hands.until_done(id)
        && timeout(LONG, done).await.is_err()
        && !hands.keep(id, &raw)
    {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    StatusCode::OK
}

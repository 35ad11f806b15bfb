//! `/healthz`, `/readyz` and `/metrics`, on an address of their own.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;

use super::{Corpus, Monitor};

/// What the index holds, whenever somebody looks.
type Look = dyn Fn() -> Corpus + Send + Sync;

#[derive(Clone)]
struct Shown {
    monitor: Monitor,
    look: Arc<Look>,
}

/// Answers at this address for as long as the runtime runs.
///
/// # Errors
///
/// Where nothing can listen there.
pub async fn serve(
    address: SocketAddr,
    monitor: Monitor,
    look: impl Fn() -> Corpus + Send + Sync + 'static,
) -> io::Result<()> {
    let listener = TcpListener::bind(address).await?;
    let look = Arc::new(look);
    let router = Router::new()
        .route("/healthz", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(Shown { monitor, look });
    if let Ok(address) = listener.local_addr() {
        tracing::info!(%address, "health and metrics");
    }
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            tracing::error!(%error, "health and metrics are no longer served");
        }
    });
    Ok(())
}

/// The index is open from the start on: only Telegram may be missing.
async fn ready(State(shown): State<Shown>) -> Response {
    if shown.monitor.is_reached() {
        "ready\n".into_response()
    } else {
        let reason = "Telegram cannot be reached\n";
        (StatusCode::SERVICE_UNAVAILABLE, reason).into_response()
    }
}

async fn metrics(State(shown): State<Shown>) -> Response {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    match shown.monitor.0.numbers.written((shown.look)()) {
        Ok(text) => ([(header::CONTENT_TYPE, kind)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

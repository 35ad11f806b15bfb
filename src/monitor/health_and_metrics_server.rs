//! The HTTP server of `/healthz`, `/readyz` and `/metrics`.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;

use super::Monitor;
use super::metric_labels::CorpusSize;

/// What the index holds, whenever somebody looks.
type CorpusSizeSource = dyn Fn() -> CorpusSize + Send + Sync;

#[derive(Clone)]
struct ServerState {
    monitor: Monitor,
    look: Arc<CorpusSizeSource>,
}

/// Answers at this address for as long as the runtime runs.
///
/// # Errors
///
/// Where nothing can listen there.
pub async fn serve(
    address: SocketAddr,
    monitor: Monitor,
    look: impl Fn() -> CorpusSize + Send + Sync + 'static,
) -> io::Result<()> {
    let listener = TcpListener::bind(address).await?;
    let look = Arc::new(look);
    let router = Router::new()
        .route("/healthz", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(ServerState { monitor, look });
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
async fn ready(State(shown): State<ServerState>) -> Response {
    if shown.monitor.is_reached() {
        "ready\n".into_response()
    } else {
        let reason = "Telegram cannot be reached\n";
        (StatusCode::SERVICE_UNAVAILABLE, reason).into_response()
    }
}

async fn metrics(State(shown): State<ServerState>) -> Response {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    match shown.monitor.0.numbers.written((shown.look)()) {
        Ok(text) => ([(header::CONTENT_TYPE, kind)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

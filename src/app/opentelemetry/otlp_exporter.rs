//! The exporter of traces: OTLP over HTTP, on a thread of its own, so that answers never wait for a collector.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use opentelemetry::trace::TracerProvider;
use opentelemetry_http::{Bytes, HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tokio::runtime::Runtime;
use tracing::{Level, Metadata};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;

use super::TraceLayer;
use crate::app::Failure;

/// How long a batch may take, and how long the end of the program waits for the last.
const PATIENCE: Duration = Duration::from_secs(10);
const LAST: Duration = Duration::from_secs(2);

/// Spans on their way: dropped, it sends what it has.
pub(in crate::app) struct Traces(SdkTracerProvider);

impl Drop for Traces {
    fn drop(&mut self) {
        if let Err(error) = self.0.shutdown_with_timeout(LAST) {
            tracing::debug!(%error, "the last spans were not sent");
        }
    }
}

/// Sends spans to a collector's address for traces, in batches.
pub(in crate::app) fn send(collector: &str) -> Result<(TraceLayer, Traces), Failure> {
    let exporter = SpanExporter::builder()
        .with_http()
        .with_endpoint(collector)
        .with_timeout(PATIENCE)
        .with_http_client(Client::new()?)
        .build()
        .map_err(|error| {
            Failure::usage(
                format!("spans cannot be sent to `{collector}`: {error}"),
                "see `monitor.otlp` in config/verbatim.toml",
            )
        })?;
    let provider = SdkTracerProvider::builder()
        .with_batch_exporter(exporter)
        .with_resource(Resource::builder().with_service_name("verbatim").build())
        .build();
    let spans = tracing_opentelemetry::layer()
        .with_location(false)
        .with_threads(false)
        .with_tracer(provider.tracer("verbatim"))
        .with_filter(filter_fn(is_told));
    Ok((spans.boxed(), Traces(provider)))
}

/// Spans only: what is logged within them may say what somebody wrote.
fn is_told(metadata: &Metadata<'_>) -> bool {
    metadata.is_span()
        && *metadata.level() <= Level::DEBUG
        && metadata.target().starts_with("verbatim")
}

#[derive(Debug)]
struct Client {
    client: reqwest::Client,
    runtime: Runtime,
    /// Whether the last batch arrived: a change of it is said once.
    reached: AtomicBool,
}

impl Client {
    fn new() -> Result<Self, Failure> {
        Ok(Self {
            client: reqwest::Client::new(),
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?,
            reached: AtomicBool::new(true),
        })
    }

    async fn post(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let (parts, body) = request.into_parts();
        let request = self.client.request(parts.method, parts.uri.to_string());
        let request = request.headers(parts.headers).body(body).timeout(PATIENCE);
        let response = request.send().await?;
        let mut answer = Response::builder().status(response.status());
        if let Some(headers) = answer.headers_mut() {
            headers.extend(response.headers().clone());
        }
        Ok(answer.body(response.bytes().await?)?)
    }
}

impl HttpClient for Client {
    // The exporter's own thread waits here, outside any other runtime.
    fn send_bytes<'a, 'b>(
        &'a self,
        request: Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<Response<Bytes>, HttpError>> + Send + 'b>>
    where
        'a: 'b,
        Self: 'b,
    {
        let answer = self.runtime.block_on(self.post(request));
        let arrived = answer
            .as_ref()
            .is_ok_and(|answer| answer.status().is_success());
        match (self.reached.swap(arrived, Ordering::Relaxed), arrived) {
            (true, false) => {
                let reason = match &answer {
                    Ok(answer) => answer.status().to_string(),
                    Err(error) => error.to_string(),
                };
                tracing::warn!(
                    reason,
                    "the collector does not accept spans; the bot continues without tracing"
                );
            }
            (false, true) => tracing::info!("the collector accepts spans again"),
            _ => {}
        }
        Box::pin(std::future::ready(answer))
    }
}

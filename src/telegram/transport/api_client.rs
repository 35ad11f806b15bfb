//! The Bot API client: one HTTP call without retries. The token stays in here.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::Value;
use teloxide::net::default_reqwest_settings;
use teloxide::payloads::GetMe;
use teloxide::requests::Payload;
use tracing::Instrument;

use super::api_response;
pub(super) use super::api_response::{ApiResult, CallError};
use super::error::TelegramError;
use super::multipart_form::MultipartForm;
use crate::config::{Secret, Telegram};
use crate::monitor::Monitor;

/// How long a call may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// How long an upload may take.
const UPLOAD: Duration = Duration::from_secs(60);

/// The method that waits for updates.
const POLL: &str = "getUpdates";

/// The name of the part that a file is sent in.
pub(in crate::telegram) const PART: &str = "file";

/// How many connections stay open for the next call. After a fault a hundred calls may be made at once, and each
/// connection holds its buffers.
const IDLE: usize = 16;

/// How much a payload takes, in bytes: a quote and its buttons.
const USUAL: usize = 4_096;

/// The largest answer that is read, in bytes: 100 updates are far below.
const LARGEST: usize = 16 << 20;

/// The Bot API at its address. Cheap to clone.
#[derive(Clone)]
pub(in crate::telegram) struct ApiClient {
    client: teloxide::Bot,
    base: Arc<Secret>,
    /// Where files are.
    pub(super) files: Arc<Secret>,
    monitor: Monitor,
}

/// The bot itself, as `getMe` describes it.
#[derive(Debug, Deserialize)]
pub(in crate::telegram) struct BotIdentity {
    pub(in crate::telegram) id: i64,
    #[serde(default)]
    pub(in crate::telegram) username: String,
    /// Whether inline mode is switched on.
    #[serde(default)]
    pub(in crate::telegram) supports_inline_queries: bool,
}

impl ApiClient {
    pub(in crate::telegram) fn new(
        settings: &Telegram,
        monitor: Monitor,
    ) -> Result<Self, TelegramError> {
        let token = settings
            .token
            .as_ref()
            .map(Secret::expose)
            .unwrap_or_default();
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '_' | '-');
        if token.is_empty() || !token.chars().all(plain) {
            return Err(TelegramError::Malformed);
        }
        let base = Arc::new(Secret::new(format!("{}/bot{token}", settings.api_url)));
        let files = Arc::new(Secret::new(format!("{}/file/bot{token}", settings.api_url)));
        let client = default_reqwest_settings().pool_max_idle_per_host(IDLE);
        let client = client.build();
        let client = client.map_err(|error| TelegramError::Client(error.to_string()))?;
        Ok(Self {
            client: teloxide::Bot::with_client(token, client),
            base,
            files,
            monitor,
        })
    }

    pub(super) async fn me(&self) -> Result<BotIdentity, CallError> {
        let result = self
            .call(
                GetMe::NAME,
                &Value::Object(serde_json::Map::default()),
                PATIENCE,
            )
            .await?;
        result.read()
    }

    /// Sends a payload; the result as Telegram wrote it.
    pub(super) async fn send<P: Payload + serde::Serialize>(
        &self,
        payload: &P,
    ) -> Result<ApiResult, CallError> {
        self.send_to(payload, None).await
    }

    /// Sends a payload to another chat than it says, where one is given.
    pub(super) async fn send_to<P: Payload + serde::Serialize>(
        &self,
        payload: &P,
        chat: Option<i64>,
    ) -> Result<ApiResult, CallError> {
        let mut body = Vec::with_capacity(USUAL);
        let written = match chat {
            None => serde_json::to_writer(&mut body, payload),
            Some(chat) => serde_json::to_writer(&mut body, &fields(payload, Some(chat))?),
        };
        written.map_err(|error| CallError::Refused(error.to_string()))?;
        self.post(P::NAME, ("application/json", body), PATIENCE)
            .await
    }

    /// Calls a method with a body; `patience` is for the whole of it.
    pub(in crate::telegram) async fn call(
        &self,
        method: &str,
        body: &Value,
        patience: Duration,
    ) -> Result<ApiResult, CallError> {
        let body = body.to_string().into_bytes();
        self.post(method, ("application/json", body), patience)
            .await
    }

    /// Sends a payload with a file, by name and content, to which `attach://file` in it refers; to another chat than it
    /// says, where one is given.
    pub(super) async fn upload<P: Payload + serde::Serialize>(
        &self,
        payload: &P,
        file: (&str, &[u8]),
        chat: Option<i64>,
    ) -> Result<ApiResult, CallError> {
        let fields = fields(payload, chat)?;
        let form = MultipartForm::of(&fields, (PART, file));
        let content = (form.content_type.as_str(), form.body);
        self.post(P::NAME, content, UPLOAD).await
    }

    /// Tells Telegram where updates are to be sent, with the certificate (PEM) where it is not known to everybody.
    pub(super) async fn set_webhook(
        &self,
        settings: &Value,
        certificate: Option<&[u8]>,
    ) -> Result<ApiResult, CallError> {
        const METHOD: &str = "setWebhook";
        let Some(pem) = certificate else {
            return self.call(METHOD, settings, PATIENCE).await;
        };
        let form = MultipartForm::of(settings, ("certificate", ("certificate.pem", pem)));
        let content = (form.content_type.as_str(), form.body);
        self.post(METHOD, content, UPLOAD).await
    }

    /// Posts a body of some type to a method, and counts what comes of it.
    async fn post(
        &self,
        method: &str,
        content: (&str, Vec<u8>),
        patience: Duration,
    ) -> Result<ApiResult, CallError> {
        let began = Instant::now();
        // A poll is no work, and is kept open for half a minute.
        let span = if method == POLL {
            tracing::Span::none()
        } else {
            tracing::debug_span!("send", method)
        };
        let answer = self.post_once(method, content, patience);
        let answer = answer.instrument(span).await;
        self.monitor.reached(!matches!(
            answer,
            Err(CallError::Unreached(_) | CallError::Unauthorized)
        ));
        if matches!(answer, Err(CallError::TooMany(_))) {
            self.monitor.slowed();
        }
        if method != POLL {
            self.monitor.sent(began.elapsed());
        }
        answer
    }

    async fn post_once(
        &self,
        method: &str,
        (content_type, body): (&str, Vec<u8>),
        patience: Duration,
    ) -> Result<ApiResult, CallError> {
        let url = format!("{}/{}", self.base.expose(), in_camel_case(method));
        let content = Some((content_type, body));
        match self.exchange(url, content, patience, LARGEST).await? {
            (status, Some(body)) => api_response::read(&body, status),
            (_, None) => Err(CallError::Unreached("an answer without end".to_owned())),
        }
    }

    /// Gets what is at an address, or posts content of a type to it: the HTTP status and the body; `None` where that has
    /// more than `most` bytes.
    pub(super) async fn exchange(
        &self,
        url: String,
        content: Option<(&str, Vec<u8>)>,
        patience: Duration,
        most: usize,
    ) -> Result<(u16, Option<Vec<u8>>), CallError> {
        let client = self.client.client();
        let request = match content {
            None => client.get(url),
            Some((content_type, body)) => {
                let request = client.post(url).header("content-type", content_type);
                request.body(body)
            }
        };
        // An address holds the token: it is taken out of every error.
        let mut response = request
            .timeout(patience)
            .send()
            .await
            .map_err(|error| CallError::Unreached(error.without_url().to_string()))?;
        let status = response.status().as_u16();
        let mut bytes = Vec::new();
        while let Some(chunk) = response
            .chunk()
            .await
            .map_err(|error| CallError::Unreached(error.without_url().to_string()))?
        {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > most {
                return Ok((status, None));
            }
        }
        Ok((status, Some(bytes)))
    }
}

/// The fields of a payload, with another chat where one is given.
fn fields<P: serde::Serialize>(payload: &P, chat: Option<i64>) -> Result<Value, CallError> {
    let mut fields =
        serde_json::to_value(payload).map_err(|error| CallError::Refused(error.to_string()))?;
    if let Some(chat) = chat {
        fields["chat_id"] = chat.into();
    }
    Ok(fields)
}

/// `SendMessage` → `sendMessage`, as the Bot API's documentation writes it.
fn in_camel_case(method: &str) -> String {
    let mut chars = method.chars();
    chars
        .next()
        .map(|first| first.to_ascii_lowercase())
        .into_iter()
        .chain(chars)
        .collect()
}

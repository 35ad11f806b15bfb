//! The response to a Bot API call: its result or its error.

use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// Why a call did not succeed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(in crate::telegram) enum CallError {
    /// 401 or 404: no such bot.
    #[error("the token was refused")]
    Unauthorized,
    /// 409: another process polls for this bot, or a webhook is set.
    #[error("another process is running this bot: {0}")]
    Conflict(String),
    /// 429.
    #[error("too many messages, wait {} s", .0.as_secs())]
    TooMany(Duration),
    /// The group became a supergroup, which has this number.
    #[error("the group is now {0}")]
    Moved(i64),
    /// Any other 4xx: trying again changes nothing.
    #[error("refused: {0}")]
    Refused(String),
    /// 5xx, no connection, no time, no sense: trying again may help.
    #[error("cannot be reached: {0}")]
    Unreached(String),
}

/// What a call gave, as Telegram wrote it: of most of it nothing is read.
#[derive(Debug)]
pub(in crate::telegram) struct ApiResult(Box<RawValue>);

impl ApiResult {
    /// What there is to say of a call that changed nothing.
    pub(super) fn nothing() -> Self {
        Self(RawValue::NULL.to_owned())
    }

    /// Reads what is needed of it.
    pub(in crate::telegram) fn read<T: DeserializeOwned>(&self) -> Result<T, CallError> {
        serde_json::from_str(self.0.get()).map_err(|error| CallError::Unreached(error.to_string()))
    }
}

/// What Telegram answers with.
#[derive(Deserialize)]
struct ApiResponse {
    ok: bool,
    result: Option<Box<RawValue>>,
    #[serde(default)]
    error_code: u16,
    #[serde(default)]
    description: String,
    #[serde(default)]
    parameters: ResponseParameters,
}

#[derive(Default, Deserialize)]
struct ResponseParameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

/// The result of a call, from the body that was answered with.
pub(super) fn read(body: &[u8], status: u16) -> Result<ApiResult, CallError> {
    match serde_json::from_slice::<ApiResponse>(body) {
        Ok(response) if response.ok => {
            Ok(response.result.map_or_else(ApiResult::nothing, ApiResult))
        }
        Ok(response) => Err(refusal(response)),
        Err(_) => Err(CallError::Unreached(format!(
            "an answer that is not the Bot API's (HTTP status {status})"
        ))),
    }
}

fn refusal(response: ApiResponse) -> CallError {
    match response.error_code {
        401 | 404 => CallError::Unauthorized,
        409 => CallError::Conflict(response.description),
        429 => CallError::TooMany(Duration::from_secs(
            response.parameters.retry_after.unwrap_or(1),
        )),
        400 if let Some(to) = response.parameters.migrate_to_chat_id => CallError::Moved(to),
        400..=499 => CallError::Refused(response.description),
        _ => CallError::Unreached(format!("{} {}", response.error_code, response.description)),
    }
}

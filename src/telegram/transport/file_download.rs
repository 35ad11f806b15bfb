//! File download: the content of a file that somebody sent.

use std::time::Duration;

use serde::Deserialize;

use super::api_client::{ApiClient, PATIENCE};
use super::api_response::CallError;

/// How long a download may take: 20 MB on a slow line.
const DOWNLOAD: Duration = Duration::from_secs(120);

/// A file, as `getFile` describes it.
#[derive(Deserialize)]
struct StoredFile {
    /// Where it can be had for an hour; empty where it cannot.
    #[serde(default)]
    file_path: String,
}

impl ApiClient {
    /// The content of a file that somebody sent, at most `most` bytes; `None` where it is larger or Telegram
    /// says so.
    pub(super) async fn download(
        &self,
        id: &str,
        most: usize,
    ) -> Result<Option<Vec<u8>>, CallError> {
        let body = serde_json::json!({ "file_id": id });
        let file = match self.call("getFile", &body, PATIENCE).await {
            Err(CallError::Refused(reason)) if reason.contains("too big") => return Ok(None),
            file => file?.read::<StoredFile>()?,
        };
        let path = file.file_path;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '.' | '%');
        if path.is_empty() || path.contains("..") || !path.chars().all(plain) {
            return Err(CallError::Refused("a file without a path".to_owned()));
        }
        let url = format!("{}/{path}", self.files.expose());
        let (status, body) = self.exchange(url, None, DOWNLOAD, most).await?;
        if !(200..300).contains(&status) {
            return Err(CallError::Unreached(format!(
                "a file with HTTP status {status}"
            )));
        }
        Ok(body)
    }
}

//! A `multipart/form-data` body (RFC 7578) for file uploads.

use serde_json::Value;

/// A body with its type, which says where its parts end.
pub(super) struct MultipartForm {
    pub(super) content_type: String,
    pub(super) body: Vec<u8>,
}

impl MultipartForm {
    /// Texts as they are, other fields as JSON, then the file: its part, its name, its content.
    pub(super) fn of(fields: &Value, (part, (name, content)): (&str, (&str, &[u8]))) -> Self {
        // By chance: no content is searched for it.
        let boundary = format!("{:032x}", rand::random::<u128>());
        let mut body = Vec::with_capacity(content.len() + 4_096);
        for (key, value) in fields.as_object().into_iter().flatten() {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            let head =
                format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{key}\"\r\n\r\n");
            body.extend([head.as_bytes(), text.as_bytes(), b"\r\n"].concat());
        }
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        let end = format!("\r\n--{boundary}--\r\n");
        body.extend([head.as_bytes(), content, end.as_bytes()].concat());
        Self {
            content_type: format!("multipart/form-data; boundary={boundary}"),
            body,
        }
    }
}

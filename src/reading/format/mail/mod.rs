//! Mail: interviews that were made by letter, and pages that browsers saved as one.

pub(super) mod email_message;
pub(super) mod mhtml;

/// Whether the start of a file is the head of a mail: only header lines, a known one first.
pub(super) fn is_mail(head: &str) -> bool {
    const FIRST: [&str; 9] = [
        "from:",
        "received:",
        "return-path:",
        "delivered-to:",
        "mime-version:",
        "message-id:",
        "date:",
        "x-received:",
        "snapshot-content-location:",
    ];
    let opening = head.trim_start().to_ascii_lowercase();
    FIRST.iter().any(|name| opening.starts_with(name)) && opening.contains("\nmime-version:")
}

/// Whether the start of a mail is that of a saved page.
pub(super) fn is_page(head: &str) -> bool {
    let head = head.to_ascii_lowercase();
    head.contains("snapshot-content-location:")
        || head.contains("from: <saved by")
        || head.contains("content-type: multipart/related")
}

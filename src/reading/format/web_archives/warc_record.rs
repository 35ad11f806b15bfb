//! The head of a WARC record, and a count of the pages that give no interview.

use super::http_response;

/// Pages that give no interview, counted.
#[derive(Default)]
pub(super) struct LeftOut {
    pub(super) short: usize,
    pub(super) packed: usize,
    pub(super) large: usize,
}

impl LeftOut {
    pub(super) fn told(&self) -> Vec<String> {
        let count = |number: usize, what: &str| {
            (number > 0).then(|| format!("{what} are left out: {number}"))
        };
        [
            count(self.short, "pages of a few words"),
            count(self.large, "pages that are too large"),
            count(
                self.packed,
                "pages that are packed with Brotli or Zstandard, or damaged,",
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// The head of a record.
pub(super) struct Head {
    pub(super) headers: Vec<(String, String)>,
    pub(super) length: u64,
}

impl Head {
    pub(super) fn get(&self, name: &str) -> &str {
        http_response::value(&self.headers, name).unwrap_or_default()
    }

    /// The address of what was read; some writers put it in angle brackets.
    pub(super) fn address(&self) -> String {
        let address = self.get("warc-target-uri");
        address.trim_matches(['<', '>']).to_owned()
    }

    /// Whether its block may be a page.
    pub(super) fn may_be_page(&self) -> bool {
        let kind = self.get("content-type").to_ascii_lowercase();
        match self.get("warc-type").to_ascii_lowercase().as_str() {
            "response" => kind.is_empty() || kind.starts_with("application/http"),
            "resource" => is_html(&kind),
            _ => false,
        }
    }
}

pub(super) fn is_html(kind: &str) -> bool {
    let kind = kind.trim().to_ascii_lowercase();
    kind.starts_with("text/html") || kind.starts_with("application/xhtml")
}

//! YAML of front matter as JSON values.

use serde_json::Value;

/// What YAML says, `None` where it is malformed. Only `true` and `false` are no text: `y` and `no` stay what was written.
pub(super) fn parse_yaml(text: &str) -> Option<Value> {
    let options = serde_saphyr::options! { strict_booleans: true };
    serde_saphyr::from_str_with_options(text, options).ok()
}

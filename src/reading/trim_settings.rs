//! Trim settings: what an owner cuts off an interview in a sidecar or front matter, before or after some words.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::metadata_faults::MetadataFault;

/// The words at which an interview begins and ends; white space is compared as one space.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cuts {
    /// Everything before the first place of these words is cut off.
    pub(super) before: Option<String>,
    /// Everything after the last place of these words is cut off.
    pub(super) after: Option<String>,
}

impl Cuts {
    /// What a table cuts off; what is no text is a fault.
    pub(super) fn of_table(table: &Map<String, Value>, faults: &mut Vec<MetadataFault>) -> Self {
        let mut text = |key: &str| match table.get(key)? {
            Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
            value => {
                let hint = "write some words of the file in quotes";
                faults.push(MetadataFault::of_value(
                    key,
                    value,
                    hint,
                    "nothing is cut off",
                ));
                None
            }
        };
        Self {
            before: text("cut_before"),
            after: text("cut_after"),
        }
    }
}

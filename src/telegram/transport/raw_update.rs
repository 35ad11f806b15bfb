//! An update as JSON, before it is parsed.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

/// An update as Telegram wrote it. Cheap to clone.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Box<RawValue>")]
pub(super) struct RawUpdate(Arc<RawValue>);

impl From<Box<RawValue>> for RawUpdate {
    fn from(json: Box<RawValue>) -> Self {
        Self(json.into())
    }
}

impl RawUpdate {
    pub(super) fn json(&self) -> &str {
        self.0.get()
    }

    /// Its number, where it has one.
    pub(super) fn id(&self) -> Option<i64> {
        #[derive(Deserialize)]
        struct Numbered {
            update_id: i64,
        }
        let numbered: Numbered = serde_json::from_str(self.json()).ok()?;
        Some(numbered.update_id)
    }
}

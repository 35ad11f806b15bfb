//! An update before it is read: what is written down and handed on.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

/// An update as Telegram wrote it. Cheap to clone.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Box<RawValue>")]
pub(super) struct Raw(Arc<RawValue>);

impl From<Box<RawValue>> for Raw {
    fn from(json: Box<RawValue>) -> Self {
        Self(json.into())
    }
}

impl Raw {
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

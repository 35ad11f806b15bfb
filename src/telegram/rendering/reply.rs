//! A reply: HTML and the buttons under it.

use teloxide::types::InlineKeyboardMarkup;

use super::escaping;

/// A message to send: HTML and the buttons under it.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct Reply {
    pub(in crate::telegram) html: String,
    pub(in crate::telegram) keyboard: Option<InlineKeyboardMarkup>,
}

impl Reply {
    pub(in crate::telegram) fn text(text: &str) -> Self {
        Self {
            html: escaping::escape(text),
            keyboard: None,
        }
    }
}

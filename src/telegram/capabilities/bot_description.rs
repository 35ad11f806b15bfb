//! The bot's description in Telegram, in every language.
//!
//! An owner may have written a description of their own with @BotFather: what is not ours is left as it is.

use std::time::Duration;

use crate::messages::{CODES, Messages};
use crate::telegram::transport::{ApiClient, CallError};
use serde_json::{Value, json};

/// How long a call may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A text that Telegram shows: the methods that ask for it and set it, its field there, and its message.
struct DescriptionText {
    get: &'static str,
    set: &'static str,
    field: &'static str,
    message: &'static str,
}

const TEXTS: [DescriptionText; 2] = [
    DescriptionText {
        get: "getMyDescription",
        set: "setMyDescription",
        field: "description",
        message: "description",
    },
    DescriptionText {
        get: "getMyShortDescription",
        set: "setMyShortDescription",
        field: "short_description",
        message: "short-description",
    },
];

/// Tells Telegram what it does not show yet.
pub(in crate::telegram) async fn set_bot_description(api: &ApiClient) {
    for text in &TEXTS {
        if let Err(error) = text.tell(api).await {
            tracing::debug!(method = text.set, %error, "the bot's profile could not be updated");
        }
    }
}

impl DescriptionText {
    /// All languages are asked for before one is told: a text for everybody shows up in those that have none.
    async fn tell(&self, api: &ApiClient) -> Result<(), CallError> {
        let ours = CODES.map(|code| Messages::of(code).text(self.message));
        let mut missing = Vec::new();
        for (language, wanted) in languages().zip(&ours) {
            let body = in_language(language, json!({}));
            let has = api.call(self.get, &body, PATIENCE).await?;
            let has: Value = has.read()?;
            let has = has.get(self.field).and_then(Value::as_str);
            let has = has.unwrap_or_default();
            let may_be_changed = has.is_empty() || ours.iter().any(|text| text == has);
            if may_be_changed && has != wanted {
                missing.push((language, wanted));
            }
        }
        for (language, wanted) in missing {
            let body = in_language(language, json!({ self.field: wanted }));
            api.call(self.set, &body, PATIENCE).await?;
        }
        Ok(())
    }
}

fn in_language(language: Option<&str>, mut body: Value) -> Value {
    if let Some(language) = language {
        body["language_code"] = language.into();
    }
    body
}

/// The languages as Telegram has them: the first of the program's is everybody else's, and has no code.
fn languages() -> impl Iterator<Item = Option<&'static str>> {
    let codes = CODES.into_iter().enumerate();
    codes.map(|(at, code)| (at > 0).then_some(code))
}

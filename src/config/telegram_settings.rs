//! The `[telegram]` settings: token, owners, contact.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::access_settings::{Access, WrittenAccess};
use super::webhook_settings::{Webhook, WrittenWebhook};
use super::{ConfigError, Secret, address_hint, within};

/// The Telegram side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telegram {
    /// The bot's token from BotFather.
    pub token: Option<Secret>,
    /// The Bot API's address, without a slash at its end.
    pub api_url: String,
    /// The user ids of those who may change the corpus from a chat.
    pub owners: Vec<i64>,
    /// Whom to write to about the corpus, as /about says it; may be empty.
    pub contact: String,
    /// Who may ask, and how often.
    pub access: Access,
    /// How many messages are sent each second at most; 0 for as many as there are.
    pub per_second: u32,
    /// Where updates are delivered; `None` where they are asked for.
    pub webhook: Option<Webhook>,
    /// The folder of what is kept of updates between two processes, without the bot's number.
    pub updates: PathBuf,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WrittenTelegram {
    token: String,
    api_url: String,
    owners: Vec<i64>,
    contact: String,
    per_second: i64,
}

impl WrittenTelegram {
    pub(super) fn check(
        self,
        access: WrittenAccess,
        webhook: WrittenWebhook,
        updates: PathBuf,
    ) -> Result<Telegram, ConfigError> {
        let api_url = self.api_url.trim_end_matches('/').to_owned();
        if !is_address(&api_url) {
            let hint = address_hint(&self.api_url, "https://api.telegram.org");
            return Err(ConfigError::invalid(
                "telegram.api_url",
                &self.api_url,
                &hint,
            ));
        }
        let token = self.token.trim();
        if !token.is_empty() && !is_token(token) {
            return Err(ConfigError::not_a_token());
        }
        if let Some(id) = self.owners.iter().find(|id| **id <= 0) {
            let hint = "user ids are positive numbers; to find out yours, send the bot a file";
            return Err(ConfigError::invalid(
                "telegram.owners",
                &id.to_string(),
                hint,
            ));
        }
        let per_second = within("telegram.per_second", self.per_second, (0, 1_000))?;
        Ok(Telegram {
            token: (!token.is_empty()).then(|| Secret::new(token)),
            api_url,
            owners: self.owners,
            contact: self.contact,
            access: access.check()?,
            per_second: u32::try_from(per_second).unwrap_or(u32::MAX),
            webhook: webhook.check(token)?,
            updates,
        })
    }
}

/// Whether a text has the form of a bot's token: its number, a colon, and a secret.
///
/// <https://core.telegram.org/bots/features#botfather>
fn is_token(token: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    token.split_once(':').is_some_and(|(number, secret)| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        is_digits(number) && !secret.is_empty() && secret.bytes().all(fits)
    })
}

fn is_address(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| {
        !host.is_empty() && !host.starts_with('/') && !host.contains(char::is_whitespace)
    })
}

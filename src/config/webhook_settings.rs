//! The `[webhook]` settings: address, certificate, secret.

use std::net::SocketAddr;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use url::Url;

use super::{ConfigError, Secret, address_hint, path_settings, within};

/// Updates that are delivered instead of asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// The address that Telegram delivers to, `https`.
    pub url: String,
    /// Where the bot listens.
    pub listen: SocketAddr,
    /// What each delivery has to say.
    pub secret: Secret,
    /// How many deliveries Telegram makes at once, 1 to 100.
    pub max_connections: u8,
    /// Whether what came while the bot was off is thrown away.
    pub drop_pending: bool,
    /// How many updates may be in hand at once.
    pub queue: usize,
    /// Where the bot itself speaks TLS.
    pub certificate: Option<Certificate>,
}

/// A certificate with its key, PEM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The file of the certificate, with those that it was signed with.
    pub certificate: PathBuf,
    /// The file of its key.
    pub key: PathBuf,
    /// Whether Telegram has to be given it, because nobody else vouches for it.
    pub self_signed: bool,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WrittenWebhook {
    url: String,
    listen: String,
    secret: String,
    max_connections: i64,
    drop_pending: bool,
    queue: i64,
    #[serde(serialize_with = "path_settings::shown")]
    pub(super) certificate: PathBuf,
    #[serde(serialize_with = "path_settings::shown")]
    pub(super) key: PathBuf,
    self_signed: bool,
}

impl WrittenWebhook {
    /// `None` where no address is named. Without a secret of its own it has one that follows from the token: every
    /// replica then has the same.
    pub(super) fn check(self, token: &str) -> Result<Option<Webhook>, ConfigError> {
        let invalid = ConfigError::invalid;
        let is_url = Url::parse(&self.url).is_ok_and(|url| url.scheme() == "https");
        if !is_url && !self.url.is_empty() {
            let hint = address_hint(&self.url, "https://example.org/telegram");
            return Err(invalid("webhook.url", &self.url, &hint));
        }
        let listen = address("webhook.listen", &self.listen)?;
        let max_connections = within("webhook.max_connections", self.max_connections, (1, 100))?;
        let queue = within("webhook.queue", self.queue, (1, 100_000))?;
        let secret = if self.secret.is_empty() {
            let digest = Sha256::digest(format!("verbatim webhook {token}"));
            crate::interview::hex(&digest)
        } else {
            self.secret
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        if secret.len() > 256 || !secret.chars().all(plain) {
            let hint = "use 1 to 256 of the characters A-Z, a-z, 0-9, _ and -";
            return Err(invalid("webhook.secret", "…", hint));
        }
        let is_set = |path: &PathBuf| !path.as_os_str().is_empty();
        let certificate = match (is_set(&self.certificate), is_set(&self.key)) {
            (false, false) if self.self_signed => {
                let hint =
                    "set `webhook.certificate` and `webhook.key` too, or remove `self_signed`";
                return Err(invalid("webhook.self_signed", "true", hint));
            }
            (false, false) => None,
            (true, true) => Some(Certificate {
                certificate: self.certificate,
                key: self.key,
                self_signed: self.self_signed,
            }),
            (true, false) => {
                let hint = "`webhook.certificate` is set: set both or neither";
                return Err(invalid("webhook.key", "", hint));
            }
            (false, true) => {
                let hint = "`webhook.key` is set: set both or neither";
                return Err(invalid("webhook.certificate", "", hint));
            }
        };
        // What is wrong is said although nothing is delivered yet.
        if self.url.is_empty() {
            return Ok(None);
        }
        Ok(Some(Webhook {
            url: self.url,
            listen,
            secret: Secret::new(secret),
            max_connections: u8::try_from(max_connections).unwrap_or(u8::MAX),
            drop_pending: self.drop_pending,
            queue: usize::try_from(queue).unwrap_or(usize::MAX),
            certificate,
        }))
    }
}

/// An address to listen at.
pub(super) fn address(key: &str, value: &str) -> Result<SocketAddr, ConfigError> {
    value.parse().map_err(|_| {
        let with_port = format!("{value}:8080");
        let hint = match with_port.parse::<SocketAddr>() {
            Ok(_) => format!("did you mean `{with_port}`?"),
            Err(_) => "use an address with a port, like `127.0.0.1:8080`".to_owned(),
        };
        ConfigError::invalid(key, value, &hint)
    })
}

//! Errors that end the bot.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

/// What ends the bot.
#[derive(Debug, thiserror::Error)]
pub enum TelegramError {
    /// Telegram does not know the token, or does not know it any more.
    #[error("Telegram refused the token: it is mistyped or was revoked")]
    WrongToken,
    /// The token cannot be part of an address.
    #[error("the token does not have the form of one from @BotFather")]
    Malformed,
    /// No connection can be made at all: this machine's certificates or proxy settings are no good.
    #[error("cannot open network connections: {0}")]
    Client(String),
    /// Nothing can listen for deliveries there.
    #[error("cannot listen on `{address}` for updates: {error}")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// Why not.
        error: io::Error,
    },
    /// The certificate or its key cannot be used.
    #[error("the certificate `{}` cannot be used: {error}", .file.display())]
    Certificate {
        /// The file of the certificate.
        file: PathBuf,
        /// Why not.
        error: io::Error,
    },
    /// Telegram does not deliver to the address.
    #[error("Telegram refused the webhook: {0}")]
    Webhook(String),
    /// The process cannot be told to stop.
    #[error("cannot listen for signals: {0}")]
    Signals(io::Error),
}

impl TelegramError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::WrongToken | Self::Malformed => {
                Some("copy the token from @BotFather into TELOXIDE_TOKEN")
            }
            Self::Listen { .. } => Some("set `webhook.listen` to a free address of this machine"),
            Self::Certificate { .. } => Some(
                "set `webhook.certificate` and `webhook.key` to two PEM files that belong together",
            ),
            Self::Webhook(_) => Some(
                "set `webhook.url` to an `https` address that can be reached from the internet, or leave it empty",
            ),
            Self::Client(_) | Self::Signals(_) => None,
        }
    }

    /// Whether the owner has to change a setting.
    #[must_use]
    pub fn is_setting(&self) -> bool {
        !matches!(self, Self::Client(_) | Self::Signals(_))
    }
}

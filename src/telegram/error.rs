/// What ends the bot.
#[derive(Debug, thiserror::Error)]
pub enum TelegramError {
    /// Telegram does not know the token, or does not know it any more.
    #[error("Telegram refused the token: it is mistyped or was revoked")]
    WrongToken,
    /// The token cannot be part of an address.
    #[error("the token is not one that @BotFather gives")]
    Malformed,
    /// The process cannot be told to stop.
    #[error("cannot listen for signals: {0}")]
    Signals(std::io::Error),
}

impl TelegramError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::WrongToken | Self::Malformed => {
                Some("copy the token from @BotFather into TELOXIDE_TOKEN")
            }
            Self::Signals(_) => None,
        }
    }

    /// Whether the owner has to change a setting.
    #[must_use]
    pub fn is_setting(&self) -> bool {
        matches!(self, Self::WrongToken | Self::Malformed)
    }
}

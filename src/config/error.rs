//! Errors in the settings, with a hint that says what to do.

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct ConfigError {
    message: String,
    hint: Option<String>,
    /// The key whose value is wrong.
    pub(super) key: Option<String>,
}

impl ConfigError {
    pub(super) fn new(message: impl Into<String>, hint: Option<String>) -> Self {
        Self {
            message: message.into(),
            hint,
            key: None,
        }
    }

    /// A value that a key cannot have, and what it can.
    pub(super) fn invalid(key: &str, value: &str, hint: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            ..Self::new(
                format!("`{key}` cannot be `{value}`"),
                Some(hint.to_owned()),
            )
        }
    }

    /// A token that has not the form of one. It is not shown: it may be one all but a letter.
    pub(super) fn not_a_token() -> Self {
        Self {
            key: Some("telegram.token".to_owned()),
            ..Self::new(
                "`telegram.token` does not have the form of a token",
                Some("copy the whole token from @BotFather: a number, a colon, and a secret, such as `123456:ABC-DEF`".to_owned()),
            )
        }
    }

    /// The same, of what was set there.
    pub(super) fn found_in(self, source: &str) -> Self {
        Self {
            message: format!("{source}: {}", self.message),
            ..self
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

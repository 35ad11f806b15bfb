//! What ends the program: a line that says what went wrong, a line that says what to do, an exit code.

use std::io::Write;
use std::process::ExitCode;

use crate::answer::SynonymsError;
use crate::card::CardError;
use crate::config::ConfigError;
use crate::corpus::CorpusError;
use crate::eval::EvalError;
use crate::feedback::FeedbackError;
use crate::index::IndexError;
use crate::telegram::TelegramError;
use crate::terminal::StandardOutputError;

/// Wrong usage or a wrong setting, and everything else.
pub(super) const USAGE: u8 = 2;
pub(super) const OTHER: u8 = 3;

/// Why the program ends without having done what it was asked.
#[derive(Debug)]
pub struct Failure {
    message: String,
    hint: Option<String>,
    code: u8,
}

impl Failure {
    pub(super) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: Some(hint.into()),
            code: USAGE,
        }
    }

    /// A fault that is nobody's setting.
    pub(super) fn fault(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            code: OTHER,
            ..Self::usage(message, hint)
        }
    }

    /// An error whose hint is on a line of its own.
    fn hinted(error: &dyn std::error::Error, code: u8) -> Self {
        let text = error.to_string();
        let (message, hint) = match text.split_once('\n') {
            Some((message, hint)) => (message.to_owned(), Some(hint.to_owned())),
            None => (text, None),
        };
        Self {
            message,
            hint,
            code,
        }
    }

    /// Adds the cause.
    pub(super) fn because(&mut self, cause: &str) {
        self.message = format!("{}: {cause}", self.message);
    }

    /// The same with another hint.
    pub(super) fn hinting(self, hint: &str) -> Self {
        Self {
            hint: Some(hint.to_owned()),
            ..self
        }
    }

    /// Says what went wrong and what to do, and gives the exit code.
    #[must_use]
    pub fn report(&self) -> ExitCode {
        self.tell("error");
        ExitCode::from(self.code)
    }

    /// Says what is wrong and what to do, where that stops nothing yet.
    pub(super) fn warn(&self) {
        self.tell("warning");
    }

    fn tell(&self, what: &str) {
        say(&format!("{what}: {}", self.message.replace('\n', "; ")));
        if let Some(hint) = &self.hint {
            say(&format!("hint: {hint}"));
        }
    }
}

/// A line on the standard error; where there is none, nothing is to be done.
pub(super) fn say(line: &str) {
    let line = crate::terminal::visible_line(line);
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self {
            message: error.to_string(),
            hint: error.hint().map(str::to_owned),
            code: USAGE,
        }
    }
}

impl From<SynonymsError> for Failure {
    fn from(error: SynonymsError) -> Self {
        Self::usage(error.to_string(), error.hint())
    }
}

impl From<EvalError> for Failure {
    fn from(error: EvalError) -> Self {
        let code = match error {
            EvalError::Corpus(error) => return error.into(),
            EvalError::Index(_) | EvalError::Disk(_) => OTHER,
            _ => USAGE,
        };
        Self::hinted(&error, code)
    }
}

impl From<FeedbackError> for Failure {
    fn from(error: FeedbackError) -> Self {
        let code = match error {
            FeedbackError::Foreign(_) | FeedbackError::Disk { .. } => USAGE,
            FeedbackError::Damaged { .. }
            | FeedbackError::Full { .. }
            | FeedbackError::Database(_) => OTHER,
        };
        Self::hinted(&error, code)
    }
}

impl From<CardError> for Failure {
    fn from(error: CardError) -> Self {
        let code = match error {
            CardError::NoFonts(_) | CardError::Logo { .. } => USAGE,
            CardError::MissingGlyph(_) | CardError::Drawing(_) => OTHER,
        };
        Self::hinted(&error, code)
    }
}

impl From<CorpusError> for Failure {
    fn from(error: CorpusError) -> Self {
        let code = if error.is_setting() { USAGE } else { OTHER };
        Self {
            message: error.to_string(),
            hint: error.hint().map(str::to_owned),
            code,
        }
    }
}

impl From<IndexError> for Failure {
    fn from(error: IndexError) -> Self {
        CorpusError::Index(error).into()
    }
}

impl From<TelegramError> for Failure {
    fn from(error: TelegramError) -> Self {
        let code = if error.is_setting() { USAGE } else { OTHER };
        Self {
            message: error.to_string(),
            hint: error.hint().map(str::to_owned),
            code,
        }
    }
}

/// Whether an error is the standard output's, which has a hint of its own.
fn is_of_output(error: &std::io::Error) -> bool {
    error
        .get_ref()
        .is_some_and(|inner| inner.is::<StandardOutputError>())
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        let mut causes = error.chain().filter_map(|cause| cause.downcast_ref());
        if let Some(cause) = causes.find(|cause| is_of_output(cause)) {
            return Self::hinted(cause, OTHER);
        }
        Self {
            message: format!("{error:#}"),
            hint: None,
            code: OTHER,
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if is_of_output(&error) {
            return Self::hinted(&error, OTHER);
        }
        Self {
            message: error.to_string(),
            hint: None,
            code: OTHER,
        }
    }
}

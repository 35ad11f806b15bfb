//! Errors of tantivy as errors of the index.

use std::path::Path;

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenReadError, OpenWriteError};

use super::WriteFault;
use crate::files::{is_full_kind, is_read_only_kind};
use crate::index::error::IndexError;

impl IndexError {
    /// What the engine says of an index in a folder; `noted` is the first fault that writing met, in whichever thread.
    pub(super) fn of_engine(folder: &Path, error: TantivyError, noted: Option<WriteFault>) -> Self {
        let path = folder.to_owned();
        // The engine passes some faults on as text, without their kind: then what was noted says more.
        let says_why =
            |fault: &WriteFault| is_full_kind(fault.kind) || is_read_only_kind(fault.kind);
        let passed_on = fault(&error);
        let telling = passed_on.iter().chain(&noted).find(|fault| says_why(fault));
        let Some(fault) = telling.cloned().or(passed_on).or(noted) else {
            return error.into();
        };
        match fault.kind {
            kind if is_full_kind(kind) => Self::Full {
                path,
                cause: kind.to_string(),
            },
            kind if is_read_only_kind(kind) => Self::ReadOnly {
                path,
                cause: fault.text,
            },
            _ => Self::Engine(fault.text),
        }
    }
}

/// What the system said, where the engine passes it on.
fn fault(error: &TantivyError) -> Option<WriteFault> {
    match error {
        TantivyError::IoError(cause)
        | TantivyError::LockFailure(LockError::IoError(cause), _)
        | TantivyError::OpenReadError(OpenReadError::IoError {
            io_error: cause, ..
        })
        | TantivyError::OpenWriteError(OpenWriteError::IoError {
            io_error: cause, ..
        }) => Some(WriteFault::from(&**cause)),
        _ => None,
    }
}

impl From<TantivyError> for IndexError {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Self::Busy,
            // Its words are about threads, for those who work on the engine.
            TantivyError::ErrorInThread(_) | TantivyError::SystemError(_) => {
                Self::Engine("it stopped before it was finished".to_owned())
            }
            other => Self::Engine(other.to_string()),
        }
    }
}

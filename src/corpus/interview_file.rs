//! A file of the corpus that holds an interview, with its sidecar and its other exports.

use std::path::PathBuf;

use crate::interview::InterviewId;

/// A file that may be an interview.
#[derive(Debug)]
pub(super) struct InterviewFile {
    pub(super) id: InterviewId,
    pub(super) path: PathBuf,
    /// Other exports of what is likely the same recording, beside it: see [`super::duplicate_exports`].
    pub(super) forms: Vec<PathBuf>,
    /// The sidecar beside it, where there is one.
    pub(super) sidecar: Option<PathBuf>,
    /// Why nothing of it may be read: what seems to be its sidecar cannot be read as one.
    pub(super) held_back: Option<String>,
}

//! Errors of the index.

use std::io;
use std::path::{Path, PathBuf};

use crate::files::disk_full::{is_full, is_read_only_kind};

/// What can go wrong with an index.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Its folder cannot be made, read or written.
    #[error("cannot write the index in `{path}`: {cause}")]
    Folder {
        /// The index's folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The folder is somebody else's.
    #[error("`{path}` is not an index folder: it contains `{holds}`")]
    Foreign {
        /// The folder.
        path: PathBuf,
        /// Something in it that this program did not make.
        holds: String,
    },
    /// A file of it may not be read.
    #[error("cannot read `{path}`: {cause}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// No folder stands there, and none can be made there.
    #[error("`{0}` cannot be the index folder: it is {1}")]
    NotAFolder(PathBuf, &'static str),
    /// The folder is an index's in a format that this version does not know.
    #[error("the index in `{0}` was made by a newer version of verbatim")]
    OtherFormat(PathBuf),
    /// Nothing can be written into its folder.
    #[error("the index in `{path}` cannot be written: {cause}")]
    ReadOnly {
        /// The index's folder.
        path: PathBuf,
        /// What the system says.
        cause: String,
    },
    /// Nothing can be written into its folder, and what stands there cannot be used.
    #[error("the index in `{path}` cannot be used: {reason}; and its folder cannot be written")]
    Unusable {
        /// The index's folder.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
    /// There is no room for it.
    #[error("no space left for the index in `{path}`: {cause}")]
    Full {
        /// The index's folder.
        path: PathBuf,
        /// What the system says.
        cause: String,
    },
    /// Another process is writing it.
    #[error("another verbatim is writing the index")]
    Busy,
    /// Another process committed between the look at the index and the right to write it.
    #[error("another verbatim has written the index")]
    Overtaken,
    /// A stored interview cannot be understood.
    #[error("the index holds an interview that cannot be read: {0}")]
    Record(String),
    /// The engine failed.
    #[error("the index failed: {0}")]
    Engine(String),
}

impl IndexError {
    /// Whether its folder may not be written, or is full.
    #[must_use]
    pub fn is_unwritable(&self) -> bool {
        match self {
            Self::Folder { cause, .. } => is_read_only_kind(cause.kind()),
            Self::ReadOnly { .. } | Self::Unusable { .. } | Self::Full { .. } => true,
            _ => false,
        }
    }

    /// What the system says of a folder.
    pub(super) fn of_folder(folder: &Path, cause: io::Error) -> Self {
        let path = folder.to_owned();
        if is_full(&cause) {
            let cause = cause.kind().to_string();
            Self::Full { path, cause }
        } else {
            Self::Folder { path, cause }
        }
    }
}

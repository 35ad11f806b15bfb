//! Errors of the feedback database.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use rusqlite::ffi::{SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_WRITE};

use crate::files::{is_full, no_space};

/// How many bytes a database needs to begin with, and some votes and questions.
const LEAST: u64 = 1 << 20;

/// Why nothing can be kept, or what is kept cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum FeedbackError {
    /// What the file holds is not whole.
    #[error(
        "`{path}` is damaged: {reason}\nstart the bot: it keeps the damaged file under another name and creates a new one"
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite found.
        reason: String,
    },
    /// A database, but none that this version wrote.
    #[error(
        "`{0}` was written by a newer version or by another program\nname another file: `feedback.database`"
    )]
    Foreign(PathBuf),
    /// The file cannot be made or moved.
    #[error("`{path}` cannot be written: {error}\nname another file: `feedback.database`")]
    Disk {
        /// The file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// There is no room for it.
    #[error(
        "{}\nfree some space there, or name a file on another disk: `feedback.database`",
        no_space(folder(.path), &name(.path), LEAST.max(*.size), .cause)
    )]
    Full {
        /// The file.
        path: PathBuf,
        /// How large it is, or is to be, in bytes.
        size: u64,
        /// What the system says.
        cause: String,
    },
    /// SQLite failed.
    #[error("the feedback database: {0}")]
    Database(#[from] rusqlite::Error),
}

impl FeedbackError {
    /// What the system says of a file.
    pub(super) fn of_file(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        if is_full(&error) {
            let (size, cause) = (size(&path), error.to_string());
            Self::Full { path, size, cause }
        } else {
            Self::Disk { path, error }
        }
    }

    /// The same error, and which file has no room where that is what it is.
    pub(super) fn of_database(self, path: &Path) -> Self {
        match self {
            Self::Database(error) if is_no_space(&error) => Self::Full {
                path: path.to_owned(),
                size: size(path),
                cause: error.to_string(),
            },
            other => other,
        }
    }
}

/// SQLite says that the disk is full, or that it could write only a part: its own word for that is for a full disk
/// alone, and not for a quota or a limit on the size of files.
fn is_no_space(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error();
    code.is_some_and(|code| {
        code.code == ErrorCode::DiskFull
            || matches!(
                code.extended_code,
                SQLITE_IOERR_WRITE | SQLITE_IOERR_SHMSIZE
            )
    })
}

fn size(path: &Path) -> u64 {
    path.metadata().map_or(0, |metadata| metadata.len())
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    format!("`{}`", name.to_string_lossy())
}

fn folder(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("/"))
}

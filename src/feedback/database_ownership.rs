//! Ownership of a database file: only this program's own is opened.
//!
//! A database carries this program's number in its header, and gets its name only when it is whole: an empty file is
//! somebody else's. One of an earlier version has no number; its tables say whose it is.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use percent_encoding::{NON_ALPHANUMERIC, percent_encode};
use rusqlite::{Connection, OpenFlags};

use super::FeedbackError;
use super::database_schema::VERSION;
use crate::files;

/// This program's number in the header of its databases: "VbFb".
pub(super) const APPLICATION: i32 = 0x5662_4662;

/// What a database begins with, and where its version and its program's number stand, four bytes each, big-endian
/// (<https://sqlite.org/fileformat.html>).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const VERSION_AT: usize = 60;
const APPLICATION_AT: usize = 68;
const HEADER: usize = 100;

/// The tables of the first version.
const TABLES: [&str; 4] = ["secret", "unanswered", "usage", "vote"];

/// Makes sure that a file is a database of this program's, whole or damaged; nothing is written.
///
/// # Errors
///
/// [`FeedbackError::Foreign`] where it is not; where it is no regular file or cannot be read.
pub(super) fn ensure_own(path: &Path) -> Result<(), FeedbackError> {
    let header = header(path).map_err(|error| FeedbackError::of_file(path, error))?;
    let foreign = || FeedbackError::Foreign(path.to_owned());
    let header = header.ok_or_else(foreign)?;
    let number = |at: usize| {
        let bytes = header[at..at + 4].try_into();
        i64::from(i32::from_be_bytes(bytes.unwrap_or_default()))
    };
    let is_known = number(VERSION_AT) <= VERSION;
    let is_own = match number(APPLICATION_AT) {
        own if own == i64::from(APPLICATION) => true,
        0 => has_own_tables(path),
        _ => false,
    };
    if is_known && is_own {
        Ok(())
    } else {
        Err(foreign())
    }
}

/// The header of a database; `None` where the file begins as none does.
fn header(path: &Path) -> io::Result<Option<[u8; HEADER]>> {
    files::ensure_regular(path)?;
    let mut header = [0; HEADER];
    match File::open(path)?.read_exact(&mut header) {
        Ok(()) => Ok(header.starts_with(MAGIC).then_some(header)),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether the tables are those of an earlier version.
fn has_own_tables(path: &Path) -> bool {
    let names = || -> rusqlite::Result<Vec<String>> {
        let connection = open_unchanged(path, "immutable=1")?;
        let mut select = connection.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'preference' ORDER BY name",
        )?;
        let names = select.query_map([], |row| row.get(0))?;
        names.collect()
    };
    names().is_ok_and(|names| names == TABLES)
}

/// Opens a database for reading alone. `mode` says how: `immutable=1` makes no file beside it, and sees nothing of
/// one that is there.
pub(super) fn open_unchanged(path: &Path, mode: &str) -> rusqlite::Result<Connection> {
    let name = path.as_os_str().as_encoded_bytes();
    let name = percent_encode(name, NON_ALPHANUMERIC);
    Connection::open_with_flags(
        format!("file:{name}?{mode}"),
        OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
}

/// Whether nothing has the name yet, not even a link that leads nowhere.
pub(super) fn is_free(path: &Path) -> bool {
    matches!(fs::symlink_metadata(path), Err(error) if error.kind() == ErrorKind::NotFound)
}

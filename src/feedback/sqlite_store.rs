//! The SQLite store: opened, checked, migrated, and set aside where it is damaged.

use std::ffi::{OsStr, OsString};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{fs, io};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use tempfile::TempDir;

use super::FeedbackError;
use super::database_ownership::{APPLICATION, ensure_own, is_free, open_unchanged};
use super::database_schema::{TABLE, TABLES, VERSION};
use super::user_hash::KEY;
use crate::files;

/// The open database and its key.
pub(super) struct SqliteStore {
    pub(super) connection: Connection,
    pub(super) key: [u8; KEY],
    /// Which file was opened: device and inode.
    file: FileIdentity,
    /// The folder of the copy that is read in its place, where it cannot be read itself.
    _copy: Option<TempDir>,
}

/// Which file stands at a path: device and inode, `None` where there is none.
type FileIdentity = Option<(u64, u64)>;

fn identity(path: &Path) -> FileIdentity {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

/// How long another process that writes is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

impl SqliteStore {
    /// Opens the file, or begins one. One that is damaged gets another name first, and that is logged; a file that is
    /// no database is somebody else's and stays as it is.
    pub(super) fn open(path: &Path) -> Result<Self, FeedbackError> {
        let of_file = |error| FeedbackError::of_file(path, error);
        begin(path)?;
        match Self::whole(path) {
            Err(error @ FeedbackError::Damaged { .. }) => {
                let aside = set_aside(path).map_err(of_file)?;
                begin(path)?;
                let reason = error.to_string();
                tracing::error!(
                    reason = reason.lines().next(),
                    aside = %aside.display(),
                    "the feedback database is damaged: it was kept under another name and a new one created"
                );
                Self::whole(path)
            }
            opened => opened,
        }
    }

    /// Opens a file that exists, for reading alone where it cannot be written; `None` where there is none.
    pub(super) fn existing(path: &Path) -> Result<Option<Self>, FeedbackError> {
        if !path.exists() {
            return Ok(None);
        }
        match Self::whole(path) {
            Err(FeedbackError::Database(error)) if is_refused(&error) => {
                Self::unwritten(path).map(Some)
            }
            opened => opened.map(Some),
        }
    }

    fn whole(path: &Path) -> Result<Self, FeedbackError> {
        ensure_own(path)?;
        Self::try_whole(path).map_err(|error| match error {
            FeedbackError::Database(error) if is_damage(&error) => damaged(path, error.to_string()),
            error => error.of_database(path),
        })
    }

    fn try_whole(path: &Path) -> Result<Self, FeedbackError> {
        let file = identity(path);
        let mut connection = Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        connection.busy_timeout(PATIENCE)?;
        check(&connection, path)?;
        // What is deleted is overwritten, so that a vote that was to be forgotten is.
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;",
        )?;
        let key = prepare(&mut connection)?;
        Ok(Self {
            connection,
            key,
            file,
            _copy: None,
        })
    }

    /// Opens a file that cannot be written, nor anything beside it.
    fn unwritten(path: &Path) -> Result<Self, FeedbackError> {
        let mut log = OsString::from(path);
        log.push("-wal");
        // With a log of changes beside it, the file alone would be old.
        let has_log = fs::metadata(&log).is_ok_and(|log| log.len() > 0);
        let (connection, copy) = if has_log {
            // To read a log, SQLite needs an index of it in a file beside it: that is made beside a copy.
            let (connection, copy) = copied(path, &log)?;
            (connection, Some(copy))
        } else {
            (open_unchanged(path, "immutable=1")?, None)
        };
        check(&connection, path)?;
        let key = key(&connection)?;
        Ok(Self {
            connection,
            key,
            file: identity(path),
            _copy: copy,
        })
    }

    /// Whether the file that was opened is still the one at its path: what is written into one that was removed or
    /// replaced is lost.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        self.file.is_some() && self.file == identity(path)
    }

    /// Writes what the log of changes holds into the file, so that nothing deleted stays in the log.
    pub(super) fn settle(&self) -> Result<(), FeedbackError> {
        // Another process that reads may hold it up; the next time will do then.
        Ok(self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }
}

/// Opens a copy of a database and its log of changes, in a temporary folder.
fn copied(path: &Path, log: &OsStr) -> Result<(Connection, TempDir), FeedbackError> {
    let copy = || -> io::Result<(PathBuf, TempDir)> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("feedback.sqlite");
        fs::copy(path, &file)?;
        fs::copy(log, folder.path().join("feedback.sqlite-wal"))?;
        Ok((file, folder))
    };
    let (file, folder) = copy().map_err(|error| FeedbackError::Disk {
        path: path.to_owned(),
        error,
    })?;
    let connection = Connection::open_with_flags(
        file,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    Ok((connection, folder))
}

/// Makes sure that a file is whole, before anything in it is changed.
fn check(connection: &Connection, path: &Path) -> Result<(), FeedbackError> {
    let check: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if check != "ok" {
        return Err(damaged(path, check));
    }
    Ok(())
}

fn key(connection: &Connection) -> rusqlite::Result<[u8; KEY]> {
    connection.query_row("SELECT key FROM secret WHERE id = 1", [], |row| row.get(0))
}

/// Makes the tables where there are none; the key.
fn prepare(connection: &mut Connection) -> rusqlite::Result<[u8; KEY]> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let tables: i64 =
        transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if (version, tables) == (0, 0) {
        transaction.execute_batch(TABLES)?;
        let key: [u8; KEY] = rand::random();
        transaction.execute("INSERT INTO secret (id, key) VALUES (1, ?1)", [key])?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    if version < VERSION {
        transaction.execute_batch(TABLE)?;
        transaction.pragma_update(None, "user_version", VERSION)?;
    }
    let key = key(&transaction)?;
    transaction.commit()?;
    Ok(key)
}

pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(
        code,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
    )
}

/// Whether a file, or the folder that it is in, may not be written.
fn is_refused(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(
        code,
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied)
    )
}

fn damaged(path: &Path, reason: String) -> FeedbackError {
    FeedbackError::Damaged {
        path: path.to_owned(),
        // SQLite lists what it found on several lines.
        reason: reason.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// Makes the folder and a database without votes, which none but its owner may read, where nothing has the name yet.
/// It is made under another name, and is whole when it gets its own.
fn begin(path: &Path) -> Result<(), FeedbackError> {
    if !is_free(path) {
        return Ok(());
    }
    let of_file = |error| FeedbackError::of_file(path, error);
    let folder = path.parent().unwrap_or(Path::new("/"));
    fs::create_dir_all(folder).map_err(of_file)?;
    let made = files::temporary(".verbatim-feedback-", folder, 0o600).map_err(of_file)?;
    let filled = Connection::open(made.path()).and_then(|mut connection| {
        connection.execute_batch("PRAGMA journal_mode = MEMORY")?;
        prepare(&mut connection).map(drop)
    });
    filled.map_err(|error| FeedbackError::Database(error).of_database(path))?;
    match made.persist_noclobber(path) {
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        done => done.map(drop).map_err(|error| of_file(error.error)),
    }
}

/// Gives the file another name, with what SQLite keeps beside it; the new name.
fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let ending = format!(".damaged-{}", now.unwrap_or_default().as_secs());
    let named = |with: &str| -> PathBuf {
        let mut name = OsString::from(path);
        name.push(with);
        name.into()
    };
    for beside in ["-wal", "-shm"] {
        if named(beside).exists() {
            fs::rename(named(beside), named(&format!("{ending}{beside}")))?;
        }
    }
    fs::rename(path, named(&ending))?;
    Ok(named(&ending))
}

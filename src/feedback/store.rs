//! The file: opened, checked, given its tables; set aside where it is damaged.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::FeedbackError;
use super::preferences::TABLE;
use super::user::KEY;
use crate::files;

/// The open database and its key.
pub(super) struct Store {
    pub(super) connection: Connection,
    pub(super) key: [u8; KEY],
}

/// The version of the tables.
const VERSION: i64 = 2;

/// How long another process that writes is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

const TABLES: &str = "
    CREATE TABLE secret (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        key BLOB NOT NULL CHECK (length(key) = 32)
    ) STRICT;
    CREATE TABLE vote (
        user BLOB NOT NULL CHECK (length(user) = 32),
        interview TEXT NOT NULL,
        revision TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        up INTEGER NOT NULL CHECK (up IN (0, 1)),
        reason TEXT CHECK (reason IN ('beside', 'wrong', 'other')),
        day TEXT NOT NULL,
        PRIMARY KEY (user, interview, revision, start, end)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE unanswered (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL,
        language TEXT NOT NULL,
        day TEXT NOT NULL
    ) STRICT;
    CREATE TABLE usage (
        day TEXT PRIMARY KEY,
        answered INTEGER NOT NULL DEFAULT 0,
        unanswered INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX vote_day ON vote (day);
    CREATE INDEX unanswered_day ON unanswered (day);
    PRAGMA user_version = 1;
";

impl Store {
    /// Opens the file, or begins one. One that is damaged gets another name first, and that is logged.
    pub(super) fn open(path: &Path) -> Result<Self, FeedbackError> {
        begin(path).map_err(|error| FeedbackError::Disk {
            path: path.to_owned(),
            error,
        })?;
        match Self::whole(path) {
            Err(error @ FeedbackError::Damaged { .. }) => {
                let aside = set_aside(path).map_err(|error| FeedbackError::Disk {
                    path: path.to_owned(),
                    error,
                })?;
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

    /// Opens a file that exists; `None` where there is none.
    pub(super) fn existing(path: &Path) -> Result<Option<Self>, FeedbackError> {
        if !path.exists() {
            return Ok(None);
        }
        files::ensure_regular(path).map_err(|error| FeedbackError::Disk {
            path: path.to_owned(),
            error,
        })?;
        Self::whole(path).map(Some)
    }

    fn whole(path: &Path) -> Result<Self, FeedbackError> {
        Self::try_whole(path).map_err(|error| match error {
            FeedbackError::Database(error) if is_damage(&error) => damaged(path, error.to_string()),
            error => error,
        })
    }

    fn try_whole(path: &Path) -> Result<Self, FeedbackError> {
        let mut connection = Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE
                | OpenFlags::SQLITE_OPEN_CREATE
                | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        connection.busy_timeout(PATIENCE)?;
        let check: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if check != "ok" {
            return Err(damaged(path, check));
        }
        // What is deleted is overwritten, so that a vote that was to be forgotten is.
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;",
        )?;
        let key = prepare(&mut connection, path)?;
        Ok(Self { connection, key })
    }

    /// Writes what the log of changes holds into the file, so that nothing deleted stays in the log.
    pub(super) fn settle(&self) -> Result<(), FeedbackError> {
        // Another process that reads may hold it up; the next time will do then.
        Ok(self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }
}

/// Makes the tables where there are none; the key.
fn prepare(connection: &mut Connection, path: &Path) -> Result<[u8; KEY], FeedbackError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let tables: i64 =
        transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (version, tables) {
        (0, 0) => {
            transaction.execute_batch(TABLES)?;
            let key: [u8; KEY] = rand::random();
            transaction.execute("INSERT INTO secret (id, key) VALUES (1, ?1)", [key])?;
        }
        (1 | VERSION, _) => {}
        _ => return Err(FeedbackError::Foreign(path.to_owned())),
    }
    if version < VERSION {
        transaction.execute_batch(TABLE)?;
        transaction.pragma_update(None, "user_version", VERSION)?;
    }
    let key = transaction.query_row("SELECT key FROM secret WHERE id = 1", [], |row| row.get(0))?;
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

fn damaged(path: &Path, reason: String) -> FeedbackError {
    FeedbackError::Damaged {
        path: path.to_owned(),
        reason,
    }
}

/// Makes the folder and an empty file, which none but its owner may read.
fn begin(path: &Path) -> io::Result<()> {
    // A named pipe would be waited for until somebody reads it.
    match files::ensure_regular(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ())
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
    begin(path)?;
    Ok(named(&ending))
}

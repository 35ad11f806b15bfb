//! The schema of the feedback database: its version and its tables.

pub(super) const TABLE: &str = "
    CREATE TABLE preference (
        chat BLOB PRIMARY KEY CHECK (length(chat) = 32),
        language TEXT,
        quotes INTEGER
    ) STRICT, WITHOUT ROWID;
";

/// The version of the tables.
pub(super) const VERSION: i64 = 2;

pub(super) const TABLES: &str = "
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

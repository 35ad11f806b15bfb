use std::path::PathBuf;

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
    /// SQLite failed.
    #[error("the feedback database: {0}")]
    Database(#[from] rusqlite::Error),
}

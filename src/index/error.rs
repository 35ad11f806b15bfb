use std::path::PathBuf;

/// What can go wrong with an index.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Its folder cannot be made or written.
    #[error("cannot write the index in `{path}`: {cause}")]
    Folder {
        /// The index's folder.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// Another process is writing it.
    #[error("another process is writing the index")]
    Busy,
    /// A stored interview cannot be understood.
    #[error("the index holds an interview that cannot be read: {0}")]
    Record(String),
    /// The engine failed.
    #[error("the index failed: {0}")]
    Engine(String),
}

impl From<tantivy::TantivyError> for IndexError {
    fn from(error: tantivy::TantivyError) -> Self {
        match error {
            tantivy::TantivyError::LockFailure(..) => Self::Busy,
            other => Self::Engine(other.to_string()),
        }
    }
}

//! The index: where passages are found.

/// An open index, cheap to clone, shared by every thread.
#[derive(Clone)]
pub struct Library;

/// What can go wrong with an index.
#[derive(Debug, thiserror::Error)]
#[error("the index is damaged")]
pub struct IndexError;

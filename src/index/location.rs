//! Where an index is on disk.

use std::path::{Path, PathBuf};

use tantivy::{Index, TantivyError};

use super::folder_marker::PASSAGES;
use super::guarded_directory::GuardedDirectory;
use super::write_lock::WriteLock;
use super::{IndexError, Library};

/// An index's folder, open.
pub(super) struct Location {
    folder: PathBuf,
    pub(super) files: GuardedDirectory,
    /// Why nothing can be written there, where that is so.
    read_only: Option<String>,
}

impl Location {
    /// Opens the folder of an index that has its marker.
    pub(super) fn open(folder: &Path, read_only: Option<&String>) -> Result<Self, IndexError> {
        let files = GuardedDirectory::open(&folder.join(PASSAGES));
        Ok(Self {
            folder: folder.to_owned(),
            files: files.map_err(|error| IndexError::Engine(error.to_string()))?,
            read_only: read_only.cloned(),
        })
    }

    /// The right to write.
    pub(super) fn write_lock(&self) -> Result<WriteLock, IndexError> {
        if let Some(cause) = &self.read_only {
            return Err(IndexError::ReadOnly {
                path: self.folder.clone(),
                cause: cause.clone(),
            });
        }
        let taken = WriteLock::try_take(&self.folder);
        let taken = taken.map_err(|cause| IndexError::of_folder(&self.folder, cause))?;
        taken.ok_or(IndexError::Busy)
    }

    /// Waits until no other process writes.
    pub(super) fn wait_until_free(&self) -> Result<(), IndexError> {
        let taken = WriteLock::take(&self.folder, &|| {});
        taken
            .map(drop)
            .map_err(|cause| IndexError::of_folder(&self.folder, cause))
    }

    /// What an error of the engine's means here.
    pub(super) fn failure(&self, error: TantivyError) -> IndexError {
        IndexError::of_engine(&self.folder, error, self.files.take_fault())
    }
}

impl Library {
    /// The index for a writer: on disk it is opened anew, since another process may have written other files.
    pub(super) fn for_writing(&self) -> Result<Index, IndexError> {
        match self.location() {
            None => Ok(self.index().clone()),
            Some(location) => {
                Index::open(location.files.clone()).map_err(|error| location.failure(error))
            }
        }
    }

    /// The right to write; `None` for an index in memory.
    pub(super) fn write_lock(&self) -> Result<Option<WriteLock>, IndexError> {
        self.location().map(Location::write_lock).transpose()
    }

    /// What an error of the engine's means here.
    pub(super) fn failure(&self, error: TantivyError) -> IndexError {
        match self.location() {
            None => error.into(),
            Some(location) => location.failure(error),
        }
    }

    /// Whether nothing can be written into its folder.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.location()
            .is_some_and(|location| location.read_only.is_some())
    }

    /// Whether it is nowhere on disk.
    #[must_use]
    pub fn is_in_memory(&self) -> bool {
        self.location().is_none()
    }

    /// Waits until no other process writes the index.
    ///
    /// # Errors
    ///
    /// Where that cannot be told.
    pub fn wait_until_free(&self) -> Result<(), IndexError> {
        self.location().map_or(Ok(()), Location::wait_until_free)
    }
}

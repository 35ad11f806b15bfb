//! The location of an index: its folder on disk, or memory.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tantivy::TantivyError;

use super::engine_files::{META, PASSAGES};
use super::guarded_directory::GuardedDirectory;
use super::write_lock::WriteLock;
use crate::index::IndexError;

/// An index's folder, open.
pub(super) struct IndexLocation {
    folder: PathBuf,
    pub(super) files: GuardedDirectory,
    /// Why nothing can be written there, where that is so.
    pub(super) read_only: Option<String>,
}

impl IndexLocation {
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

    /// Whether the folder, or what the engine keeps in it, is no longer there.
    pub(super) fn is_deleted(&self) -> bool {
        let meta = fs::symlink_metadata(self.folder.join(PASSAGES).join(META));
        meta.is_err_and(|error| error.kind() == ErrorKind::NotFound)
    }

    /// What an error of the engine's means here.
    pub(super) fn failure(&self, error: TantivyError) -> IndexError {
        IndexError::of_engine(&self.folder, error, self.files.take_fault())
    }
}

//! A tantivy directory that removes only the engine's own files and reports why a write failed.

use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::Directory;
use tantivy::directory::error::{
    DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError,
};
use tantivy::directory::{
    AntiCallToken, DirectoryLock, FileHandle, FileSlice, Lock, MmapDirectory, TerminatingWrite,
    WatchCallback, WatchHandle, WritePtr,
};

use super::engine_files::{TEMPORARY, is_engine_file};
use crate::files::disk_full::{is_full_kind, is_read_only_kind};

/// What the system said when something could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::index) struct WriteFault {
    pub(super) kind: ErrorKind,
    pub(super) text: String,
}

impl From<&io::Error> for WriteFault {
    fn from(error: &io::Error) -> Self {
        Self {
            kind: error.kind(),
            text: error.to_string(),
        }
    }
}

/// The first fault of those that write, until it is taken.
#[derive(Clone, Default)]
struct FirstWriteFault(Arc<Mutex<Option<WriteFault>>>);

impl FirstWriteFault {
    fn note<T>(&self, done: io::Result<T>) -> io::Result<T> {
        done.inspect_err(|error| {
            if error.kind() == ErrorKind::Interrupted {
                return;
            }
            let mut first = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            first.get_or_insert_with(|| error.into());
        })
    }
}

/// A folder of the engine's files.
#[derive(Clone)]
pub(super) struct GuardedDirectory {
    files: MmapDirectory,
    folder: PathBuf,
    noted: FirstWriteFault,
}

impl GuardedDirectory {
    /// Opens a folder that exists.
    pub(super) fn open(folder: &Path) -> Result<Self, OpenDirectoryError> {
        Ok(Self {
            files: MmapDirectory::open(folder)?,
            folder: folder.to_owned(),
            noted: FirstWriteFault::default(),
        })
    }

    /// The first fault since this was asked last.
    pub(super) fn take_fault(&self) -> Option<WriteFault> {
        let mut first = self.noted.0.lock().unwrap_or_else(PoisonError::into_inner);
        first.take()
    }

    /// A lock where no file can be written: the lock's file is locked for reading, where there is one, so that who
    /// writes the same folder from elsewhere waits as it should.
    fn lock_for_reading(&self, lock: &Lock) -> DirectoryLock {
        let file = File::open(self.folder.join(&lock.filepath));
        let locked = file.and_then(|file| file.lock_shared().map(|()| file));
        Box::new(locked.ok()).into()
    }
}

impl fmt::Debug for GuardedDirectory {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "GuardedDirectory({})", self.folder.display())
    }
}

impl Directory for GuardedDirectory {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.files.get_file_handle(path)
    }

    fn open_read(&self, path: &Path) -> Result<FileSlice, OpenReadError> {
        self.files.open_read(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        // A damaged list of files may name anything.
        if is_engine_file(path.as_os_str()) {
            self.files.delete(path)
        } else {
            Err(DeleteError::FileDoesNotExist(path.to_owned()))
        }
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.files.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let opened = self.files.open_write(path);
        if let Err(OpenWriteError::IoError { io_error, .. }) = &opened {
            let _ = self.noted.note::<()>(Err(again(io_error)));
        }
        let inner = opened?
            .into_inner()
            .map_err(|error| OpenWriteError::wrap_io_error(error.into_error(), path.to_owned()))?;
        Ok(BufWriter::new(Box::new(FaultRecordingWriter {
            inner,
            noted: self.noted.clone(),
        })))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.files.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        self.noted
            .note(write_whole(&self.folder.join(path), content))
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.noted.note(self.files.sync_directory())
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        match self.files.acquire_lock(lock) {
            // What is waited for is the lock that readers take too.
            Err(LockError::IoError(cause))
                if lock.is_blocking
                    && (is_read_only_kind(cause.kind()) || is_full_kind(cause.kind())) =>
            {
                Ok(self.lock_for_reading(lock))
            }
            taken => taken,
        }
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.files.watch(callback)
    }
}

/// What others may read and write, before the user's mask.
const MODE: u32 = 0o666;

/// Writes a file, whole or not at all. Its other name tells whose it is, and it may be read by those who may read the
/// engine's other files.
fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    let file = crate::files::temporary(TEMPORARY, folder, MODE)?;
    file.as_file().write_all(content)?;
    file.as_file().sync_data()?;
    file.persist(path)?;
    Ok(())
}

/// An error like another one, which is shared.
fn again(error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), error.to_string())
}

struct FaultRecordingWriter {
    inner: Box<dyn TerminatingWrite + Send + Sync>,
    noted: FirstWriteFault,
}

impl Write for FaultRecordingWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.noted.note(self.inner.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.noted.note(self.inner.flush())
    }
}

impl TerminatingWrite for FaultRecordingWriter {
    fn terminate_ref(&mut self, token: AntiCallToken) -> io::Result<()> {
        self.noted.note(self.inner.terminate_ref(token))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_engines_own_files_are_deleted_whatever_is_asked() -> Result<(), io::Error> {
        let folder = tempfile::tempdir()?;
        let own = "0123456789abcdef0123456789abcdef.store";
        for name in ["thesis.txt", own] {
            std::fs::write(folder.path().join(name), b"kept")?;
        }
        let directory = GuardedDirectory::open(folder.path()).map_err(io::Error::other)?;
        assert!(directory.delete(Path::new("thesis.txt")).is_err());
        assert!(directory.delete(Path::new("../thesis.txt")).is_err());
        assert!(directory.delete(Path::new(own)).is_ok());
        assert!(folder.path().join("thesis.txt").exists());
        Ok(())
    }
}

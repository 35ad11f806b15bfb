//! The write lock: one process at a time may write an index. The system takes it back when the process ends, however
//! that is.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

use super::engine_files;
use super::engine_files::MARKER;

/// Held while the index is made or changed.
#[derive(Debug)]
pub(super) struct WriteLock {
    _marker: File,
}

impl WriteLock {
    /// Takes the lock of an index that has its marker; `None` where another process has it.
    pub(super) fn try_take(folder: &Path) -> io::Result<Option<Self>> {
        Self::try_on(engine_files::open(&folder.join(MARKER))?).map(Result::ok)
    }

    /// Takes the lock of an index that has its marker, and waits for it where another process has it; `waiting` is
    /// called once before that.
    pub(super) fn take(folder: &Path, waiting: &dyn Fn()) -> io::Result<Self> {
        Self::on(engine_files::open(&folder.join(MARKER))?, waiting)
    }

    /// Locks an open marker, and waits for it.
    pub(super) fn on(marker: File, waiting: &dyn Fn()) -> io::Result<Self> {
        let marker = match Self::try_on(marker)? {
            Ok(lock) => return Ok(lock),
            Err(marker) => marker,
        };
        waiting();
        marker.lock()?;
        Ok(Self { _marker: marker })
    }

    fn try_on(marker: File) -> io::Result<Result<Self, File>> {
        match marker.try_lock() {
            Ok(()) => Ok(Ok(Self { _marker: marker })),
            Err(TryLockError::WouldBlock) => Ok(Err(marker)),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

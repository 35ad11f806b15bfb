//! Temporary files: files that are not whole yet. Whoever writes one holds a lock on it, which the system takes back when the process
//! ends, however that is: so what a killed process left can be told from what is being written.

use std::fs::{self, File, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use tempfile::NamedTempFile;

/// How often a file is made again that somebody removed before it was locked.
const TRIES: usize = 8;

/// A new file beside others, whose name begins with `prefix`; it is gone when it is let go, unless it gets another name.
/// It is locked. Nobody knows its name: an error says the fault alone.
///
/// # Errors
///
/// Where the folder is missing or cannot be written.
pub fn temporary(prefix: &str, folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
    for _ in 0..TRIES {
        let made = tempfile::Builder::new()
            .prefix(prefix)
            .permissions(Permissions::from_mode(mode))
            .tempfile_in(folder);
        let made = made.map_err(|error| unnamed(&error))?;
        if hold(made.as_file(), made.path()) {
            return Ok(made);
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

/// The fault alone, without the name of a temporary file.
#[must_use]
pub fn unnamed(error: &io::Error) -> io::Error {
    io::Error::from(error.kind())
}

/// Locks a file that was made just now; `false` where somebody took it for left behind meanwhile. Where the file system
/// knows no locks, nobody can.
pub fn hold(file: &File, path: &Path) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock)) && is_at(file, path)
}

/// Removes the files of a folder whose names are this program's, as `is_own` says, and that nobody writes any more. What
/// cannot be locked is left: nothing proves that its writer has ended.
pub fn sweep(folder: &Path, is_own: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
        if entry.file_name().to_str().is_some_and(&is_own) && is_file() {
            remove_if_left(&entry.path());
        }
    }
}

fn remove_if_left(path: &Path) {
    let Ok(file) = File::open(path) else {
        return;
    };
    if file.try_lock().is_ok()
        && is_at(&file, path)
        && let Err(error) = fs::remove_file(path)
    {
        tracing::debug!(file = %path.display(), %error, "left in place");
    }
}

/// Whether a path still leads to an open file.
fn is_at(file: &File, path: &Path) -> bool {
    let place = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let open = file.metadata().map(place);
    let named = fs::symlink_metadata(path).map(place);
    matches!((open, named), (Ok(open), Ok(named)) if open == named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_process_left_is_removed_and_what_is_written_or_somebody_elses_stays() -> io::Result<()>
    {
        let folder = tempfile::tempdir()?;
        let written = temporary(".own-", folder.path(), 0o600)?;
        let left = temporary(".own-", folder.path(), 0o600)?.into_temp_path();
        let other = folder.path().join("other");
        fs::write(&other, "")?;
        let inside = folder.path().join(".own-folder");
        fs::create_dir(&inside)?;
        sweep(folder.path(), |name| name.starts_with(".own-"));
        assert!(written.path().exists() && other.exists() && inside.exists());
        assert!(!left.exists());
        Ok(())
    }

    #[test]
    fn a_file_that_was_removed_before_it_was_locked_is_not_held() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a");
        let file = File::create(&path)?;
        assert!(hold(&file, &path));
        fs::remove_file(&path)?;
        assert!(!hold(&file, &path));
        Ok(())
    }
}

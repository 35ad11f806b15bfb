//! Atomic file writes: a file is written whole or not at all, and replaces another only where that is asked.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::files;

/// What the names of files begin with that are not whole yet; a process's number and a count follow.
const BESIDE: &str = ".verbatim-";

/// What a file holds; `None` where there is none.
pub(super) fn read_if_any(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a file in the place of an earlier one: to a hidden file beside it, to the disk, then under its name.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = written_beside(path, bytes)?;
    fs::rename(&temporary, path).inspect_err(|_| forget(&temporary))?;
    sync_folder(path)
}

/// Writes a file under a name that is free. [`io::ErrorKind::AlreadyExists`] where it is not.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = written_beside(path, bytes)?;
    let linked = settle(&temporary, path);
    forget(&temporary);
    linked?;
    sync_folder(path)
}

/// Moves a file to a name that is free, within one file system. Where that fails it has its name and no other.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    settle(from, to)?;
    match fs::remove_file(from) {
        // It was moved, not given a second name.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => {
            forget(to);
            return Err(error);
        }
        Ok(()) => {}
    }
    sync_folder(to).inspect_err(|_| {
        if settle(to, from).is_ok() {
            forget(to);
        }
    })
}

/// Gives a file a second name, which fails where the name is taken, as renaming does not. Where the file
/// system knows no second names, the file is moved.
fn settle(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if fs::symlink_metadata(to).is_err() => fs::rename(from, to),
        done => done,
    }
}

fn written_beside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    files::sweep(folder, is_of_dead_process);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let temporary = folder.join(format!("{BESIDE}{}-{count}", std::process::id()));
    let written = File::create(&temporary).and_then(|mut file| {
        files::hold(&file, &temporary);
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.inspect_err(|_| forget(&temporary))?;
    Ok(temporary)
}

/// Removes what interrupted processes left in a folder that nobody else writes into.
pub(super) fn remove_interrupted_writes(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files.filter(|file| is_beside(&file.file_name().to_string_lossy())) {
        forget(&file.path());
    }
}

fn is_beside(name: &str) -> bool {
    process_of(name).is_some()
}

/// Whether a file is one that is not whole yet, and the process that wrote it has ended. Its number may be another
/// one's in another container: the file is not locked either, then.
fn is_of_dead_process(name: &str) -> bool {
    let process = process_of(name);
    process.is_some_and(|process| !Path::new("/proc").join(process).exists())
}

/// The number of the process in the name of a file that is not whole yet.
fn process_of(name: &str) -> Option<&str> {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (process, count) = name.strip_prefix(BESIDE)?.split_once('-')?;
    (number(process) && number(count)).then_some(process)
}

/// A new name is on the disk only when its folder is.
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path.parent().unwrap_or(Path::new(".")))?.sync_all()
}

fn forget(path: &Path) {
    if let Err(error) = fs::remove_file(path)
        && error.kind() != io::ErrorKind::NotFound
    {
        tracing::debug!(file = %path.display(), %error, "left in place");
    }
}

//! The marker file of an index folder: a folder without it is never written.
//!
//! The marker is a file that says in which format the folder is. A folder that is empty or missing gets one before
//! anything else is written into it; so does the folder of an earlier version, which had none, where the commit in it
//! says that this program made it. Every other folder is refused, and nothing in it is touched.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;

use super::engine_files::{MARKER, PASSAGES, open};
use super::folder_ownership::{
    find_foreign_file, is_committed_by_us, refuse_odd_kinds, refuse_unproven,
};
use super::write_lock::WriteLock;
use crate::files::disk_full::is_read_only_kind;
use crate::index::IndexError;

/// The format of the folder: which files stand where in it. What they hold has a version of its own.
const FORMAT: u32 = 1;

/// What the first and the last line of a marker begin with; each ends with the format, so that a damaged marker is
/// not taken for one of another format.
const FIRST: &str = "verbatim index, format ";
const LAST: &str = "format ";

/// How many bytes of a marker are read: more than one has.
const MOST: u64 = 4_096;

/// Who may do what in a folder.
#[derive(Debug)]
pub(super) struct FolderClaim {
    /// Held where the folder was marked just now: nothing is in it yet, or what an earlier version made.
    pub(super) lock: Option<WriteLock>,
    /// Why nothing can be written into it, where that is so.
    pub(super) read_only: Option<String>,
}

/// Makes sure that a folder is an index's, and marks it where it is to become one. `waiting` is called before another
/// process is waited for.
///
/// # Errors
///
/// [`IndexError::Foreign`] where it is somebody else's; where it cannot be made, read or written.
pub(super) fn claim(folder: &Path, waiting: &dyn Fn()) -> Result<FolderClaim, IndexError> {
    let failed = |cause: io::Error| IndexError::of_folder(folder, cause);
    let marker = folder.join(MARKER);
    refuse_other_than_folder(folder)?;
    refuse_odd_kinds(folder)?;
    let is_marked = is_marked(folder)? || !is_free(folder)?;
    let writable = if is_marked {
        open(&marker).map(|_| None)
    } else {
        mark(folder, waiting).map(Some)
    };
    match writable {
        Ok(lock) => Ok(FolderClaim {
            lock: lock.transpose()?,
            read_only: None,
        }),
        Err(cause) if is_read_only_kind(cause.kind()) && folder.join(PASSAGES).is_dir() => {
            Ok(FolderClaim {
                lock: None,
                read_only: Some(cause.to_string()),
            })
        }
        Err(cause) => Err(failed(cause)),
    }
}

/// Refuses a path that leads to a file, a device, or by a link to nothing.
fn refuse_other_than_folder(folder: &Path) -> Result<(), IndexError> {
    let refused = |kind| Err(IndexError::NotAFolder(folder.to_owned(), kind));
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => Ok(()),
        Ok(found) => refused(crate::files::odd_kind(found.file_type()).unwrap_or("a file")),
        Err(error) if error.kind() == ErrorKind::NotFound => match folder.symlink_metadata() {
            Ok(_) => refused("a broken link"),
            Err(_) => Ok(()),
        },
        Err(error) if error.kind() == ErrorKind::NotADirectory => refused("below a file"),
        Err(cause) => Err(IndexError::of_folder(folder, cause)),
    }
}

/// Whether an unmarked folder may be marked; `false` where another process has marked it meanwhile.
fn is_free(folder: &Path) -> Result<bool, IndexError> {
    match refuse_foreign(folder) {
        Err(_) if is_marked(folder)? => Ok(false),
        refused => refused.map(|()| true),
    }
}

/// Refuses a folder that holds anything but an unfinished marker and what an earlier version made.
fn refuse_foreign(folder: &Path) -> Result<(), IndexError> {
    let text = crate::files::read(&folder.join(MARKER), MOST).unwrap_or_default();
    let is_begun = text_of_marker().as_bytes().starts_with(&text);
    // A damaged marker is replaced only if the commit beside it says whose the folder is, and no other format stands in it.
    let is_ours = || says_no_other_format(&text) && is_committed_by_us(&folder.join(PASSAGES));
    if !is_begun && !is_ours() {
        return Err(find_foreign_file(folder, MARKER));
    }
    refuse_unproven(folder)
}

/// Whether the first line of a damaged marker names no format but this one.
fn says_no_other_format(text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text);
    let number = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix(FIRST));
    let number = number.and_then(|number| number.parse::<u32>().ok());
    number.is_none_or(|number| number == FORMAT)
}

/// Puts the marker into a folder that has none; it is locked then.
fn mark(folder: &Path, waiting: &dyn Fn()) -> io::Result<Result<WriteLock, IndexError>> {
    fs::create_dir_all(folder)?;
    let path = folder.join(MARKER);
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    let (mut marker, is_new) = match options.clone().create_new(true).open(&path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => (options.open(&path)?, false),
        made => (made?, true),
    };
    let lock = WriteLock::on(marker.try_clone()?, waiting)?;
    let mut text = String::new();
    if marker.read_to_string(&mut text).is_ok() && format(&text) == Some(FORMAT) {
        // Who was waited for has done it.
        return Ok(Ok(lock));
    }
    // Something may have come into it since it was looked at.
    if let Err(refused) = refuse_foreign(folder) {
        if is_new && marker.metadata()?.len() == 0 {
            fs::remove_file(&path)?;
        }
        return Ok(Err(refused));
    }
    marker.set_len(0)?;
    marker.rewind()?;
    marker.write_all(text_of_marker().as_bytes())?;
    marker.sync_all()?;
    Ok(Ok(lock))
}

fn text_of_marker() -> String {
    format!(
        "{FIRST}{FORMAT}\n\n\
         Verbatim built this folder from a folder of interviews, and removes only files in it that it made.\n\
         The folder can be deleted while no verbatim is running: it is built again from the interviews.\n\n\
         {LAST}{FORMAT}\n"
    )
}

/// The format that a marker says; `None` where it is damaged or not written yet.
fn format(text: &str) -> Option<u32> {
    let number = |line: Option<&str>, before| line?.strip_prefix(before)?.parse::<u32>().ok();
    let first = number(text.lines().next(), FIRST)?;
    (number(text.lines().last(), LAST) == Some(first)).then_some(first)
}

/// Whether a folder carries a marker of this format.
fn is_marked(folder: &Path) -> Result<bool, IndexError> {
    let marker = folder.join(MARKER);
    match fs::symlink_metadata(&marker) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => return Err(find_foreign_file(folder, MARKER)),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(cause) => return Err(IndexError::of_folder(folder, cause)),
    }
    let text = crate::files::read(&marker, MOST);
    let text = text.map_err(|cause| IndexError::of_folder(folder, cause))?;
    match format(&String::from_utf8_lossy(&text)) {
        Some(FORMAT) => Ok(true),
        Some(_) => Err(IndexError::OtherFormat(folder.to_owned())),
        None => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_says_its_format_twice_and_is_damaged_where_the_two_differ() {
        let text = text_of_marker();
        assert_eq!(format(&text), Some(FORMAT));
        assert_eq!(format(&text.replace("format 1", "format 2")), Some(2));
        assert_eq!(format(&text.replacen("format 1", "format 3", 1)), None);
        for damaged in ["", "verbatim index, format 1", "interviews", &text[..40]] {
            assert_eq!(format(damaged), None, "{damaged}");
        }
    }
}

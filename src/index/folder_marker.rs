//! Whose a folder is: an index's folder carries a marker, and no other folder is written.
//!
//! The marker is a file that says in which format the folder is. A folder that is empty or missing gets one before
//! anything else is written into it; so does the folder of an earlier version, which had none, where everything in it
//! is known by its name. Every other folder is refused, and nothing in it is touched.

use std::ffi::OsStr;
use std::fs::{self, DirEntry, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::IndexError;
use super::engine_files::{META, is_engine_file};
use super::full_disk::is_read_only_kind;
use super::write_lock::WriteLock;

/// The folder of the engine's files within an index's folder.
pub(super) const PASSAGES: &str = "passages";

/// The name of the marker.
pub(super) const MARKER: &str = "verbatim-index";

/// The format of the folder: which files stand where in it. What they hold has a version of its own.
const FORMAT: u32 = 1;

/// What the first and the last line of a marker begin with; each ends with the format, so that a damaged marker is
/// not taken for one of another format.
const FIRST: &str = "verbatim index, format ";
const LAST: &str = "format ";

/// Who may do what in a folder.
#[derive(Debug)]
pub(super) struct Claim {
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
pub(super) fn claim(folder: &Path, waiting: &dyn Fn()) -> Result<Claim, IndexError> {
    let failed = |cause: io::Error| IndexError::of_folder(folder, cause);
    let marker = folder.join(MARKER);
    let is_marked = is_marked(folder)?;
    if !is_marked {
        refuse_foreign(folder)?;
    }
    let writable = if is_marked {
        open(&marker).map(|_| None)
    } else {
        mark(folder, waiting).map(Some)
    };
    match writable {
        Ok(lock) => Ok(Claim {
            lock: lock.transpose()?,
            read_only: None,
        }),
        Err(cause) if is_read_only_kind(cause.kind()) && folder.join(PASSAGES).is_dir() => {
            Ok(Claim {
                lock: None,
                read_only: Some(cause.to_string()),
            })
        }
        Err(cause) => Err(failed(cause)),
    }
}

/// Opens a marker for whoever may write.
pub(super) fn open(marker: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).open(marker)
}

/// Puts the marker into a folder that has none; it is locked then.
fn mark(folder: &Path, waiting: &dyn Fn()) -> io::Result<Result<WriteLock, IndexError>> {
    fs::create_dir_all(folder)?;
    let path = folder.join(MARKER);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    let mut marker = options.open(&path)?;
    let lock = WriteLock::on(marker.try_clone()?, waiting)?;
    let mut text = String::new();
    if marker.read_to_string(&mut text).is_ok() && format(&text) == Some(FORMAT) {
        // Who was waited for has done it.
        return Ok(Ok(lock));
    }
    // Something may have come into it since it was looked at.
    if let Err(refused) = refuse_foreign(folder) {
        if marker.metadata()?.len() == 0 {
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
        Ok(_) => return Err(foreign(folder, MARKER)),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(cause) => return Err(IndexError::of_folder(folder, cause)),
    }
    let text = fs::read(&marker).map_err(|cause| IndexError::of_folder(folder, cause))?;
    match format(&String::from_utf8_lossy(&text)) {
        Some(FORMAT) => Ok(true),
        Some(_) => Err(IndexError::OtherFormat(folder.to_owned())),
        None => Ok(false),
    }
}

/// Refuses a folder that holds anything but an unfinished marker and what an earlier version made.
fn refuse_foreign(folder: &Path) -> Result<(), IndexError> {
    let unreadable = |cause| IndexError::of_folder(folder, cause);
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(unreadable)?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(unreadable)?;
        if let Some(name) = foreign_in(&entry).map_err(unreadable)? {
            return Err(foreign(folder, &name));
        }
        names.push(entry.file_name());
    }
    let other = names.iter().find(|name| *name != MARKER);
    if let Some(other) = other.filter(|_| !names.iter().any(|name| name == PASSAGES)) {
        return Err(foreign(folder, &other.to_string_lossy()));
    }
    if !was_ours(&folder.join(PASSAGES)) {
        return Err(foreign(folder, &format!("{PASSAGES}/{META}")));
    }
    Ok(())
}

fn foreign(folder: &Path, holds: &str) -> IndexError {
    IndexError::Foreign {
        path: folder.to_owned(),
        holds: holds.to_owned(),
    }
}

/// What is not known by its name, in an entry of a folder and the folders in it.
fn foreign_in(entry: &DirEntry) -> io::Result<Option<String>> {
    let name = entry.file_name();
    let shown = name.to_string_lossy().into_owned();
    let is_file = || entry.file_type().map(|kind| kind.is_file());
    let known: fn(&OsStr) -> bool = match &*shown {
        MARKER => return Ok(None),
        PASSAGES => is_engine_file,
        "drafts" => is_draft,
        _ => return Ok((!is_file()? || !is_own_file(&shown)).then_some(shown)),
    };
    let Ok(inner) = fs::read_dir(entry.path()) else {
        return Ok(Some(shown));
    };
    for inner in inner {
        let name = inner?.file_name();
        if !known(&name) {
            return Ok(Some(format!("{shown}/{}", name.to_string_lossy())));
        }
    }
    Ok(None)
}

/// What files looked like when they were read, whole or on its way: with the number of the process that writes it.
fn is_own_file(name: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let on_its_way = name.strip_prefix(".files.json.").is_some_and(number);
    let beside = name
        .strip_prefix(".verbatim-")
        .and_then(|rest| rest.split_once('-'));
    name == "files.json"
        || on_its_way
        || beside.is_some_and(|(process, count)| number(process) && number(count))
}

/// A draft's folder: 24 hexadecimal digits.
fn is_draft(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.len() == 24 && name.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether what the engine keeps in a folder was made by this program, or is no index at all: its commit says so.
fn was_ours(passages: &Path) -> bool {
    let meta: PathBuf = passages.join(META);
    let Some(meta) = fs::read(meta).ok() else {
        return true;
    };
    let Ok(meta) = serde_json::from_slice::<serde_json::Value>(&meta) else {
        return true;
    };
    let segments = meta["segments"].as_array();
    match meta["payload"].as_str() {
        Some(version) => version.starts_with("schema ") && version.contains("; verbatim "),
        None => segments.is_none_or(Vec::is_empty),
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

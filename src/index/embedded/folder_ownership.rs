//! Ownership of an index folder: whether its files are this program's, by their content.
//!
//! Where something of a kind that this program never makes stands under one of its names (a link, a named pipe), the
//! folder is refused. A folder without a marker is an index's only where the commit in it says so.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs::{self, DirEntry};
use std::io::{self, ErrorKind};
use std::path::Path;

use serde_json::Value;

use super::engine_files::{MARKER, META, PASSAGES, is_engine_file, made};
use crate::index::IndexError;

/// What the files of the corpus looked like when they were read.
const FILES: &str = "files.json";

/// Drafts of interviews, a folder each.
const DRAFTS: &str = "drafts";

/// How large a file may be that is read to see whose it is, in bytes.
const MOST: u64 = 64 << 20;

/// The error for a folder that is somebody else's.
pub(super) fn find_foreign_file(folder: &Path, holds: &str) -> IndexError {
    IndexError::Foreign {
        path: folder.to_owned(),
        holds: holds.to_owned(),
    }
}

/// Refuses a folder in which something stands under one of this program's names that it never makes: a link, a
/// named pipe, a folder in the place of a file. A link to a folder would lead to files of somebody else's.
pub(super) fn refuse_odd_kinds(folder: &Path) -> Result<(), IndexError> {
    for (name, is_folder) in [(PASSAGES, true), (DRAFTS, true), (FILES, false)] {
        match fs::symlink_metadata(folder.join(name)) {
            Ok(found) if found.is_dir() == is_folder && (is_folder || found.is_file()) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Ok(_) => return Err(find_foreign_file(folder, name)),
            Err(cause) => return Err(IndexError::of_folder(folder, cause)),
        }
    }
    let entries = match fs::read_dir(folder.join(PASSAGES)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|cause| IndexError::of_folder(folder, cause))?,
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if is_engine_file(&name) && !is_file(&entry) {
            let name = format!("{PASSAGES}/{}", name.to_string_lossy());
            return Err(find_foreign_file(folder, &name));
        }
    }
    refuse_unreadable(&folder.join(PASSAGES))
}

/// Refuses a folder in which another user's files may not be read: they are whole, and are not to be made anew.
fn refuse_unreadable(passages: &Path) -> Result<(), IndexError> {
    for file in made(passages) {
        match fs::File::open(&file) {
            Err(cause) if cause.kind() == ErrorKind::PermissionDenied => {
                return Err(IndexError::Unreadable { path: file, cause });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Refuses a folder that has no marker and is neither empty nor an earlier version's index: the commit in it says
/// that this program made it, and everything else in it is known too. What the marker holds was looked at before.
pub(super) fn refuse_unproven(folder: &Path) -> Result<(), IndexError> {
    let unreadable = |cause| IndexError::of_folder(folder, cause);
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(unreadable)?,
    };
    let mut other = None;
    for entry in entries {
        let entry = entry.map_err(unreadable)?;
        if entry.file_name() == MARKER {
            continue;
        }
        if let Some(name) = unknown_in(&entry).map_err(unreadable)? {
            return Err(find_foreign_file(folder, &name));
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == FILES && !is_list_of_files(&entry.path()) {
            return Err(find_foreign_file(folder, FILES));
        }
        other = other.filter(|other| other == PASSAGES).or(Some(name));
    }
    match other {
        Some(name) if name != PASSAGES => Err(find_foreign_file(folder, &name)),
        Some(_) if !is_committed_by_us(&folder.join(PASSAGES)) => {
            Err(find_foreign_file(folder, PASSAGES))
        }
        _ => Ok(()),
    }
}

fn is_file(entry: &DirEntry) -> bool {
    entry.file_type().is_ok_and(|kind| kind.is_file())
}

/// What is not known by its name and kind, in an entry of a folder and the folders in it.
fn unknown_in(entry: &DirEntry) -> io::Result<Option<String>> {
    let name = entry.file_name();
    let shown = name.to_string_lossy().into_owned();
    let known: fn(&DirEntry) -> bool = match &*shown {
        PASSAGES => |entry| is_file(entry) && is_engine_file(&entry.file_name()),
        DRAFTS => |entry| is_draft(&entry.file_name()),
        _ => return Ok((!is_file(entry) || !is_own_file(&shown)).then_some(shown)),
    };
    if !entry.file_type()?.is_dir() {
        return Ok(Some(shown));
    }
    for inner in fs::read_dir(entry.path())? {
        let inner = inner?;
        if !known(&inner) {
            let name = inner.file_name();
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
    name == FILES
        || on_its_way
        || beside.is_some_and(|(process, count)| number(process) && number(count))
}

/// A draft's folder: 24 hexadecimal digits.
fn is_draft(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.len() == 24 && name.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether a file holds, for each file of the corpus, how it looked and the hash of its content.
fn is_list_of_files(path: &Path) -> bool {
    let text = crate::files::read(path, MOST).unwrap_or_default();
    serde_json::from_slice::<HashMap<String, (Value, String)>>(&text).is_ok()
}

/// Whether the commit of what the engine keeps in a folder says that this program made it.
pub(super) fn is_committed_by_us(passages: &Path) -> bool {
    let meta = crate::files::read(&passages.join(META), MOST).unwrap_or_default();
    let meta: Value = serde_json::from_slice(&meta).unwrap_or_default();
    let payload = meta["payload"].as_str().unwrap_or_default();
    payload.starts_with("schema ") && payload.contains("; verbatim ")
}

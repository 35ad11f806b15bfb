//! Opens the index folder, and starts a new index where the old one cannot be used.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use tantivy::index::SegmentId;
use tantivy::{Index, IndexSettings};

use super::engine_files::{
    META, PASSAGES, has_left_overs, last_bytes, made, remove_left_overs, remove_made,
};
use super::folder_marker::{FolderClaim, claim};
use super::index_handle::Library;
use super::index_location::IndexLocation;
use super::schema::{is_of_this_version, schema};
use super::write_lock::WriteLock;
use super::writer::Writer;
use crate::index::IndexError;

/// An index that was opened.
pub struct OpenedIndex {
    /// The index.
    pub library: Library,
    /// Why an earlier index was thrown away, where one was.
    pub rebuilt: Option<String>,
}

/// Opens the index in `folder`, or makes an empty one where there is none, where it was made by another
/// version, or where it is damaged: every file's checksum is compared, since a flipped byte may change
/// results without an error. Of several processes that find none one makes it; `waiting` is called in the others
/// before they wait for that.
///
/// # Errors
///
/// Where the folder is somebody else's, cannot be made, read or written, or is full.
pub fn open(folder: &Path, waiting: &dyn Fn()) -> Result<OpenedIndex, IndexError> {
    let FolderClaim { lock, read_only } = claim(folder, waiting)?;
    let passages = folder.join(PASSAGES);
    if lock.is_none() {
        match open_existing(folder, read_only.as_ref()) {
            Ok(Some(library)) => {
                sweep_where_nobody_writes(folder);
                return Ok(as_it_stands(library));
            }
            Ok(None) | Err(_) if read_only.is_none() => {}
            Ok(None) => return Err(unusable(folder, "there is none")),
            Err(reason) => return Err(unusable(folder, &reason)),
        }
    }
    // Who writes may have been in the middle of it: what was seen counts only where nobody does.
    let unwritable = |cause| IndexError::of_folder(folder, cause);
    let lock = match lock {
        Some(lock) => lock,
        None => WriteLock::take(folder, waiting).map_err(unwritable)?,
    };
    fs::create_dir_all(&passages).map_err(unwritable)?;
    remove_left_overs(&passages);
    let rebuilt = match open_existing(folder, None) {
        Ok(Some(library)) => return Ok(as_it_stands(library)),
        Ok(None) => None,
        Err(reason) => {
            remove_made(&passages).map_err(unwritable)?;
            Some(reason)
        }
    };
    let library = create(folder, lock)?;
    Ok(OpenedIndex { library, rebuilt })
}

fn as_it_stands(library: Library) -> OpenedIndex {
    OpenedIndex {
        library,
        rebuilt: None,
    }
}

fn unusable(folder: &Path, reason: &str) -> IndexError {
    IndexError::Unusable {
        path: folder.to_owned(),
        reason: reason.to_owned(),
    }
}

/// Makes an empty index, whose first commit says its version.
fn create(folder: &Path, lock: WriteLock) -> Result<Library, IndexError> {
    let (schema, fields) = schema();
    let place = IndexLocation::open(folder, None)?;
    let index = Index::create(place.files.clone(), schema, IndexSettings::default());
    let index = index.map_err(|error| place.failure(error))?;
    let library = Library::new(index, fields, Some(place))?;
    Writer::holding(&library, Some(lock))?.commit()?;
    Ok(library)
}

/// When the index in `folder` was last written; `None` where that cannot be told.
#[must_use]
pub fn written(folder: &Path) -> Option<SystemTime> {
    let meta = fs::metadata(folder.join(PASSAGES).join(META)).ok()?;
    meta.modified().ok()
}

/// An empty index that is nowhere on disk.
///
/// # Errors
///
/// Where the engine fails.
pub fn open_in_memory() -> Result<Library, IndexError> {
    let (schema, fields) = schema();
    let library = Library::new(Index::create_in_ram(schema), fields, None)?;
    Writer::new(&library)?.commit()?;
    Ok(library)
}

/// The index in a folder, `None` where there is none, or why it cannot be used.
fn open_existing(folder: &Path, read_only: Option<&String>) -> Result<Option<Library>, String> {
    let passages = folder.join(PASSAGES);
    if !passages.join(META).exists() {
        return if made(&passages).is_empty() {
            Ok(None)
        } else {
            Err("it was not finished".to_owned())
        };
    }
    let damaged = || "it is damaged".to_owned();
    let place = IndexLocation::open(folder, read_only).map_err(|_| damaged())?;
    let index = Index::open(place.files.clone()).map_err(|_| damaged())?;
    let (schema, fields) = schema();
    let payload = index.load_metas().map_err(|_| damaged())?.payload;
    if !is_of_this_version(payload.as_deref()) || index.schema() != schema {
        return Err("it was made by another version".to_owned());
    }
    let segments = index.searchable_segment_ids().map_err(|_| damaged())?;
    if files(&passages).any(|file| is_damaged(&index, &segments, &file))
        || !index.validate_checksum().map_err(|_| damaged())?.is_empty()
    {
        return Err(damaged());
    }
    Library::new(index, fields, Some(place))
        .map(Some)
        .map_err(|_| damaged())
}

/// Whether a file of one of the segments is damaged in a way that the engine's own check does not find: that panics
/// where a file is shorter than what says how long its end is, does not compare the version that stands there, and passes
/// over what is not in the engine's list of its files, which may be damaged too.
fn is_damaged(index: &Index, segments: &[SegmentId], file: &fs::DirEntry) -> bool {
    let name = file.file_name();
    let of_segment = |id: &SegmentId| name.to_string_lossy().starts_with(&id.uuid_string());
    if !segments.iter().any(of_segment) {
        return false;
    }
    let (name, directory) = (Path::new(&name), index.directory());
    let is_listed = || directory.list_managed_files().contains(name);
    !ends_as_this_version_ends(&file.path())
        || (!is_listed() && !directory.validate_checksum(name).unwrap_or_default())
}

/// Whether this engine's version stands at the end of one of its files.
fn ends_as_this_version_ends(file: &Path) -> bool {
    let Ok(version) = serde_json::to_string(tantivy::version()) else {
        return false;
    };
    last_bytes(file).is_ok_and(|end| String::from_utf8_lossy(&end).contains(&version))
}

/// Removes what an interrupted writer left behind, where no other is at work.
fn sweep_where_nobody_writes(folder: &Path) {
    let passages = folder.join(PASSAGES);
    if has_left_overs(&passages)
        && let Ok(Some(_lock)) = WriteLock::try_take(folder)
    {
        remove_left_overs(&passages);
    }
}

fn files(path: &Path) -> impl Iterator<Item = fs::DirEntry> {
    fs::read_dir(path).into_iter().flatten().flatten()
}

//! The index's folder: opening it, and starting over where what stands there cannot be used.

use std::fs;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::time::SystemTime;

use tantivy::directory::MmapDirectory;
use tantivy::index::SegmentId;
use tantivy::{Index, IndexSettings};

use super::schema::{Fields, schema, version};
use super::{IndexError, Library, Writer};

/// An index that was opened.
pub struct Opened {
    /// The index.
    pub library: Library,
    /// Why an earlier index was thrown away, where one was.
    pub rebuilt: Option<String>,
}

/// The folder inside the index's folder that is ours to delete.
const FOLDER: &str = "passages";

/// In how many bytes at a file's end its version is looked for: what the engine writes there is half as long.
const END: u64 = 256;

/// The engine's file that names the others.
const META: &str = "meta.json";

/// Opens the index in `folder`, or makes an empty one where there is none, where it was made by another
/// version, or where it is damaged: every file's checksum is compared, since a flipped byte may change
/// results without an error.
///
/// # Errors
///
/// Where the folder cannot be made, read or written.
pub fn open(folder: &Path) -> Result<Opened, IndexError> {
    let path = folder.join(FOLDER);
    let unwritable = |cause| IndexError::Folder {
        path: path.clone(),
        cause,
    };
    fs::create_dir_all(&path).map_err(unwritable)?;
    let rebuilt = match open_existing(&path) {
        Ok(Some(library)) => {
            return Ok(Opened {
                library,
                rebuilt: None,
            });
        }
        Ok(None) => None,
        Err(reason) => {
            fs::remove_dir_all(&path)
                .and_then(|()| fs::create_dir_all(&path))
                .map_err(unwritable)?;
            Some(reason)
        }
    };
    let (schema, fields) = schema();
    let directory =
        MmapDirectory::open(&path).map_err(|error| IndexError::Engine(error.to_string()))?;
    let index = Index::create(directory, schema, IndexSettings::default())?;
    Ok(Opened {
        library: with_version(index, fields)?,
        rebuilt,
    })
}

/// When the index in `folder` was last written; `None` where that cannot be told.
#[must_use]
pub fn written(folder: &Path) -> Option<SystemTime> {
    let meta = fs::metadata(folder.join(FOLDER).join(META)).ok()?;
    meta.modified().ok()
}

/// An empty index that is nowhere on disk.
///
/// # Errors
///
/// Where the engine fails.
pub fn open_in_memory() -> Result<Library, IndexError> {
    let (schema, fields) = schema();
    with_version(Index::create_in_ram(schema), fields)
}

/// The index at `path`, `None` where there is none, or why it cannot be used.
fn open_existing(path: &Path) -> Result<Option<Library>, String> {
    let meta = path.join(META);
    if !meta.exists() {
        let empty = fs::read_dir(path).map_or(true, |mut files| files.next().is_none());
        return if empty {
            Ok(None)
        } else {
            Err("it was not finished".to_owned())
        };
    }
    let damaged = |_: tantivy::TantivyError| "it is damaged".to_owned();
    let index = Index::open_in_dir(path).map_err(damaged)?;
    let (schema, fields) = schema();
    let payload = index.load_metas().map_err(damaged)?.payload;
    if payload.as_deref() != Some(&version()) || index.schema() != schema {
        return Err("it was made by another version".to_owned());
    }
    let segments = index.searchable_segment_ids().map_err(damaged)?;
    if files(path).any(|file| is_damaged(&index, &segments, &file))
        || !index.validate_checksum().map_err(damaged)?.is_empty()
    {
        return Err("it is damaged".to_owned());
    }
    sweep(path);
    Library::new(index, fields)
        .map(Some)
        .map_err(|_| "it is damaged".to_owned())
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
    !is_of_this_version(&file.path())
        || (!is_listed() && !directory.validate_checksum(name).unwrap_or_default())
}

/// Whether this engine's version stands at the end of one of its files.
fn is_of_this_version(file: &Path) -> bool {
    let Ok(version) = serde_json::to_string(tantivy::version()) else {
        return false;
    };
    let mut end = Vec::new();
    let read = fs::File::open(file).and_then(|mut file| {
        let length = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(length.saturating_sub(END)))?;
        file.read_to_end(&mut end)
    });
    read.is_ok() && String::from_utf8_lossy(&end).contains(&version)
}

/// Removes what an interrupted writer left behind.
fn sweep(path: &Path) {
    let files = files(path).map(|file| file.path());
    for file in files.filter(|file| is_left_over(file)) {
        if let Err(error) = fs::remove_file(&file) {
            tracing::debug!(file = %file.display(), %error, "left in place");
        }
    }
}

fn files(path: &Path) -> impl Iterator<Item = fs::DirEntry> {
    fs::read_dir(path).into_iter().flatten().flatten()
}

fn is_left_over(file: &Path) -> bool {
    file.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with(".tmp"))
}

fn with_version(index: Index, fields: Fields) -> Result<Library, IndexError> {
    let library = Library::new(index, fields)?;
    Writer::new(&library)?.commit()?;
    Ok(library)
}

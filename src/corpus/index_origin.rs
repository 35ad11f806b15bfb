//! The origin of an index: whether it was built from this folder of interviews or from another one.
//!
//! An index that can be written is brought in step, whatever it holds. One that cannot is used as it stands only if it
//! is this folder's: what it quotes has to stand there. The contents decide, and the path that the index names says how
//! much they may differ. A folder that was moved or copied with its index has another path and the same contents; other
//! interviews may be mounted at the same path.

use std::path::Path;

use super::file_content::FileContent;
use super::file_stamps::{FileStamp, FileStampCache};
use super::folder_scan::FolderScan;
use super::interview_file::InterviewFile;
use crate::index::Catalogue;

/// Whether an index that cannot be brought in step may be used as it stands. `index`: its folder.
///
/// Of an index that names this folder at least half the files have to stand there as they were read: what is left is an
/// index that is behind. Of any other index all have to, and it has to hold at least half of the folder's files.
pub(super) fn is_of_this_folder(catalogue: &Catalogue, scan: &FolderScan, index: &Path) -> bool {
    let sources = catalogue.sources();
    let least = if catalogue.corpus.as_deref() == Some(&scan.name()) {
        sources.len().div_ceil(2)
    } else {
        sources.len().max(scan.files.len().div_ceil(2))
    };
    let hash = |file: &InterviewFile| sources.get(file.id.as_str()).copied();
    let named: Vec<&InterviewFile> = scan
        .files
        .iter()
        .filter(|file| hash(file).is_some())
        .collect();
    // Where the names say it already, nothing is read.
    if named.len() < least {
        return false;
    }
    let known = FileStampCache::load(index);
    let same = named
        .iter()
        .filter(|file| is_as_it_was(file, hash(file), &known));
    same.take(least).count() == least
}

/// Whether a file holds what it held when it was read into the index.
fn is_as_it_was(file: &InterviewFile, hash: Option<&str>, known: &FileStampCache) -> bool {
    if file.held_back.is_some() {
        return false;
    }
    let stamp = FileStamp::of(file);
    let noted = stamp.and_then(|stamp| known.hash(&file.path, &stamp));
    if noted.is_some() && noted == hash {
        return true;
    }
    FileContent::of(file).is_ok_and(|content| Some(content.hash.as_str()) == hash)
}

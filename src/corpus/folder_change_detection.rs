//! Detects changes of the corpus folder: which events count, and a hash of what the folder looks like.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use notify::EventKind;
use notify::event::{AccessKind, AccessMode};

use super::file_stamps::FileStamp;
use super::folder_scan::scan;

/// Whether something was changed, and not only read.
pub(super) fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}

/// A number that is another one where a file came, went or looks different.
pub(super) fn folder_hash(corpus: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    if let Ok(scan) = scan(corpus) {
        for file in &scan.files {
            (&file.path, FileStamp::of(file)).hash(&mut hasher);
        }
        scan.files.len().hash(&mut hasher);
    }
    hasher.finish()
}

//! What counts as a change of the folder of interviews.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use notify::EventKind;
use notify::event::{AccessKind, AccessMode};

use super::scan::scan;
use super::stamp::Stamp;

/// Whether something was changed, and not only read.
pub(super) fn changes(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}

/// A number that is another one where a file came, went or looks different.
pub(super) fn shape(corpus: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    if let Ok(scan) = scan(corpus) {
        for file in &scan.files {
            (&file.path, Stamp::of(file)).hash(&mut hasher);
        }
        scan.files.len().hash(&mut hasher);
    }
    hasher.finish()
}

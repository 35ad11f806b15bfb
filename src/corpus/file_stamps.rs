//! File stamps (size, times, inode): a file that still has its stamp is not read again.

use std::collections::HashMap;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::atomic_file_write;
use super::interview_file::InterviewFile;

/// A file's size, times and place on the disk, and its sidecar's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct FileStamp {
    file: FileMetadata,
    sidecar: Option<FileMetadata>,
    /// How its other forms look together.
    #[serde(default)]
    forms: Option<FileMetadata>,
}

/// Bytes, inode, and nanoseconds since 1970 of the last change of the content (mtime) and of anything (ctime:
/// an editor that puts an earlier mtime back is seen by it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct FileMetadata(u64, u64, i64, i64);

/// How long after its last change a file is still hashed again, in nanoseconds: within the coarseness of a
/// file system's clock (two seconds on FAT) a second change may leave no trace in the times. Git calls such
/// an entry racy (<https://git-scm.com/docs/racy-git>).
const RACY: i64 = 2_000_000_000;

impl FileStamp {
    /// How the file and its sidecar look now; `None` where one of them is gone.
    pub(super) fn of(file: &InterviewFile) -> Option<Self> {
        let outside = |path: &PathBuf| fs::metadata(path).ok().map(|seen| FileMetadata::of(&seen));
        Some(Self {
            file: outside(&file.path)?,
            sidecar: match &file.sidecar {
                Some(sidecar) => Some(outside(sidecar)?),
                None => None,
            },
            forms: match file.forms.as_slice() {
                [] => None,
                forms => Some(
                    forms
                        .iter()
                        .map(outside)
                        .collect::<Option<Vec<_>>>()?
                        .into_iter()
                        .fold(
                            FileMetadata(forms.len() as u64, 0, 0, 0),
                            FileMetadata::with,
                        ),
                ),
            },
        })
    }

    /// Whether it was taken long enough after the last change to stand for the content.
    pub(super) fn is_settled(&self, taken: SystemTime) -> bool {
        let taken = taken
            .duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|since| i64::try_from(since.as_nanos()).ok());
        let settled = |FileMetadata(_, _, modified, changed): &FileMetadata| {
            taken.is_some_and(|taken| taken.saturating_sub(RACY) > *modified.max(changed))
        };
        settled(&self.file)
            && self.sidecar.as_ref().is_none_or(settled)
            && self.forms.as_ref().is_none_or(settled)
    }
}

impl FileMetadata {
    /// Two of them as one: another one where either is another.
    fn with(self, other: Self) -> Self {
        let mixed = self.1.rotate_left(7) ^ other.1;
        Self(
            self.0.wrapping_mul(31).wrapping_add(other.0),
            mixed,
            self.2.max(other.2),
            self.3.max(other.3),
        )
    }

    fn of(metadata: &Metadata) -> Self {
        let nanoseconds = |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000) + rest;
        Self(
            metadata.len(),
            metadata.ino(),
            nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
        )
    }
}

/// The stamps of the files that were read, beside the index: file name → stamp and hash of the content. A
/// shortcut only: where it is lost, every file is hashed again.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct FileStampCache(HashMap<PathBuf, (FileStamp, String)>);

/// The name of the file within the index's folder.
const NAME: &str = "files.json";

impl FileStampCache {
    /// What was kept in the folder of an index; nothing where it cannot be read.
    pub(super) fn load(index: &Path) -> Self {
        let kept = fs::read(index.join(NAME)).ok();
        kept.and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Keeps them, whole or not at all.
    pub(super) fn save(&self, index: &Path) -> io::Result<()> {
        atomic_file_write::replace(&index.join(NAME), &serde_json::to_vec(self)?)
    }

    /// The hash of the content that a file had when it looked so.
    pub(super) fn hash(&self, path: &Path, stamp: &FileStamp) -> Option<&str> {
        let (known, hash) = self.0.get(path)?;
        (known == stamp).then_some(hash)
    }

    pub(super) fn keep(&mut self, path: &Path, stamp: FileStamp, hash: &str) {
        self.0.insert(path.to_owned(), (stamp, hash.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_file_that_changed_within_two_seconds_is_not_settled() {
        let at = |seconds: u64| UNIX_EPOCH + Duration::from_secs(seconds);
        let outside = FileMetadata(1, 1, 10_000_000_000, 10_500_000_000);
        let stamp = FileStamp {
            file: outside,
            sidecar: None,
            forms: None,
        };
        assert!(!stamp.is_settled(at(9)));
        assert!(!stamp.is_settled(at(12)));
        assert!(stamp.is_settled(at(13)));
        let later = FileMetadata(1, 1, 0, 12_000_000_000);
        let stamp = FileStamp {
            file: outside,
            sidecar: Some(later),
            forms: None,
        };
        assert!(!stamp.is_settled(at(13)), "its sidecar is young");
    }

    #[test]
    fn stamps_come_back_as_they_were_kept_and_nothing_where_they_are_damaged() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let stamp = FileStamp {
            file: FileMetadata(3, 4, 5, 6),
            sidecar: None,
            forms: None,
        };
        let mut stamps = FileStampCache::default();
        stamps.keep(Path::new("a/b.txt"), stamp, "hash");
        stamps.save(folder.path())?;
        let back = FileStampCache::load(folder.path());
        assert_eq!(back, stamps);
        assert_eq!(back.hash(Path::new("a/b.txt"), &stamp), Some("hash"));
        fs::write(folder.path().join(NAME), b"{\"a")?;
        assert_eq!(
            FileStampCache::load(folder.path()),
            FileStampCache::default()
        );
        Ok(())
    }
}

//! The report of a sync: what was read, what was skipped, and how it goes on.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::StaleIndexReason;
use super::skipped_files::SkippedFile;

/// Told how far it is.
pub trait Progress {
    /// So many files are to be looked at.
    fn started(&self, files: usize);
    /// This file, or the folder as a whole, is looked at until another is or the work is done.
    fn at(&self, _path: &Path) {}
    /// The folder as a whole was looked at.
    fn scanned(&self) {}
    /// One more was.
    fn file_done(&self);
    /// All were, and the index is committed.
    fn finished(&self);
    /// Another process is writing the index in a folder, and is waited for; told each time that happens.
    fn waiting(&self, _index: &Path) {}
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SyncReport {
    /// Files that may be interviews.
    pub files: usize,
    /// Of these, read now.
    pub read: usize,
    /// In the index already, as they are.
    pub unchanged: usize,
    /// Interviews taken out, because their file is gone or cannot be read any more.
    pub removed: usize,
    /// Files that could not be read.
    pub failed: usize,
    /// What the folder holds that is not read.
    pub passed_over: Vec<SkippedFile>,
    /// What took long to read, and how long.
    pub slow: Vec<(PathBuf, Duration)>,
    /// Interviews in the index.
    pub interviews: usize,
    /// Questions with an answer in the index.
    pub exchanges: usize,
    /// Passages in the index.
    pub passages: usize,
    /// Words that guests say in the index.
    pub words: usize,
    /// What is not right in what was read now, file by file.
    pub warnings: Vec<(PathBuf, String)>,
    /// What was not right when the unchanged files were read, file by file.
    pub known_warnings: Vec<(PathBuf, String)>,
    /// Why an earlier index was thrown away, where one was.
    pub rebuilt: Option<String>,
    /// The other folder of interviews whose index was replaced by this one's, where one was.
    pub replaced: Option<String>,
    /// Why the index is in memory alone, where it is.
    pub in_memory: Option<InMemoryIndex>,
    /// Why the index stands as it was, where it does.
    pub behind: Option<StaleIndexReason>,
    /// How long it took.
    pub elapsed: Duration,
}

/// Why an index is in memory alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InMemoryIndex {
    /// In words.
    pub reason: String,
    /// What to do about it.
    pub hint: Option<&'static str>,
    /// Why none could be written, where that is one of the usual reasons.
    pub why: Option<StaleIndexReason>,
}

impl SyncReport {
    /// What is not right, file by file: the warnings, and what is passed over by mistake, not by its owner's wish.
    #[must_use]
    pub fn faults(&self) -> Vec<(PathBuf, String)> {
        let passed_over = self.passed_over.iter();
        let passed_over = passed_over
            .filter(|passed| passed.why.is_fault())
            .map(|passed| (passed.path.clone(), passed.why.to_string()));
        self.warnings.iter().cloned().chain(passed_over).collect()
    }
}

/// Shows nothing.
pub(super) struct NoProgress;

impl Progress for NoProgress {
    fn started(&self, _: usize) {}
    fn file_done(&self) {}
    fn finished(&self) {}
}

/// From when on reading a file is said to take long.
pub const LONG: Duration = Duration::from_secs(2);

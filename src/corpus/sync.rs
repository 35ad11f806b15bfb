//! Bringing the index in step with the folder.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::CorpusError;
use super::passed_over::PassedOver;
use super::scan::{Scan, scan};
use super::update::update;
use crate::index::{self, IndexError, Library};

/// Told how far it is.
pub trait Progress {
    /// So many files are to be looked at.
    fn started(&self, files: usize);
    /// This file, or the folder as a whole, is looked at until another is or the work is done.
    fn at(&self, _path: &Path) {}
    /// One more was.
    fn file_done(&self);
    /// All were, and the index is committed.
    fn finished(&self);
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
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
    pub passed_over: Vec<PassedOver>,
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
    /// What is not right, file by file.
    pub warnings: Vec<(PathBuf, String)>,
    /// Why an earlier index was thrown away, where one was.
    pub rebuilt: Option<String>,
    /// Whether another process was writing the index, so that it stands as it was.
    pub busy: bool,
    /// How long it took.
    pub elapsed: Duration,
}

/// From when on reading a file is said to take long.
pub const LONG: Duration = Duration::from_secs(2);

impl Report {
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

/// Opens the index of a folder and takes up what is new, changed or gone. Where another process is
/// writing the index, it is opened as it stands.
///
/// # Errors
///
/// Where the folder or the index cannot be used at all.
pub fn sync(
    corpus: &Path,
    index: &Path,
    progress: &dyn Progress,
) -> Result<(Library, Report), CorpusError> {
    let began = Instant::now();
    // Before the index is opened: a folder that is not there leaves no index behind.
    progress.at(corpus);
    let scan = scan(corpus)?;
    let opened = index::open(index)?;
    let mut report = take_up(&opened.library, scan, index, progress)?;
    report.rebuilt = opened.rebuilt;
    report.elapsed = began.elapsed();
    Ok((opened.library, report))
}

/// Takes up what is new, changed or gone in a folder whose index is open. Blocking; those who read the
/// library see each commit when it is done and wait for nothing.
///
/// # Errors
///
/// Where the folder or the index cannot be used at all; what was in the index before stays.
pub fn resync(
    library: &Library,
    corpus: &Path,
    index: &Path,
    progress: &dyn Progress,
) -> Result<Report, CorpusError> {
    let began = Instant::now();
    let _turn = library.turn_to_write();
    let scan = scan(corpus)?;
    library.refresh()?;
    let mut report = take_up(library, scan, index, progress)?;
    report.elapsed = began.elapsed();
    Ok(report)
}

/// Shows nothing.
pub(super) struct Silent;

impl Progress for Silent {
    fn started(&self, _: usize) {}
    fn file_done(&self) {}
    fn finished(&self) {}
}

fn take_up(
    library: &Library,
    scan: Scan,
    index: &Path,
    progress: &dyn Progress,
) -> Result<Report, CorpusError> {
    let mut report = Report {
        files: scan.files.len(),
        ..Report::default()
    };
    match update(library, &scan, index, &mut report, progress) {
        Err(IndexError::Busy) if !library.catalogue().entries.is_empty() => {
            report.busy = true;
            report.warnings.push((
                index.to_owned(),
                "another verbatim is writing the index; it is used as it stands".to_owned(),
            ));
        }
        done => done?,
    }
    report.passed_over = scan.passed_over;
    let catalogue = library.catalogue();
    report.interviews = catalogue.entries.len();
    report.exchanges = catalogue.entries.iter().map(|entry| entry.exchanges).sum();
    report.passages = catalogue.entries.iter().map(|entry| entry.passages).sum();
    report.words = catalogue.entries.iter().map(|entry| entry.words).sum();
    progress.finished();
    Ok(report)
}

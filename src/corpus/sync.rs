//! Bringing the index in step with the folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::folders_apart::check_apart;
use super::passed_over::PassedOver;
use super::scan::{Scan, scan};
use super::update::update;
use super::{Behind, CorpusError};
use crate::index::{self, IndexError, Library};

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

/// What is done where another process is writing the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenBusy {
    /// It is waited for.
    Wait,
    /// The last commit is used as it is; only where there is no interview in it yet, the other is waited for.
    UseLastCommit,
    /// The last commit is used as it is, whatever it holds.
    GoOn,
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
    /// What is not right in what was read now, file by file.
    pub warnings: Vec<(PathBuf, String)>,
    /// What was not right when the unchanged files were read, file by file.
    pub known_warnings: Vec<(PathBuf, String)>,
    /// Why an earlier index was thrown away, where one was.
    pub rebuilt: Option<String>,
    /// Why the index is in memory alone, where it is.
    pub in_memory: Option<String>,
    /// Why the index stands as it was, where it does.
    pub behind: Option<Behind>,
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

/// Opens the index of a folder and takes up what is new, changed or gone. Where that cannot be written and there are
/// interviews in the index already, it is opened as it stands.
///
/// # Errors
///
/// Where the folder or the index cannot be used at all.
pub fn sync(
    corpus: &Path,
    index: &Path,
    progress: &dyn Progress,
    busy: WhenBusy,
) -> Result<(Library, Report), CorpusError> {
    let began = Instant::now();
    // Before the index is opened: a folder that is not there leaves no index behind.
    progress.at(corpus);
    let scan = scan(corpus)?;
    progress.scanned();
    check_apart(corpus, index)?;
    let synced = on_disk(&scan, index, progress, busy);
    let (library, mut report) = match synced {
        Err(error) if busy == WhenBusy::UseLastCommit && is_unwritable(&error) => {
            in_memory(&scan, index, progress, &error)?
        }
        synced => synced?,
    };
    report.elapsed = began.elapsed();
    Ok((library, report))
}

fn on_disk(
    scan: &Scan,
    index: &Path,
    progress: &dyn Progress,
    busy: WhenBusy,
) -> Result<(Library, Report), CorpusError> {
    let opened = index::open(index, &|| progress.waiting(index));
    let opened = opened.map_err(|error| with_size(error, scan, true))?;
    let mut report = take_up(&opened.library, scan, index, progress, busy)?;
    report.rebuilt = opened.rebuilt;
    Ok((opened.library, report))
}

/// Whether there is no index, and none can be written.
fn is_unwritable(error: &CorpusError) -> bool {
    match error {
        CorpusError::Behind(behind) => !matches!(behind, Behind::Busy(_)),
        CorpusError::Index(error) => error.is_unwritable(),
        _ => false,
    }
}

/// An index that is nowhere on disk, and why.
fn in_memory(
    scan: &Scan,
    index: &Path,
    progress: &dyn Progress,
    why: &CorpusError,
) -> Result<(Library, Report), CorpusError> {
    let library = index::open_in_memory()?;
    let mut report = take_up(&library, scan, index, progress, WhenBusy::GoOn)?;
    report.in_memory = Some(why.to_string());
    Ok((library, report))
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
    let mut report = take_up(library, &scan, index, progress, WhenBusy::GoOn)?;
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
    scan: &Scan,
    index: &Path,
    progress: &dyn Progress,
    busy: WhenBusy,
) -> Result<Report, CorpusError> {
    let mut report = loop {
        let mut report = Report {
            files: scan.files.len(),
            ..Report::default()
        };
        let error = match update(library, scan, index, &mut report, progress) {
            Ok(()) => break report,
            Err(error) => error,
        };
        let is_empty = library.catalogue().entries.is_empty();
        let waits = busy == WhenBusy::Wait || (busy == WhenBusy::UseLastCommit && is_empty);
        if matches!(error, IndexError::Busy) && waits {
            progress.waiting(index);
            library.wait_until_free()?;
            library.refresh()?;
            continue;
        }
        let behind = behind(error, scan, index, is_empty)?;
        if is_empty && busy != WhenBusy::GoOn {
            return Err(behind.into());
        }
        report.behind = Some(behind);
        break report;
    };
    let passed_over = scan.passed_over.iter().cloned();
    report.passed_over.extend(passed_over);
    let catalogue = library.catalogue();
    report.interviews = catalogue.entries.len();
    report.exchanges = catalogue.entries.iter().map(|entry| entry.exchanges).sum();
    report.passages = catalogue.entries.iter().map(|entry| entry.passages).sum();
    report.words = catalogue.entries.iter().map(|entry| entry.words).sum();
    progress.finished();
    Ok(report)
}

/// Why an index stands as it was, where it can be used all the same.
fn behind(
    error: IndexError,
    scan: &Scan,
    index: &Path,
    is_first: bool,
) -> Result<Behind, CorpusError> {
    match with_size(error, scan, is_first) {
        CorpusError::Behind(behind) => Ok(behind),
        CorpusError::Index(IndexError::Busy) => Ok(Behind::Busy(index.to_owned())),
        CorpusError::Index(IndexError::ReadOnly { path, cause }) => {
            Ok(Behind::ReadOnly { path, cause })
        }
        error => Err(error),
    }
}

/// Says of a full disk how much is needed there. `is_first`: nothing was indexed before.
fn with_size(error: IndexError, scan: &Scan, is_first: bool) -> CorpusError {
    match error {
        IndexError::Full { path, cause } => CorpusError::Behind(Behind::Full {
            path,
            needed: needed(scan),
            is_first,
            cause,
        }),
        other => other.into(),
    }
}

/// What the smallest index takes on the disk while it is written, in bytes.
const LEAST: u64 = 256 << 10;

/// How many bytes an index takes on the disk for a byte of the interviews' files while it is written: about two, and as
/// many again while it is merged.
const PER_BYTE: u64 = 4;

/// How many bytes the index of some files takes on the disk while it is written.
fn needed(scan: &Scan) -> u64 {
    let sizes = scan.files.iter().map(|file| fs::metadata(&file.path));
    let bytes: u64 = sizes.flatten().map(|file| file.len()).sum();
    LEAST + bytes.saturating_mul(PER_BYTE)
}

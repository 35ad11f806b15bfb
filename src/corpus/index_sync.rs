//! Syncs the index with the corpus folder: the public entry point, its progress and its report.

use std::fs;
use std::path::Path;
use std::time::Instant;

use super::folder_overlap_check::check_apart;
use super::folder_scan::{FolderScan, scan};
use super::ingest::ingest;
use super::sync_report::{Progress, SyncReport};
use super::{CorpusError, StaleIndexReason};
use crate::index::{self, IndexError, Library};

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
) -> Result<(Library, SyncReport), CorpusError> {
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
    scan: &FolderScan,
    index: &Path,
    progress: &dyn Progress,
    busy: WhenBusy,
) -> Result<(Library, SyncReport), CorpusError> {
    let opened = index::open(index, &|| progress.waiting(index));
    let opened = opened.map_err(|error| with_size(error, scan, true))?;
    let mut report = take_up(&opened.library, scan, index, progress, busy)?;
    report.rebuilt = opened.rebuilt;
    Ok((opened.library, report))
}

/// Whether there is no index, and none can be written.
fn is_unwritable(error: &CorpusError) -> bool {
    match error {
        CorpusError::Behind(behind) => !matches!(behind, StaleIndexReason::Busy(_)),
        CorpusError::Index(error) => error.is_unwritable(),
        _ => false,
    }
}

/// An index that is nowhere on disk, and why.
fn in_memory(
    scan: &FolderScan,
    index: &Path,
    progress: &dyn Progress,
    why: &CorpusError,
) -> Result<(Library, SyncReport), CorpusError> {
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
) -> Result<SyncReport, CorpusError> {
    let began = Instant::now();
    let _turn = library.turn_to_write();
    let scan = scan(corpus)?;
    library.refresh()?;
    let mut report = take_up(library, &scan, index, progress, WhenBusy::GoOn)?;
    report.elapsed = began.elapsed();
    Ok(report)
}

fn take_up(
    library: &Library,
    scan: &FolderScan,
    index: &Path,
    progress: &dyn Progress,
    busy: WhenBusy,
) -> Result<SyncReport, CorpusError> {
    let mut report = loop {
        let mut report = SyncReport {
            files: scan.files.len(),
            ..SyncReport::default()
        };
        let error = match ingest(library, scan, index, &mut report, progress) {
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
    scan: &FolderScan,
    index: &Path,
    is_first: bool,
) -> Result<StaleIndexReason, CorpusError> {
    match with_size(error, scan, is_first) {
        CorpusError::Behind(behind) => Ok(behind),
        CorpusError::Index(IndexError::Busy) => Ok(StaleIndexReason::Busy(index.to_owned())),
        CorpusError::Index(IndexError::ReadOnly { path, cause }) => {
            Ok(StaleIndexReason::ReadOnly { path, cause })
        }
        error => Err(error),
    }
}

/// Says of a full disk how much is needed there. `is_first`: nothing was indexed before.
fn with_size(error: IndexError, scan: &FolderScan, is_first: bool) -> CorpusError {
    match error {
        IndexError::Full { path, cause } => CorpusError::Behind(StaleIndexReason::Full {
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
fn needed(scan: &FolderScan) -> u64 {
    let sizes = scan.files.iter().map(|file| fs::metadata(&file.path));
    let bytes: u64 = sizes.flatten().map(|file| file.len()).sum();
    LEAST + bytes.saturating_mul(PER_BYTE)
}

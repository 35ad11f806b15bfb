//! Syncs the index with the corpus folder: the public entry point, its progress and its report.

use std::fs;
use std::path::Path;
use std::time::Instant;

use super::folder_overlap_check::check_apart;
use super::folder_scan::{FolderScan, scan};
use super::index_origin::is_of_this_folder;
use super::ingest::ingest;
use super::interview_file::InterviewFile;
use super::sync_report::{InMemoryIndex, Progress, SyncReport};
use super::{CorpusError, StaleIndexReason};
use crate::index::{self, IndexError, Library, NewestCommit};

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

/// Opens the index of a folder and takes up what is new, changed or gone. Where that cannot be written and the index
/// holds interviews of this folder already, it is opened as it stands; where it holds none, or those of another folder,
/// an index is built in memory.
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
        Err(error) if busy == WhenBusy::UseLastCommit && is_unusable(&error) => {
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
    let opened = opened.map_err(|error| with_size(error, scan, false))?;
    let mut report = take_up(&opened.library, scan, index, progress, busy)?;
    report.rebuilt = opened.rebuilt;
    Ok((opened.library, report))
}

/// Whether there is no index that can be used, and none can be written.
fn is_unusable(error: &CorpusError) -> bool {
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
    report.in_memory = Some(InMemoryIndex {
        reason: why.to_string(),
        hint: why.hint(),
        why: usual(why),
    });
    Ok((library, report))
}

/// Which of the usual reasons an error is.
fn usual(error: &CorpusError) -> Option<StaleIndexReason> {
    match error {
        CorpusError::Behind(behind) => Some(behind.clone()),
        CorpusError::Index(IndexError::Folder { path, cause }) => {
            Some(StaleIndexReason::ReadOnly {
                path: path.clone(),
                cause: cause.to_string(),
            })
        }
        CorpusError::Index(IndexError::ReadOnly { path, cause }) => {
            Some(StaleIndexReason::ReadOnly {
                path: path.clone(),
                cause: cause.clone(),
            })
        }
        _ => None,
    }
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
    let mut report = if library.is_deleted() {
        build_again(library, &scan, index, progress)?
    } else {
        take_up(library, &scan, index, progress, WhenBusy::GoOn)?
    };
    report.elapsed = began.elapsed();
    Ok(report)
}

/// Builds an index whose folder was deleted again, in memory where it cannot be built there. What is open of the old one
/// answers until then.
fn build_again(
    library: &Library,
    scan: &FolderScan,
    index: &Path,
    progress: &dyn Progress,
) -> Result<SyncReport, CorpusError> {
    let (built, mut report) = match on_disk(scan, index, progress, WhenBusy::UseLastCommit) {
        Err(error) => in_memory(scan, index, progress, &error)?,
        built => built?,
    };
    library.replace_by(&built);
    report.rebuilt = Some("its folder was deleted".to_owned());
    Ok(report)
}

/// Sees what another process committed to an index that this one cannot write, if that is of this folder; gives it
/// where it is not. `refused`: what is known not to be.
pub(super) fn follow(
    library: &Library,
    (corpus, index): (&Path, &Path),
    refused: Option<&NewestCommit>,
) -> Result<Option<NewestCommit>, CorpusError> {
    let newest = library.newest()?;
    if newest.is(&library.published()) {
        return Ok(None);
    }
    let is_known = refused.is_some_and(|refused| refused.is(&newest));
    if is_known || !is_of_this_folder(newest.catalogue(), &scan(corpus)?, index) {
        return Ok(Some(newest));
    }
    library.publish(&newest);
    Ok(None)
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
        let base = library.newest()?;
        let error = match ingest((library, &base), scan, index, &mut report, progress) {
            Ok(()) => {
                // Nothing that it held stands in the folder.
                let is_other = report.unchanged == 0 && !base.catalogue().entries.is_empty();
                report.replaced = other_folder(&base, scan).filter(|_| is_other);
                break report;
            }
            Err(IndexError::Overtaken) => continue,
            Err(error) => error,
        };
        let newest = library.newest()?;
        let is_empty = newest.catalogue().entries.is_empty();
        // Too little of what was committed still stands in the folder: the other process is bringing it in step.
        let is_stale =
            || was_built_from(&newest, scan) && !is_of_this_folder(newest.catalogue(), scan, index);
        let waits =
            busy == WhenBusy::Wait || (busy == WhenBusy::UseLastCommit && (is_empty || is_stale()));
        if matches!(error, IndexError::Busy) && waits {
            progress.waiting(index);
            library.wait_until_free()?;
            continue;
        }
        let is_ours = is_of_this_folder(newest.catalogue(), scan, index);
        let behind = behind(error, scan, index, !is_empty && is_ours)?;
        let behind = if is_ours {
            library.publish(&newest);
            behind
        } else if is_empty || was_built_from(&newest, scan) {
            // Too little of it stands there as it was: that is the folder's own doing.
            behind
        } else {
            of_another_folder(&newest, scan, index, behind)
        };
        if (is_empty || !is_ours) && busy != WhenBusy::GoOn {
            return Err(behind.into());
        }
        report.behind = Some(behind);
        break report;
    };
    let passed_over = scan.passed_over.iter().cloned();
    report.passed_over.extend(passed_over);
    report.warnings.extend(scan.warnings.iter().cloned());
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
    still_answers: bool,
) -> Result<StaleIndexReason, CorpusError> {
    match with_size(error, scan, still_answers) {
        CorpusError::Behind(behind) => Ok(behind),
        CorpusError::Index(IndexError::Busy) => Ok(StaleIndexReason::Busy(index.to_owned())),
        CorpusError::Index(IndexError::ReadOnly { path, cause }) => {
            Ok(StaleIndexReason::ReadOnly { path, cause })
        }
        error => Err(error),
    }
}

/// Says that an index holds the interviews of another folder, and why it cannot be built anew.
fn of_another_folder(
    newest: &NewestCommit,
    scan: &FolderScan,
    index: &Path,
    cause: StaleIndexReason,
) -> StaleIndexReason {
    StaleIndexReason::OtherCorpus {
        path: index.to_owned(),
        corpus: other_folder(newest, scan),
        cause: Box::new(cause),
    }
}

/// The folder that an index was built from, where that is another one.
fn other_folder(commit: &NewestCommit, scan: &FolderScan) -> Option<String> {
    let corpus = commit.catalogue().corpus.clone();
    corpus.filter(|corpus| *corpus != scan.name())
}

/// Whether an index names this folder and holds files that still stand in it, however much they were changed.
fn was_built_from(commit: &NewestCommit, scan: &FolderScan) -> bool {
    let catalogue = commit.catalogue();
    let sources = catalogue.sources();
    let is_held = |file: &InterviewFile| sources.contains_key(file.id.as_str());
    catalogue.corpus.as_deref() == Some(&scan.name()) && scan.files.iter().any(is_held)
}

/// Says of a full disk how much is needed there. `still_answers`: what was indexed before is used.
fn with_size(error: IndexError, scan: &FolderScan, still_answers: bool) -> CorpusError {
    match error {
        IndexError::Full { path, cause } => CorpusError::Behind(StaleIndexReason::Full {
            path,
            needed: needed(scan),
            still_answers,
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

//! A dry run of `verbatim check`: what reading files would give, without an index.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::file_content::FileContent;
use super::folder_scan::{FolderScan, scan};
use super::interview_file::InterviewFile;
use super::misplaced_sidecars::beside;
use super::skipped_files::{SkipReason, SkippedFile};
use super::sync_report::LONG;
use super::{CorpusError, Progress, duplicate_exports};
use crate::files;
use crate::interview::InterviewId;
use crate::reading::CheckedFile;

/// What reading gives.
#[derive(Debug, Default)]
pub struct DryRun {
    /// Each file with what it gives, in the order of their paths. A file with several interviews gives several.
    pub files: Vec<CheckedFile>,
    /// What a folder holds that is not read.
    pub passed_over: Vec<SkippedFile>,
    /// What took long to read, and how long.
    pub slow: Vec<(PathBuf, Duration)>,
}

impl DryRun {
    /// Whether everything was read but what its owner wants left out.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let mut passed_over = self.passed_over.iter();
        self.files.iter().all(|(_, read)| read.is_ok())
            && passed_over.all(|passed| passed.why.is_wanted())
    }
}

/// Reads a file, or every file of a folder that would be taken into the corpus.
///
/// # Errors
///
/// Where `path` does not exist or is a folder that cannot be read. A file that cannot be read is an entry of
/// the result.
pub fn check(path: &Path, progress: &dyn Progress) -> Result<DryRun, CorpusError> {
    progress.at(path);
    let scan = if path.is_dir() {
        scan(path)?
    } else {
        alone(path)?
    };
    let mut checks = DryRun {
        passed_over: scan.passed_over,
        ..DryRun::default()
    };
    progress.started(scan.files.len());
    for file in &scan.files {
        progress.at(&file.path);
        let began = Instant::now();
        match examine(file) {
            Ok(mut read) => {
                let shared = scan.warnings.iter();
                let shared = shared.filter(|(path, _)| file.sidecar.as_ref() == Some(path));
                let shared: Vec<String> = shared
                    .map(|(path, said)| format!("`{}`: {said}", path.display()))
                    .collect();
                if let Some((_, first)) = read.examined.first_mut() {
                    first.interview.warnings.extend(shared);
                }
                let examined = read.examined.into_iter().map(|(path, one)| (path, Ok(one)));
                checks.files.extend(examined);
                let refused = read.refused.into_iter();
                checks
                    .files
                    .extend(refused.map(|(path, reason)| (path, Err(reason))));
                checks.passed_over.extend(read.passed_over);
            }
            Err(refused) => {
                let refused = refused.into_iter();
                checks
                    .files
                    .extend(refused.map(|(path, reason)| (path, Err(reason))));
            }
        }
        let took = began.elapsed();
        if took > LONG {
            checks.slow.push((file.path.clone(), took));
        }
        progress.file_done();
    }
    progress.finished();
    Ok(checks)
}

/// A file that is named is read whatever its name is.
fn alone(path: &Path) -> Result<FolderScan, CorpusError> {
    let metadata = fs::metadata(path).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => CorpusError::NoFile(path.to_owned()),
        _ => CorpusError::Unreadable {
            path: path.to_owned(),
            cause,
        },
    })?;
    let mut scan = FolderScan::default();
    if let Some(kind) = files::odd_kind(metadata.file_type()) {
        scan.passed_over.push(SkippedFile {
            path: path.to_owned(),
            why: SkipReason::NotRegular(kind),
        });
        return Ok(scan);
    }
    let (sidecar, held_back) = beside(path);
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    scan.files.push(InterviewFile {
        id: InterviewId::new(name),
        path: path.to_owned(),
        forms: Vec::new(),
        sidecar,
        held_back,
    });
    Ok(scan)
}

fn examine(
    file: &InterviewFile,
) -> Result<duplicate_exports::ExportGroup, duplicate_exports::Refused> {
    let content = FileContent::of(file).map_err(|reason| vec![(file.path.clone(), reason)])?;
    duplicate_exports::read_exports(file, &content)
}

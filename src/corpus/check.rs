//! A dry run: what reading a file or a folder would give, without an index.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::content::Content;
use super::passed_over::{PassedOver, Why};
use super::scan::{File, Scan, scan};
use super::sync::LONG;
use super::{CorpusError, Progress, forms};
use crate::files;
use crate::interview::InterviewId;
use crate::reading::Checked;

/// What reading gives.
#[derive(Debug, Default)]
pub struct Checks {
    /// Each file with what it gives, in the order of their paths. A file with several interviews gives several.
    pub files: Vec<Checked>,
    /// What a folder holds that is not read.
    pub passed_over: Vec<PassedOver>,
    /// What took long to read, and how long.
    pub slow: Vec<(PathBuf, Duration)>,
}

impl Checks {
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
pub fn check(path: &Path, progress: &dyn Progress) -> Result<Checks, CorpusError> {
    progress.at(path);
    let scan = if path.is_dir() {
        scan(path)?
    } else {
        alone(path)?
    };
    let mut checks = Checks {
        passed_over: scan.passed_over,
        ..Checks::default()
    };
    progress.started(scan.files.len());
    for file in &scan.files {
        progress.at(&file.path);
        let began = Instant::now();
        match examine(file) {
            Ok(read) => {
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
fn alone(path: &Path) -> Result<Scan, CorpusError> {
    let metadata = fs::metadata(path).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::NotFound => CorpusError::NoFile(path.to_owned()),
        _ => CorpusError::Unreadable {
            path: path.to_owned(),
            cause,
        },
    })?;
    let mut scan = Scan::default();
    if let Some(kind) = files::odd_kind(metadata.file_type()) {
        scan.passed_over.push(PassedOver {
            path: path.to_owned(),
            why: Why::NotRegular(kind),
        });
        return Ok(scan);
    }
    let mut sidecar = Some(path.with_extension("toml")).filter(|sidecar| sidecar != path);
    let found = sidecar.as_ref().map(fs::metadata).and_then(Result::ok);
    match found.map(|metadata| files::odd_kind(metadata.file_type())) {
        Some(None) => {}
        None => sidecar = None,
        Some(Some(kind)) => scan
            .passed_over
            .extend(sidecar.take().map(|path| PassedOver {
                path,
                why: Why::NotRegular(kind),
            })),
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    scan.files.push(File {
        id: InterviewId::new(name),
        path: path.to_owned(),
        forms: Vec::new(),
        sidecar,
    });
    Ok(scan)
}

fn examine(file: &File) -> Result<forms::Read, forms::Refused> {
    let content = Content::of(file).map_err(|reason| vec![(file.path.clone(), reason)])?;
    forms::examine(file, &content)
}

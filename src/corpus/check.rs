//! A dry run: what reading a file or a folder would give, without an index.

use std::fs;
use std::path::{Path, PathBuf};

use super::content::Content;
use super::scan::{File, Scan, scan};
use super::{CorpusError, Progress, forms};
use crate::interview::InterviewId;
use crate::reading::{Checked, Examined};

/// Reads a file, or every file of a folder that would be taken into the corpus, in the order of their paths. A file with
/// several interviews gives several.
///
/// # Errors
///
/// Where `path` does not exist or is a folder that cannot be read. A file that cannot be read is an entry of
/// the result.
pub fn check(path: &Path, progress: &dyn Progress) -> Result<Vec<Checked>, CorpusError> {
    let scan = if path.is_dir() {
        scan(path)?
    } else {
        alone(path)?
    };
    progress.started(scan.files.len());
    let mut checked: Vec<Checked> = scan
        .warnings
        .into_iter()
        .map(|(path, warning)| (path, Err(warning)))
        .collect();
    for file in &scan.files {
        match examine(file) {
            Ok(examined) => {
                let examined = examined.into_iter().map(|(path, one)| (path, Ok(one)));
                checked.extend(examined);
            }
            Err(reason) => checked.push((file.path.clone(), Err(reason))),
        }
        progress.file_done();
    }
    progress.finished();
    Ok(checked)
}

/// A file that is named is read whatever its name is.
fn alone(path: &Path) -> Result<Scan, CorpusError> {
    if let Err(cause) = fs::metadata(path) {
        return Err(match cause.kind() {
            std::io::ErrorKind::NotFound => CorpusError::NoFile(path.to_owned()),
            _ => CorpusError::Unreadable {
                path: path.to_owned(),
                cause,
            },
        });
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let sidecar = path.with_extension("toml");
    let file = File {
        id: InterviewId::new(name),
        path: path.to_owned(),
        forms: Vec::new(),
        sidecar: (sidecar != path && sidecar.is_file()).then_some(sidecar),
    };
    Ok(Scan {
        files: vec![file],
        ..Scan::default()
    })
}

fn examine(file: &File) -> Result<Vec<(PathBuf, Examined)>, String> {
    forms::examine(file, &Content::of(file)?)
}

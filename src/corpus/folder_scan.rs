//! The scan of the corpus folder: which files are interviews, and their ids.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::directory_walk::{DirectoryWalk, walk};
use super::interview_file::InterviewFile;
use super::misplaced_sidecars::{
    beside, hold_back, is_named_as_sidecar, name_of, nearest, only_left,
};
use super::skipped_files::{SkipReason, SkippedFile};
use super::{CorpusError, duplicate_exports};
use crate::interview::InterviewId;
use crate::{files, reading};

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct FolderScan {
    /// The folder's canonical path.
    folder: PathBuf,
    /// In the order of their paths.
    pub(super) files: Vec<InterviewFile>,
    /// What is not read; sidecars of the files are not among it.
    pub(super) passed_over: Vec<SkippedFile>,
    /// What is not right with sidecars that are read.
    pub(super) warnings: Vec<(PathBuf, String)>,
}

impl FolderScan {
    /// The folder by its canonical path.
    pub(super) fn name(&self) -> String {
        self.folder.to_string_lossy().into_owned()
    }
}

/// How much of a file without a telling name is looked at, in bytes.
const SNIFFED: u64 = 16_384;
/// The largest zip archive that is looked at, in bytes: as large as any file that is read.
const LARGEST_ZIP: u64 = 128 << 20;

/// The interviews in a folder and its sub-folders. Hidden files are passed over, links are not followed.
pub(super) fn scan(folder: &Path) -> Result<FolderScan, CorpusError> {
    check(folder)?;
    let DirectoryWalk {
        files: paths,
        mut passed_over,
        ..
    } = walk(folder);
    let (paths, others): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path: &PathBuf| {
        !is_named_as_sidecar(path) && (reading::supported(path) || is_recognised(path))
    });
    let sidecars: HashSet<PathBuf> = paths
        .iter()
        .chain(passed_over.iter().map(|passed| &passed.path))
        .map(|path| path.with_extension("toml"))
        .collect();
    let others: Vec<PathBuf> = others
        .into_iter()
        .filter(|path| !sidecars.contains(path))
        .collect();
    passed_over.extend(others.iter().map(|path| SkippedFile {
        why: not_read(path, &paths, &others),
        path: path.clone(),
    }));
    let mut relative = Vec::new();
    for path in paths {
        match path.strip_prefix(folder).ok().and_then(name) {
            Some(name) => relative.push((name, path)),
            None => passed_over.push(SkippedFile {
                path,
                why: SkipReason::Name,
            }),
        }
    }
    passed_over.extend(sidecar_folders(&relative));
    let mut files = files(relative);
    let misplaced: Vec<&Path> = passed_over
        .iter()
        .filter(|passed| passed.why.is_fault() && is_named_as_sidecar(&passed.path))
        .map(|passed| passed.path.as_path())
        .filter(|path| !sidecars.contains(*path))
        .collect();
    hold_back(&mut files, &misplaced);
    Ok(FolderScan {
        warnings: shared_sidecars(&files),
        folder: files::resolved(folder).unwrap_or_else(|_| folder.to_owned()),
        files,
        passed_over,
    })
}

/// The files by their ids: the name without its extension where only one has it, exports of one recording taken
/// together.
fn files(relative: Vec<(String, PathBuf)>) -> Vec<InterviewFile> {
    let mut stems: BTreeMap<String, Vec<(String, PathBuf)>> = BTreeMap::new();
    for (name, path) in relative {
        let stem = without_extension(&name).to_owned();
        stems.entry(stem).or_default().push((name, path));
    }
    let mut files = Vec::new();
    for (stem, named) in stems {
        let (mut exports, mut others): (Vec<_>, Vec<_>) = named
            .into_iter()
            .partition(|(_, path)| duplicate_exports::export_priority(path).is_some());
        if exports.len() == 1 {
            others.append(&mut exports);
            others.sort();
        }
        exports.sort_by_key(|(_, path)| duplicate_exports::export_priority(path));
        let several = others.len() + exports.len().min(1) > 1;
        let id = |name: String| if several { name } else { stem.clone() };
        let mut exports = exports.into_iter();
        if let Some((name, path)) = exports.next() {
            let forms = exports.map(|(_, path)| path).collect();
            files.push(file(&id(name), path, forms));
        }
        let alone = others.drain(..);
        files.extend(alone.map(|(name, path)| file(&id(name), path, Vec::new())));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn file(id: &str, path: PathBuf, forms: Vec<PathBuf>) -> InterviewFile {
    let (sidecar, held_back) = beside(&path);
    InterviewFile {
        id: InterviewId::new(id),
        sidecar,
        held_back,
        path,
        forms,
    }
}

/// Folders with the name of an interview's sidecar.
fn sidecar_folders(interviews: &[(String, PathBuf)]) -> Vec<SkippedFile> {
    let sidecars = interviews
        .iter()
        .map(|(_, path)| path.with_extension("toml"));
    let folders = sidecars.filter(|path| fs::symlink_metadata(path).is_ok_and(|at| at.is_dir()));
    // Two interviews may have one stem.
    let folders: BTreeSet<PathBuf> = folders.collect();
    let skipped = |path| SkippedFile {
        path,
        why: SkipReason::SidecarFolder,
    };
    folders.into_iter().map(skipped).collect()
}

/// What is said of each sidecar that several interviews have: their names differ only in the extension.
fn shared_sidecars(files: &[InterviewFile]) -> Vec<(PathBuf, String)> {
    let mut owners: BTreeMap<&PathBuf, Vec<String>> = BTreeMap::new();
    for file in files {
        if let (Some(sidecar), Some(name)) = (&file.sidecar, file.path.file_name()) {
            let name = format!("`{}`", name.to_string_lossy());
            owners.entry(sidecar).or_default().push(name);
        }
    }
    let shared = owners.into_iter().filter(|(_, names)| names.len() > 1);
    let said = |names: Vec<String>| {
        format!(
            "it is the sidecar file of several interviews, {}, and counts for each of them; give each interview a name of its \
             own, and a sidecar file with that name",
            names.join(" and ")
        )
    };
    shared
        .map(|(path, names)| (path.clone(), said(names)))
        .collect()
}

/// Why a file that is neither an interview nor an interview's sidecar is not read.
fn not_read(path: &Path, interviews: &[PathBuf], others: &[PathBuf]) -> SkipReason {
    match path.extension() {
        _ if is_named_as_sidecar(path) => {
            let meant = nearest(path, interviews).or_else(|| only_left(path, interviews, others));
            let has_sidecar =
                |path: &Path| fs::symlink_metadata(path.with_extension("toml")).is_ok();
            SkipReason::NoInterview(meant.map(|meant| (name_of(meant), has_sidecar(meant))))
        }
        Some(extension) => SkipReason::Type(format!(".{}", extension.to_string_lossy())),
        None => SkipReason::Type(String::new()),
    }
}

fn check(folder: &Path) -> Result<(), CorpusError> {
    match fs::metadata(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(CorpusError::NotFound(folder.to_owned()))
        }
        Err(cause) => Err(CorpusError::Unreadable {
            path: folder.to_owned(),
            cause,
        }),
        Ok(metadata) if !metadata.is_dir() => Err(CorpusError::NotAFolder(folder.to_owned())),
        Ok(_) => fs::read_dir(folder)
            .map(|_| ())
            .map_err(|cause| CorpusError::Unreadable {
                path: folder.to_owned(),
                cause,
            }),
    }
}

/// Whether the first bytes of a file tell its format, where its name does not. What a zip archive holds may be said at its
/// end only.
fn is_recognised(path: &Path) -> bool {
    let recognised =
        |most: u64| files::read(path, most).is_ok_and(|bytes| reading::recognised(path, &bytes));
    let is_zip = || files::read(path, 4).is_ok_and(|head| head.starts_with(b"PK\x03\x04"));
    reading::may_be_any(path) && (recognised(SNIFFED) || (is_zip() && recognised(LARGEST_ZIP)))
}

/// The path within the folder, with `/` between its parts.
fn name(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

fn without_extension(name: &str) -> &str {
    let file = name.rfind('/').map_or(0, |at| at + 1);
    name[file..]
        .rfind('.')
        .filter(|dot| *dot > 0)
        .map_or(name, |dot| &name[..file + dot])
}

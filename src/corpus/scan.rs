//! Which files of the folder are interviews, and what their ids are.

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ignore::WalkBuilder;

use super::{CorpusError, forms};
use crate::interview::InterviewId;
use crate::reading;

/// A file that may be an interview.
#[derive(Debug)]
pub(super) struct File {
    pub(super) id: InterviewId,
    pub(super) path: PathBuf,
    /// Other exports of what is likely the same recording, beside it: see [`super::forms`].
    pub(super) forms: Vec<PathBuf>,
    /// The sidecar beside it, where there is one.
    pub(super) sidecar: Option<PathBuf>,
}

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// In the order of their paths.
    pub(super) files: Vec<File>,
    /// How many files are of types that are not read, sidecars aside.
    pub(super) others: usize,
    /// How many files and folders are hidden.
    pub(super) hidden: usize,
    /// Files that cannot be taken, and why.
    pub(super) warnings: Vec<(PathBuf, String)>,
}

/// What owners call files that are to be left alone, with gitignore's rules.
const IGNORE_FILE: &str = ".verbatimignore";

/// How much of a file without a telling name is looked at, in bytes.
const SNIFFED: u64 = 16_384;

/// The interviews in a folder and its sub-folders. Hidden files are passed over, links are not followed.
pub(super) fn scan(folder: &Path) -> Result<Scan, CorpusError> {
    check(folder)?;
    let mut scan = Scan::default();
    let mut paths = Vec::new();
    let hidden = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&hidden);
    let walk = WalkBuilder::new(folder)
        .standard_filters(false)
        .filter_entry(move |entry| {
            let is_hidden = entry.depth() > 0 && is_hidden(entry.file_name());
            if is_hidden && entry.file_name() != IGNORE_FILE {
                counted.fetch_add(1, Ordering::Relaxed);
            }
            !is_hidden
        })
        .follow_links(false)
        .add_custom_ignore_filename(IGNORE_FILE)
        .sort_by_file_path(Path::cmp)
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                paths.push(entry.into_path())
            }
            Ok(entry) if entry.path_is_symlink() => scan.warnings.push((
                entry.into_path(),
                "it is a link, and links are not followed; put the file itself into the folder"
                    .to_owned(),
            )),
            Ok(_) => {}
            Err(error) => scan
                .warnings
                .push((folder.to_owned(), format!("{error}; let verbatim read it"))),
        }
    }
    scan.hidden = hidden.load(Ordering::Relaxed);
    let (paths, others): (Vec<_>, Vec<_>) = paths
        .into_iter()
        .partition(|path: &PathBuf| reading::supported(path) || is_recognised(path));
    let sidecars: HashSet<PathBuf> = paths
        .iter()
        .map(|path| path.with_extension("toml"))
        .collect();
    let others = others.iter().filter(|path| !sidecars.contains(*path));
    scan.others = others.count();
    let mut relative = Vec::new();
    for path in paths {
        match path.strip_prefix(folder).ok().and_then(name) {
            Some(name) => relative.push((name, path)),
            None => scan
                .warnings
                .push((path, "its name is not UTF-8; rename it".to_owned())),
        }
    }
    scan.files = files(relative);
    Ok(scan)
}

/// The files by their ids: the name without its extension where only one has it, exports of one recording taken
/// together.
fn files(relative: Vec<(String, PathBuf)>) -> Vec<File> {
    let mut stems: BTreeMap<String, Vec<(String, PathBuf)>> = BTreeMap::new();
    for (name, path) in relative {
        let stem = without_extension(&name).to_owned();
        stems.entry(stem).or_default().push((name, path));
    }
    let mut files = Vec::new();
    for (stem, named) in stems {
        let (mut exports, mut others): (Vec<_>, Vec<_>) = named
            .into_iter()
            .partition(|(_, path)| forms::rank(path).is_some());
        if exports.len() == 1 {
            others.append(&mut exports);
            others.sort();
        }
        exports.sort_by_key(|(_, path)| forms::rank(path));
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

fn file(id: &str, path: PathBuf, forms: Vec<PathBuf>) -> File {
    let sidecar = path.with_extension("toml");
    File {
        id: InterviewId::new(id),
        sidecar: is_file(&sidecar).then_some(sidecar),
        path,
        forms,
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

/// Whether it is a file itself, and no link to one.
fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
}

/// Whether the first bytes of a file tell its format, where its name does not.
fn is_recognised(path: &Path) -> bool {
    if !reading::may_be_any(path) {
        return false;
    }
    let mut head = Vec::new();
    let read = fs::File::open(path).map(|file| file.take(SNIFFED).read_to_end(&mut head));
    matches!(read, Ok(Ok(_))) && reading::recognised(path, &head)
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
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

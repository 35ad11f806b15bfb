//! Which files of the folder are interviews, and what their ids are.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::CorpusError;
use super::passed_over::{PassedOver, Why};
use super::walk::{Walk, walk};
use crate::interview::InterviewId;
use crate::reading;

/// A file that may be an interview.
#[derive(Debug)]
pub(super) struct File {
    pub(super) id: InterviewId,
    pub(super) path: PathBuf,
    /// The sidecar beside it, where there is one.
    pub(super) sidecar: Option<PathBuf>,
}

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// In the order of their paths.
    pub(super) files: Vec<File>,
    /// What is not read; sidecars of the files are not among it.
    pub(super) passed_over: Vec<PassedOver>,
}

/// The interviews in a folder and its sub-folders. Hidden files are passed over, links are not followed.
pub(super) fn scan(folder: &Path) -> Result<Scan, CorpusError> {
    check(folder)?;
    let Walk {
        files: paths,
        mut passed_over,
        ..
    } = walk(folder);
    let (paths, others): (Vec<_>, Vec<_>) = paths
        .into_iter()
        .partition(|path: &PathBuf| reading::supported(path));
    let sidecars: HashSet<PathBuf> = paths
        .iter()
        .chain(passed_over.iter().map(|passed| &passed.path))
        .map(|path| path.with_extension("toml"))
        .collect();
    let others = others.into_iter().filter(|path| !sidecars.contains(path));
    passed_over.extend(others.map(|path| PassedOver {
        why: not_read(&path, &paths),
        path,
    }));
    let mut relative = Vec::new();
    for path in paths {
        match path.strip_prefix(folder).ok().and_then(name) {
            Some(name) => relative.push((name, path)),
            None => passed_over.push(PassedOver {
                path,
                why: Why::Name,
            }),
        }
    }
    Ok(Scan {
        files: files(relative),
        passed_over,
    })
}

/// The files with their ids: the name without its extension, where no other file has the same.
fn files(named: Vec<(String, PathBuf)>) -> Vec<File> {
    let mut stems: HashMap<String, usize> = HashMap::new();
    for (name, _) in &named {
        *stems.entry(without_extension(name).to_owned()).or_default() += 1;
    }
    let file = |(name, path): (String, PathBuf)| {
        let stem = without_extension(&name);
        let id = if stems.get(stem) == Some(&1) {
            stem
        } else {
            &name
        };
        let sidecar = path.with_extension("toml");
        File {
            id: InterviewId::new(id),
            sidecar: is_file(&sidecar).then_some(sidecar),
            path,
        }
    };
    named.into_iter().map(file).collect()
}

/// Why a file that is neither an interview nor an interview's sidecar is not read.
fn not_read(path: &Path, interviews: &[PathBuf]) -> Why {
    match path.extension() {
        Some(extension) if extension == "toml" => Why::NoInterview(nearest(path, interviews)),
        Some(extension) => Why::Type(format!(".{}", extension.to_string_lossy())),
        None => Why::Type(String::new()),
    }
}

/// The name of the interview in the same folder that a sidecar may be meant for.
fn nearest(sidecar: &Path, interviews: &[PathBuf]) -> Option<String> {
    let stem = sidecar.file_stem()?.to_string_lossy().to_lowercase();
    let near = |path: &PathBuf| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        let lower = name.to_lowercase();
        let own = without_extension(&lower);
        let away =
            strsim::damerau_levenshtein(own, &stem).min(strsim::damerau_levenshtein(&lower, &stem));
        (away <= NEAR.min(stem.chars().count() / 2)).then_some((away, name))
    };
    let beside = interviews
        .iter()
        .filter(|path| path.parent() == sidecar.parent());
    beside.filter_map(near).min().map(|(_, name)| name)
}

/// By how many letters a sidecar's name may differ from the name that it is meant to have.
const NEAR: usize = 3;

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

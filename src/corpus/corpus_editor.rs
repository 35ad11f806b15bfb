//! The corpus editor: an owner's changes from a chat. It renames and removes interviews, and withdraws words of them.
//!
//! The folder stays the truth: everything ends as a file or sidecar in it, put in place whole and never over
//! another.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::folder_scan::scan;
use super::index_sync::resync;
use super::interview_draft::EditError;
use super::interview_file::InterviewFile;
use super::safe_file_names::{file_name, safe_stem, split, split_name};
use super::sync_report::{NoProgress, SyncReport};
use super::{CorpusError, StaleIndexReason, atomic_file_write, duplicate_exports, sidecar_writer};
use crate::index::Library;
use crate::interview::InterviewId;

/// Where an owner changes the corpus. Blocking, all of it.
#[derive(Debug, Clone)]
pub struct CorpusEditor {
    pub(super) corpus: PathBuf,
    index: PathBuf,
    pub(super) drafts: PathBuf,
}

impl CorpusEditor {
    /// For a corpus and the folder of its index.
    #[must_use]
    pub fn new(corpus: &Path, index: &Path) -> Self {
        Self {
            corpus: corpus.to_owned(),
            index: index.to_owned(),
            drafts: index.join("drafts"),
        }
    }

    /// Brings the index in step with what was changed.
    ///
    /// # Errors
    ///
    /// Where the corpus or the index cannot be used, or the index cannot be written. Where another process is writing
    /// it, what was changed is taken up later.
    pub fn sync(&self, library: &Library) -> Result<SyncReport, EditError> {
        let report = resync(library, &self.corpus, &self.index, &NoProgress)?;
        match report.behind {
            Some(ref behind) if !matches!(behind, StaleIndexReason::Busy(_)) => {
                Err(CorpusError::from(behind.clone()).into())
            }
            _ => Ok(report),
        }
    }

    /// Takes an interview's file, its other forms and its sidecar out of the corpus.
    ///
    /// # Errors
    ///
    /// Where there is no such interview or it cannot be removed.
    pub fn remove(&self, id: &InterviewId) -> Result<(), EditError> {
        let file = self.file_of(id)?;
        for path in duplicate_exports::of_one(&file) {
            fs::remove_file(path)?;
        }
        if let Some(sidecar) = file.sidecar {
            fs::remove_file(sidecar)?;
        }
        Ok(())
    }

    /// Gives an interview another name, in its folder; its new id.
    ///
    /// # Errors
    ///
    /// Where there is no such interview, the name is taken or the corpus cannot be written.
    pub fn rename(&self, id: &InterviewId, name: &str) -> Result<InterviewId, EditError> {
        let file = self.file_of(id)?;
        let (_, extension) = split_name(&file.path);
        let (stem, given) = split(name);
        let stem = safe_stem(if given == extension { stem } else { name });
        let within = file.path.strip_prefix(&self.corpus).unwrap_or(&file.path);
        let folder = within.parent().unwrap_or(Path::new(""));
        let id = folder.join(&stem).to_string_lossy().into_owned();
        if self.is_taken(&id) {
            return Err(EditError::Taken(id));
        }
        let beside = self.corpus.join(format!("{id}.toml"));
        let renamed = |path: PathBuf| {
            let target = self.corpus.join(format!("{id}.{}", split_name(&path).1));
            (path, target)
        };
        // The sidecar first: the file is never seen without it.
        let sidecar = file.sidecar.clone().map(|sidecar| (sidecar, beside));
        let files = duplicate_exports::of_one(&file).into_iter().map(renamed);
        rename_all(sidecar.into_iter().chain(files))?;
        Ok(InterviewId::new(id))
    }

    /// Withdraws words of an interview: they are never quoted again, nor where another interview of the same file
    /// has them.
    ///
    /// # Errors
    ///
    /// Where there is no such interview or its sidecar cannot be changed.
    pub fn withdraw(&self, id: &InterviewId, words: &str) -> Result<(), EditError> {
        let file = self.file_with(id)?;
        let path = file.path.with_extension("toml");
        let earlier = match &file.sidecar {
            Some(sidecar) => sidecar_writer::text_of(sidecar, fs::read(sidecar)?)?,
            // A link or a named pipe of its owner's is not written over.
            None if fs::symlink_metadata(&path).is_ok() => return Err(EditError::Malformed(path)),
            None => String::new(),
        };
        let changed = sidecar_writer::with_withdrawn(&earlier, words)
            .ok_or_else(|| EditError::Malformed(path.clone()))?;
        if file.sidecar.is_some() {
            return replace(&path, changed.as_bytes());
        }
        match create(&path, changed.as_bytes()) {
            // What has the name all the same, a link perhaps, is not its sidecar.
            Err(EditError::Disk(error)) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(EditError::Malformed(path))
            }
            created => created,
        }
    }

    /// The file that holds an interview, alone or with others.
    fn file_with(&self, id: &InterviewId) -> Result<InterviewFile, EditError> {
        let files = scan(&self.corpus)?.files;
        let (mut own, others): (Vec<InterviewFile>, Vec<InterviewFile>) =
            files.into_iter().partition(|file| file.id == *id);
        let mut others = others.into_iter();
        own.pop()
            .or_else(|| others.find(|file| id.is_part_of(&file.id)))
            .ok_or_else(|| EditError::NoInterview(id.to_string()))
    }

    /// The file that holds an interview and nothing else.
    fn file_of(&self, id: &InterviewId) -> Result<InterviewFile, EditError> {
        let file = self.file_with(id)?;
        if file.id == *id {
            Ok(file)
        } else {
            Err(EditError::OneOfSeveral(
                id.to_string(),
                file_name(&file.path),
            ))
        }
    }

    /// Whether any file of the corpus has this stem: two would have other ids and share a sidecar.
    pub(super) fn is_taken(&self, stem: &str) -> bool {
        let path = self.corpus.join(stem);
        let folder = path.parent().unwrap_or(&self.corpus);
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut names = files.map(|file| file.path());
        let wanted = file_name(&path).to_lowercase();
        names.any(|other| split_name(&other).0.to_lowercase() == wanted)
    }
}

/// Renames files, all of them or none.
fn rename_all(names: impl Iterator<Item = (PathBuf, PathBuf)>) -> Result<(), EditError> {
    let mut renamed: Vec<(PathBuf, PathBuf)> = Vec::new();
    for (from, to) in names {
        if let Err(error) = atomic_file_write::rename(&from, &to) {
            undo(&renamed);
            return Err(error.into());
        }
        renamed.push((from, to));
    }
    Ok(())
}

/// Gives files their earlier names again, as many as take them, the last renamed first.
fn undo(renamed: &[(PathBuf, PathBuf)]) {
    for (from, to) in renamed.iter().rev() {
        if let Err(error) = atomic_file_write::rename(to, from) {
            let (from, to) = (from.display(), to.display());
            tracing::error!(%from, %to, %error, "a file does not get its earlier name again");
        }
    }
}

pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), EditError> {
    atomic_file_write::replace(path, bytes).map_err(|error| EditError::of_file(path, bytes, error))
}

pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), EditError> {
    atomic_file_write::create(path, bytes).map_err(|error| EditError::of_file(path, bytes, error))
}

//! The folder of drafts: a file that an owner sent is kept in it, changed, and added to the corpus or thrown away.
//!
//! It lies beside the index. A draft has a name derived from its content, so that a button that names it works after a
//! restart and a year later.

use std::path::PathBuf;
use std::{fs, io};

use super::corpus_editor::{CorpusEditor, create, replace};
use super::interview_draft::{Draft, DraftChange, DraftKey, EditError};
use super::safe_file_names::{file_name, safe_stem, split, split_name};
use super::{atomic_file_write, sidecar_writer};
use crate::interview::InterviewId;
use crate::reading;

/// How many names are tried before a file is refused.
const NUMBERED: usize = 1_000;

impl CorpusEditor {
    /// Takes a file in as a draft. `name` is what its sender called it.
    ///
    /// # Errors
    ///
    /// Where it is no interview, or the disk cannot be written.
    pub fn draft(&self, name: &str, bytes: &[u8]) -> Result<Draft, EditError> {
        let (stem, extension) = split(name);
        let name = match extension.as_str() {
            "" => safe_stem(stem),
            extension => format!("{}.{extension}", safe_stem(stem)),
        };
        let key = DraftKey::of(&name, bytes);
        // Before anything is kept: what is no interview is not taken in.
        Draft::read(&key, &name, bytes, None)?;
        replace(&self.folder(&key).join(&name), bytes)?;
        self.open(&key)
    }

    /// The draft with a key, as it would be read now.
    ///
    /// # Errors
    ///
    /// [`EditError::NoDraft`] where it was added or thrown away.
    pub fn open(&self, key: &DraftKey) -> Result<Draft, EditError> {
        let path = self.path(key)?;
        let name = file_name(&path);
        let sidecar = atomic_file_write::read_if_any(&path.with_extension("toml"))?;
        let sidecar = sidecar.as_deref().map(String::from_utf8_lossy);
        Draft::read(key, &name, &fs::read(&path)?, sidecar.as_deref())
    }

    /// Says something else about a draft than what was read.
    ///
    /// # Errors
    ///
    /// Where what is said is no date or address, the draft is gone, or its sidecar is malformed.
    pub fn change(&self, key: &DraftKey, change: DraftChange) -> Result<Draft, EditError> {
        let draft = self.open(key)?;
        let path = self.path(key)?.with_extension("toml");
        let earlier = sidecar_writer::text_of(
            &path,
            atomic_file_write::read_if_any(&path)?.unwrap_or_default(),
        )?;
        let changed = sidecar_writer::changed((&path, &earlier), change, &draft.interview)?;
        replace(&path, changed.as_bytes())?;
        self.open(key)
    }

    /// Puts a draft into the corpus, under a name that is free; the interview's id.
    ///
    /// # Errors
    ///
    /// Where the draft is gone or the corpus cannot be written.
    pub fn add(&self, key: &DraftKey) -> Result<InterviewId, EditError> {
        let path = self.path(key)?;
        let (stem, extension) = split_name(&path);
        let bytes = fs::read(&path)?;
        let sidecar = atomic_file_write::read_if_any(&path.with_extension("toml"))?;
        for number in 1..=NUMBERED {
            let name = match number {
                1 => stem.clone(),
                number => format!("{stem}-{number}"),
            };
            if self.is_taken(&name) {
                continue;
            }
            let target = self.corpus.join(format!("{name}.{extension}"));
            // The sidecar first: the file is never seen without it.
            let beside = target.with_extension("toml");
            if let Some(sidecar) = &sidecar {
                create(&beside, sidecar)?;
            }
            if let Err(error) = create(&target, &bytes) {
                if sidecar.is_some() {
                    fs::remove_file(&beside)?;
                }
                return Err(error);
            }
            self.discard(key)?;
            return Ok(InterviewId::new(name));
        }
        Err(EditError::Taken(stem))
    }

    /// Throws a draft away.
    ///
    /// # Errors
    ///
    /// Where the disk cannot be written.
    pub fn discard(&self, key: &DraftKey) -> Result<(), EditError> {
        if let Ok(path) = self.path(key) {
            // The file last: a draft is one as long as its file is there.
            for made in [path.with_extension("toml"), path] {
                match fs::remove_file(made) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => {
                        return Err(error.into());
                    }
                    _ => {}
                }
            }
        }
        let folder = self.folder(key);
        atomic_file_write::remove_interrupted_writes(&folder);
        match fs::remove_dir(folder) {
            // Somebody put something into it, and that stays.
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(()),
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    fn folder(&self, key: &DraftKey) -> PathBuf {
        self.drafts.join(key.as_str())
    }

    /// The draft's own file.
    fn path(&self, key: &DraftKey) -> Result<PathBuf, EditError> {
        let files = fs::read_dir(self.folder(key))
            .into_iter()
            .flatten()
            .flatten();
        let mut paths = files.map(|file| file.path());
        let own = |path: &PathBuf| !file_name(path).starts_with('.') && reading::supported(path);
        paths.find(own).ok_or(EditError::NoDraft)
    }
}

//! Bringing the index in step with the folder.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use super::CorpusError;
use super::scan::{File, Scan, scan};
use crate::index::{self, IndexError, Library, Writer};
use crate::interview::InterviewId;
use crate::reading::{self, Source};

/// Told how far it is.
pub trait Progress {
    /// So many files are to be looked at.
    fn started(&self, files: usize);
    /// One more was.
    fn file_done(&self);
    /// All were, and the index is committed.
    fn finished(&self);
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that may be interviews.
    pub files: usize,
    /// Of these, read now.
    pub read: usize,
    /// In the index already, as they are.
    pub unchanged: usize,
    /// Interviews taken out, because their file is gone or cannot be read any more.
    pub removed: usize,
    /// Files that could not be read.
    pub failed: usize,
    /// Interviews in the index.
    pub interviews: usize,
    /// Questions with an answer in the index.
    pub exchanges: usize,
    /// Passages in the index.
    pub passages: usize,
    /// Words that guests say in the index.
    pub words: usize,
    /// What is not right, file by file.
    pub warnings: Vec<(PathBuf, String)>,
    /// Why an earlier index was thrown away, where one was.
    pub rebuilt: Option<String>,
    /// How long it took.
    pub elapsed: Duration,
}

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// How much text is written between two commits, in bytes: what a crash can cost.
const BATCH: usize = 256 << 20;

/// Opens the index of a folder and takes up what is new, changed or gone. Where another process is
/// writing the index, it is opened as it stands.
///
/// # Errors
///
/// Where the folder or the index cannot be used at all, or no interview is left.
pub fn sync(
    corpus: &Path,
    index: &Path,
    progress: &dyn Progress,
) -> Result<(Library, Report), CorpusError> {
    let began = Instant::now();
    let scan = scan(corpus)?;
    let opened = index::open(index)?;
    let library = opened.library;
    let mut report = Report {
        files: scan.files.len(),
        rebuilt: opened.rebuilt,
        ..Report::default()
    };
    match update(&library, &scan, &mut report, progress) {
        Err(IndexError::Busy) if !library.catalogue().entries.is_empty() => {
            report.warnings.push((
                index.to_owned(),
                "another verbatim is writing the index; it is used as it stands".to_owned(),
            ));
        }
        done => done?,
    }
    report.warnings.extend(scan.warnings);
    let catalogue = library.catalogue();
    report.interviews = catalogue.entries.len();
    report.exchanges = catalogue.entries.iter().map(|entry| entry.exchanges).sum();
    report.passages = catalogue.entries.iter().map(|entry| entry.passages).sum();
    report.words = catalogue.entries.iter().map(|entry| entry.words).sum();
    report.elapsed = began.elapsed();
    progress.finished();
    Ok((library, report))
}

fn update(
    library: &Library,
    scan: &Scan,
    report: &mut Report,
    progress: &dyn Progress,
) -> Result<(), IndexError> {
    let catalogue = library.catalogue();
    let mut update = Update {
        library,
        writer: None,
        written: 0,
        sources: catalogue.sources(),
        report,
    };
    progress.started(scan.files.len());
    for file in &scan.files {
        update.file(file)?;
        progress.file_done();
    }
    let present: HashSet<&str> = scan.files.iter().map(|file| file.id.as_str()).collect();
    for entry in catalogue
        .entries
        .iter()
        .filter(|entry| !present.contains(entry.id.as_str()))
    {
        update.remove(&entry.id)?;
    }
    update.finish()
}

struct Update<'a> {
    library: &'a Library,
    /// Taken at the first change: an index that is in step is not locked.
    writer: Option<Writer>,
    /// Bytes of text since the last commit.
    written: usize,
    /// Hashes of the files in the index, by id.
    sources: HashMap<&'a str, &'a str>,
    report: &'a mut Report,
}

impl Update<'_> {
    fn file(&mut self, file: &File) -> Result<(), IndexError> {
        let content = match Content::of(file) {
            Ok(content) => content,
            Err(reason) => return self.failed(file, reason),
        };
        if self.sources.get(file.id.as_str()) == Some(&content.hash.as_str()) {
            self.report.unchanged += 1;
            return Ok(());
        }
        let source = Source {
            id: file.id.clone(),
            path: &file.path,
            bytes: &content.bytes,
            sidecar: content.sidecar.as_deref(),
        };
        match reading::read(&source) {
            Err(error) => self.failed(file, error.to_string()),
            Ok(interview) => {
                self.report.read += 1;
                let warnings = interview
                    .warnings
                    .iter()
                    .map(|warning| (file.path.clone(), warning.clone()));
                self.report.warnings.extend(warnings);
                self.writer()?.replace(
                    &interview,
                    &reading::passages(&interview),
                    &content.hash,
                )?;
                self.written += content.bytes.len();
                self.commit_batch()
            }
        }
    }

    fn failed(&mut self, file: &File, reason: String) -> Result<(), IndexError> {
        self.report.failed += 1;
        self.report.warnings.push((file.path.clone(), reason));
        if self.sources.contains_key(file.id.as_str()) {
            self.remove(&file.id)
        } else {
            Ok(())
        }
    }

    fn remove(&mut self, id: &InterviewId) -> Result<(), IndexError> {
        self.report.removed += 1;
        self.writer()?.remove(id);
        Ok(())
    }

    fn writer(&mut self) -> Result<&mut Writer, IndexError> {
        let writer = match self.writer.take() {
            Some(writer) => writer,
            None => Writer::new(self.library)?,
        };
        Ok(self.writer.insert(writer))
    }

    fn commit_batch(&mut self) -> Result<(), IndexError> {
        if self.written >= BATCH {
            self.written = 0;
            self.writer()?.commit()?;
        }
        Ok(())
    }

    fn finish(self) -> Result<(), IndexError> {
        let Some(mut writer) = self.writer else {
            return Ok(());
        };
        writer.commit()?;
        writer.finish()
    }
}

/// What a file and its sidecar hold.
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    pub(super) sidecar: Option<String>,
    /// The SHA-256 of both, hexadecimal.
    hash: String,
}

impl Content {
    pub(super) fn of(file: &File) -> Result<Self, String> {
        let length = fs::metadata(&file.path)
            .map(|metadata| metadata.len())
            .unwrap_or_default();
        if length > LARGEST {
            return Err(format!(
                "it has {} MiB, more than the {} MiB that are read; split it",
                length >> 20,
                LARGEST >> 20
            ));
        }
        let bytes = fs::read(&file.path).map_err(|error| format!("it cannot be read: {error}"))?;
        let sidecar = file.sidecar.as_ref().map(fs::read).transpose();
        let sidecar = sidecar.map_err(|error| format!("its sidecar cannot be read: {error}"))?;
        let sidecar = sidecar.map(|sidecar| String::from_utf8_lossy(&sidecar).into_owned());
        let digest = Sha256::new()
            .chain_update((bytes.len() as u64).to_le_bytes())
            .chain_update(&bytes)
            .chain_update(sidecar.as_deref().unwrap_or_default())
            .finalize();
        Ok(Self {
            bytes,
            sidecar,
            hash: crate::interview::hex(&digest),
        })
    }
}

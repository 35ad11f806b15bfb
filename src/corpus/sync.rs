//! Bringing the index in step with the folder.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use super::CorpusError;
use super::content::Content;
use super::scan::{File, Scan, scan};
use super::stamp::{Stamp, Stamps};
use crate::index::{self, Catalogue, IndexError, Library, Writer};
use crate::interview::{Interview, InterviewId};
use crate::reading::{self, Examined, Source};

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
    /// Files of types that are not read, sidecars aside.
    pub others: usize,
    /// Hidden files and folders, which are not read.
    pub hidden: usize,
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
    /// Whether another process was writing the index, so that it stands as it was.
    pub busy: bool,
    /// How long it took.
    pub elapsed: Duration,
}

/// How much text is written between two commits, in bytes: what a crash can cost.
const BATCH: usize = 256 << 20;

/// Opens the index of a folder and takes up what is new, changed or gone. Where another process is
/// writing the index, it is opened as it stands.
///
/// # Errors
///
/// Where the folder or the index cannot be used at all.
pub fn sync(
    corpus: &Path,
    index: &Path,
    progress: &dyn Progress,
) -> Result<(Library, Report), CorpusError> {
    let began = Instant::now();
    // Before the index is opened: a folder that is not there leaves no index behind.
    let scan = scan(corpus)?;
    let opened = index::open(index)?;
    let mut report = take_up(&opened.library, scan, index, progress)?;
    report.rebuilt = opened.rebuilt;
    report.elapsed = began.elapsed();
    Ok((opened.library, report))
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
) -> Result<Report, CorpusError> {
    let began = Instant::now();
    let _turn = library.turn_to_write();
    let scan = scan(corpus)?;
    library.refresh()?;
    let mut report = take_up(library, scan, index, progress)?;
    report.elapsed = began.elapsed();
    Ok(report)
}

/// Shows nothing.
pub(super) struct Silent;

impl Progress for Silent {
    fn started(&self, _: usize) {}
    fn file_done(&self) {}
    fn finished(&self) {}
}

fn take_up(
    library: &Library,
    scan: Scan,
    index: &Path,
    progress: &dyn Progress,
) -> Result<Report, CorpusError> {
    let mut report = Report {
        files: scan.files.len(),
        others: scan.others,
        hidden: scan.hidden,
        ..Report::default()
    };
    match update(library, &scan, index, &mut report, progress) {
        Err(IndexError::Busy) if !library.catalogue().entries.is_empty() => {
            report.busy = true;
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
    progress.finished();
    Ok(report)
}

fn update(
    library: &Library,
    scan: &Scan,
    index: &Path,
    report: &mut Report,
    progress: &dyn Progress,
) -> Result<(), IndexError> {
    let catalogue = library.catalogue();
    let mut update = Update {
        library,
        writer: None,
        written: 0,
        sources: catalogue.sources(),
        parts: parts(&catalogue),
        known: Stamps::load(index),
        seen: Stamps::default(),
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
        .filter(|entry| !present.contains(entry.file.as_str()))
    {
        update.remove(&entry.id)?;
    }
    update.finish(index)
}

/// The interviews that stand in files with others.
fn parts(catalogue: &Catalogue) -> HashMap<&str, Vec<&InterviewId>> {
    let mut parts: HashMap<&str, Vec<&InterviewId>> = HashMap::new();
    for entry in catalogue
        .entries
        .iter()
        .filter(|entry| entry.id != entry.file)
    {
        parts
            .entry(entry.file.as_str())
            .or_default()
            .push(&entry.id);
    }
    parts
}

struct Update<'a> {
    library: &'a Library,
    /// Taken at the first change: an index that is in step is not locked.
    writer: Option<Writer>,
    /// Bytes of text since the last commit.
    written: usize,
    /// Hashes of the files in the index, by id.
    sources: HashMap<&'a str, &'a str>,
    /// The interviews in the index that stand in a file with others, by the file's id.
    parts: HashMap<&'a str, Vec<&'a InterviewId>>,
    /// How the files looked that were read earlier.
    known: Stamps,
    /// How those look that are there now.
    seen: Stamps,
    report: &'a mut Report,
}

impl Update<'_> {
    fn file(&mut self, file: &File) -> Result<(), IndexError> {
        let looked = SystemTime::now();
        let stamp = Stamp::of(file).filter(|stamp| stamp.is_settled(looked));
        if let Some(hash) = stamp.and_then(|stamp| self.unchanged(file, &stamp)) {
            self.report.unchanged += 1;
            self.see(file, stamp, &hash);
            return Ok(());
        }
        let content = match Content::of(file) {
            Ok(content) => content,
            Err(reason) => return self.failed(file, reason),
        };
        self.see(file, stamp, &content.hash);
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
        let read = reading::examine_all(&source);
        let Content { bytes, hash, .. } = content;
        let length = bytes.len();
        // A large file is not held while it is indexed.
        drop(bytes);
        match read {
            Err(error) => self.failed(file, error.to_string()),
            Ok(examined) => {
                self.report.read += 1;
                self.clear(file, &examined)?;
                for Examined { interview, .. } in examined {
                    self.write(file, &hash, interview)?;
                }
                self.written += length;
                self.commit_batch()
            }
        }
    }

    fn write(&mut self, file: &File, hash: &str, interview: Interview) -> Result<(), IndexError> {
        let source = index::Source {
            file: &file.id,
            hash,
        };
        let passages = reading::passages(&interview);
        self.writer()?.replace(&interview, &passages, source)?;
        let warnings = interview.warnings.into_iter();
        let warnings = warnings.map(|warning| (file.path.clone(), warning));
        self.report.warnings.extend(warnings);
        Ok(())
    }

    /// Takes out what stood in a file and stands there no more.
    fn clear(&mut self, file: &File, now: &[Examined]) -> Result<(), IndexError> {
        let now: HashSet<&InterviewId> = now.iter().map(|read| &read.interview.id).collect();
        let stood = self.stood(file);
        for id in stood.iter().filter(|id| !now.contains(id)) {
            self.remove(id)?;
        }
        Ok(())
    }

    /// The ids that a file's interviews have in the index.
    fn stood(&self, file: &File) -> Vec<InterviewId> {
        match self.parts.get(file.id.as_str()) {
            Some(parts) => parts.iter().copied().cloned().collect(),
            None if self.sources.contains_key(file.id.as_str()) => vec![file.id.clone()],
            None => Vec::new(),
        }
    }

    /// The hash of a file that looks as it did when it was read into the index.
    fn unchanged(&self, file: &File, stamp: &Stamp) -> Option<String> {
        let hash = self.known.hash(&file.path, stamp)?;
        (self.sources.get(file.id.as_str()) == Some(&hash)).then(|| hash.to_owned())
    }

    fn see(&mut self, file: &File, stamp: Option<Stamp>, hash: &str) {
        if let Some(stamp) = stamp {
            self.seen.keep(&file.path, stamp, hash);
        }
    }

    fn failed(&mut self, file: &File, reason: String) -> Result<(), IndexError> {
        self.report.failed += 1;
        self.report.warnings.push((file.path.clone(), reason));
        self.clear(file, &[])
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

    fn finish(self, index: &Path) -> Result<(), IndexError> {
        if let Some(mut writer) = self.writer {
            writer.commit()?;
            writer.finish()?;
        }
        if self.seen != self.known
            && let Err(error) = self.seen.save(index)
        {
            tracing::debug!(%error, "how the files look was not kept: they are hashed again next time");
        }
        Ok(())
    }
}

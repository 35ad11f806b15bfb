//! Ingest: reads new and changed files, writes them into the index and removes what is gone.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use super::duplicate_exports;
use super::file_content::FileContent;
use super::file_stamps::{FileStamp, FileStampCache};
use super::folder_scan::FolderScan;
use super::interview_file::InterviewFile;
use super::sync_report::{LONG, Progress, SyncReport};
use crate::index::{self, Catalogue, IndexError, Library, NewestCommit, Writer};
use crate::interview::{Interview, InterviewId};
use crate::reading::{self, FileToRead, ReadInterview};

/// How much text is written between two commits, in bytes: what a crash can cost.
const BATCH: usize = 256 << 20;

/// Takes up every file of a scan, and out what is gone. `base`: what the index holds; where that is not what it holds
/// when it may be written, nothing is done.
pub(super) fn ingest(
    (library, base): (&Library, &NewestCommit),
    scan: &FolderScan,
    index: &Path,
    report: &mut SyncReport,
    progress: &dyn Progress,
) -> Result<(), IndexError> {
    let catalogue = Arc::clone(base.catalogue());
    let mut update = Ingest {
        library,
        base,
        folder: scan.name(),
        has_written: false,
        writer: None,
        written: 0,
        sources: catalogue.sources(),
        warnings: warnings(&catalogue),
        parts: parts(&catalogue),
        known: FileStampCache::load(index),
        seen: FileStampCache::default(),
        report,
    };
    let done = update.all(scan, &catalogue, index, progress);
    if let Some(writer) = update.writer.take() {
        writer.abandon();
    }
    if done.is_ok() && !update.has_written {
        library.publish(base);
    }
    done
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

/// What was not right when files were read that are in the index, by the files' ids.
fn warnings(catalogue: &Catalogue) -> HashMap<&str, Vec<&String>> {
    let mut warnings: HashMap<&str, Vec<&String>> = HashMap::new();
    for entry in &catalogue.entries {
        if !entry.warnings.is_empty() {
            let file = entry.file.as_str();
            warnings.entry(file).or_default().extend(&entry.warnings);
        }
    }
    warnings
}

struct Ingest<'a> {
    library: &'a Library,
    /// What the folder is compared with.
    base: &'a NewestCommit,
    /// The folder of interviews, for the commits.
    folder: String,
    /// Whether anything was written: what was committed is seen then.
    has_written: bool,
    /// Taken at the first change: an index that is in step is not locked.
    writer: Option<Writer>,
    /// Bytes of text since the last commit.
    written: usize,
    /// Hashes of the files in the index, by id.
    sources: HashMap<&'a str, &'a str>,
    warnings: HashMap<&'a str, Vec<&'a String>>,
    /// The interviews in the index that stand in a file with others, by the file's id.
    parts: HashMap<&'a str, Vec<&'a InterviewId>>,
    /// How the files looked that were read earlier.
    known: FileStampCache,
    /// How those look that are there now.
    seen: FileStampCache,
    report: &'a mut SyncReport,
}

impl Ingest<'_> {
    fn all(
        &mut self,
        scan: &FolderScan,
        catalogue: &Catalogue,
        index: &Path,
        progress: &dyn Progress,
    ) -> Result<(), IndexError> {
        progress.started(scan.files.len());
        // What is gone goes first: no commit in between holds words of two folders.
        let present: HashSet<&str> = scan.files.iter().map(|file| file.id.as_str()).collect();
        for entry in catalogue
            .entries
            .iter()
            .filter(|entry| !present.contains(entry.file.as_str()))
        {
            self.remove(&entry.id)?;
        }
        for file in &scan.files {
            progress.at(&file.path);
            self.file(file)?;
            progress.file_done();
        }
        self.finish(index)
    }

    fn file(&mut self, file: &InterviewFile) -> Result<(), IndexError> {
        if let Some(reason) = &file.held_back {
            return self.failed(file, reason.clone());
        }
        let looked = SystemTime::now();
        let stamp = FileStamp::of(file).filter(|stamp| stamp.is_settled(looked));
        if let Some(hash) = stamp.and_then(|stamp| self.unchanged(file, &stamp)) {
            self.count_unchanged(file);
            self.see(file, stamp, &hash);
            return Ok(());
        }
        let began = Instant::now();
        let content = match FileContent::of(file) {
            Ok(content) => content,
            Err(reason) => return self.failed(file, reason),
        };
        self.see(file, stamp, &content.hash);
        if self.sources.get(file.id.as_str()) == Some(&content.hash.as_str()) {
            self.count_unchanged(file);
            return Ok(());
        }
        if let ([Ok(bytes)], None) = (content.files.as_slice(), &content.sidecar)
            && reading::has_many(&file.path, bytes)
        {
            return self.one_by_one(file, content);
        }
        let read = duplicate_exports::read_exports(file, &content);
        let took = began.elapsed();
        if took > LONG {
            self.report.slow.push((file.path.clone(), took));
        }
        let FileContent { files, hash, .. } = content;
        let length = files.iter().flatten().map(Vec::len).sum::<usize>();
        // A large file is not held while it is indexed.
        drop(files);
        match read {
            Err(refused) => {
                let mut refused = refused.into_iter();
                let first = refused.next().map(|(_, reason)| reason);
                self.report.warnings.extend(refused);
                self.failed(file, first.unwrap_or_default())
            }
            Ok(read) => {
                self.report.read += 1;
                self.report.warnings.extend(read.refused);
                self.report.passed_over.extend(read.passed_over);
                self.clear(file, &read.examined)?;
                for (path, ReadInterview { interview, .. }) in read.examined {
                    self.write((file, &path), &hash, interview)?;
                }
                self.written += length;
                self.commit_batch()
            }
        }
    }

    /// Takes up the interviews of a file of many as they are read, so that they are never all held.
    fn one_by_one(&mut self, file: &InterviewFile, content: FileContent) -> Result<(), IndexError> {
        let FileContent {
            mut files, hash, ..
        } = content;
        let bytes = match files.pop() {
            Some(Ok(bytes)) => bytes,
            Some(Err(reason)) => return self.failed(file, reason),
            None => return Ok(()),
        };
        let source = FileToRead {
            id: file.id.clone(),
            path: &file.path,
            bytes: &bytes,
            sidecar: None,
        };
        let began = Instant::now();
        let mut now: HashSet<InterviewId> = HashSet::new();
        let (mut writing, mut failed) = (Duration::ZERO, None);
        let read = reading::examine_each(&source, &mut |examined| {
            let began = Instant::now();
            now.insert(examined.interview.id.clone());
            if failed.is_none() {
                failed = self
                    .write((file, &file.path), &hash, examined.interview)
                    .err();
            }
            writing += began.elapsed();
        });
        let took = began.elapsed().saturating_sub(writing);
        if took > LONG {
            self.report.slow.push((file.path.clone(), took));
        }
        if let Some(error) = failed {
            return Err(error);
        }
        if let Err(error) = read {
            return self.failed(file, error.to_string());
        }
        self.report.read += 1;
        for id in self.stood(file).iter().filter(|id| !now.contains(id)) {
            self.remove(id)?;
        }
        self.written += bytes.len();
        drop(bytes);
        self.commit_batch()
    }

    fn count_unchanged(&mut self, file: &InterviewFile) {
        self.report.unchanged += 1;
        let warnings = self.warnings.get(file.id.as_str()).into_iter().flatten();
        let warnings = warnings.map(|warning| (file.path.clone(), (*warning).clone()));
        self.report.known_warnings.extend(warnings);
    }

    /// Takes up an interview that the file or one of its other forms holds, at this path.
    fn write(
        &mut self,
        (file, path): (&InterviewFile, &Path),
        hash: &str,
        interview: Interview,
    ) -> Result<(), IndexError> {
        let source = index::SourceFile {
            file: &file.id,
            hash,
        };
        let passages = reading::passages(&interview);
        self.writer()?.replace(&interview, &passages, source)?;
        let warnings = interview.warnings.into_iter();
        let warnings = warnings.map(|warning| (path.to_owned(), warning));
        self.report.warnings.extend(warnings);
        Ok(())
    }

    /// Takes out what stood in a file and stands there no more.
    fn clear(
        &mut self,
        file: &InterviewFile,
        now: &[(PathBuf, ReadInterview)],
    ) -> Result<(), IndexError> {
        let now: HashSet<&InterviewId> = now.iter().map(|(_, read)| &read.interview.id).collect();
        let stood = self.stood(file);
        for id in stood.iter().filter(|id| !now.contains(id)) {
            self.remove(id)?;
        }
        Ok(())
    }

    /// The ids that a file's interviews have in the index.
    fn stood(&self, file: &InterviewFile) -> Vec<InterviewId> {
        match self.parts.get(file.id.as_str()) {
            Some(parts) => parts.iter().copied().cloned().collect(),
            None if self.sources.contains_key(file.id.as_str()) => vec![file.id.clone()],
            None => Vec::new(),
        }
    }

    /// The hash of a file that looks as it did when it was read into the index.
    fn unchanged(&self, file: &InterviewFile, stamp: &FileStamp) -> Option<String> {
        let hash = self.known.hash(&file.path, stamp)?;
        (self.sources.get(file.id.as_str()) == Some(&hash)).then(|| hash.to_owned())
    }

    fn see(&mut self, file: &InterviewFile, stamp: Option<FileStamp>, hash: &str) {
        if let Some(stamp) = stamp {
            self.seen.keep(&file.path, stamp, hash);
        }
    }

    fn failed(&mut self, file: &InterviewFile, reason: String) -> Result<(), IndexError> {
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
            None => self.first_writer()?,
        };
        Ok(self.writer.insert(writer))
    }

    fn first_writer(&mut self) -> Result<Writer, IndexError> {
        let writer = Writer::new(self.library)?.of_corpus(&self.folder);
        if !self.library.is_newest(self.base)? {
            writer.abandon();
            return Err(IndexError::Overtaken);
        }
        self.has_written = true;
        Ok(writer)
    }

    fn commit_batch(&mut self) -> Result<(), IndexError> {
        if self.written >= BATCH {
            self.written = 0;
            self.writer()?.commit()?;
        }
        Ok(())
    }

    fn finish(&mut self, index: &Path) -> Result<(), IndexError> {
        if let Some(writer) = &mut self.writer {
            writer.commit()?;
        }
        if let Some(writer) = self.writer.take() {
            writer.finish()?;
        }
        if self.seen != self.known
            && !self.library.is_in_memory()
            && let Err(error) = self.seen.save(index)
        {
            tracing::debug!(%error, "the state of the files was not saved: they are read again next time");
        }
        Ok(())
    }
}

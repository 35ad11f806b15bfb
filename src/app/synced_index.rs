//! The index brought in step with the folder of interviews, opened for the commands that read it.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::failure::{self, Failure};
use super::{index_notices, progress_bar};
use crate::config::{Config, Watch};
use crate::corpus::{
    self, CorpusError, FolderWatcher, SkipReason, SyncReport, WatchMethod, WhenBusy,
};
use crate::index::Library;
use crate::terminal;

/// The library, in step with the folder; what was not right in one line.
pub(super) fn open(config: &Config) -> Result<Library, Failure> {
    Ok(opened(config, sync(config, WhenBusy::UseLastCommit)?))
}

pub(super) fn opened(config: &Config, (library, report): (Library, SyncReport)) -> Library {
    let messages = terminal::messages();
    if let Some(behind) = &report.behind {
        failure::say(&index_notices::used_as_it_is(behind));
    }
    let faults = report.faults();
    let mut files: Vec<&Path> = faults.iter().map(|(file, _)| file.as_path()).collect();
    files.dedup();
    match files.as_slice() {
        [] => {}
        [_] => {
            let fault = index_notices::fault(&faults[0], &report, &config.corpus);
            failure::say(&fault);
        }
        files => {
            let folder = config.corpus.display().to_string();
            let values = [
                ("count", files.len().into()),
                ("folder", folder.as_str().into()),
            ];
            failure::say(&messages.with("files-with-problems", &values));
        }
    }
    library
}

/// Keeps the library in step with the folder until what is given back is dropped.
pub(super) fn watch(config: &Config, library: &Library) -> Result<Option<FolderWatcher>, Failure> {
    let is_temporary = config.is_example && !config.corpus.exists();
    let means = match config.watch {
        _ if is_temporary => return Ok(None),
        Watch::Off => return Ok(None),
        Watch::Auto => WatchMethod::Best,
        Watch::Poll => WatchMethod::Polling,
    };
    let watching = corpus::watch(
        library.clone(),
        config.corpus.clone(),
        config.index.clone(),
        means,
    )?;
    Ok(Some(watching))
}

/// Puts the interview that comes with the program where it is read from.
pub(super) fn provide_example(config: &Config) -> Result<(), Failure> {
    if config.is_example {
        corpus::write_example(&config.corpus)?;
    }
    Ok(())
}

/// The folder of interviews. If the interview that comes with the program cannot be written where it is read from, that
/// is a temporary copy, which lasts as long as what is given back beside it.
fn readable_corpus(config: &Config) -> Result<(PathBuf, Option<TempDir>), Failure> {
    let written = if config.is_example {
        corpus::write_example(&config.corpus)
    } else {
        Ok(())
    };
    match written {
        Ok(()) => Ok((config.corpus.clone(), None)),
        Err(CorpusError::Example { path, cause, .. }) if cannot_be_written(&cause) => {
            let folder = tempfile::tempdir()?;
            let copy = folder.path().join("example");
            corpus::write_example(&copy)?;
            let (path, cause) = (path.display().to_string(), cause.to_string());
            let values = [
                ("path", path.as_str().into()),
                ("cause", cause.as_str().into()),
            ];
            failure::say(&terminal::messages().with("example-copied", &values));
            Ok((copy, Some(folder)))
        }
        Err(error) => Err(error.into()),
    }
}

fn cannot_be_written(cause: &io::Error) -> bool {
    matches!(
        cause.kind(),
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied | ErrorKind::StorageFull
    )
}

/// The library of a folder that may hold no interview yet.
pub(super) fn sync_any(config: &Config, busy: WhenBusy) -> Result<(Library, SyncReport), Failure> {
    let (corpus, _copy) = readable_corpus(config)?;
    let bar = progress_bar::Bar::default();
    let (library, report) = corpus::sync(&corpus, &config.index, &bar, busy)?;
    tell(config, &corpus, (&library, &report));
    Ok((library, report))
}

/// Says where the index is, if not where it is looked for, and what was done with what stood there.
fn tell(config: &Config, corpus: &Path, (library, report): (&Library, &SyncReport)) {
    let messages = terminal::messages();
    let index = config.index.display().to_string();
    let path = || ("path", index.as_str().into());
    if let Some(memory) = &report.in_memory {
        let said = index_notices::in_memory(memory);
        said.iter().for_each(|line| failure::say(line));
    }
    if let Some(other) = &report.replaced {
        let corpus = corpus.display().to_string();
        let values = [
            path(),
            ("other", other.as_str().into()),
            ("corpus", corpus.as_str().into()),
        ];
        failure::say(&messages.with("index-replaced", &values));
        failure::say(&messages.text("index-hint-other"));
    }
    if library.is_read_only() && report.behind.is_none() {
        failure::say(&messages.with("index-unwritable", &[path()]));
    }
    if let Some(reason) = &report.rebuilt {
        let reason = match reason.as_str() {
            "it is damaged" => "damaged",
            "it was not finished" => "unfinished",
            _ => "version",
        };
        failure::say(&messages.with("index-rebuilt", &[("reason", reason.into())]));
    }
}

/// What there is to say where files are there that their owner lists as ignored.
fn ignored(report: &SyncReport) -> Option<String> {
    let mut lists = report.passed_over.iter().filter_map(|one| match &one.why {
        SkipReason::Ignored(list) => Some(list),
        _ => None,
    });
    let list = lists.next()?;
    let count = 1 + lists.count();
    let (files, are) = if count == 1 {
        ("file", "is")
    } else {
        ("files", "are")
    };
    Some(format!(
        "{count} {files} in it {are} excluded by `{}`",
        list.display()
    ))
}

/// What there is to say where the interview that comes with the program was deleted. Its folder is its owner's: it is not
/// written again into what is left of it.
fn example_deleted(folder: &Path) -> Failure {
    Failure::usage(
        format!(
            "the interview that comes with verbatim is not in `{}`: it was deleted",
            folder.display()
        ),
        "name the folder with your interviews: `--corpus DIR`; to get this one back, move that folder away: it is then \
         written again",
    )
}

pub(super) fn sync(config: &Config, busy: WhenBusy) -> Result<(Library, SyncReport), Failure> {
    let (library, report) = sync_any(config, busy)?;
    if report.interviews == 0 && config.is_example && corpus::lacks_example(&config.corpus) {
        return Err(example_deleted(&config.corpus));
    }
    if report.interviews == 0 {
        let mut failure: Failure = corpus::CorpusError::Empty(config.corpus.clone()).into();
        if let Some((file, warning)) = report.faults().first() {
            failure.because(&format!(
                "{}: {}",
                file.display(),
                warning.replace('\n', "; ")
            ));
        } else if let Some(ignored) = ignored(&report) {
            failure.because(&ignored);
            return Err(
                failure.hinting("change that file, or put other interviews into the folder")
            );
        }
        return Err(failure);
    }
    Ok((library, report))
}

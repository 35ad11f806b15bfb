//! The index brought in step with the folder of interviews, opened for the commands that read it.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::failure::{self, Failure};
use super::progress_bar;
use crate::config::{Config, Watch};
use crate::corpus::{
    self, CorpusError, FolderWatcher, SkipReason, SyncReport, WatchMethod, WhenBusy,
};
use crate::index::Library;
use crate::terminal;

/// The library, in step with the folder; what was not right in one line.
pub(super) fn open(config: &Config) -> Result<Library, Failure> {
    Ok(opened(sync(config, WhenBusy::UseLastCommit)?))
}

pub(super) fn opened((library, report): (Library, SyncReport)) -> Library {
    if let Some(behind) = &report.behind {
        failure::say(&format!("warning: {behind}; the index is used as it is"));
    }
    let faults = report.faults();
    let mut files: Vec<&Path> = faults.iter().map(|(file, _)| file.as_path()).collect();
    files.dedup();
    match files.as_slice() {
        [] => {}
        [file] => {
            let (_, warning) = &faults[0];
            failure::say(&format!(
                "warning: {}: {}",
                file.display(),
                warning.replace('\n', "; ")
            ));
        }
        files => {
            let count = [("count", files.len().into())];
            failure::say(&terminal::messages().with("files-with-problems", &count));
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
            failure::say(&format!(
                "warning: the interview that comes with verbatim cannot be written to `{}` ({cause}); a temporary copy is used",
                path.display()
            ));
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
    if let Some((reason, hint)) = &report.in_memory {
        failure::say(&format!(
            "warning: {reason}; the index is kept in memory and built again at each start"
        ));
        if let Some(hint) = hint {
            failure::say(&format!("hint: {hint}"));
        }
    }
    if let Some(other) = &report.replaced {
        failure::say(&format!(
            "warning: the index in `{}` held other interviews (`{other}`): it was rebuilt from `{}`",
            config.index.display(),
            corpus.display()
        ));
        failure::say(
            "hint: give each folder of interviews an index folder of its own: `--index DIR`",
        );
    }
    if library.is_read_only() && report.behind.is_none() {
        failure::say(&format!(
            "note: the index in `{}` cannot be written: the index is used as it is",
            config.index.display()
        ));
    }
    if let Some(reason) = &report.rebuilt {
        failure::say(&format!("the index was rebuilt from the corpus: {reason}"));
    }
    Ok((library, report))
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

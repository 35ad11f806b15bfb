//! The library in step with the folder of interviews, for each command that reads it.

use std::path::Path;

use super::failure::{self, Failure};
use super::progress;
use crate::config::{Config, Watch};
use crate::corpus::{self, Means, Report, Watching, WhenBusy};
use crate::index::Library;

/// The library, in step with the folder; what was not right in one line.
pub(super) fn open(config: &Config) -> Result<Library, Failure> {
    Ok(opened(sync(config, WhenBusy::UseLastCommit)?))
}

pub(super) fn opened((library, report): (Library, Report)) -> Library {
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
        files => failure::say(&format!(
            "warning: there are problems with {} files: `verbatim index` lists them",
            files.len()
        )),
    }
    library
}

/// Keeps the library in step with the folder until what is given back is dropped.
pub(super) fn watch(config: &Config, library: &Library) -> Result<Option<Watching>, Failure> {
    let means = match config.watch {
        Watch::Off => return Ok(None),
        Watch::Auto => Means::Best,
        Watch::Poll => Means::Polling,
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

/// The library of a folder that may hold no interview yet.
pub(super) fn sync_any(config: &Config, busy: WhenBusy) -> Result<(Library, Report), Failure> {
    provide_example(config)?;
    let bar = progress::Bar::default();
    let (library, report) = corpus::sync(&config.corpus, &config.index, &bar, busy)?;
    if let Some(reason) = &report.in_memory {
        failure::say(&format!(
            "warning: {reason}; the index is kept in memory and built again at each start"
        ));
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

pub(super) fn sync(config: &Config, busy: WhenBusy) -> Result<(Library, Report), Failure> {
    let (library, report) = sync_any(config, busy)?;
    if report.interviews == 0 {
        let mut failure: Failure = corpus::CorpusError::Empty(config.corpus.clone()).into();
        if let Some((file, warning)) = report.faults().first() {
            failure.because(&format!(
                "{}: {}",
                file.display(),
                warning.replace('\n', "; ")
            ));
        }
        return Err(failure);
    }
    Ok((library, report))
}

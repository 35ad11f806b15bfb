//! What cannot be made again, copied while the bot runs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::library::provide_example;
use super::{Config, Failure};
use crate::feedback;
use crate::files;
use crate::terminal::print;

/// Copies interviews, synonyms, settings and what users left behind into a folder that is there whole or not at all.
pub(super) fn backup(config: &Config, folder: &Path) -> Result<ExitCode, Failure> {
    let failed = |error: &dyn std::fmt::Display| {
        Failure::usage(
            format!("cannot write `{}`: {error}", folder.display()),
            "name a new folder, in a writable place with enough free space",
        )
    };
    provide_example(config)?;
    let folder = std::path::absolute(folder)?;
    if fs::read_dir(&folder).is_ok_and(|mut files| files.next().is_some()) || folder.is_file() {
        return Err(failed(&"it is not empty"));
    }
    if let (Ok(corpus), Some(parent)) = (config.corpus.canonicalize(), folder.parent())
        && parent
            .canonicalize()
            .is_ok_and(|parent| parent.starts_with(&corpus))
    {
        return Err(failed(&"it is inside the folder of interviews"));
    }
    let parent = folder.parent().unwrap_or(Path::new("/"));
    fs::create_dir_all(parent).map_err(|error| failed(&error))?;
    let made = tempfile::Builder::new()
        .prefix(".verbatim-")
        .tempdir_in(parent);
    let made = made.map_err(|error| failed(&error))?;
    let files = fill(config, made.path()).map_err(|error| failed(&error))?;
    fs::rename(made.path(), &folder).map_err(|error| failed(&error))?;
    print(&format!("{files} files copied to `{}`\n", folder.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// How many files there are.
fn fill(config: &Config, folder: &Path) -> anyhow::Result<usize> {
    let mut files = copy_all(&config.corpus, &folder.join("corpus"))?;
    fs::write(folder.join("verbatim.toml"), &config.written)?;
    files += 1;
    if let Some(synonyms) = &config.answer.synonyms {
        files::ensure_regular(synonyms)?;
        fs::copy(synonyms, folder.join("synonyms.toml"))?;
        files += 1;
    }
    if feedback::backup(&config.feedback.database, &folder.join("feedback.sqlite"))? {
        files += 1;
    }
    Ok(files)
}

/// Copies a folder and those in it; links are not followed. A file that goes away meanwhile is not missed.
fn copy_all(from: &Path, to: &Path) -> io::Result<usize> {
    fs::create_dir_all(to)?;
    let mut files = 0;
    let mut folders: Vec<(PathBuf, PathBuf)> = vec![(from.to_owned(), to.to_owned())];
    while let Some((from, to)) = folders.pop() {
        for entry in fs::read_dir(&from)? {
            let entry = entry?;
            let (path, target) = (entry.path(), to.join(entry.file_name()));
            let kind = entry.file_type()?;
            if kind.is_dir() {
                fs::create_dir_all(&target)?;
                folders.push((path, target));
            } else if kind.is_file() {
                match fs::copy(&path, &target) {
                    Ok(_) => files += 1,
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }
    Ok(files)
}

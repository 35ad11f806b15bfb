//! `verbatim backup`: copies interviews, settings, synonyms and the feedback database while the bot runs.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::app::synced_index::provide_example;
use crate::app::{Config, Failure};
use crate::feedback::{self, FeedbackError};
use crate::files::{self, is_full, no_space};
use crate::terminal::print;

/// Copies interviews, synonyms, settings and what users left behind into a folder that is there whole or not at all.
pub(in crate::app) fn backup(config: &Config, folder: &Path) -> Result<ExitCode, Failure> {
    let failed = |error: &dyn std::fmt::Display| {
        Failure::usage(
            format!("cannot write `{}`: {error}", folder.display()),
            "name a new folder, in a writable place with enough free space",
        )
    };
    let folder = std::path::absolute(folder)?;
    // A link leads to the folder that is filled.
    let folder = match folder.canonicalize() {
        Ok(found) if found.is_dir() => found,
        _ => folder,
    };
    for (taken, which) in [
        (&config.index, "the index folder"),
        (&config.corpus, "the folder of interviews"),
    ] {
        if files::is_within(&folder, taken) {
            let same = files::is_within(taken, &folder);
            let how = if same { "" } else { "inside " };
            return Err(failed(&format!("it is {how}{which}")));
        }
    }
    if let Some(kind) = no_folder(&folder) {
        return Err(failed(&format!("it is {kind}")));
    }
    if fs::read_dir(&folder).is_ok_and(|mut files| files.next().is_some()) {
        return Err(failed(&"it is not empty"));
    }
    provide_example(config)?;
    let parent = folder.parent().unwrap_or(Path::new("/"));
    let unmakable = |error: &io::Error| match is_full(error) {
        true => full(config, parent, &error.kind().to_string()),
        false => failed(&format!(
            "no folder can be made in `{}` ({})",
            parent.display(),
            error.kind()
        )),
    };
    fs::create_dir_all(parent).map_err(|error| unmakable(&error))?;
    let made = tempfile::Builder::new()
        .prefix(".verbatim-")
        .tempdir_in(parent);
    let made = made.map_err(|error| unmakable(&error))?;
    let filled = fill(config, made.path());
    let files = filled.map_err(|error| match cause_of_full(&error) {
        Some(cause) => full(config, parent, &cause),
        None => match error.downcast::<FeedbackError>() {
            Ok(error) => error.into(),
            Err(error) if error.is::<UnreadableBackupSource>() => Failure::usage(
                error.to_string(),
                "give the user that runs verbatim permission to read it; no part of the backup was left behind",
            ),
            Err(error) => failed(&error),
        },
    })?;
    // An empty folder gives way; one that holds something by now does not.
    fs::rename(made.path(), &folder).map_err(|error| match error.kind() {
        ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
            failed(&"something came there while the backup was made")
        }
        kind => failed(&kind),
    })?;
    // Nothing has its earlier name any more, and nothing that gets it is this program's to remove.
    let _ = made.keep();
    print(&format!("{files} files copied to `{}`\n", folder.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// What stands there, where that is no folder.
fn no_folder(path: &Path) -> Option<&'static str> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => None,
        Ok(found) => Some(files::odd_kind(found.file_type()).unwrap_or("a file")),
        Err(_) => fs::symlink_metadata(path).ok().map(|_| "a broken link"),
    }
}

/// Something that was to be copied cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read `{}`: {}", .0.display(), .1.kind())]
struct UnreadableBackupSource(PathBuf, io::Error);

/// What the system says, where a backup fails because there is no room.
fn cause_of_full(error: &anyhow::Error) -> Option<String> {
    error.chain().find_map(|cause| {
        if let Some(FeedbackError::Full { cause, .. }) = cause.downcast_ref() {
            return Some(cause.clone());
        }
        let cause: &io::Error = cause.downcast_ref()?;
        is_full(cause).then(|| cause.kind().to_string())
    })
}

fn full(config: &Config, parent: &Path, cause: &str) -> Failure {
    let database = fs::metadata(&config.feedback.database).map_or(0, |file| file.len());
    let needed = size_of_all(&config.corpus) + database;
    Failure::fault(
        no_space(parent, "the backup", needed, &cause),
        "free some space there, or name a folder on another disk; no part of the backup was left behind",
    )
}

/// What the files of a folder and of those in it take, in bytes.
fn size_of_all(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let sizes = entries.map(|entry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => size_of_all(&entry.path()),
        Ok(kind) if kind.is_file() => entry.metadata().map_or(0, |file| file.len()),
        _ => 0,
    });
    sizes.sum()
}

/// How many files there are.
fn fill(config: &Config, folder: &Path) -> anyhow::Result<usize> {
    let mut files = copy_all(&config.corpus, &folder.join("corpus"))?;
    fs::write(folder.join("verbatim.toml"), &config.written)?;
    files += 1;
    if let Some(synonyms) = &config.answer.synonyms {
        files += copy(synonyms, &folder.join("synonyms.toml"))?;
    }
    if let Some(logo) = &config.card.logo {
        files += copy(logo, &folder.join("logo.png"))?;
    }
    if let Some(fonts) = &config.card.fonts {
        files += copy_all(fonts, &folder.join("fonts"))?;
    }
    if feedback::backup(&config.feedback.database, &folder.join("feedback.sqlite"))? {
        files += 1;
    }
    Ok(files)
}

/// Copies a folder and those in it; links are not followed. What goes away meanwhile is not missed.
fn copy_all(from: &Path, to: &Path) -> anyhow::Result<usize> {
    fs::create_dir_all(to)?;
    let mut files = 0;
    let mut folders: Vec<(PathBuf, PathBuf)> = vec![(from.to_owned(), to.to_owned())];
    let mut is_first = true;
    while let Some((from, to)) = folders.pop() {
        let unreadable = |error| UnreadableBackupSource(from.clone(), error);
        let entries = match fs::read_dir(&from) {
            Err(error) if error.kind() == ErrorKind::NotFound && !is_first => continue,
            entries => entries.map_err(unreadable)?,
        };
        is_first = false;
        for entry in entries {
            let entry = entry.map_err(unreadable)?;
            let (path, target) = (entry.path(), to.join(entry.file_name()));
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            if kind.is_dir() {
                fs::create_dir_all(&target)?;
                folders.push((path, target));
            } else if kind.is_file() {
                match copy(&path, &target) {
                    Ok(_) => files += 1,
                    Err(error) if is_gone(&error) => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }
    Ok(files)
}

/// Copies a regular file; one file. It is opened once: what stands at its name may be another one a moment later.
fn copy(from: &Path, to: &Path) -> anyhow::Result<usize> {
    let unreadable = |error| UnreadableBackupSource(from.to_owned(), error);
    let opened = files::ensure_regular(from).and_then(|()| File::open(from));
    let mut opened = opened.map_err(unreadable)?;
    let permissions = opened.metadata().map_err(unreadable)?.permissions();
    let mut copied = File::create_new(to)?;
    io::copy(&mut opened, &mut copied)?;
    copied.set_permissions(permissions)?;
    Ok(1)
}

fn is_gone(error: &anyhow::Error) -> bool {
    let cause = error.downcast_ref::<UnreadableBackupSource>();
    cause.is_some_and(|UnreadableBackupSource(_, cause)| cause.kind() == ErrorKind::NotFound)
}

//! The walk through the corpus folder: every readable file, and what is skipped (`.verbatimignore`).
//!
//! Hidden files and what a `.verbatimignore` lists (gitignore's rules) are left alone, links are not followed, and
//! only regular files are ever opened.

use std::ffi::OsStr;
use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::skipped_files::{SkipReason, SkippedFile};
use crate::files;

/// What owners call files that are to be left alone, with gitignore's rules.
const IGNORE_FILE: &str = ".verbatimignore";
/// The largest of them, in bytes.
const LARGEST_IGNORE: u64 = 1 << 20;

/// What a walk finds, in the order of the paths.
#[derive(Debug, Default)]
pub(super) struct DirectoryWalk {
    /// Regular files that are neither hidden nor ignored.
    pub(super) files: Vec<PathBuf>,
    /// Everything else but folders.
    pub(super) passed_over: Vec<SkippedFile>,
    /// The rules in force: those of the folder that is looked at last.
    rules: Vec<IgnoreRules>,
}

/// What one ignore file says.
#[derive(Debug)]
struct IgnoreRules {
    file: PathBuf,
    globs: Gitignore,
}

/// Walks through a folder that is known to be readable.
pub(super) fn walk(folder: &Path) -> DirectoryWalk {
    let mut walk = DirectoryWalk::default();
    walk.folder(folder);
    walk
}

impl DirectoryWalk {
    fn folder(&mut self, folder: &Path) {
        let before = self.rules.len();
        // What an unreadable list leaves out nobody knows: nothing of its folder is read.
        if let Err(error) = self.take_rules(folder) {
            let why = format!("its `{IGNORE_FILE}` cannot be read ({error})");
            let why = match error.kind() {
                io::ErrorKind::PermissionDenied => SkipReason::Unreadable(why),
                _ => SkipReason::IgnoreFile(why),
            };
            return self.pass_over(folder.to_owned(), why);
        }
        match entries(folder) {
            Ok(entries) => {
                for (path, kind) in entries {
                    self.entry(path, kind);
                }
            }
            Err(error) => {
                self.pass_over(folder.to_owned(), SkipReason::Unreadable(error.to_string()))
            }
        }
        self.rules.truncate(before);
    }

    fn entry(&mut self, path: PathBuf, kind: FileType) {
        let name = path.file_name().unwrap_or_default();
        if name == IGNORE_FILE {
            // It says what is passed over, and is not passed over itself.
        } else if is_hidden(name) {
            self.pass_over(path, SkipReason::Hidden);
        } else if let Some(list) = self.ignored(&path, kind.is_dir()) {
            self.pass_over(path, SkipReason::Ignored(list));
        } else if kind.is_dir() {
            self.folder(&path);
        } else if kind.is_symlink() {
            self.pass_over(path, SkipReason::Link);
        } else if let Some(kind) = files::odd_kind(kind) {
            self.pass_over(path, SkipReason::NotRegular(kind));
        } else {
            self.files.push(path);
        }
    }

    fn pass_over(&mut self, path: PathBuf, why: SkipReason) {
        self.passed_over.push(SkippedFile { path, why });
    }

    /// The ignore file that lists a path; the one in the innermost folder is believed.
    fn ignored(&self, path: &Path, is_folder: bool) -> Option<PathBuf> {
        let says = |rules: &IgnoreRules| match rules.globs.matched(path, is_folder) {
            Match::None => None,
            Match::Ignore(_) => Some(Some(rules.file.clone())),
            Match::Whitelist(_) => Some(None),
        };
        self.rules.iter().rev().find_map(says).flatten()
    }

    fn take_rules(&mut self, folder: &Path) -> io::Result<()> {
        let file = folder.join(IGNORE_FILE);
        // A link that leads nowhere is a list too.
        if let Err(error) = fs::symlink_metadata(&file)
            && error.kind() == io::ErrorKind::NotFound
        {
            return Ok(());
        }
        let globs = rules(folder, &file)?;
        self.rules.push(IgnoreRules { file, globs });
        Ok(())
    }
}

fn rules(folder: &Path, file: &Path) -> io::Result<Gitignore> {
    let mut rules = GitignoreBuilder::new(folder);
    for line in files::read_text(file, LARGEST_IGNORE)?.lines() {
        // A line that is no pattern ignores nothing, as git has it.
        let _ = rules.add_line(None, line);
    }
    rules.build().map_err(io::Error::other)
}

/// What a folder holds, in the order of the paths.
fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, FileType)>> {
    let kind = |entry: DirEntry| Ok((entry.path(), entry.file_type()?));
    let entries = fs::read_dir(folder)?.map(|entry| entry.and_then(kind));
    // What went away meanwhile is not missed.
    let is_gone = |entry: &io::Result<_>| {
        entry
            .as_ref()
            .is_err_and(|error: &io::Error| error.kind() == io::ErrorKind::NotFound)
    };
    let entries = entries.filter(|entry| !is_gone(entry));
    let mut entries = entries.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(entries)
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

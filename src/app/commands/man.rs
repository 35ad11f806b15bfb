//! `verbatim man`: writes the manual pages into a folder.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::app::Failure;
use crate::cli::{MANUAL_MARK, ManualPage, manual};
use crate::files::{self, is_full, no_space};
use crate::terminal::print;

/// What the name of a page begins with that is not whole yet.
const TEMPORARY: &str = ".verbatim-man-";

/// What others may read, before the user's mask.
const MODE: u32 = 0o666;

/// How often a page is put into its place that another process makes and removes meanwhile.
const TRIES: usize = 8;

/// Writes a page for each command. Earlier ones are replaced; where a file of such a name is not one, nothing is written.
pub(in crate::app) fn write_manual(folder: &Path) -> Result<ExitCode, Failure> {
    let pages = manual();
    let failed = |error: &io::Error| unwritten(folder, &pages, error);
    if let Some(kind) = no_folder(folder) {
        return Err(unwritable(folder, &format!("it is {kind}")));
    }
    fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    for page in &pages {
        let path = folder.join(&page.file);
        if !is_free(&path).map_err(|error| failed(&error))? {
            return Err(not_ours(&path));
        }
    }
    for page in &pages {
        let path = folder.join(&page.file);
        if !replace(&path, page.text.as_bytes()).map_err(|error| failed(&error))? {
            return Err(not_ours(&path));
        }
    }
    print(&format!(
        "{} man pages written to `{}`\n",
        pages.len(),
        folder.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// What stands there, where that is no folder, nor a link to one.
fn no_folder(folder: &Path) -> Option<&'static str> {
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => None,
        Ok(found) => Some(files::odd_kind(found.file_type()).unwrap_or("a file")),
        Err(_) => fs::symlink_metadata(folder).ok().map(|_| "a broken link"),
    }
}

fn unwritable(folder: &Path, why: &str) -> Failure {
    Failure::usage(
        format!("cannot write man pages to `{}`: {why}", folder.display()),
        "name a writable folder, such as `~/.local/share/man/man1`",
    )
}

fn unwritten(folder: &Path, pages: &[ManualPage], error: &io::Error) -> Failure {
    if !is_full(error) {
        return unwritable(folder, &error.kind().to_string());
    }
    let needed = pages.iter().map(|page| page.text.len() as u64).sum();
    Failure::fault(
        no_space(folder, "the manual", needed, &error.kind()),
        "free some space there, or name a folder on another disk",
    )
}

fn not_ours(path: &Path) -> Failure {
    Failure::usage(
        format!("`{}` was not written by `verbatim man`", path.display()),
        "move it away, or name another folder",
    )
}

/// Whether nothing stands there, or an earlier page.
fn is_free(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Ok(metadata) if metadata.is_file() => {}
        found => return found.map(|_| false),
    }
    let mut beginning = Vec::new();
    let most = MANUAL_MARK.len() as u64;
    File::open(path)?.take(most).read_to_end(&mut beginning)?;
    Ok(beginning == MANUAL_MARK.as_bytes())
}

/// Puts a page into its place, whole or not at all; `false` where something else has come there meanwhile.
fn replace(page: &Path, text: &[u8]) -> io::Result<bool> {
    let folder = page.parent().unwrap_or(Path::new("."));
    let mut whole = files::temporary(TEMPORARY, folder, MODE)?;
    whole.write_all(text)?;
    for _ in 0..TRIES {
        whole = match whole.persist_noclobber(page) {
            Ok(_) => return Ok(true),
            Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => refused.file,
            Err(refused) => return Err(refused.error),
        };
        match is_free(page) {
            Ok(false) => return Ok(false),
            // An earlier page, or one that another process has written just now.
            Ok(true) if page.exists() => return Ok(whole.persist(page).map(|_| true)?),
            Ok(true) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::ResourceBusy.into())
}

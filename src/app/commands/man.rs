//! `verbatim man`: writes the manual pages into a folder.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::app::Failure;
use crate::cli::{MANUAL_MARK, manual};
use crate::terminal::print;

/// Writes a page for each command. Earlier ones are replaced; where a file of such a name is not one, nothing is written.
pub(in crate::app) fn write_manual(folder: &Path) -> Result<ExitCode, Failure> {
    let unwritable = |error: io::Error| {
        Failure::usage(
            format!("cannot write man pages to `{}`: {error}", folder.display()),
            "name a writable folder, such as `~/.local/share/man/man1`",
        )
    };
    let pages = manual();
    for page in &pages {
        let path = folder.join(&page.file);
        if !is_free(&path).map_err(unwritable)? {
            return Err(Failure::usage(
                format!("`{}` was not written by `verbatim man`", path.display()),
                "move it away, or name another folder",
            ));
        }
    }
    fs::create_dir_all(folder).map_err(unwritable)?;
    for page in &pages {
        replace(&folder.join(&page.file), &page.text).map_err(unwritable)?;
    }
    print(&format!(
        "{} man pages written to `{}`\n",
        pages.len(),
        folder.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Whether nothing stands there, or an earlier page.
fn is_free(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        Ok(metadata) if metadata.is_file() => {}
        found => return found.map(|_| false),
    }
    let mut beginning = Vec::new();
    let most = MANUAL_MARK.len() as u64;
    File::open(path)?.take(most).read_to_end(&mut beginning)?;
    Ok(beginning == MANUAL_MARK.as_bytes())
}

fn replace(page: &Path, text: &str) -> io::Result<()> {
    match fs::remove_file(page) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    File::create_new(page)?.write_all(text.as_bytes())
}

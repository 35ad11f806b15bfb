//! Files that are there whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::Failure;

/// Writes a file; one of that name is replaced once all is written, and left as it is where that fails.
pub(super) fn file<T>(
    path: &Path,
    write: impl FnOnce(&File) -> anyhow::Result<T>,
) -> Result<T, Failure> {
    let unwritable = |error: &dyn std::fmt::Display| {
        Failure::usage(
            format!("cannot write `{}`: {error}", path.display()),
            "name a file in a writable folder",
        )
    };
    let temporary = beside(path);
    let file = File::create(&temporary).map_err(|error| unwritable(&error))?;
    let written = write(&file)
        .and_then(|written| Ok((file.sync_all()?, written)))
        .and_then(|((), written)| Ok((fs::rename(&temporary, path)?, written)));
    written.map(|((), written)| written).map_err(|error| {
        let _ = fs::remove_file(&temporary);
        unwritable(&error)
    })
}

/// A name in the same folder: a file can be put in another's place only within one file system.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    path.with_file_name(name)
}

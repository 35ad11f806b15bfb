//! The example interview that comes inside the program. It is inside the binary, and written into a folder to be read
//! from: there it can be looked at, edited and deleted like any other.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::CorpusError;

/// The interview and what its text does not say about itself.
const FILES: [(&str, &str); 2] = [
    (
        "000_aa28f9ade1a9daab.txt",
        include_str!("../../seeds/000_aa28f9ade1a9daab.txt"),
    ),
    (
        "000_aa28f9ade1a9daab.toml",
        include_str!("../../seeds/000_aa28f9ade1a9daab.toml"),
    ),
];

/// Writes the interview into a folder that does not exist yet. One that does is left as it is, whatever it holds.
///
/// # Errors
///
/// Where the folder cannot be made.
pub fn write_example(folder: &Path) -> Result<(), CorpusError> {
    if fs::symlink_metadata(folder).is_ok() {
        return Ok(());
    }
    write_whole(folder).map_err(|cause| CorpusError::Example {
        path: folder.to_owned(),
        needed: size(),
        cause,
    })
}

/// Whether the interview is not in the folder that it was written into.
#[must_use]
pub fn lacks_example(folder: &Path) -> bool {
    let [(interview, _), _] = FILES;
    fs::symlink_metadata(folder.join(interview)).is_err()
}

/// How many bytes it is.
fn size() -> u64 {
    FILES.iter().map(|(_, text)| text.len() as u64).sum()
}

/// The folder is there with all its files or not at all.
fn write_whole(folder: &Path) -> io::Result<()> {
    let parent = folder.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let made = tempfile::Builder::new()
        .prefix(".example-")
        .tempdir_in(parent)?;
    for (name, text) in FILES {
        let mut file = File::create_new(made.path().join(name))?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
    }
    match fs::rename(made.path(), folder) {
        // Another process was first.
        Err(_) if folder.is_dir() => Ok(()),
        done => done,
    }
}

//! Reading of regular files up to a size limit: pipes, sockets and devices are refused, because opening one can block
//! for ever.
//!
//! A named pipe, a socket or a device may never begin and never end: opening one would hang the program.

pub mod disk_full;
mod mistake;
mod parse_error_messages;
mod temporary_files;

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

pub(crate) use disk_full::{is_full, is_full_kind, is_read_only_kind, no_space};
pub use mistake::Mistake;
pub use temporary_files::{hold, sweep, temporary, unnamed};

/// What stands at a path, where that is no regular file: "a named pipe (FIFO)". `None` for a regular file.
#[must_use]
pub fn odd_kind(kind: FileType) -> Option<&'static str> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return Some("a named pipe (FIFO)");
        }
        if kind.is_socket() {
            return Some("a socket");
        }
        if kind.is_block_device() || kind.is_char_device() {
            return Some("a device");
        }
    }
    match () {
        () if kind.is_file() => None,
        () if kind.is_dir() => Some("a folder"),
        () if kind.is_symlink() => Some("a link"),
        () => Some("something of an unknown kind"),
    }
}

/// Makes sure that a path leads to a regular file, through links too.
///
/// # Errors
///
/// Where nothing stands there, or what is no regular file: the message says what it is.
pub fn ensure_regular(path: &Path) -> io::Result<()> {
    match odd_kind(fs::metadata(path)?.file_type()) {
        None => Ok(()),
        Some(kind) => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("it is {kind}, not a regular file"),
        )),
    }
}

/// The bytes of a regular file; one more than `most` at most, so that the caller sees that there are too many
/// even where the file grows meanwhile.
///
/// # Errors
///
/// As [`ensure_regular`], and where it cannot be read.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    ensure_regular(path)?;
    let mut bytes = Vec::new();
    let file = File::open(path)?;
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text of a regular file of at most `most` bytes.
///
/// # Errors
///
/// As [`read`], where it is larger, and where it is not UTF-8.
pub fn read_text(path: &Path, most: u64) -> io::Result<String> {
    let bytes = read(path, most)?;
    if bytes.len() as u64 > most {
        let message = format!("it is larger than {}", size(most));
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    String::from_utf8(bytes)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8"))
}

/// The path without links and dots; of what does not exist yet, what would be.
///
/// # Errors
///
/// Where the working folder is gone.
pub fn resolved(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut whole = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            part => whole.push(part),
        }
        if let Ok(followed) = whole.canonicalize() {
            whole = followed;
        }
    }
    Ok(whole)
}

/// Whether a path is a folder, or would be in it, whatever links lead there.
#[must_use]
pub fn is_within(path: &Path, folder: &Path) -> bool {
    let both = (resolved(path), resolved(folder));
    matches!(both, (Ok(path), Ok(folder)) if path.starts_with(&folder))
}

/// A number of bytes in words: "16 MiB", "300 bytes".
#[must_use]
pub fn size(bytes: u64) -> String {
    match bytes >> 20 {
        0 => format!("{bytes} bytes"),
        mebibytes => format!("{mebibytes} MiB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit_and_a_folder_or_socket_not_at_all() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.txt");
        fs::write(&path, "four")?;
        assert_eq!(read_text(&path, 4)?, "four");
        let larger = read_text(&path, 3).map_err(|error| error.to_string());
        assert_eq!(larger, Err("it is larger than 3 bytes".to_owned()));
        let inside = read(folder.path(), 4).map_err(|error| error.to_string());
        assert_eq!(inside, Err("it is a folder, not a regular file".to_owned()));
        #[cfg(unix)]
        {
            let socket = folder.path().join("s");
            let _listening = std::os::unix::net::UnixListener::bind(&socket)?;
            let refused = read(&socket, 4).map_err(|error| error.to_string());
            assert_eq!(
                refused,
                Err("it is a socket, not a regular file".to_owned())
            );
        }
        Ok(())
    }
}

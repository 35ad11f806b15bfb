//! Files that somebody named or that a folder holds: read where they are regular files, and up to a size.
//!
//! A named pipe, a socket or a device may never begin and never end: opening one would hang the program.

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::Path;

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

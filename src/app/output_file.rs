//! A file that a command writes: there whole or not at all, and over no other unless the command says so.

use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::os::unix::fs::{FileTypeExt, MetadataExt, chown};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use super::{Failure, failure};
use crate::files::{self, is_full, no_space};

/// Where a command writes to.
#[derive(Debug)]
pub(super) struct OutputFile {
    path: PathBuf,
    /// What stands there.
    earlier: Option<Metadata>,
}

/// What may be read and written, before the user's mask.
const MODE: u32 = 0o666;

/// How long a pipe is opened before it is said that nobody reads it.
const SOON: Duration = Duration::from_millis(500);

/// What the name of a file begins with that is not whole yet; six letters or digits follow.
const TEMPORARY: &str = ".verbatim-output-";

impl OutputFile {
    /// A file with a name that is free, or that may be overwritten. Before anything takes long: a name that is taken
    /// is refused at once.
    pub(super) fn new(path: &Path, force: bool) -> Result<Self, Failure> {
        let named = Self {
            path: path.to_owned(),
            earlier: fs::metadata(path).ok(),
        };
        match &named.earlier {
            Some(earlier) if earlier.file_type().is_block_device() => Err(named
                .unwritable(&"it is a block device, and everything on it would be overwritten")),
            Some(earlier) if earlier.is_dir() => Err(named.unwritable(&"it is a folder")),
            Some(earlier) if earlier.is_file() && !force => Err(named.taken()),
            Some(earlier) if earlier.is_file() && earlier.permissions().readonly() => {
                Err(Failure::usage(
                    format!("cannot write `{named}`: it is read-only"),
                    "make it writable (`chmod u+w`), or name another file",
                ))
            }
            None if fs::symlink_metadata(path).is_ok() => {
                Err(named.unwritable(&"it is a broken link"))
            }
            None => named.ensure_folder().map(|()| named),
            Some(_) => Ok(named),
        }
    }

    /// The same outside the folder of interviews: a file in it would be read as an interview.
    pub(super) fn outside(corpus: &Path, path: &Path, force: bool) -> Result<Self, Failure> {
        let named = Self::new(path, force)?;
        let is_regular = named.earlier.as_ref().is_none_or(Metadata::is_file);
        if is_regular && files::is_within(path, corpus) {
            return Err(Failure::usage(
                format!("cannot write `{named}`: it is inside the folder of interviews"),
                "name a file in another folder: in this one it would be read as an interview",
            ));
        }
        Ok(named)
    }

    fn ensure_folder(&self) -> Result<(), Failure> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        if folder.as_os_str().is_empty() || folder.is_dir() {
            return Ok(());
        }
        match fs::metadata(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Err(self.unwritable(&format!("no such folder `{}`", folder.display())))
            }
            Err(error) => Err(self.unwritable(&error.kind())),
            Ok(_) => Err(self.unwritable(&format!("`{}` is not a folder", folder.display()))),
        }
    }

    /// Writes it; what stood there before stays where that fails. `write` may be asked again, into nowhere, how much
    /// it writes.
    pub(super) fn write<T>(
        &self,
        write: impl Fn(&mut dyn Write) -> anyhow::Result<T>,
    ) -> Result<T, Failure> {
        let is_device = self
            .earlier
            .as_ref()
            .is_some_and(|earlier| !earlier.is_file());
        let written = if is_device {
            self.write_into(&write)
        } else {
            self.write_whole(&write)
        };
        written.map_err(|error| {
            let cause = error
                .chain()
                .find_map(|cause| cause.downcast_ref::<io::Error>());
            match cause {
                Some(cause) if is_full(cause) => self.full(cause, &write),
                Some(cause) if cause.kind() == ErrorKind::AlreadyExists => self.taken(),
                _ => self.unwritable(&format!("{error:#}")),
            }
        })
    }

    /// A pipe or a device is written as it is: nothing in it is replaced.
    fn write_into<T>(
        &self,
        write: &impl Fn(&mut dyn Write) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let mut out = BufWriter::new(self.open_when_read()?);
        let written = write(&mut out)?;
        out.flush()?;
        Ok(written)
    }

    /// Opens it; of a pipe that nobody reads yet, it is said that it is waited for.
    fn open_when_read(&self) -> io::Result<File> {
        let path = self.path.clone();
        let (tell, told) = channel();
        thread::spawn(move || tell.send(OpenOptions::new().write(true).open(path)));
        match told.recv_timeout(SOON) {
            Ok(opened) => opened,
            Err(_) => {
                failure::say(&format!("waiting for a process that reads `{self}`"));
                told.recv().map_err(io::Error::other)?
            }
        }
    }

    fn write_whole<T>(
        &self,
        write: &impl Fn(&mut dyn Write) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        // A link leads to the file that is replaced.
        let target = match self.earlier {
            Some(_) => self.path.canonicalize()?,
            None => std::path::absolute(&self.path)?,
        };
        let folder = target.parent().unwrap_or(Path::new("/"));
        files::sweep(folder, is_temporary);
        let temporary = files::temporary(TEMPORARY, folder, MODE)?;
        let mut out = BufWriter::new(temporary.as_file());
        let written = write(&mut out)?;
        out.flush()?;
        drop(out);
        temporary.as_file().sync_all()?;
        match &self.earlier {
            Some(earlier) => {
                keep_owner(temporary.path(), earlier)?;
                fs::set_permissions(temporary.path(), earlier.permissions())?;
                temporary.persist(target).map_err(|error| error.error)?
            }
            None => temporary
                .persist_noclobber(target)
                .map_err(|error| error.error)?,
        };
        Ok(written)
    }

    fn taken(&self) -> Failure {
        Failure::usage(
            format!("`{self}` already exists"),
            "name another file, or add `--force` to overwrite this one",
        )
    }

    fn unwritable(&self, why: &dyn fmt::Display) -> Failure {
        Failure::usage(
            format!("cannot write `{self}`: {why}"),
            "name a file in a writable folder",
        )
    }

    fn full<T>(
        &self,
        cause: &io::Error,
        write: &impl Fn(&mut dyn Write) -> anyhow::Result<T>,
    ) -> Failure {
        let mut size = ByteCounter(0);
        // Where it fails now, it is said how far it came.
        let _ = write(&mut size);
        let folder = std::path::absolute(&self.path).unwrap_or_else(|_| self.path.clone());
        let folder = folder.parent().unwrap_or(Path::new("/"));
        Failure::fault(
            no_space(folder, &format!("`{self}`"), size.0, &cause.kind()),
            "free some space there, or name a file on another disk",
        )
    }
}

/// Gives a file the owner and the group of the one that it replaces.
fn keep_owner(file: &Path, earlier: &Metadata) -> io::Result<()> {
    let own = fs::metadata(file)?;
    let (owner, group) = (earlier.uid(), earlier.gid());
    if (own.uid(), own.gid()) == (owner, group) {
        return Ok(());
    }
    chown(file, Some(owner), Some(group)).map_err(|error| {
        let why = "it belongs to another user or group, which could not be kept";
        io::Error::new(error.kind(), why)
    })
}

fn is_temporary(name: &str) -> bool {
    name.strip_prefix(TEMPORARY)
        .is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

impl fmt::Display for OutputFile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(out)
    }
}

/// Counts bytes and keeps none.
struct ByteCounter(u64);

impl Write for ByteCounter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

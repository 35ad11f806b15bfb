//! The parts of a zip archive, as office documents and e-books are, with caps on what they unpack to.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::size_limits::Limits;
use crate::files;
use crate::reading::ReadError;

pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What the file is called in errors.
    kind: &'static str,
    limits: Limits,
}

impl<'a> Archive<'a> {
    pub(super) fn open(
        bytes: &'a [u8],
        kind: &'static str,
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        // An office document with a password, or one of the 1990s, is a Compound File.
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(ReadError::Malformed(format!(
                "the {kind} file is password-protected or in an old format; save it again in the current format, without a password"
            )));
        }
        // What the library says is for those who work on it.
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            ReadError::Malformed(format!(
                "the {kind} file is damaged or incomplete; copy or export it again"
            ))
        })?;
        if zip.len() > limits.parts {
            return Err(ReadError::Malformed(format!(
                "the {kind} file has {} parts, more than the {} that are read; export it again",
                zip.len(),
                limits.parts
            )));
        }
        Ok(Self {
            zip,
            kind,
            limits: *limits,
        })
    }

    /// The text of a part; `None` where there is none of this name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let (kind, largest) = (self.kind, self.limits.part);
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) => {
                return Err(ReadError::Malformed(format!(
                    "the {kind} file cannot be unpacked: {why}; save it again without a password"
                )));
            }
            Err(error) => return Err(damaged(kind, name, &error)),
        };
        let mut bytes = Vec::new();
        part.take(largest + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| match error.kind() {
                std::io::ErrorKind::OutOfMemory => ReadError::Malformed(format!(
                    "`{name}` of the {kind} file needs more memory than it may take (`reading.memory_mib`); \
                     allow more, or split the document"
                )),
                _ => damaged(kind, name, &error),
            })?;
        if bytes.len() as u64 > largest {
            return Err(ReadError::Malformed(format!(
                "`{name}` of the {kind} file unpacks to more than {}; split the document",
                files::size(largest)
            )));
        }
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// The text of a part that there must be.
    pub(super) fn required(&mut self, name: &str) -> Result<String, ReadError> {
        let kind = self.kind;
        self.text(name)?.ok_or_else(|| {
            ReadError::Malformed(format!(
                "the {kind} file has no `{name}`: it is another kind of file, or damaged; save it again"
            ))
        })
    }
}

fn damaged(kind: &str, name: &str, error: &dyn std::fmt::Display) -> ReadError {
    ReadError::Malformed(format!(
        "`{name}` of the {kind} file is damaged: {error}; copy or export the file again"
    ))
}

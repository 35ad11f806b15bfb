//! The bytes of a file and its sidecar, as long as they are not too many to be held in memory.

use std::path::Path;

use sha2::{Digest, Sha256};

use super::scan::File;
use crate::files;

/// How large files may be, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Largest {
    /// Any file: it is held whole in memory.
    any: u64,
    /// A text: more than 200 hours of talk. Text, turns and terms together take about ten times as much memory.
    text: u64,
    /// A file of data: what it says is held beside it.
    data: u64,
    /// A sidecar.
    sidecar: u64,
}

impl Default for Largest {
    fn default() -> Self {
        Self {
            any: 128 << 20,
            text: 16 << 20,
            data: 64 << 20,
            sidecar: 1 << 20,
        }
    }
}

impl Largest {
    /// How large a file of this name may be.
    fn of(&self, path: &Path) -> u64 {
        let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
        let is_one_of = |kinds: &[&str]| kinds.iter().any(|kind| extension == *kind);
        if is_one_of(&["txt", "text", "md", "markdown", "srt", "vtt"]) {
            self.text
        } else if is_one_of(&["json", "jsonl", "ndjson"]) {
            self.data
        } else {
            self.any
        }
    }
}

/// A file's content, if it is not larger than `most` bytes whenever it is read: it may grow meanwhile.
fn read(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let bytes = files::read(path, most).map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidInput => {
            format!("{error}, and is skipped; save its text as a file")
        }
        std::io::ErrorKind::PermissionDenied => {
            format!(
                "it cannot be read: {error}; give the user that runs verbatim permission to read it"
            )
        }
        _ => format!("it cannot be read: {error}"),
    })?;
    if bytes.len() as u64 > most {
        let most = files::size(most);
        return Err(format!(
            "it is larger than {most}, the most that is read; split it"
        ));
    }
    Ok(bytes)
}

/// What a file and its sidecar hold.
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    pub(super) sidecar: Option<String>,
    /// The SHA-256 of both and of the file's extension, hexadecimal.
    pub(super) hash: String,
}

impl Content {
    pub(super) fn of(file: &File) -> Result<Self, String> {
        Self::within(&Largest::default(), file)
    }

    fn within(largest: &Largest, file: &File) -> Result<Self, String> {
        let bytes = read(&file.path, largest.of(&file.path))?;
        let sidecar = file
            .sidecar
            .as_ref()
            .map(|path| read(path, largest.sidecar));
        let sidecar = sidecar.transpose();
        let sidecar = sidecar.map_err(|error| format!("its sidecar: {error}"))?;
        let sidecar = sidecar.map(|sidecar| String::from_utf8_lossy(&sidecar).into_owned());
        // The extension tells how the bytes are read.
        let extension = file.path.extension().unwrap_or_default();
        let digest = Sha256::new()
            .chain_update(extension.to_string_lossy().as_bytes())
            .chain_update([0])
            .chain_update((bytes.len() as u64).to_le_bytes())
            .chain_update(&bytes)
            .chain_update(sidecar.as_deref().unwrap_or_default())
            .finalize();
        Ok(Self {
            bytes,
            sidecar,
            hash: crate::interview::hex(&digest),
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a file that was just written is there")]
mod tests {
    use super::*;
    use crate::interview::InterviewId;

    #[test]
    fn a_file_that_is_larger_than_its_kind_may_be_is_refused_and_one_that_is_not_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let largest = Largest {
            any: 8,
            text: 4,
            data: 6,
            sidecar: 2,
        };
        for (name, sidecar, bytes, refused) in [
            ("a.txt", "", 4, None),
            ("a.md", "", 5, Some("it is larger than 4 bytes")),
            ("a.json", "", 6, None),
            ("b.jsonl", "", 7, Some("it is larger than 6 bytes")),
            ("a.pdf", "", 8, None),
            ("b.pdf", "", 9, Some("it is larger than 8 bytes")),
            (
                "c.txt",
                "a=1",
                4,
                Some("its sidecar: it is larger than 2 bytes"),
            ),
        ] {
            let path = folder.path().join(name);
            std::fs::write(&path, vec![b'a'; bytes]).unwrap();
            let beside = path.with_extension("toml");
            std::fs::write(&beside, sidecar).unwrap();
            let file = File {
                id: InterviewId::new("it"),
                sidecar: (!sidecar.is_empty()).then_some(beside),
                path,
            };
            match (Content::within(&largest, &file), refused) {
                (Ok(content), None) => assert_eq!(content.bytes.len(), bytes, "{name}"),
                (Err(said), Some(refused)) => {
                    assert!(
                        said.starts_with(refused) && said.ends_with("split it"),
                        "{said}"
                    );
                }
                (read, _) => panic!("{name}: {:?}", read.map(|content| content.bytes)),
            }
        }
    }
}

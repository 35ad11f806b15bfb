//! The bytes of a file and its sidecar, up to a size limit.

use std::path::Path;

use sha2::{Digest, Sha256};

use super::interview_file::InterviewFile;
use crate::files;

/// How large files may be, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct SizeLimits {
    /// Any file: it is held whole in memory.
    any: u64,
    /// A text: more than 200 hours of talk. Text, turns and terms together take about ten times as much memory.
    text: u64,
    /// A file of data: what it says is held beside it.
    data: u64,
    /// A sidecar.
    sidecar: u64,
}

/// Extensions of texts.
const TEXTS: [&str; 20] = [
    "txt",
    "text",
    "wiki",
    "mediawiki",
    "wikitext",
    "md",
    "markdown",
    "org",
    "adoc",
    "asciidoc",
    "srt",
    "vtt",
    "sbv",
    "ass",
    "ssa",
    "cha",
    "textgrid",
    "csv",
    "tsv",
    "tab",
];
/// Extensions of files of data that are read as a whole; of others, a reader says how much of them may be.
const DATA: [&str; 15] = [
    "json", "json3", "nitf", "newsml", "nxml", "tei", "ttml", "dfxp", "itt", "eaf", "exb", "trs",
    "flk", "fln", "akn",
];

impl Default for SizeLimits {
    fn default() -> Self {
        Self {
            any: 128 << 20,
            text: 16 << 20,
            data: 64 << 20,
            sidecar: 1 << 20,
        }
    }
}

impl SizeLimits {
    /// How large a file of this name may be.
    fn of(&self, path: &Path) -> u64 {
        let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
        let is_one_of = |kinds: &[&str]| kinds.iter().any(|kind| extension == *kind);
        if is_one_of(&TEXTS) {
            self.text
        } else if is_one_of(&DATA) {
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
            format!("{error}; save its text as a file")
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
        return Err(format!("it is larger than {most}, the limit; split it"));
    }
    Ok(bytes)
}

/// What a file and its sidecar hold.
pub(super) struct FileContent {
    /// The bytes of the file, then of its other forms in their order; why one of them cannot be read.
    pub(super) files: Vec<Result<Vec<u8>, String>>,
    pub(super) sidecar: Option<String>,
    /// The SHA-256 of both, of its other forms and of the file's extension, hexadecimal.
    pub(super) hash: String,
}

impl FileContent {
    pub(super) fn of(file: &InterviewFile) -> Result<Self, String> {
        Self::within(&SizeLimits::default(), file)
    }

    fn within(largest: &SizeLimits, file: &InterviewFile) -> Result<Self, String> {
        if let Some(reason) = &file.held_back {
            return Err(reason.clone());
        }
        let paths = std::iter::once(&file.path).chain(&file.forms);
        let files: Vec<_> = paths.map(|path| read(path, largest.of(path))).collect();
        if let (Some(Err(reason)), true) = (files.first(), files.iter().all(Result::is_err)) {
            return Err(reason.clone());
        }
        let sidecar = file
            .sidecar
            .as_ref()
            .map(|path| read(path, largest.sidecar));
        let sidecar = sidecar.transpose();
        let sidecar = sidecar.map_err(|error| format!("its sidecar: {error}"))?;
        let sidecar = sidecar.map(|sidecar| String::from_utf8_lossy(&sidecar).into_owned());
        // The extension tells how the bytes are read.
        let extension = file.path.extension().unwrap_or_default();
        let mut digest = Sha256::new();
        digest.update(extension.to_string_lossy().as_bytes());
        digest.update([0]);
        let names = file
            .forms
            .iter()
            .map(|path| path.as_os_str().as_encoded_bytes());
        let mut names = names.chain(std::iter::repeat(&[][..]));
        for (at, bytes) in files.iter().enumerate() {
            let bytes = bytes.as_deref().unwrap_or_else(|why| why.as_bytes());
            digest.update((bytes.len() as u64).to_le_bytes());
            digest.update(bytes);
            let sidecar = sidecar.as_deref().filter(|_| at == 0);
            digest.update(sidecar.unwrap_or_default());
            digest.update(names.next().unwrap_or_default());
        }
        let digest = digest.finalize();
        Ok(Self {
            files,
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
        let largest = SizeLimits {
            any: 8,
            text: 4,
            data: 6,
            sidecar: 2,
        };
        for (name, sidecar, bytes, refused) in [
            ("a.txt", "", 4, None),
            ("a.md", "", 5, Some("it is larger than 4 bytes")),
            ("a.json", "", 6, None),
            ("b.json", "", 7, Some("it is larger than 6 bytes")),
            // Read line by line, or entry by entry.
            ("a.jsonl", "", 8, None),
            ("b.jsonl", "", 9, Some("it is larger than 8 bytes")),
            ("a.xml", "", 8, None),
            ("a.csv", "", 5, Some("it is larger than 4 bytes")),
            ("a.eaf", "", 7, Some("it is larger than 6 bytes")),
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
            let file = InterviewFile {
                id: InterviewId::new("it"),
                sidecar: (!sidecar.is_empty()).then_some(beside),
                forms: Vec::new(),
                held_back: None,
                path,
            };
            match (FileContent::within(&largest, &file), refused) {
                (Ok(content), None) => assert_eq!(content.files, [Ok(vec![b'a'; bytes])], "{name}"),
                (Err(said), Some(refused)) => {
                    assert!(
                        said.starts_with(refused) && said.ends_with("split it"),
                        "{said}"
                    );
                }
                (read, _) => panic!("{name}: {:?}", read.map(|content| content.files)),
            }
        }
    }

    #[test]
    fn a_form_that_is_too_large_is_refused_and_the_file_and_its_other_forms_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let largest = SizeLimits {
            any: 8,
            text: 4,
            data: 6,
            sidecar: 2,
        };
        let path = |name: &str| folder.path().join(name);
        for (name, bytes) in [("a.json", 6), ("a.vtt", 4), ("a.txt", 5)] {
            std::fs::write(path(name), vec![b'a'; bytes]).unwrap();
        }
        let file = InterviewFile {
            id: InterviewId::new("a"),
            path: path("a.json"),
            forms: vec![path("a.vtt"), path("a.txt")],
            sidecar: None,
            held_back: None,
        };
        let read = FileContent::within(&largest, &file).unwrap().files;
        let read: Vec<Option<usize>> = read
            .iter()
            .map(|form| form.as_ref().ok().map(Vec::len))
            .collect();
        assert_eq!(read, [Some(6), Some(4), None]);
    }
}

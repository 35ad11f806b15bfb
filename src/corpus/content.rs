use std::fs;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::scan::File;

/// The largest file that is read, in bytes: it is held whole in memory.
const LARGEST: u64 = 128 << 20;

/// The largest text, in bytes: more than 200 hours of talk. Text, turns and terms together take about ten times
/// as much memory.
const LARGEST_TEXT: u64 = 16 << 20;

/// The largest file of data, in bytes: what it says is held beside it.
const LARGEST_DATA: u64 = 64 << 20;

/// The largest sidecar, in bytes.
const LARGEST_SIDECAR: u64 = 1 << 20;

fn largest(path: &Path) -> u64 {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    let is_one_of = |kinds: &[&str]| kinds.iter().any(|kind| extension == *kind);
    let texts = [
        "txt", "text", "md", "markdown", "srt", "vtt", "sbv", "ass", "ssa", "cha", "textgrid",
        "csv", "tsv", "tab",
    ];
    let data = [
        "json", "json3", "jsonl", "ndjson", "xml", "tei", "ttml", "dfxp", "itt", "eaf", "exb",
        "trs", "flk", "fln", "akn",
    ];
    if is_one_of(&texts) {
        LARGEST_TEXT
    } else if is_one_of(&data) {
        LARGEST_DATA
    } else {
        LARGEST
    }
}

/// A file's content, if it is not larger than `most` bytes whenever it is read: it may grow meanwhile.
fn read(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let unreadable = |error| format!("it cannot be read: {error}");
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(unreadable)?;
    let mut file = file.take(most + 1);
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > most {
        return Err(format!(
            "it is larger than {} MiB, which is as much as is read at once; split it",
            most >> 20
        ));
    }
    Ok(bytes)
}

/// What a file and its sidecar hold.
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    /// What its other forms hold, in their order.
    pub(super) forms: Vec<Vec<u8>>,
    pub(super) sidecar: Option<String>,
    /// The SHA-256 of both, of its other forms and of the file's extension, hexadecimal.
    pub(super) hash: String,
}

impl Content {
    pub(super) fn of(file: &File) -> Result<Self, String> {
        let bytes = read(&file.path, largest(&file.path))?;
        let forms = file.forms.iter();
        let forms: Vec<Vec<u8>> = forms
            .map(|path| read(path, largest(path)))
            .collect::<Result<_, _>>()?;
        let sidecar = file
            .sidecar
            .as_ref()
            .map(|path| read(path, LARGEST_SIDECAR));
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
            .chain_update(sidecar.as_deref().unwrap_or_default());
        let named = file.forms.iter().zip(&forms);
        let digest = named
            .fold(digest, |digest, (path, bytes)| {
                digest
                    .chain_update(path.as_os_str().as_encoded_bytes())
                    .chain_update((bytes.len() as u64).to_le_bytes())
                    .chain_update(bytes)
            })
            .finalize();
        Ok(Self {
            forms,
            bytes,
            sidecar,
            hash: crate::interview::hex(&digest),
        })
    }
}

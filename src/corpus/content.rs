use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::scan::File;

/// The largest file that is read, in bytes: it is held whole in memory.
const LARGEST: u64 = 128 << 20;

/// The largest text, in bytes: more than 200 hours of talk. Text, turns and terms together take about ten times
/// as much memory.
const LARGEST_TEXT: u64 = 16 << 20;

fn largest(path: &Path) -> u64 {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    let texts = ["txt", "text", "md", "markdown"];
    if texts.iter().any(|text| extension == *text) {
        LARGEST_TEXT
    } else {
        LARGEST
    }
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
        let length = fs::metadata(&file.path)
            .map(|metadata| metadata.len())
            .unwrap_or_default();
        let most = largest(&file.path);
        if length > most {
            return Err(format!(
                "it is larger than {} MiB, which is as much as is read at once; split it",
                most >> 20
            ));
        }
        let bytes = fs::read(&file.path).map_err(|error| format!("it cannot be read: {error}"))?;
        let sidecar = file.sidecar.as_ref().map(fs::read).transpose();
        let sidecar = sidecar.map_err(|error| format!("its sidecar cannot be read: {error}"))?;
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

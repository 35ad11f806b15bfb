//! Ids of interviews: the readable id, the revision (a hash) and the short key in links.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The file's path within the corpus folder, `/` between folders, without the extension unless two
/// files would have the same. Where a file holds several interviews, `#` and the interview's own name follow.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct InterviewId(String);

impl InterviewId {
    /// An id from its text.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of one of the interviews that a file with this id holds.
    #[must_use]
    pub fn part(&self, name: &str) -> Self {
        // A slash would make a folder of it.
        let name = name.replace('/', "%2F");
        let name = name.replace(|c: char| c.is_whitespace() || c.is_control(), "_");
        Self(format!("{}#{name}", self.0))
    }

    /// Whether it is one of the interviews that the file with the id `file` holds.
    #[must_use]
    pub fn is_part_of(&self, file: &Self) -> bool {
        let rest = self.0.strip_prefix(file.as_str());
        rest.is_some_and(|rest| rest.starts_with('#'))
    }

    /// The collection that it belongs to: the first folder of its path, `None` outside of all folders.
    #[must_use]
    pub fn collection(&self) -> Option<&str> {
        self.0.split_once('/').map(|(collection, _)| collection)
    }
}

impl fmt::Display for InterviewId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The SHA-256 of a transcript, 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(String);

impl Revision {
    /// The revision of a transcript.
    #[must_use]
    pub fn of(transcript: &str) -> Self {
        Self(hex(&Sha256::digest(transcript)))
    }

    /// Its hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Lower-case hexadecimal digits of `bytes`.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use fmt::Write;
    bytes.iter().fold(
        String::with_capacity(bytes.len() * 2),
        |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        },
    )
}

/// 40 bits that stand for an interview at one revision, short enough for a button's 64 bytes. Among
/// 10,000 interviews, two share a key with a chance of one in 20,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct InterviewKey(u64);

impl InterviewKey {
    /// How many bytes of a link or button it takes.
    pub const BYTES: usize = 5;

    /// The key of an interview: the first 40 bits of the SHA-256 of its id and revision.
    #[must_use]
    pub fn new(id: &InterviewId, revision: &Revision) -> Self {
        let digest = Sha256::new()
            .chain_update(id.as_str())
            .chain_update([0])
            .chain_update(revision.as_str())
            .finalize();
        let mut bytes = [0; Self::BYTES];
        bytes.copy_from_slice(&digest[..Self::BYTES]);
        Self::from_bytes(bytes)
    }

    /// The key that [`Self::to_bytes`] gave.
    #[must_use]
    pub fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        Self(
            bytes
                .iter()
                .fold(0, |key, &byte| key << 8 | u64::from(byte)),
        )
    }

    /// Its five bytes, most significant first.
    #[must_use]
    pub fn to_bytes(self) -> [u8; Self::BYTES] {
        let [_, _, _, bytes @ ..] = self.0.to_be_bytes();
        bytes
    }

    /// The key as a number below 2⁴⁰.
    #[must_use]
    pub fn value(self) -> u64 {
        self.0
    }
}

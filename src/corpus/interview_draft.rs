//! A draft: a file that an owner sent and that is not in the corpus yet, with their corrections.

use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::CorpusError;
use super::safe_file_names::split;
use crate::files::{is_full, no_space};
use crate::interview::{Interview, InterviewId, Passage, hex};
use crate::reading::{self, FileToRead, ReadError};

/// The name of a draft: 24 hexadecimal digits of the SHA-256 of its name and content.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DraftKey(String);

impl DraftKey {
    /// How many characters it has.
    pub const LENGTH: usize = 24;

    pub(super) fn of(name: &str, bytes: &[u8]) -> Self {
        let digest = Sha256::new()
            .chain_update(name)
            .chain_update([0])
            .chain_update(bytes);
        Self(hex(&digest.finalize()[..Self::LENGTH / 2]))
    }

    /// The key with this text; `None` for a text that is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        (text.len() == Self::LENGTH && digits).then(|| Self(text.to_owned()))
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A file that is not in the corpus yet, as it would be read.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its name among the drafts.
    pub key: DraftKey,
    /// The name that its file would have.
    pub name: String,
    /// The interview; its id is not final.
    pub interview: Interview,
    /// What could be quoted.
    pub passages: Vec<Passage>,
}

/// What is said about an interview in place of what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftChange {
    /// Its title.
    Title(String),
    /// The newspaper, podcast or site.
    Outlet(String),
    /// Its date: `2020`, `2020-04` or `2020-04-17`.
    Date(String),
    /// Where it can be read.
    Url(String),
    /// The name of the speaker at an index.
    Name(usize, String),
    /// The other role for the speaker at an index.
    Role(usize),
}

/// Why a change cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// The file cannot be read as an interview.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// The draft was added or thrown away since.
    #[error("this draft no longer exists")]
    NoDraft,
    /// No interview has this id.
    #[error("there is no interview `{0}`")]
    NoInterview(String),
    /// The interview stands in a file with others: its id and the file's name.
    #[error("`{0}` is one of several interviews in `{1}`")]
    OneOfSeveral(String, String),
    /// The name belongs to another interview.
    #[error("there is already an interview `{0}`")]
    Taken(String),
    /// What was written is no date.
    #[error("`{0}` is not a date")]
    NotADate(String),
    /// What was written is no address.
    #[error("`{0}` is not an address")]
    NotAnAddress(String),
    /// The sidecar that stands there cannot be changed without loss.
    #[error("the sidecar file `{0}` contains an error")]
    Malformed(PathBuf),
    /// The corpus cannot be read.
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    /// There is no room.
    #[error("{}", no_space(.folder, "the file", *.needed, .cause))]
    Full {
        /// The folder.
        folder: PathBuf,
        /// How many bytes were to be written.
        needed: u64,
        /// What the system says.
        cause: io::Error,
    },
    /// The disk cannot be written.
    #[error("cannot write: {0}")]
    Disk(#[from] io::Error),
}

impl EditError {
    /// What the system says of so many bytes that were to be a file.
    pub(super) fn of_file(path: &Path, bytes: &[u8], cause: io::Error) -> Self {
        if is_full(&cause) {
            Self::Full {
                folder: path.parent().unwrap_or(path).to_owned(),
                needed: bytes.len() as u64,
                cause,
            }
        } else {
            Self::Disk(cause)
        }
    }
}

impl Draft {
    /// Reads a draft; its id is its name.
    pub(super) fn read(
        key: &DraftKey,
        name: &str,
        bytes: &[u8],
        sidecar: Option<&str>,
    ) -> Result<Self, EditError> {
        let interview = reading::read(&FileToRead {
            id: InterviewId::new(split(name).0),
            path: Path::new(name),
            bytes,
            sidecar,
        })?;
        Ok(Self {
            key: key.clone(),
            name: name.to_owned(),
            passages: reading::passages(&interview),
            interview,
        })
    }
}

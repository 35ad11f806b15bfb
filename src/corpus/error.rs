use std::path::PathBuf;

use crate::index::IndexError;

/// Why the folder of interviews cannot be used at all.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// It does not exist.
    #[error("the corpus folder `{0}` does not exist")]
    NotFound(PathBuf),
    /// A file to check that does not exist.
    #[error("there is no file or folder `{0}`")]
    NoFile(PathBuf),
    /// It is a file.
    #[error("the corpus `{0}` is not a folder")]
    NotAFolder(PathBuf),
    /// It may not be read.
    #[error("cannot read the corpus folder `{path}`: {cause}")]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The interview that comes with the program cannot be put there.
    #[error("cannot write the interview that comes with verbatim to `{path}`: {cause}")]
    Example {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// No file in it is an interview.
    #[error("no interview was found in `{0}`")]
    Empty(PathBuf),
    /// The index cannot be used.
    #[error(transparent)]
    Index(#[from] IndexError),
}

impl CorpusError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::NotFound(_) | Self::NotAFolder(_) => Some(
                "name the folder with your interviews: `--corpus DIR`, or `corpus` in the settings file",
            ),
            Self::Example { .. } => Some("name the folder with your interviews: `--corpus DIR`"),
            Self::NoFile(_) => Some("name a file or a folder that exists"),
            Self::Unreadable { .. } => {
                Some("give the user that runs verbatim permission to read the folder")
            }
            Self::Empty(_) => Some(
                "put interviews in it: text, Markdown, Word, OpenDocument, EPUB, HTML, PDF, subtitles or JSON",
            ),
            Self::Index(IndexError::Folder { .. }) => Some("name a writable folder: `--index DIR`"),
            Self::Index(IndexError::Busy) => Some(
                "wait for the other verbatim to finish, or give this one its own `--index DIR`",
            ),
            Self::Index(_) => Some("delete the index folder: it is built anew from the corpus"),
        }
    }
}

//! Errors of the corpus folder, with a hint that says what to do.

use std::path::{Path, PathBuf};

use crate::files::{is_full, no_space};
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
    #[error("{}", example_unwritten(.path, *.needed, .cause))]
    Example {
        /// The folder.
        path: PathBuf,
        /// How many bytes it takes.
        needed: u64,
        /// What the system says.
        cause: std::io::Error,
    },
    /// No file in it is an interview.
    #[error("no interview was found in `{0}`")]
    Empty(PathBuf),
    /// It and the folder of its index are one folder, or one is in the other: they are named.
    #[error("the index cannot be in `{index}`: it {} the corpus folder `{corpus}`", .how.words())]
    Overlap {
        /// The corpus folder.
        corpus: PathBuf,
        /// The folder of the index.
        index: PathBuf,
        /// How.
        how: FolderOverlap,
    },
    /// The index does not hold what the folder holds now.
    #[error(transparent)]
    Behind(#[from] StaleIndexReason),
    /// The index cannot be used.
    #[error(transparent)]
    Index(#[from] IndexError),
}

/// How two folders share a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderOverlap {
    /// Both are one folder.
    Same,
    /// The index is in the corpus.
    IndexInCorpus,
    /// The corpus is in the index.
    CorpusInIndex,
}

impl FolderOverlap {
    fn words(self) -> &'static str {
        match self {
            Self::Same => "is",
            Self::IndexInCorpus => "is in",
            Self::CorpusInIndex => "contains",
        }
    }
}

/// Why an index was left as it stands, although the folder of interviews may hold something else.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StaleIndexReason {
    /// Another process is writing it.
    #[error("another verbatim is writing the index in `{0}`")]
    Busy(PathBuf),
    /// Nothing can be written into its folder.
    #[error("the index in `{path}` cannot be written: {cause}")]
    ReadOnly {
        /// The index's folder.
        path: PathBuf,
        /// What the system says.
        cause: String,
    },
    /// There is no room.
    #[error("{}", no_space(.path, "the index", *.needed, .cause))]
    Full {
        /// The index's folder.
        path: PathBuf,
        /// How many bytes the whole index needs there, while it is written: an estimate.
        needed: u64,
        /// Whether answers come from what was indexed before.
        still_answers: bool,
        /// What the system says.
        cause: String,
    },
    /// It holds interviews of another folder, and cannot be built anew.
    #[error("the index in `{}` {} and is not rebuilt: {cause}", .path.display(), other_corpus(.corpus.as_deref()))]
    OtherCorpus {
        /// The index's folder.
        path: PathBuf,
        /// The other folder; `None` where another one stands in its place, or it is not known.
        corpus: Option<String>,
        /// Why it cannot be built anew.
        cause: Box<StaleIndexReason>,
    },
}

fn other_corpus(corpus: Option<&str>) -> String {
    corpus.map_or_else(
        || "holds other interviews than the folder".to_owned(),
        |corpus| format!("was built from other interviews (`{corpus}`)"),
    )
}

impl StaleIndexReason {
    /// Whether it passes when another process is done.
    pub(super) fn is_busy(&self) -> bool {
        match self {
            Self::Busy(_) => true,
            Self::OtherCorpus { cause, .. } => cause.is_busy(),
            Self::ReadOnly { .. } | Self::Full { .. } => false,
        }
    }

    fn hint(&self) -> &'static str {
        match self {
            Self::Busy(_) => {
                "wait for the other verbatim to finish, or give this one its own `--index DIR`"
            }
            Self::ReadOnly { .. } => {
                "give the user that runs verbatim permission to write to the folder, or name another one: `--index DIR`"
            }
            Self::OtherCorpus {
                corpus: None,
                cause,
                ..
            } => cause.hint(),
            Self::OtherCorpus { .. } => {
                "give each folder of interviews an index folder of its own: `--index DIR`"
            }
            Self::Full {
                still_answers: false,
                ..
            } => "free some space there, or name a folder on another disk: `--index DIR`",
            Self::Full { .. } => {
                "free some space there, or name a folder on another disk: `--index DIR`; what was indexed before still answers"
            }
        }
    }
}

impl CorpusError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::NotFound(_) | Self::NotAFolder(_) => Some(
                "name the folder with your interviews: `--corpus DIR`, or `corpus` in the settings file",
            ),
            Self::Example { cause, .. } if is_full(cause) => Some(
                "free some space there, or name the folder with your interviews: `--corpus DIR`",
            ),
            Self::Example { .. } => Some("name the folder with your interviews: `--corpus DIR`"),
            Self::NoFile(_) => Some("name a file or a folder that exists"),
            Self::Unreadable { .. } => {
                Some("give the user that runs verbatim permission to read the folder")
            }
            Self::Empty(_) => Some(
                "put interviews in it: text, Markdown, Word, OpenDocument, EPUB, HTML, PDF, subtitles or JSON",
            ),
            Self::Overlap { .. } => Some(
                "name a folder outside the folder of interviews: `--index DIR`; nothing was written",
            ),
            Self::Behind(behind) => Some(behind.hint()),
            Self::Index(error) => Some(of_index(error)),
        }
    }

    /// Whether another folder has to be named: a wrong setting, not a fault.
    #[must_use]
    pub fn is_setting(&self) -> bool {
        match self {
            Self::Behind(_) => false,
            Self::Example { cause, .. } => !is_full(cause),
            Self::Index(error) => matches!(
                error,
                IndexError::Foreign { .. }
                    | IndexError::NotAFolder(..)
                    | IndexError::OtherFormat(_)
            ),
            _ => true,
        }
    }
}

fn example_unwritten(path: &Path, needed: u64, cause: &std::io::Error) -> String {
    let what = "the interview that comes with verbatim";
    if is_full(cause) {
        let mut folders = path.ancestors().skip(1);
        let folder = folders.find(|folder| folder.is_dir()).unwrap_or(path);
        return no_space(folder, what, needed, cause);
    }
    format!("cannot write {what} to `{}`: {cause}", path.display())
}

fn of_index(error: &IndexError) -> &'static str {
    match error {
        IndexError::Folder { .. } | IndexError::ReadOnly { .. } => {
            "name a writable folder: `--index DIR`"
        }
        IndexError::Foreign { .. } | IndexError::NotAFolder(..) => {
            "name an empty or new folder: `--index DIR`; nothing in this one was changed"
        }
        IndexError::Unreadable { .. } => {
            "give the user that runs verbatim permission to read the file, or name another folder: `--index DIR`"
        }
        IndexError::OtherFormat(_) => {
            "use that version, or name another folder: `--index DIR`; nothing in this one was changed"
        }
        IndexError::Unusable { .. } => {
            "run `verbatim index` as a user that can write to it, or name another folder: `--index DIR`"
        }
        IndexError::Full { .. } => {
            "free some space there, or name a folder on another disk: `--index DIR`"
        }
        IndexError::Busy | IndexError::Overtaken => {
            "wait for the other verbatim to finish, or give this one its own `--index DIR`"
        }
        IndexError::Record(_) | IndexError::Engine(_) => {
            "try again: a damaged index is rebuilt; if that does not help, name another folder: `--index DIR`"
        }
    }
}

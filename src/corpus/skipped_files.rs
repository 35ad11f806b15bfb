//! Skipped files: what in the corpus folder is not read, why, and what to do.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::reading;

/// A file or folder that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedFile {
    /// Where it stands.
    pub path: PathBuf,
    /// Why it is not read.
    pub why: SkipReason,
}

/// Why something is not read; the gravest first. Displayed, it says what to do too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkipReason {
    /// It cannot be read: what the system says.
    Unreadable(String),
    /// A folder whose list of files to leave out cannot be read: why.
    IgnoreFile(String),
    /// A named pipe, a socket or a device.
    NotRegular(&'static str),
    /// A folder with the name of an interview's sidecar.
    SidecarFolder,
    /// A link.
    Link,
    /// Its name is not UTF-8.
    Name,
    /// A sidecar without its interview; the file that it may be meant for, and whether that has a sidecar of its own.
    NoInterview(Option<(String, bool)>),
    /// Its type is not read: its extension with the dot, empty where there is none.
    Type(String),
    /// Another form of a recording, with the same words as the file of this name, which is read.
    OtherForm(String),
    /// Its owner listed it in this file.
    Ignored(PathBuf),
    /// Its name begins with a dot.
    Hidden,
}

impl SkipReason {
    /// Its name for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) | Self::IgnoreFile(_) => "unreadable",
            Self::NotRegular(_) => "not_a_regular_file",
            Self::SidecarFolder => "folder_named_as_sidecar",
            Self::Link => "link",
            Self::Name => "name",
            Self::NoInterview(_) => "sidecar_without_interview",
            Self::Type(_) => "type",
            Self::OtherForm(_) => "other_form",
            Self::Ignored(_) => "ignored",
            Self::Hidden => "hidden",
        }
    }

    /// So many of its kind: "2 hidden".
    #[must_use]
    pub fn counted(&self, count: usize) -> String {
        let (one, many) = match self {
            Self::Unreadable(_) | Self::IgnoreFile(_) => ("unreadable", "unreadable"),
            Self::NotRegular(_) => ("not a regular file", "not regular files"),
            Self::SidecarFolder => (
                "folder named as a sidecar file",
                "folders named as sidecar files",
            ),
            Self::Link => ("link", "links"),
            Self::Name => (
                "with a name that is not UTF-8",
                "with names that are not UTF-8",
            ),
            Self::NoInterview(_) => (
                "sidecar file without an interview",
                "sidecar files without an interview",
            ),
            Self::Type(_) => ("of a type that is not read", "of types that are not read"),
            Self::OtherForm(_) => ("other export of a recording", "other exports of recordings"),
            Self::Ignored(_) => ("ignored", "ignored"),
            Self::Hidden => ("hidden", "hidden"),
        };
        format!("{count} {}", if count == 1 { one } else { many })
    }

    /// Whether nothing is lost by it: its owner wants it left out, or another file has its words.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        matches!(self, Self::OtherForm(_) | Self::Ignored(_) | Self::Hidden)
    }

    /// Whether it looks like a mistake: an interview or a sidecar that does not count.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        !self.is_wanted() && !matches!(self, Self::Type(_))
    }
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(cause) => write!(
                f,
                "it cannot be read: {cause}; give the user that runs verbatim permission to read it"
            ),
            Self::IgnoreFile(why) => write!(
                f,
                "nothing in this folder is read: {why}, and it may exclude files; correct it or remove it"
            ),
            Self::NotRegular(kind) => write!(
                f,
                "it is {kind}, not a regular file; save its text as a file"
            ),
            Self::SidecarFolder => f.write_str(
                "it is a folder with the name of an interview's sidecar file, so nothing of the interview is quoted; rename the folder",
            ),
            Self::Link => f.write_str(
                "it is a symbolic link, and links are not followed; put the file itself into the folder",
            ),
            Self::Name => f.write_str("its name is not UTF-8; rename it"),
            Self::NoInterview(near) => {
                f.write_str("it is a sidecar file without an interview, so it is not used; ")?;
                match near {
                    Some((near, has_sidecar)) => {
                        let own = Path::new(near).with_extension("toml");
                        let what_to_do = if *has_sidecar {
                            "put its lines into"
                        } else {
                            "rename it to"
                        };
                        let own = own.display();
                        write!(f, "is it meant for `{near}`? {what_to_do} `{own}`, or delete it")
                    }
                    None => f.write_str(
                        "was its interview deleted or renamed? put the interview back, give this file the same name \
                         (`NAME.toml` next to `NAME.txt`), or delete it",
                    ),
                }
            }
            Self::Type(extension) => {
                match extension.as_str() {
                    "" => f.write_str("files without an extension are not read, unless their content shows what they are")?,
                    extension => write!(f, "`{extension}` files are not read")?,
                }
                match reading::advice(extension) {
                    Some(advice) => write!(f, "; {advice}, or list it in `.verbatimignore`"),
                    None => f.write_str(
                        "; save its text as .txt, .md, .docx or .pdf, or list it in `.verbatimignore`",
                    ),
                }
            }
            Self::OtherForm(read) => write!(
                f,
                "it has the same words as `{read}`, which is read instead: both are exports of one recording"
            ),
            Self::Ignored(list) => write!(
                f,
                "`{}` excludes it; to include it, change that file",
                list.display()
            ),
            Self::Hidden => {
                f.write_str("its name begins with a dot, so it is hidden; to include it, rename it")
            }
        }
    }
}

//! The kinds of facts that metadata states, and who wrote it.

use serde::{Deserialize, Serialize};

/// Something that may be known about an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Its title.
    Title,
    /// Who published it.
    Outlet,
    /// When it was published.
    Date,
    /// Where it can be read.
    Url,
    /// Its language.
    Language,
    /// Who speaks in it.
    Speakers,
}

/// Who wrote a table, and so what is judged in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MetadataAuthor {
    /// An owner, in a sidecar: each key and value is meant for Verbatim.
    Sidecar,
    /// Somebody, in front matter: keys may be meant for other programs.
    FrontMatter,
    /// A program, in an export or a document's properties: only dates are judged.
    Program,
}

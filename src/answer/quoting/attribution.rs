//! The attribution of a quote: who said it, when, and in which interview.

use serde::Serialize;

use crate::interview::{PartialDate, Role};

/// Who said it, when and where: what is known, and nothing that is not.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Attribution {
    /// The speaker's name.
    pub speaker: Option<String>,
    /// What the speaker is ("CEO of OVHcloud"), where the owner said so.
    #[serde(skip)]
    pub description: Option<String>,
    /// Guest or interviewer.
    pub role: Option<Role>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// The interview's title.
    pub title: Option<String>,
    /// What the interview's file is called, where nothing else tells which interview it is.
    #[serde(skip)]
    pub file: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// The way to the very words there, where the url is one that can be followed.
    pub link: Option<String>,
    /// When the quote begins in the recording, in milliseconds.
    pub time_ms: Option<u64>,
    /// The page on which it begins, from 1.
    pub page: Option<u32>,
}

/// An attribution in a reader's language, for whoever sets it on lines of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Credit {
    /// Who said it; where no name is known, on which side of the conversation they are.
    pub speaker: String,
    /// What the speaker is.
    pub description: Option<String>,
    /// The interview's title, without quotation marks.
    pub title: Option<String>,
    /// Outlet, date, page and time, what is known of them.
    pub source: Vec<String>,
}

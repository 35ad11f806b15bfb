//! The position in the source (a time or a page) at which a place of the transcript stands.

use serde::{Deserialize, Serialize};

/// Where a place of the transcript is found in what it was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceMark {
    /// Bytes into the transcript: what follows, up to the next mark, is there.
    pub at: usize,
    /// Where.
    pub place: SourcePosition,
}

/// A place in a recording or a printed document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourcePosition {
    /// Milliseconds from the start of the recording.
    Time(u64),
    /// The page, from 1.
    Page(u32),
}

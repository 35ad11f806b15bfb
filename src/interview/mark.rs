use serde::{Deserialize, Serialize};

/// Where a place of the transcript is found in what it was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Bytes into the transcript: what follows, up to the next mark, is there.
    pub at: usize,
    /// Where.
    pub place: SourcePlace,
}

/// A place in a recording or a printed document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourcePlace {
    /// Milliseconds from the start of the recording.
    Time(u64),
    /// The page, from 1.
    Page(u32),
}

//! How a question was read, whether it was answered or not.

use super::{Ambiguous, Answer, Correction, Filters};

impl Answer {
    /// Words that were read as others.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        match self {
            Self::Found(found) => &found.corrections,
            Self::Nothing(nothing) => &nothing.corrections,
        }
    }

    /// What it was confined to.
    #[must_use]
    pub fn filters(&self) -> &Filters {
        match self {
            Self::Found(found) => &found.filters,
            Self::Nothing(nothing) => &nothing.filters,
        }
    }

    /// Names that several people have.
    #[must_use]
    pub fn ambiguous(&self) -> &[Ambiguous] {
        match self {
            Self::Found(found) => &found.ambiguous,
            Self::Nothing(nothing) => &nothing.ambiguous,
        }
    }
}

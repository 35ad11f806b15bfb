//! Accessors of an answer that do not depend on whether it has quotes: corrections, filters, people, unknown names.

use std::sync::LazyLock;

use super::{
    AmbiguousName, Answer, Filters, SpeakerProfile, SpellingCorrection, UnknownFilterValue,
};

impl Answer {
    /// Words that were read as others.
    #[must_use]
    pub fn corrections(&self) -> &[SpellingCorrection] {
        match self {
            Self::Found(found) => &found.corrections,
            Self::Nothing(nothing) => &nothing.corrections,
            Self::Talk(_) | Self::Interviewers(_) => &[],
        }
    }

    /// What it was confined to.
    #[must_use]
    pub fn filters(&self) -> &Filters {
        static NONE: LazyLock<Filters> = LazyLock::new(Filters::default);
        match self {
            Self::Found(found) => &found.filters,
            Self::Nothing(nothing) => &nothing.filters,
            Self::Talk(_) | Self::Interviewers(_) => &NONE,
        }
    }

    /// Who they are, where the question asks who somebody is.
    #[must_use]
    pub fn people(&self) -> &[SpeakerProfile] {
        match self {
            Self::Found(found) => &found.people,
            Self::Interviewers(people) => people,
            Self::Nothing(_) | Self::Talk(_) => &[],
        }
    }

    /// What it names that there is not.
    #[must_use]
    pub fn unknown(&self) -> &[UnknownFilterValue] {
        match self {
            Self::Nothing(nothing) => &nothing.unknown,
            Self::Found(_) | Self::Talk(_) | Self::Interviewers(_) => &[],
        }
    }

    /// Names that several people have.
    #[must_use]
    pub fn ambiguous(&self) -> &[AmbiguousName] {
        match self {
            Self::Found(found) => &found.ambiguous,
            Self::Nothing(nothing) => &nothing.ambiguous,
            Self::Talk(_) | Self::Interviewers(_) => &[],
        }
    }
}

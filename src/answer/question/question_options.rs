//! Options of one question that its words do not say: its scope, filters that were removed, typing as is. Buttons and
//! replies set them.

use sha2::{Digest, Sha256};

use super::filters::FilteredQuestion;
use crate::answer::{IndexError, Library, Place, Quote};
use crate::index::{Catalogue, InterviewName};
use crate::interview::InterviewKey;
use crate::language::normalized_name;

/// What is added to the words of a question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QuestionOptions {
    /// Its words are looked for as they were typed: none is taken for a misspelt one.
    pub as_typed: bool,
    /// Which of its filters do not count: one bit each, the lowest for the first, in the order of
    /// [`Filters`](crate::answer::Filters)' lists.
    pub lifted: u8,
    /// What it is asked within.
    pub scope: Option<Scope>,
}

/// What a question is asked within, besides what its words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// It follows an answer, the quote at a place: its speaker, its interview and what was asked there carry over, as
    /// far as the question says nothing else.
    After(Place),
    /// One interview.
    Interview(InterviewKey),
    /// Somebody's words.
    Speaker(SpeakerKey),
}

/// A speaker in few bytes: from the SHA-256 of the bare name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SpeakerKey([u8; Self::BYTES]);

impl SpeakerKey {
    /// How many bytes of a link or button it takes.
    pub const BYTES: usize = 5;

    /// The key of a name, however it is written.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let digest = Sha256::digest(normalized_name(name));
        let mut bytes = [0; Self::BYTES];
        bytes.copy_from_slice(&digest[..Self::BYTES]);
        Self(bytes)
    }

    /// The key that [`Self::to_bytes`] gave.
    #[must_use]
    pub fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }

    /// Its five bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; Self::BYTES] {
        self.0
    }

    /// The name, as the corpus writes it; `None` where nobody is called so any more.
    #[must_use]
    pub fn name(self, catalogue: &Catalogue) -> Option<&str> {
        let mut names = catalogue.speakers.iter();
        let name = names.find(|name| Self::of(&name.bare) == self);
        name.map(|name| name.written.as_str())
    }
}

impl Scope {
    /// Whether there still is what it names. Blocking.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn stands(&self, library: &Library) -> Result<bool, IndexError> {
        let catalogue = library.catalogue();
        Ok(match self {
            Self::After(place) => crate::answer::quote_at(library, place)?.is_some(),
            Self::Interview(key) => catalogue.entry(*key).is_some(),
            Self::Speaker(key) => key.name(&catalogue).is_some(),
        })
    }
}

/// Whoever and whatever the question does not name itself stays who and what it was.
pub(in crate::answer) fn follow(
    catalogue: &Catalogue,
    (quote, interview): (&Quote, InterviewKey),
    understood: &mut FilteredQuestion,
) {
    let elsewhere = !understood.filters.is_empty();
    let filters = &mut understood.filters;
    if filters.speakers.is_empty() && understood.ambiguous.is_empty() {
        filters.speakers.extend(quote.attribution().speaker.clone());
    }
    if !elsewhere {
        let entry = catalogue.entry(interview);
        filters.interviews.extend(entry.map(InterviewName::of));
    }
}

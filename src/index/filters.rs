//! Filters of a search: speakers, interviews, dates, languages, collections.

use super::catalogue::CatalogueEntry;
use crate::interview::{DateRange, InterviewId};
use crate::language::normalized_name;
use serde::Serialize;

/// Whose words are searched, from when and where. Any value of one list will do; each list that holds
/// something must be met. Names are compared without case, accents and hyphens.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Filters {
    /// Who speaks in the passage.
    pub speakers: Vec<String>,
    /// When its interview was published; what has no date is in none.
    pub dates: Vec<DateRange>,
    /// Who published it.
    pub outlets: Vec<String>,
    /// The folders of the corpus, exactly as they are called.
    pub collections: Vec<String>,
    /// What the interviews are called: their titles, or else their ids.
    pub titles: Vec<String>,
    /// The interviews themselves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interviews: Vec<InterviewName>,
}

/// An interview, and what people call it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InterviewName {
    /// Its id.
    pub id: InterviewId,
    /// Its title, or else its id.
    pub title: String,
}

impl InterviewName {
    /// The interview of an entry.
    #[must_use]
    pub fn of(entry: &CatalogueEntry) -> Self {
        Self {
            id: entry.id.clone(),
            title: entry.name().to_owned(),
        }
    }
}

impl Filters {
    /// Whether everything is searched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Without the values whose bits are set: one bit each, the lowest for the first, in the order of the lists.
    #[must_use]
    pub fn without(mut self, lifted: u8) -> Self {
        let mut at = 0;
        let mut stays = || {
            at += 1;
            at > u8::BITS || lifted >> (at - 1) & 1 == 0
        };
        self.speakers.retain(|_| stays());
        self.dates.retain(|_| stays());
        self.outlets.retain(|_| stays());
        self.collections.retain(|_| stays());
        self.titles.retain(|_| stays());
        self.interviews.retain(|_| stays());
        self
    }

    /// Whether an interview may hold a passage that they let through.
    #[must_use]
    pub fn admits(&self, entry: &CatalogueEntry) -> bool {
        let named = |list: &[String], name: &str| {
            list.is_empty()
                || list
                    .iter()
                    .any(|wanted| normalized_name(wanted) == normalized_name(name))
        };
        let speakers = || {
            entry
                .speakers
                .iter()
                .any(|name| named(&self.speakers, name))
        };
        let dated = |period: &DateRange| entry.date.is_some_and(|date| period.may_hold(date));
        let of = |name: &Option<String>| name.clone().unwrap_or_default();
        let collection = entry.id.collection().unwrap_or_default();
        // What is cheap goes first: this is asked of every interview.
        (self.dates.is_empty() || self.dates.iter().any(dated))
            && (self.speakers.is_empty() || speakers())
            && named(&self.outlets, &of(&entry.outlet))
            && named(&self.collections, collection)
            && named(&self.titles, entry.name())
            && (self.interviews.is_empty() || self.interviews.iter().any(|one| one.id == entry.id))
    }
}

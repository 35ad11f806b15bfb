//! What a search is confined to.

use std::collections::BTreeSet;

use serde::Serialize;
use tantivy::Term;

use super::catalogue::{Catalogue, Entry};
use super::schema::Fields;
use crate::interview::{InterviewId, Period};
use crate::language::bare_name;

/// Whose words are searched, from when and where. Any value of one list will do; each list that holds
/// something must be met. Names are compared without case, accents and hyphens.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Filters {
    /// Who speaks in the passage.
    pub speakers: Vec<String>,
    /// When its interview was published; what has no date is in none.
    pub dates: Vec<Period>,
    /// Who published it.
    pub outlets: Vec<String>,
    /// The folders of the corpus, exactly as they are called.
    pub collections: Vec<String>,
    /// The titles of the interviews.
    pub titles: Vec<String>,
    /// The interviews themselves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interviews: Vec<Named>,
}

/// An interview, and what people call it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its id.
    pub id: InterviewId,
    /// Its title, or else its id.
    pub title: String,
}

impl Named {
    /// The interview of an entry.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        let title = entry.title.clone();
        Self {
            id: entry.id.clone(),
            title: title.unwrap_or_else(|| entry.id.to_string()),
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
    pub fn admits(&self, entry: &Entry) -> bool {
        let named = |list: &[String], name: &str| {
            list.is_empty()
                || list
                    .iter()
                    .any(|wanted| bare_name(wanted) == bare_name(name))
        };
        let speakers = || {
            entry
                .speakers
                .iter()
                .any(|name| named(&self.speakers, name))
        };
        let dated = |period: &Period| entry.date.is_some_and(|date| period.may_hold(date));
        let of = |name: &Option<String>| name.clone().unwrap_or_default();
        let collection = entry.id.collection().unwrap_or_default();
        // What is cheap goes first: this is asked of every interview.
        (self.dates.is_empty() || self.dates.iter().any(dated))
            && (self.speakers.is_empty() || speakers())
            && named(&self.outlets, &of(&entry.outlet))
            && named(&self.collections, collection)
            && named(&self.titles, &of(&entry.title))
            && (self.interviews.is_empty() || self.interviews.iter().any(|one| one.id == entry.id))
    }

    /// The terms of each list that holds something: a document must carry one of each.
    pub(super) fn terms(&self, fields: &Fields, catalogue: &Catalogue) -> Vec<Vec<Term>> {
        let bare = |field, names: &[String]| -> Vec<Term> {
            let names = names.iter().map(|name| bare_name(name));
            names
                .map(|name| Term::from_field_text(field, &name))
                .collect()
        };
        let entries = catalogue.entries.iter();
        let dates: BTreeSet<String> = entries
            .clone()
            .filter_map(|entry| entry.date)
            .filter(|date| self.dates.iter().any(|period| period.may_hold(*date)))
            .map(|date| date.to_string())
            .collect();
        let dates = dates
            .iter()
            .map(|date| Term::from_field_text(fields.date, date));
        let titles: Vec<String> = self.titles.iter().map(|title| bare_name(title)).collect();
        let titled = entries.filter(|entry| {
            let title = entry.title.as_deref().filter(|_| !titles.is_empty());
            title.is_some_and(|title| titles.contains(&bare_name(title)))
        });
        let collections = self.collections.iter();
        let lists: [(bool, Vec<Term>); 6] = [
            (
                self.speakers.is_empty(),
                bare(fields.speaker, &self.speakers),
            ),
            (self.dates.is_empty(), dates.collect()),
            (self.outlets.is_empty(), bare(fields.outlet, &self.outlets)),
            (
                self.collections.is_empty(),
                collections
                    .map(|name| Term::from_field_text(fields.collection, name))
                    .collect(),
            ),
            (
                self.titles.is_empty(),
                titled
                    .map(|entry| fields.of_interview(entry.id.as_str()))
                    .collect(),
            ),
            (
                self.interviews.is_empty(),
                self.interviews
                    .iter()
                    .map(|one| fields.of_interview(one.id.as_str()))
                    .collect(),
            ),
        ];
        lists
            .into_iter()
            .filter(|(is_empty, _)| !is_empty)
            .map(|(_, terms)| terms)
            .collect()
    }
}

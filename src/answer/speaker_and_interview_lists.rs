//! Lists of the speakers and of the interviews, newest first.

use std::collections::HashMap;

use super::{Scope, SpeakerKey, surely_named};
use crate::index::{Catalogue, CatalogueEntry};
use crate::interview::PartialDate;

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Everybody who answers.
    Speakers,
    /// Every interview.
    Interviews,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListEntry {
    /// A speaker's name, an interview's title or else its id.
    pub name: String,
    /// What is asked where only it is asked.
    pub scope: Scope,
    /// What the line says of it.
    pub facts: ListEntryDetails,
}

/// What there is to say of an item.
#[derive(Debug, Clone, PartialEq)]
pub enum ListEntryDetails {
    /// Of somebody who answers.
    Speaker {
        /// In how many interviews.
        interviews: usize,
        /// The first and the last year of those that have a date.
        years: Option<(i16, i16)>,
    },
    /// Of an interview.
    Interview {
        /// Who answers in it.
        guests: Vec<String>,
        /// Who published it.
        outlet: Option<String>,
        /// When.
        date: Option<PartialDate>,
        /// How many questions it answers.
        exchanges: usize,
    },
}

impl ListEntry {
    /// Whether there is an answer in it that can be quoted.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        !matches!(self.facts, ListEntryDetails::Interview { exchanges: 0, .. })
    }

    /// Whether an interview of a collection is meant, or somebody who answers in one.
    #[must_use]
    pub fn is_in(&self, collection: &str, catalogue: &Catalogue) -> bool {
        let entries = catalogue.entries.iter();
        let mut entries = entries.filter(|entry| entry.id.collection() == Some(collection));
        match self.scope {
            Scope::Interview(key) => entries.any(|entry| entry.key() == key),
            Scope::Speaker(_) | Scope::After(_) => {
                entries.any(|entry| entry.guests.contains(&self.name))
            }
        }
    }
}

/// Everything of a kind, the newest first; speakers in the order of the newest interview of each.
#[must_use]
pub fn listed(catalogue: &Catalogue, list: ListKind) -> Vec<ListEntry> {
    match list {
        ListKind::Speakers => speakers(catalogue),
        ListKind::Interviews => catalogue.newest().map(interview).collect(),
    }
}

/// The name in a list that was surely meant by what was typed behind its command; `None` where none is so near.
#[must_use]
pub fn nearest_listed(catalogue: &Catalogue, list: ListKind, typed: &str) -> Option<String> {
    let items = listed(catalogue, list);
    surely_named(typed, items.iter().map(|item| item.name.as_str()))
}

fn speakers(catalogue: &Catalogue) -> Vec<ListEntry> {
    let mut order: Vec<&str> = Vec::new();
    let mut theirs: HashMap<&str, Vec<&CatalogueEntry>> = HashMap::new();
    for entry in catalogue.newest() {
        for guest in &entry.guests {
            let of = theirs.entry(guest).or_default();
            if of.is_empty() {
                order.push(guest);
            }
            of.push(entry);
        }
    }
    let item = |name: &str| {
        let entries = theirs.get(name).map_or(&[][..], Vec::as_slice);
        ListEntry {
            name: name.to_owned(),
            scope: Scope::Speaker(SpeakerKey::of(name)),
            facts: ListEntryDetails::Speaker {
                interviews: entries.len(),
                years: years(entries),
            },
        }
    };
    order.into_iter().map(item).collect()
}

/// The first and the last year of the dated ones.
fn years(entries: &[&CatalogueEntry]) -> Option<(i16, i16)> {
    let years = || entries.iter().filter_map(|entry| Some(entry.date?.year()));
    years().min().zip(years().max())
}

fn interview(entry: &CatalogueEntry) -> ListEntry {
    ListEntry {
        name: entry.name().to_owned(),
        scope: Scope::Interview(entry.key()),
        facts: ListEntryDetails::Interview {
            guests: entry.guests.clone(),
            outlet: entry.outlet.clone(),
            date: entry.date,
            exchanges: entry.exchanges,
        },
    }
}

//! The lists of speakers and interviews: their titles, and their entries in words.

use super::Messages;
use crate::answer::{ListEntry, ListEntryDetails, ListKind};
use crate::language::normalized_name;

impl Messages {
    /// What stands over a list of so many.
    #[must_use]
    pub fn list_title(&self, list: ListKind, count: usize) -> String {
        let key = match list {
            ListKind::Speakers => "speakers-title",
            ListKind::Interviews => "interviews-title",
        };
        self.with(key, &[("count", count.into())])
    }

    /// What stands in the place of a list of nothing.
    #[must_use]
    pub fn list_empty(&self, list: ListKind) -> String {
        self.text(match list {
            ListKind::Speakers => "speakers-empty",
            ListKind::Interviews => "list-empty",
        })
    }

    /// "Ada Lovelace: 2 interviews, from 1840 to 1852", "The engine, Ada Lovelace, The Journal, 1840: 12 answers".
    /// `field` is how the front end shows what an owner wrote.
    #[must_use]
    pub fn listed(&self, item: &ListEntry, field: impl Fn(&str) -> String) -> String {
        match &item.facts {
            ListEntryDetails::Speaker { interviews, years } => {
                let counts = self.with("list-interviews", &[("interviews", (*interviews).into())]);
                let years = years.map(|(from, to)| self.years(from, to));
                let parts: Vec<String> = [Some(counts), years].into_iter().flatten().collect();
                self.named(&field(&item.name), &parts.join(", "))
            }
            ListEntryDetails::Interview {
                guests,
                outlet,
                date,
                exchanges,
            } => {
                // An interview may be called after who answers in it.
                let is_title =
                    |name: &&String| normalized_name(name) == normalized_name(&item.name);
                let guests: Vec<&str> = guests
                    .iter()
                    .filter(|name| !is_title(name))
                    .map(String::as_str)
                    .collect();
                let guests = (!guests.is_empty()).then(|| guests.join(", "));
                let date = date.map(|date| self.date(date));
                let parts = [Some(item.name.clone()), guests, outlet.clone(), date];
                let parts = parts.into_iter().flatten().map(|part| field(&part));
                let answers = self.with("list-answers", &[("exchanges", (*exchanges).into())]);
                self.named(&parts.collect::<Vec<_>>().join(", "), &answers)
            }
        }
    }

    /// A name and what there is to say of it: "Ada Lovelace: 2 interviews".
    #[must_use]
    pub fn named(&self, name: &str, facts: &str) -> String {
        self.with("field", &[("name", name.into()), ("value", facts.into())])
    }
}

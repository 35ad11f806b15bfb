//! The facts about an interview that its metadata states: title, date, people, source.

use serde::{Deserialize, Serialize};

use super::metadata_faults::MetadataFault;
use super::participants::Participant;
use super::trim_settings::Cuts;
use super::withdrawn_passages::WithdrawnPassages;
use crate::interview::{PartialDate, Role};
use crate::language::Language;

/// What one source says.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<PartialDate>,
    pub(super) url: Option<String>,
    pub(super) language: Option<Language>,
    pub(super) people: Vec<Participant>,
    pub(super) withdrawn: WithdrawnPassages,
    pub(super) cuts: Cuts,
    /// What it says that cannot be so.
    pub(super) faults: Vec<MetadataFault>,
}

impl Facts {
    /// What `self` says, completed with what `other` says.
    pub(super) fn or(mut self, other: Self) -> Self {
        self.title = self.title.or(other.title);
        self.outlet = self.outlet.or(other.outlet);
        self.date = self.date.or(other.date);
        self.url = self.url.or(other.url);
        self.language = self.language.or(other.language);
        let taken: Vec<Option<Role>> = self.people.iter().map(|person| person.role).collect();
        for person in other.people {
            match self
                .people
                .iter()
                .position(|known| known.name == person.name && !known.name.is_empty())
            {
                Some(at) => {
                    let known = &mut self.people[at];
                    if known.role.is_none() {
                        known.role = person.role;
                        known.origin = person.origin;
                    }
                    known.description = known.description.take().or(person.description);
                    known.labels.extend(person.labels);
                }
                // Who has a role is one thing: the first source that says it is believed.
                None if person.role.is_some() && taken.contains(&person.role) => {}
                None => self.people.push(person),
            }
        }
        self
    }
}

//! The profile of a speaker: what they are, and the interviews in which they speak.

use serde::Serialize;

use super::{IndexError, Library};
use crate::index::CatalogueEntry;
use crate::interview::{InterviewId, PartialDate, Role};
use crate::language::normalized_name;

/// Somebody who speaks in interviews.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SpeakerProfile {
    /// The fullest form of the name.
    pub name: String,
    /// Guest, or `None` where it is not known in any interview who asks and who answers.
    pub role: Option<Role>,
    /// What they are ("CEO of OVHcloud"), as the newest interview that says it has it.
    pub description: Option<String>,
    /// Where they speak, the newest first.
    pub interviews: Vec<Appearance>,
}

/// An interview in which somebody speaks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Appearance {
    /// Its id.
    pub interview: InterviewId,
    /// Its title, where known.
    pub title: Option<String>,
    /// Who published it, where known.
    pub outlet: Option<String>,
    /// When, where known.
    pub date: Option<PartialDate>,
}

/// How many interviews are looked through for what somebody is.
const LOOKED: usize = 12;

impl SpeakerProfile {
    /// Who has these names, by the interviews in which they speak, the newest first.
    pub(super) fn of(
        library: &Library,
        names: &[String],
        entries: &[&CatalogueEntry],
    ) -> Result<Self, IndexError> {
        let is_theirs = |name: &str| {
            names
                .iter()
                .any(|own| normalized_name(own) == normalized_name(name))
        };
        let mut description = None;
        for entry in entries.iter().take(LOOKED) {
            let interview = library.interview(entry.key())?;
            let speakers = interview.iter().flat_map(|interview| &interview.speakers);
            let mut theirs =
                speakers.filter(|speaker| speaker.name.as_deref().is_some_and(is_theirs));
            description = theirs.find_map(|speaker| speaker.description.clone());
            if description.is_some() {
                break;
            }
        }
        let answers = |entry: &&&CatalogueEntry| entry.guests.iter().any(|name| is_theirs(name));
        let fullest = names.iter().max_by_key(|name| name.chars().count());
        Ok(Self {
            name: fullest.cloned().unwrap_or_default(),
            role: entries.iter().find(answers).map(|_| Role::Guest),
            description,
            interviews: entries.iter().map(|entry| Appearance::of(entry)).collect(),
        })
    }
}

impl Appearance {
    fn of(entry: &CatalogueEntry) -> Self {
        Self {
            interview: entry.id.clone(),
            title: entry.title.clone(),
            outlet: entry.outlet.clone(),
            date: entry.date,
        }
    }
}

//! Speaker resolution: labels, sidecar and front matter brought to one speaker each.
//!
//! "Michel Paulin", "M. Paulin", "PAULIN" and "MP" are one; two Smiths stay two, and a bare "Smith"
//! between them is nobody that can be named.

use std::collections::HashMap;

use super::full_names_in_text::full_names;
use super::label_candidates::{LabelKind, SpeakerLabel};
use super::name_forms::{same, tidy, words};
use super::name_keys::key;
use crate::interview::{Role, Speaker};
use crate::reading::facts::Facts;
use crate::reading::participants::Participant;

/// Everybody who may speak, and which label is whose.
#[derive(Debug, Default, Clone)]
pub(super) struct SpeakerDirectory {
    pub(super) members: Vec<Speaker>,
    by_label: HashMap<String, LabelOwner>,
    /// The labels of the text as they are written, in the order in which they were brought together.
    written: Vec<String>,
    /// Members that share a label.
    pub(super) groups: Vec<Vec<usize>>,
}

/// Whose a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelOwner {
    /// A member's.
    One(usize),
    /// It could be any of a group's.
    OneOf(usize),
}

impl SpeakerDirectory {
    /// Brings `labels`, the people of `facts` and the names that the lead mentions together. A name of the
    /// lead is somebody only where a label is a form of it and of no other.
    pub(super) fn new(labels: &[SpeakerLabel], facts: &Facts, mentioned: &[String]) -> Self {
        let mut people = Self::default();
        let mut names: Vec<Vec<String>> = Vec::new();
        for person in &facts.people {
            people.members.push(speaker(person));
            names.push(words(&key(&person.name)));
            for label in &person.labels {
                // Who says it first is believed: a sidecar comes before what the file says.
                let owner = LabelOwner::One(people.members.len() - 1);
                people.by_label.entry(key(label)).or_insert(owner);
            }
        }
        let mut labels: Vec<&SpeakerLabel> = labels.iter().collect();
        labels.sort_by_key(|label| {
            let words = key(&label.name).split(' ').count();
            (joined(&label.name).len() > 1, std::cmp::Reverse(words))
        });
        for label in labels {
            people.add(label, &mut names, mentioned);
            people.written.push(label.name.clone());
        }
        people
    }

    /// The labels of the text that are a member's alone, as they are written.
    pub(super) fn labels_of(&self, member: usize) -> impl Iterator<Item = &str> {
        let labels = self.written.iter().map(String::as_str);
        labels.filter(move |label| self.find(label) == Some(LabelOwner::One(member)))
    }

    /// Whose this label is: `None` where it is not a label.
    pub(super) fn find(&self, label: &str) -> Option<LabelOwner> {
        self.by_label.get(&key(label)).copied()
    }

    fn add(&mut self, label: &SpeakerLabel, names: &mut Vec<Vec<String>>, mentioned: &[String]) {
        let key = key(&label.name);
        if self.by_label.contains_key(&key) {
            return;
        }
        let whose = match label.kind {
            LabelKind::Role(role) => LabelOwner::One(self.sole(role).unwrap_or_else(|| {
                names.push(Vec::new());
                self.push(None, Some(role))
            })),
            LabelKind::Generic => {
                names.push(Vec::new());
                LabelOwner::One(self.push(None, None))
            }
            LabelKind::Name => self
                .together(label)
                .unwrap_or_else(|| self.named(label, &words(&key), names, mentioned)),
        };
        self.by_label.insert(key, whose);
    }

    /// "Luc et Jeanne", where both are somebody: words of either.
    fn together(&mut self, label: &SpeakerLabel) -> Option<LabelOwner> {
        let parts = joined(&label.name);
        let member = |part: &&str| {
            let part = words(&key(part));
            let mut alike = (0..self.members.len()).filter(|&at| {
                let name = self.members[at].name.as_deref();
                name.is_some_and(|name| same(&part, &words(&key(name))))
            });
            let one = alike.next()?;
            alike.next().is_none().then_some(one)
        };
        let group: Vec<usize> = parts.iter().map(member).collect::<Option<_>>()?;
        (group.len() > 1).then(|| {
            self.groups.push(group);
            LabelOwner::OneOf(self.groups.len() - 1)
        })
    }

    fn named(
        &mut self,
        label: &SpeakerLabel,
        name: &[String],
        names: &mut Vec<Vec<String>>,
        mentioned: &[String],
    ) -> LabelOwner {
        let alike: Vec<usize> = (0..names.len())
            .filter(|&at| same(name, &names[at]))
            .collect();
        match alike.as_slice() {
            [] => {
                let bare = untitled(&label.name);
                let full = fuller(name, mentioned).map_or(bare.as_str(), String::as_str);
                names.push(words(&key(full)));
                LabelOwner::One(self.push(Some(tidy(full)), None))
            }
            [one] => LabelOwner::One(*one),
            several => match several.iter().find(|&&at| names[at] == name) {
                Some(exact) => LabelOwner::One(*exact),
                None => {
                    self.groups.push(several.to_vec());
                    LabelOwner::OneOf(self.groups.len() - 1)
                }
            },
        }
    }

    fn push(&mut self, name: Option<String>, role: Option<Role>) -> usize {
        self.members.push(Speaker {
            name,
            role,
            description: None,
        });
        self.members.len() - 1
    }

    /// The only one who is known to have this role.
    pub(super) fn sole(&self, role: Role) -> Option<usize> {
        let mut found = (0..self.members.len()).filter(|&at| self.members[at].role == Some(role));
        let one = found.next()?;
        found.next().is_none().then_some(one)
    }

    /// The speaker of unlabelled words: the only one known to have the role, else somebody without a name.
    pub(super) fn unnamed(&mut self, role: Role) -> usize {
        self.sole(role)
            .unwrap_or_else(|| self.push(None, Some(role)))
    }
}

/// A name without the trade that stands before it: "Stadtimkerin Frieda Ansorge".
fn untitled(name: &str) -> String {
    let bare = full_names(name).into_iter().next();
    bare.filter(|bare| name.ends_with(bare.as_str()))
        .unwrap_or_else(|| name.to_owned())
}

/// The only mentioned name that `label` is a shorter form of. What stands before a full name is no part of it, but a
/// trade ("Tuner Hedda Lomm").
fn fuller<'a>(label: &[String], mentioned: &'a [String]) -> Option<&'a String> {
    let mut found = mentioned.iter().filter(|name| {
        let name = words(&key(name));
        let trade = label.len() > 1 && label[0].len() > 3 && name.ends_with(label);
        name.len() > label.len() && same(label, &name) && !trade
    });
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

fn speaker(person: &Participant) -> Speaker {
    Speaker {
        name: Some(person.name.clone()).filter(|name| !name.is_empty()),
        role: person.role,
        description: person.description.clone(),
    }
}

/// The names that a label joins: one, or several with "et", "and" or "&" between them.
fn joined(label: &str) -> Vec<&str> {
    label
        .split(" et ")
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split('&'))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

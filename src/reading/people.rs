//! Who is who: the labels of a document, its sidecar and front matter brought to one speaker each.
//!
//! "Michel Paulin", "M. Paulin", "PAULIN" and "MP" are one; two Smiths stay two, and a bare "Smith"
//! between them is nobody that can be named.

use std::collections::HashMap;

use super::label::{key, role_word};
use super::metadata::{Facts, Person};
use crate::interview::{Role, Speaker};

/// Everybody who may speak, and which label is whose.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) members: Vec<Speaker>,
    by_label: HashMap<String, Option<usize>>,
}

impl People {
    /// Brings `labels`, as they are written, and the people of `facts` together.
    pub(super) fn new(labels: &[String], facts: &Facts) -> Self {
        let mut people = Self::default();
        let mut names: Vec<Vec<String>> = Vec::new();
        for person in &facts.people {
            people.members.push(speaker(person));
            names.push(words(&key(&person.name)));
            for label in &person.labels {
                people
                    .by_label
                    .insert(key(label), Some(people.members.len() - 1));
            }
        }
        let mut labels: Vec<&String> = labels.iter().collect();
        labels.sort_by_key(|label| std::cmp::Reverse(key(label).split(' ').count()));
        for label in labels {
            people.add(label, &mut names);
        }
        people
    }

    /// Whose label this is: `None` where it is not known, `Some(None)` where it could be several's.
    pub(super) fn find(&self, label: &str) -> Option<Option<usize>> {
        self.by_label.get(&key(label)).copied()
    }

    fn add(&mut self, label: &str, names: &mut Vec<Vec<String>>) {
        let key = key(label);
        if self.by_label.contains_key(&key) {
            return;
        }
        if let Some(role) = role_word(label) {
            let member = self.sole(role).unwrap_or_else(|| {
                names.push(Vec::new());
                self.push(None, Some(role))
            });
            self.by_label.insert(key, Some(member));
            return;
        }
        let name = words(&key);
        let same: Vec<usize> = (0..names.len())
            .filter(|&at| same(&name, &names[at]))
            .collect();
        let member = match same.as_slice() {
            [] => {
                names.push(name);
                Some(self.push(Some(tidy(label)), None))
            }
            [one] => Some(*one),
            _ => same.iter().copied().find(|&at| names[at] == name),
        };
        self.by_label.insert(key, member);
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
}

fn speaker(person: &Person) -> Speaker {
    Speaker {
        name: Some(person.name.clone()),
        role: person.role,
        description: person.description.clone(),
    }
}

fn words(key: &str) -> Vec<String> {
    key.split_whitespace().map(str::to_owned).collect()
}

/// Whether `label` is `name` or a shorter form of it.
fn same(label: &[String], name: &[String]) -> bool {
    if label == name {
        return true;
    }
    if label.len() == 1 && name.len() > 1 {
        let initials = name
            .iter()
            .flat_map(|word| word.split('-'))
            .filter_map(|word| word.chars().next())
            .collect::<String>();
        return label[0].replace('.', "") == initials
            || name.first() == label.first()
            || name.last() == label.first();
    }
    if label.len() >= name.len() || label.is_empty() {
        return label.len() == name.len()
            && label.len() > 1
            && label.last() == name.last()
            && label[0].chars().count() == 1
            && name[0].starts_with(&label[0]);
    }
    // "van Gogh" for "Vincent van Gogh", "Jean Dupont" for "Jean Pierre Dupont".
    name.ends_with(label) || (name.first() == label.first() && name.last() == label.last())
}

/// A name in capitals as a name is usually written.
fn tidy(name: &str) -> String {
    let capitals = name
        .chars()
        .filter(|char| char.is_alphabetic())
        .all(char::is_uppercase);
    if !capitals || name.chars().count() <= 3 {
        return name.to_owned();
    }
    let mut start = true;
    name.chars()
        .flat_map(|char| {
            let char_out: Vec<char> = if start {
                vec![char]
            } else {
                char.to_lowercase().collect()
            };
            start = !char.is_alphanumeric();
            char_out
        })
        .collect()
}

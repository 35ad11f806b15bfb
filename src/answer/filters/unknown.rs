//! Filters that are written out and name nothing that the corpus holds.

use serde::Serialize;

use crate::answer::nearest;
use crate::index::{Catalogue, Name};

/// What a filter names that there is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unknown {
    /// What it would be.
    pub kind: Nameless,
    /// As it was typed.
    pub typed: String,
    /// What comes nearest to it, as it can be asked for: the one that was surely meant, or else up to three.
    pub nearest: Vec<String>,
}

/// What there is none of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Nameless {
    /// A folder of the corpus: `#name`.
    Collection,
    /// Somebody who answers: `speaker:name`.
    Speaker,
    /// A collection, an outlet or an interview: `in:name`.
    Place,
    /// A time: `date:2020`.
    Date,
    /// A filter with nothing behind it: `date:`.
    Empty,
}

impl Unknown {
    /// A key with nothing behind it.
    pub(super) fn nothing_behind(key: &str) -> Self {
        Self {
            kind: Nameless::Empty,
            typed: key.to_owned(),
            nearest: Vec::new(),
        }
    }

    /// With what comes nearest to it.
    pub(in crate::answer) fn of(kind: Nameless, typed: &str, catalogue: &Catalogue) -> Self {
        let names = |names: &[Name]| -> Vec<String> {
            names.iter().map(|name| name.written.clone()).collect()
        };
        let collections = || catalogue.collections.iter().map(|(name, _)| name.clone());
        let all = match kind {
            Nameless::Collection => collections().collect(),
            Nameless::Speaker => names(&catalogue.speakers),
            Nameless::Place => {
                let others = [names(&catalogue.outlets), names(&catalogue.titles)].concat();
                collections().chain(others).collect()
            }
            Nameless::Date | Nameless::Empty => Vec::new(),
        };
        Self {
            kind,
            typed: typed.to_owned(),
            nearest: nearest(typed, all.iter().map(String::as_str)),
        }
    }
}

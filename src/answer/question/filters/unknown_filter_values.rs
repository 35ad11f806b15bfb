//! Filter values that name nothing in the corpus.

use serde::Serialize;

use crate::answer::{nearest_names, similar_names};
use crate::index::{Catalogue, NameSpelling};

/// What a filter names that there is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnknownFilterValue {
    /// What it would be.
    pub kind: UnknownFilterKind,
    /// As it was typed.
    pub typed: String,
    /// What comes near to it, as it can be asked for: the one that was surely meant, or else up to three. Of collections,
    /// up to three that there are.
    pub nearest: Vec<String>,
    /// Whether there is anything of its kind.
    #[serde(skip)]
    pub has_others: bool,
}

/// What there is none of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum UnknownFilterKind {
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

impl UnknownFilterValue {
    /// A key with nothing behind it.
    pub(super) fn nothing_behind(key: &str) -> Self {
        Self {
            kind: UnknownFilterKind::Empty,
            typed: key.to_owned(),
            nearest: Vec::new(),
            has_others: false,
        }
    }

    /// With what comes nearest to it.
    pub(in crate::answer) fn of(
        kind: UnknownFilterKind,
        typed: &str,
        catalogue: &Catalogue,
    ) -> Self {
        let names = |names: &[NameSpelling]| -> Vec<String> {
            names.iter().map(|name| name.written.clone()).collect()
        };
        let collections = || catalogue.collections.iter().map(|(name, _)| name.clone());
        let all: Vec<String> = match kind {
            UnknownFilterKind::Collection => collections().collect(),
            UnknownFilterKind::Speaker => names(&catalogue.speakers),
            UnknownFilterKind::Place => {
                let others = [&catalogue.outlets, &catalogue.titles, &catalogue.untitled];
                let others = others.into_iter().flat_map(|list| names(list));
                collections().chain(others).collect()
            }
            UnknownFilterKind::Date | UnknownFilterKind::Empty => Vec::new(),
        };
        Self {
            kind,
            typed: typed.to_owned(),
            has_others: !all.is_empty(),
            // Collections are few, and nothing else lists them.
            nearest: match kind {
                UnknownFilterKind::Collection => {
                    nearest_names(typed, all.iter().map(String::as_str))
                }
                _ => similar_names(typed, all.iter().map(String::as_str)),
            },
        }
    }
}

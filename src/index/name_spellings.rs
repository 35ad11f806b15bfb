//! Names in the corpus, each with its usual spelling and its normalised form.

use std::collections::BTreeMap;

use crate::language::normalized_name;

/// A name that the corpus holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameSpelling {
    /// As it is written; where it is written in several ways, the most frequent one.
    pub written: String,
    /// What it is compared by: see [`normalized_name`].
    pub bare: String,
}

impl NameSpelling {
    /// Each name once, in the order of their bare forms; what has no letter is no name.
    pub(super) fn all<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Self> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in names {
            *counts.entry(name).or_default() += 1;
        }
        let mut best: BTreeMap<String, (usize, &str)> = BTreeMap::new();
        for (written, count) in counts {
            let known = best.entry(normalized_name(written)).or_default();
            if count > known.0 {
                *known = (count, written);
            }
        }
        best.remove("");
        let named = best.into_iter().map(|(bare, (_, written))| Self {
            written: written.to_owned(),
            bare,
        });
        named.collect()
    }
}

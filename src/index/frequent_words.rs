//! The most frequent words of an interview, counted when it is indexed.

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::language::Term;

/// How much of an interview is counted, in bytes of what its guests say.
const COUNTED: usize = 4_000;
/// A word is noted with so many letters at least, said so many times.
const SHORTEST: usize = 4;
const TIMES: u32 = 2;
/// How many are noted.
const MOST: usize = 24;

/// A word that is said often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrequentWord {
    /// Its stem.
    pub stem: String,
    /// The form in which it is said most.
    pub form: String,
    /// How often it is said, in any form.
    pub times: u32,
}

/// Counts the words of one interview.
#[derive(Default)]
pub(super) struct WordCounter {
    counted: usize,
    /// The forms of each stem, with how often each is said.
    forms: HashMap<String, HashMap<String, u32>>,
}

impl WordCounter {
    /// Counts what a guest says, and its terms, unless enough was counted.
    pub(super) fn add(&mut self, text: &str, terms: &[Term]) {
        if self.counted + text.len() > COUNTED {
            return;
        }
        self.counted += text.len();
        for term in terms.iter().filter(|term| !term.stop) {
            let form = &text[term.span.start..term.span.end];
            if form.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST {
                let forms = self.forms.entry(term.stem.to_string()).or_default();
                *forms.entry(form.to_owned()).or_default() += 1;
            }
        }
    }

    /// The most frequent, the first first.
    pub(super) fn most(self) -> Vec<FrequentWord> {
        let frequent = self.forms.into_iter().map(|(stem, forms)| FrequentWord {
            stem,
            times: forms.values().sum(),
            form: forms
                .into_iter()
                .max_by(|(a, times), (b, other)| times.cmp(other).then(b.cmp(a)))
                .map_or_else(String::new, |(form, _)| form),
        });
        let mut frequent: Vec<FrequentWord> = frequent.filter(|word| word.times >= TIMES).collect();
        frequent.sort_by(|a, b| (Reverse(a.times), &a.stem).cmp(&(Reverse(b.times), &b.stem)));
        frequent.truncate(MOST);
        frequent
    }
}

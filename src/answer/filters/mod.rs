//! Whose words a question wants, from when and where: written out (`speaker:paulin date:2020 in:farm #farm`) or in
//! plain words, where it asks what somebody said.
//!
//! A wrong filter hides the answer. So a name that is merely talked about is a word like any other, a date counts
//! where something was said only, and nothing is a filter that the corpus does not hold.

mod calendar;
mod dates;
mod explicit;
mod misspelt;
mod outlets;
mod people;
mod sayings;
mod unknown;
mod verbs;
mod who;
mod wording;

use serde::Serialize;

use super::Correction;
use crate::index::{Catalogue, Filters};
use crate::interview::{PartialDate, Period, Span};
use crate::language::bare_words;
pub use explicit::find_collection;
pub(super) use people::Person;
pub use unknown::{Nameless, Unknown};
pub(super) use who::{Who, name_asked, who};

/// A name in a question that several people have: none of them was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ambiguous {
    /// The name as typed.
    pub typed: String,
    /// Those who are called so, as the corpus writes them.
    pub candidates: Vec<String>,
}

/// A question, and what it is confined to.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Understood {
    /// The question with blanks in the place of its filters: every other byte is where it was.
    pub(super) text: String,
    pub(super) filters: Filters,
    /// Names that were taken out and confine nothing.
    pub(super) ambiguous: Vec<Ambiguous>,
    /// What was written out as a filter and names nothing.
    pub(super) unknown: Vec<Unknown>,
    /// Misspelt names, and whom they were read as.
    pub(super) read: Vec<Correction>,
    /// Those who were written out as speakers and only ask.
    pub(super) interviewers: Vec<Person>,
}

/// Whether somebody is called by a bare name: the whole one or the surname.
pub(super) fn is_speaker(bare: &str, catalogue: &Catalogue) -> bool {
    people::called(bare, catalogue).is_some()
        || people::among(bare, &catalogue.interviewers).is_some()
}

/// More words than this are no question that is asked of somebody.
const WORDS: usize = 256;

/// How a question is read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Reading {
    /// Whether it follows an answer.
    pub(super) follows: bool,
    /// Whether a misspelt name is read as the nearest.
    pub(super) corrects: bool,
}

/// Takes the filters out of a question. `today` is what a month without a year is read by. In one that follows an
/// answer ("and in 2021?") somebody said something, though no word of it says so.
pub(super) fn understand(
    text: &str,
    catalogue: &Catalogue,
    today: Option<PartialDate>,
    reading: Reading,
) -> Understood {
    let mut understood = Understood {
        text: text.to_owned(),
        ..Understood::default()
    };
    explicit::take(&mut understood, catalogue);
    let text = understood.text.clone();
    let mut words = bare_words(&text);
    words.truncate(WORDS);
    let says =
        sayings::take(&mut understood, &words, (catalogue, reading.corrects)) || reading.follows;
    for date in dates::find(&words, today) {
        let period = date.period;
        if (says || date.of_interviews) && understood.leaves_some(period, catalogue) {
            understood.filters.dates.push(period);
            understood.cut(cover(&words, date.words));
        }
    }
    if says {
        outlets::take(&mut understood, &words, catalogue);
    }
    understood
}

impl Understood {
    /// Puts blanks in the place of some bytes.
    fn cut(&mut self, span: Span) {
        let blanks = " ".repeat(span.len());
        self.text.replace_range(span.start..span.end, &blanks);
    }

    /// Takes up whoever a name stands for, where that is somebody in particular.
    fn take_person(&mut self, person: Person, typed: &str) {
        match person {
            Person::One(names) => {
                for name in names {
                    if !self.filters.speakers.contains(&name) {
                        self.filters.speakers.push(name);
                    }
                }
            }
            Person::Several(candidates) => self.ambiguous.push(Ambiguous {
                typed: typed.to_owned(),
                candidates,
            }),
        }
    }

    /// Whether any interview of a period is left by the other filters.
    fn leaves_some(&self, period: Period, catalogue: &Catalogue) -> bool {
        let filters = Filters {
            dates: vec![period],
            ..self.filters.clone()
        };
        catalogue.entries.iter().any(|entry| filters.admits(entry))
    }
}

/// A word with the bytes of the question that it is.
type Word = (String, Span);

/// The bytes from the first word to the last.
fn cover(words: &[Word], range: std::ops::Range<usize>) -> Span {
    let spans = words[range].iter().map(|(_, span)| *span);
    spans.reduce(Span::union).unwrap_or_default()
}

/// The words with spaces between them.
fn joined(words: &[Word]) -> String {
    let words = words.iter().map(|(word, _)| word.as_str());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::index::Name;

    fn catalogue() -> Catalogue {
        let names = |names: &[&str]| {
            let name = |name: &&str| Name {
                written: (*name).to_owned(),
                bare: crate::language::bare_name(name),
            };
            names.iter().map(name).collect()
        };
        Catalogue {
            speakers: names(&["Zoé Élan", "Paul Élan", "Ana Òr"]),
            outlets: names(&["Le Écho"]),
            titles: names(&["L’été"]),
            collections: vec![("Ère".to_owned(), 1)],
            ..Catalogue::default()
        }
    }

    proptest! {
        #[test]
        fn whatever_is_asked_what_is_left_stands_where_it_stood(
            pieces in prop::collection::vec(prop_oneof![
                prop::sample::select(vec![
                    "que dit", "selon", "Zoé Élan", "élan", "Ana Òr", "et", "en", "2020", "depuis mars", "’s view",
                    "speaker:", "date:", "in:", "#ère", "\"", "« ", " »", "dans", "Le Écho", "?", "à propos", "1er",
                ]).prop_map(str::to_owned),
                "\\PC{0,4}",
            ], 0..12),
            glue in prop::sample::select(vec![" ", "", "\u{a0}"]),
        ) {
            let text = pieces.join(glue);
            let understood = understand(&text, &catalogue(), "2021-06".parse().ok(), Reading { follows: false, corrects: true });
            prop_assert_eq!(understood.text.len(), text.len());
            for (at, c) in understood.text.char_indices().filter(|(_, c)| *c != ' ') {
                prop_assert_eq!(text[at..].chars().next(), Some(c));
            }
        }
    }
}

//! The filters of a question: speaker, date, outlet and collection, written out (`speaker:paulin`) or in plain words.
//!
//! A wrong filter hides the answer. So a name that is merely talked about is a word like any other, a date counts
//! where something was said only, and nothing is a filter that the corpus does not hold.

mod cue_phrases;
mod date_filter;
mod date_words;
mod filter_syntax;
mod misspelled_names;
mod name_resolution;
mod name_sound;
mod named_guest;
mod outlet_filter;
mod speaker_filter;
mod speech_verbs;
mod unknown_filter_values;
mod who_is_question;

use serde::Serialize;

use crate::answer::SpellingCorrection;
use crate::index::{Catalogue, Filters};
use crate::interview::{DateRange, PartialDate, Span};
use crate::language::normalized_words;
pub use filter_syntax::find_collection;
pub(in crate::answer) use name_resolution::NameResolution;
pub(in crate::answer) use named_guest::named_guest;
pub use unknown_filter_values::{UnknownFilterKind, UnknownFilterValue};
pub(in crate::answer) use who_is_question::{WhoIsQuestion, name_asked, parse_who_is};

/// A name in a question that several people have: none of them was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AmbiguousName {
    /// The name as typed.
    pub typed: String,
    /// Those who are called so, as the corpus writes them.
    pub candidates: Vec<String>,
}

/// A question, and what it is confined to.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::answer) struct FilteredQuestion {
    /// The question with blanks in the place of its filters: every other byte is where it was.
    pub(in crate::answer) text: String,
    pub(in crate::answer) filters: Filters,
    /// Names that were taken out and confine nothing.
    pub(in crate::answer) ambiguous: Vec<AmbiguousName>,
    /// What was written out as a filter and names nothing.
    pub(in crate::answer) unknown: Vec<UnknownFilterValue>,
    /// Misspelt names, and whom they were read as.
    pub(in crate::answer) read: Vec<SpellingCorrection>,
    /// Those who were written out as speakers and only ask.
    pub(in crate::answer) interviewers: Vec<NameResolution>,
    /// Where the question names times in which no interview is: who answers has to speak of them. Bytes of the question.
    pub(in crate::answer) spoken_of_times: Vec<Span>,
}

/// Whether somebody is called by a bare name: the whole one or the surname.
pub(in crate::answer) fn is_speaker(bare: &str, catalogue: &Catalogue) -> bool {
    name_resolution::resolve_name(bare, catalogue).is_some()
        || name_resolution::among(bare, &catalogue.interviewers).is_some()
}

/// More words than this are no question that is asked of somebody.
const WORDS: usize = 256;

/// How a question is read.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::answer) struct FilterOptions {
    /// Whether it follows an answer.
    pub(in crate::answer) follows: bool,
    /// Whether a misspelt name is read as the nearest.
    pub(in crate::answer) corrects: bool,
}

/// Takes the filters out of a question. `today` is what a month without a year is read by. In one that follows an
/// answer ("and in 2021?") somebody said something, though no word of it says so.
pub(in crate::answer) fn take_filters(
    text: &str,
    catalogue: &Catalogue,
    today: Option<PartialDate>,
    reading: FilterOptions,
) -> FilteredQuestion {
    let mut understood = FilteredQuestion {
        text: text.to_owned(),
        ..FilteredQuestion::default()
    };
    filter_syntax::take_written_filters(&mut understood, catalogue);
    let text = understood.text.clone();
    let mut words = normalized_words(&text);
    words.truncate(WORDS);
    let says =
        speaker_filter::take_speakers(&mut understood, &words, (catalogue, reading.corrects))
            || reading.follows;
    for date in date_filter::find_dates((&text, &words), today) {
        let period = date.period;
        if !says && !date.of_interviews {
            continue;
        }
        let span = cover(&words, date.words);
        if understood.leaves_some(period, catalogue) {
            understood.filters.dates.push(period);
            understood.cut(span);
        } else if understood.leaves_dated(catalogue) {
            understood.spoken_of_times.push(span);
        }
    }
    if says {
        outlet_filter::take_outlets(&mut understood, &words, catalogue);
    }
    understood
}

impl FilteredQuestion {
    /// Puts blanks in the place of some bytes.
    fn cut(&mut self, span: Span) {
        let blanks = " ".repeat(span.len());
        self.text.replace_range(span.start..span.end, &blanks);
    }

    /// Takes up whoever a name stands for, where that is somebody in particular.
    fn take_person(&mut self, person: NameResolution, typed: &str) {
        match person {
            NameResolution::One(names) => {
                for name in names {
                    if !self.filters.speakers.contains(&name) {
                        self.filters.speakers.push(name);
                    }
                }
            }
            NameResolution::Several(candidates) => self.ambiguous.push(AmbiguousName {
                typed: typed.to_owned(),
                candidates,
            }),
        }
    }

    /// Whether any interview that has a date is left by the other filters.
    fn leaves_dated(&self, catalogue: &Catalogue) -> bool {
        let mut entries = catalogue.entries.iter();
        entries.any(|entry| entry.date.is_some() && self.filters.admits(entry))
    }

    /// Whether any interview of a period is left by the other filters.
    fn leaves_some(&self, period: DateRange, catalogue: &Catalogue) -> bool {
        let filters = Filters {
            dates: vec![period],
            ..self.filters.clone()
        };
        catalogue.entries.iter().any(|entry| filters.admits(entry))
    }
}

/// A word with the bytes of the question that it is.
type WordSpan = (String, Span);

/// The bytes from the first word to the last.
fn cover(words: &[WordSpan], range: std::ops::Range<usize>) -> Span {
    let spans = words[range].iter().map(|(_, span)| *span);
    spans.reduce(Span::union).unwrap_or_default()
}

/// The words with spaces between them.
fn joined(words: &[WordSpan]) -> String {
    let words = words.iter().map(|(word, _)| word.as_str());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::index::NameSpelling;

    fn catalogue() -> Catalogue {
        let names = |names: &[&str]| {
            let name = |name: &&str| NameSpelling {
                written: (*name).to_owned(),
                bare: crate::language::normalized_name(name),
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
            let understood = take_filters(&text, &catalogue(), "2021-06".parse().ok(), FilterOptions { follows: false, corrects: true });
            prop_assert_eq!(understood.text.len(), text.len());
            for (at, c) in understood.text.char_indices().filter(|(_, c)| *c != ' ') {
                prop_assert_eq!(text[at..].chars().next(), Some(c));
            }
        }
    }
}

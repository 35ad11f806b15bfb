//! The filters of an answer in words, and which names were ambiguous.

use super::Messages;
use crate::answer::{AmbiguousName, Answer, Filters};
use crate::interview::DateRange;
use crate::language::normalized_name;

/// Each name once: "Paulin" says no more where "Michel Paulin" stands.
fn once(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<(String, String)> = Vec::new();
    for name in names {
        let bare = normalized_name(&name);
        let of = |short: &str, long: &str| format!(" {long}").ends_with(&format!(" {short}"));
        if !kept.iter().any(|(_, other)| of(&bare, other)) {
            kept.retain(|(_, other)| !of(other, &bare));
            kept.push((name, bare));
        }
    }
    kept.into_iter().map(|(name, _)| name).collect()
}

impl Messages {
    /// "Limited to: Ada Lovelace; since April 2020; The Journal.", `None` where everything was asked.
    #[must_use]
    pub fn filters(&self, filters: &Filters) -> Option<String> {
        let lists = self.filter_lists(filters).into_iter();
        let lists = lists.filter(|list| !list.is_empty());
        let named: Vec<String> = lists.map(|list| once(list).join(", ")).collect();
        let named = named.join(&self.text("filters-separator"));
        (!named.is_empty()).then(|| self.with("within", &[("filters", named.as_str().into())]))
    }

    /// How a question was read, where that was not as it stands: a line for each. What it was limited to is left out
    /// where the answer says it: of who somebody is, and of what no interview fits.
    #[must_use]
    pub fn notes(&self, answer: &Answer) -> Vec<String> {
        let is_said = match answer {
            Answer::Nothing(nothing) => nothing.is_within_nothing,
            _ => !answer.people().is_empty(),
        };
        let filters = self.filters(answer.filters());
        let notes = [
            self.corrected(answer),
            filters.filter(|_| !is_said),
            self.ambiguous(answer.ambiguous()),
        ];
        notes.into_iter().flatten().collect()
    }

    /// What each filter is called, in the order of the lists.
    #[must_use]
    pub fn filter_names(&self, filters: &Filters) -> Vec<String> {
        self.filter_lists(filters).concat()
    }

    fn filter_lists(&self, filters: &Filters) -> [Vec<String>; 6] {
        let dates = filters.dates.iter().map(|date| self.period(*date));
        let titles = filters.interviews.iter().map(|one| one.title.clone());
        [
            filters.speakers.clone(),
            dates.collect(),
            filters.outlets.clone(),
            filters.collections.clone(),
            filters.titles.clone(),
            titles.collect(),
        ]
    }

    /// "Results for “honey”.", or that it was looked for too where nothing answers; `None` where every word was read as
    /// it was typed.
    #[must_use]
    pub fn corrected(&self, answer: &Answer) -> Option<String> {
        let words = answer.corrections().iter();
        let words: Vec<&str> = words.map(|correction| correction.to.as_str()).collect();
        let key = match answer {
            Answer::Found(_) => "corrected",
            Answer::Nothing(_) | Answer::Talk(_) | Answer::Interviewers(_) => "corrected-in-vain",
        };
        let words = words.join(", ");
        (!words.is_empty()).then(|| self.with(key, &[("words", words.as_str().into())]))
    }

    /// "Several people are called Paulin: …", `None` where nobody was named so.
    #[must_use]
    pub fn ambiguous(&self, ambiguous: &[AmbiguousName]) -> Option<String> {
        let line = |one: &AmbiguousName| {
            let names = one.candidates.join(", ");
            let values = [
                ("typed", one.typed.as_str().into()),
                ("names", names.as_str().into()),
            ];
            self.with("ambiguous", &values)
        };
        let lines: Vec<String> = ambiguous.iter().map(line).collect();
        (!lines.is_empty()).then(|| lines.join(" "))
    }

    /// A stretch of time: `April 2020`, `since 2021`, `up to 2018`, `2018 to 2020`.
    #[must_use]
    pub fn period(&self, period: DateRange) -> String {
        const DATE: [&str; 3] = ["date", "date-month", "date-day"];
        match (period.from, period.to) {
            (Some(from), Some(to)) if from == to => self.date(from),
            (Some(from), Some(to)) => {
                let from = self.dated(["from", "from-month", "from-day"], from);
                let to = self.dated(["to", "to-month", "to-day"], to);
                self.with("period", &[from, to].concat())
            }
            (Some(from), None) => self.with("period-since", &self.dated(DATE, from)),
            (None, Some(to)) => self.with("period-until", &self.dated(DATE, to)),
            (None, None) => String::new(),
        }
    }
}

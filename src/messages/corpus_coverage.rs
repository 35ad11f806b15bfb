//! What the corpus holds, in words: how many interviews, by whom, from when.

use super::Messages;
use crate::answer::{CorpusCoverage, CorpusFacts, NoAnswer};

/// How many speakers are named in a sentence.
const NAMED: usize = 3;

impl Messages {
    /// What there is where nothing answers, in a line that fits: what it is about and who speaks, or how much it is.
    #[must_use]
    pub fn instead(&self, nothing: &NoAnswer, fits: impl Fn(&str) -> bool) -> String {
        let said = |key, name, words: &[String]| {
            let words = words.join(", ");
            (!words.is_empty()).then(|| self.with(key, &[(name, words.as_str().into())]))
        };
        let topics = said("topics", "words", &nothing.topics);
        let people = said("nothing-people", "names", &nothing.people);
        let both = topics.iter().chain(&people).cloned();
        let both = both.collect::<Vec<_>>().join(" ");
        let lines = [Some(both), topics, people].into_iter().flatten();
        let mut lines = lines.filter(|line| !line.is_empty() && fits(line));
        let coverage = || format!("{}.", self.coverage(&nothing.coverage));
        lines.next().unwrap_or_else(coverage)
    }

    /// "3 interviews, 21 answers, with Ada Lovelace and 2 others, from 1840 to 1852".
    #[must_use]
    pub fn coverage(&self, coverage: &CorpusCoverage) -> String {
        let counts = [
            ("interviews", coverage.interviews.into()),
            ("exchanges", coverage.exchanges.into()),
        ];
        let mut parts = vec![self.with("coverage", &counts)];
        let named = coverage
            .speakers
            .iter()
            .take(NAMED)
            .map(String::as_str)
            .collect::<Vec<_>>();
        if !named.is_empty() {
            let mut speakers = self.with(
                "coverage-speakers",
                &[("names", named.join(", ").as_str().into())],
            );
            let others = coverage.speakers_in_all - named.len();
            if others > 0 {
                speakers.push(' ');
                speakers.push_str(&self.with("coverage-others", &[("count", others.into())]));
            }
            parts.push(speakers);
        }
        if let Some((from, to)) = coverage.years {
            parts.push(self.years(from, to));
        }
        parts.join(", ")
    }

    /// "from 1840", "from 1840 to 1852".
    #[must_use]
    pub fn years(&self, from: i16, to: i16) -> String {
        let (from, to) = (from.to_string(), to.to_string());
        if from == to {
            return self.with("coverage-year", &[("year", from.as_str().into())]);
        }
        let ends = [("from", from.as_str().into()), ("to", to.as_str().into())];
        self.with("coverage-years", &ends)
    }

    /// What this is, what it holds, from when, who published it and whom to write to, where somebody is named: a
    /// paragraph each. `field` is how the front end shows what an owner wrote.
    #[must_use]
    pub fn about(
        &self,
        about: &CorpusFacts,
        contact: &str,
        field: impl Fn(&str) -> String,
    ) -> Vec<String> {
        let holds = self.coverage(&about.coverage);
        let newest = about.newest.map(|date| {
            let date = self.dated(["date", "date-month", "date-day"], date);
            self.with("about-newest", &date)
        });
        let mut names: Vec<String> = about.outlets.iter().map(|name| field(name)).collect();
        names.extend(about.more_outlets.then(|| "…".to_owned()));
        let names = names.join(", ");
        let outlets = (!names.is_empty())
            .then(|| self.with("about-outlets", &[("names", names.as_str().into())]));
        let contact = field(contact);
        let contact = (!contact.is_empty())
            .then(|| self.with("about-contact", &[("contact", contact.as_str().into())]));
        let own = [
            self.text("start"),
            self.with("start-holds", &[("coverage", holds.as_str().into())]),
        ];
        let known = [newest, outlets, contact].into_iter().flatten();
        own.into_iter().chain(known).collect()
    }
}

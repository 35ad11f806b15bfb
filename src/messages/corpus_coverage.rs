//! The coverage of the corpus in words.

use super::Messages;
use crate::answer::{CorpusCoverage, NoAnswer};

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
}

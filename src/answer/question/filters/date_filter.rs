//! The date filter in plain words: "in April 2020", "since March". A number without a word of time before it is no
//! date.

use std::ops::Range;

use super::WordSpan;
use super::cue_phrases::INTERVIEWS;
use super::date_words::{DATE_FILLERS, DateWord, MONTHS, TIMES, TO};
use crate::interview::{DateRange, PartialDate};

/// A stretch of time that a question names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DateMention {
    pub(super) period: DateRange,
    /// The words that name it.
    pub(super) words: Range<usize>,
    /// Whether it says of when the interviews are: "les entretiens de 2020".
    pub(super) of_interviews: bool,
}

/// How many words may stand between a word of time and its date.
const FILLERS: usize = 3;

/// The stretches of time that the words name, apart. A month without a year is the last one up to `today`.
pub(super) fn find_dates(words: &[WordSpan], today: Option<PartialDate>) -> Vec<DateMention> {
    let reader = DateReader { words, today };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let interviews = at
            .checked_sub(1)
            .is_some_and(|before| reader.is_in(before, INTERVIEWS));
        let times = TIMES.iter().filter(|(_, list)| reader.is_in(at, list));
        let read = times
            .filter_map(|(time, _)| reader.period(*time, at + 1, interviews))
            .next();
        match read {
            Some((period, end)) => {
                found.push(DateMention {
                    period,
                    words: at - usize::from(interviews)..end,
                    of_interviews: interviews,
                });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

struct DateReader<'a> {
    words: &'a [WordSpan],
    today: Option<PartialDate>,
}

impl DateReader<'_> {
    fn is_in(&self, at: usize, list: &[&str]) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| list.contains(&word.0.as_str()))
    }

    /// The period that a word of time makes of what follows it, and where it ends.
    fn period(&self, time: DateWord, at: usize, interviews: bool) -> Option<(DateRange, usize)> {
        let (date, end) = self.date(at)?;
        let stretch = || {
            let (to, end) = self.is_in(end, TO).then(|| self.date(end + 1)).flatten()?;
            Some((DateRange::between(date, to), end))
        };
        let alone = |period| Some((period, end));
        match time {
            DateWord::In => alone(DateRange::of(date)),
            DateWord::Since => alone(DateRange::since(date)),
            DateWord::After => alone(DateRange::since(date.next()?)),
            DateWord::Before => alone(DateRange::until(date.previous()?)),
            DateWord::Until => alone(DateRange::until(date)),
            DateWord::Between => stretch(),
            DateWord::From => {
                stretch().or_else(|| alone(DateRange::of(date)).filter(|_| interviews))
            }
        }
    }

    /// The date that begins at `at` or a few fillers behind it, and where it ends.
    fn date(&self, mut at: usize) -> Option<(PartialDate, usize)> {
        let first = at;
        while at < first + FILLERS && self.is_in(at, DATE_FILLERS) {
            at += 1;
        }
        let of = |at| at + usize::from(self.is_in(at, &["de", "del", "of", "di", "d"]));
        if let Some(year) = self.year(at) {
            return Some((PartialDate::new(year, None, None)?, at + 1));
        }
        // 17 avril 2020
        if let Some(day) = self.day(at) {
            let month = self.month(of(at + 1))?;
            let year = of(of(at + 1) + 1);
            return Some((
                PartialDate::new(self.year(year)?, Some(month), Some(day))?,
                year + 1,
            ));
        }
        let month = self.month(at)?;
        // April 17, 2020
        if let (Some(day), Some(year)) = (self.day(at + 1), self.year(at + 2)) {
            return Some((PartialDate::new(year, Some(month), Some(day))?, at + 3));
        }
        let year = of(at + 1);
        match self.year(year) {
            Some(named) => Some((PartialDate::new(named, Some(month), None)?, year + 1)),
            None => Some((self.last(month)?, at + 1)),
        }
    }

    fn year(&self, at: usize) -> Option<i16> {
        let word = &self.words.get(at)?.0;
        let year = word.parse().ok().filter(|_| word.len() == 4)?;
        (1000..=2999).contains(&year).then_some(year)
    }

    fn day(&self, at: usize) -> Option<u8> {
        let word = &self.words.get(at)?.0;
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    }

    fn month(&self, at: usize) -> Option<u8> {
        let month = MONTHS.iter().position(|names| self.is_in(at, names))?;
        u8::try_from(month + 1).ok()
    }

    /// The last month of a name that is not in the future.
    fn last(&self, month: u8) -> Option<PartialDate> {
        let (year, now, _) = self.today?.first_day();
        PartialDate::new(year - i16::from(month > now), Some(month), None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::normalized_words;

    #[test]
    fn dates_are_read_in_five_languages() {
        let today = "2021-06-15".parse().ok();
        for (text, period, interviews) in [
            ("que disait-elle en 2020 ?", "2020", false),
            ("en l’an 2020", "2020", false),
            ("En avril 2020", "2020-04", false),
            ("au mois de mars 2020", "2020-03", false),
            ("le 1er mai 2020", "2020-05-01", false),
            ("on April 17th, 2020", "2020-04-17", false),
            ("im Jahr 2020", "2020", false),
            ("en abril de 2020", "2020-04", false),
            ("nel 2020", "2020", false),
            ("depuis mars 2021", "2021-03..", false),
            ("since March", "2021-03..", false),
            ("seit August", "2020-08..", false),
            ("après 2020", "2021..", false),
            ("nach dem 31. Dezember 2020", "2021-01-01..", false),
            ("avant mars 2020", "..2020-02", false),
            ("antes de 2019", "..2018", false),
            ("prima del 2019", "..2018", false),
            ("jusqu’en 2019", "..2019", false),
            ("entre 2018 et 2020", "2018..2020", false),
            (
                "between March 2018 and June 2020",
                "2018-03..2020-06",
                false,
            ),
            ("de 2018 à 2020", "2018..2020", false),
            ("von 2018 bis 2020", "2018..2020", false),
            ("desde 2018", "2018..", false),
            ("les interviews de 2020", "2020", true),
            ("interviews before 2020", "..2019", true),
        ] {
            let found = find_dates(&normalized_words(text), today);
            let read: Vec<_> = found
                .iter()
                .map(|date| (date.period.to_string(), date.of_interviews))
                .collect();
            assert_eq!(read, [(period.to_owned(), interviews)], "{text}");
        }
    }

    #[test]
    fn what_is_no_date_stays_a_word() {
        for text in [
            "la crise de 2008",
            "2020",
            "en 300 mots",
            "en 20 ans",
            "since 1066 BC is 12345",
            "between us and 2020",
            "dans les années 2010",
            "since March",
        ] {
            let dates = find_dates(&normalized_words(text), None);
            let since = "1066..";
            assert!(
                dates.iter().all(|date| date.period.to_string() == since),
                "{text}: {dates:?}"
            );
        }
    }
}

//! The date filter in plain words: "in April 2020", "since March". A number without a word of time before it is no
//! date.

use std::ops::Range;

use super::cue_phrases::INTERVIEWS;
use super::date_words::{
    DATE_FILLERS, DECADE_FILLERS, DECADES, DECADES_BEFORE, DECADES_BEHIND, DateWord, MONTHS, TIMES,
    TO,
};
use super::{WordSpan, joined};
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
pub(super) fn find_dates(
    (text, words): (&str, &[WordSpan]),
    today: Option<PartialDate>,
) -> Vec<DateMention> {
    let reader = DateReader { text, words, today };
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
    text: &'a str,
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
        if let (DateWord::In, Some((decade, end))) = (time, self.decade(at)) {
            return Some((decade, end));
        }
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
        if let Some(date) = self.in_digits(at) {
            return Some(date);
        }
        if let Some(year) = self.year(at) {
            return Some((PartialDate::new(year, None, None)?, at + 1));
        }
        // 17 avril 2020
        if let Some(day) = self.day(at) {
            let month = self.month(of(at + 1))?;
            let end = of(at + 1) + 1;
            let year = of(end);
            return match self.year(year) {
                Some(named) => Some((PartialDate::new(named, Some(month), Some(day))?, year + 1)),
                None => Some((self.last(month, Some(day))?, end)),
            };
        }
        let month = self.month(at)?;
        // April 17, 2020
        if let (Some(day), Some(year)) = (self.day(at + 1), self.year(at + 2)) {
            return Some((PartialDate::new(year, Some(month), Some(day))?, at + 3));
        }
        let year = of(at + 1);
        match self.year(year) {
            Some(named) => Some((PartialDate::new(named, Some(month), None)?, year + 1)),
            None => Some((self.last(month, None)?, at + 1)),
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

    /// The last month of a name, or day of it, that is not in the future.
    fn last(&self, month: u8, day: Option<u8>) -> Option<PartialDate> {
        let (year, now, today) = self.today?.first_day();
        let is_ahead = (month, day.unwrap_or(0)) > (now, day.map_or(0, |_| today));
        PartialDate::new(year - i16::from(is_ahead), Some(month), day)
    }

    /// A day in digits: 2020-4-7, 2020/04/07, 17.04.2020. Of 3/4/2020 only the year is sure.
    fn in_digits(&self, at: usize) -> Option<(PartialDate, usize)> {
        let (numbers, end) = self.three_numbers(at)?;
        let small = |number: i16| u8::try_from(number).ok();
        let day = |year, month, day| PartialDate::new(year, Some(small(month)?), Some(small(day)?));
        let date = match numbers {
            [year @ 1000..=2999, month, of_month] => day(year, month, of_month),
            [first @ 1..=12, second @ 1..=12, year] if first != second => {
                PartialDate::new(year, None, None)
            }
            [month @ 1..=12, of_month @ 13..=31, year] => day(year, month, of_month),
            [of_month, month, year] => day(year, month, of_month),
        };
        Some((date?, end))
    }

    /// Three numbers with a hyphen, a slash or a dot between them, and where they end.
    fn three_numbers(&self, at: usize) -> Option<([i16; 3], usize)> {
        let span = self.words.get(at)?.1;
        let raw = self.text.get(span.start..span.end)?;
        if raw.contains('.') {
            let mut parts = raw.split('.').map(|part| part.parse().ok());
            let three = [parts.next()??, parts.next()??, parts.next()??];
            return parts.next().is_none().then_some((three, at + 1));
        }
        let number = |at: usize| self.words.get(at)?.0.parse().ok();
        let is_joined = |at: usize| {
            let (before, after) = (self.words.get(at)?.1, self.words.get(at + 1)?.1);
            let between = self.text.get(before.end..after.start)?;
            matches!(between, "-" | "/" | ".").then_some(())
        };
        is_joined(at)?;
        is_joined(at + 1)?;
        Some(([number(at)?, number(at + 1)?, number(at + 2)?], at + 3))
    }

    /// A decade in words at a place, the longest: how many words it has, and its first year. A number is one only where that
    /// is announced: "en vingt minutes".
    fn named_decade(&self, at: usize, is_announced: bool) -> Option<(usize, i16)> {
        let names = DECADES.iter().zip(1..);
        let names = names.flat_map(|(names, decade)| names.iter().map(move |name| (name, decade)));
        let said = names.filter_map(|(name, decade)| {
            let by_itself = name.ends_with("ies") || name.contains("iger");
            let length = name.split(' ').count();
            let own = self.words.get(at..at + length)?;
            let is_said = joined(own) == **name && (by_itself || is_announced);
            is_said.then_some((length, 1910 + 10 * decade))
        });
        said.max()
    }

    /// A decade behind a word of time: "the nineties", "the 1990s", "années 90", "neunziger Jahren".
    fn decade(&self, mut at: usize) -> Option<(DateRange, usize)> {
        let first = at;
        while at < first + FILLERS && self.is_in(at, DECADE_FILLERS) {
            at += 1;
        }
        let is_announced = at > first && self.is_in(at - 1, DECADES_BEFORE);
        let word = self.words.get(at)?.0.as_str();
        let digits = word
            .strip_suffix('s')
            .or(Some(word).filter(|_| is_announced));
        let digits = digits.and_then(|digits| digits.parse::<i16>().ok());
        let (length, year) = match (self.named_decade(at, is_announced), digits) {
            (Some(named), _) => named,
            (None, Some(year @ (1000..=2990 | 20..=90))) if year % 10 == 0 => {
                (1, if year < 100 { 1900 + year } else { year })
            }
            _ => return None,
        };
        let (from, to) = (
            PartialDate::new(year, None, None)?,
            PartialDate::new(year + 9, None, None)?,
        );
        let end = at + length;
        let end = end + usize::from(self.is_in(end, DECADES_BEHIND));
        Some((DateRange::between(from, to), end))
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
            ("was sagte er am 3. Oktober?", "2020-10-03", false),
            ("was sagte er am 3. Oktober 2020?", "2020-10-03", false),
            ("qué dijo el 3 de mayo", "2021-05-03", false),
            ("cosa ha detto il 17 aprile 2020", "2020-04-17", false),
            ("what was said on 2020/04/17", "2020-04-17", false),
            ("what was said on 2020-4-7", "2020-04-07", false),
            ("dit le 17/04/2020", "2020-04-17", false),
            ("dit le 17.4.2020", "2020-04-17", false),
            ("said on 3/4/2020", "2020", false),
            ("said on 04/17/2020", "2020-04-17", false),
            ("said in the nineties", "1990..1999", false),
            ("said in the 1980s", "1980..1989", false),
            ("dit en les années 90", "1990..1999", false),
            (
                "dit durant les années quatre-vingt-dix",
                "1990..1999",
                false,
            ),
            ("dit durant les années soixante-dix", "1970..1979", false),
            ("gesagt in den neunziger Jahren", "1990..1999", false),
            ("dijo en los años ochenta", "1980..1989", false),
            ("les interviews de 2020", "2020", true),
            ("interviews before 2020", "..2019", true),
        ] {
            let found = find_dates((text, &normalized_words(text)), today);
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
            "en vingt minutes",
            "en 90 minutes",
            "since 1066 BC is 12345",
            "between us and 2020",
            "dans les années 2010",
            "since March",
        ] {
            let dates = find_dates((text, &normalized_words(text)), None);
            let since = "1066..";
            assert!(
                dates.iter().all(|date| date.period.to_string() == since),
                "{text}: {dates:?}"
            );
        }
    }
}

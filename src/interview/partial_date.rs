//! Dates that say no more than is known: a year, a month, or a day.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A calendar date known to the year, the month or the day. Written as ISO 8601 does: `2020`,
/// `2020-04`, `2020-04-17`. Ordered by time, a less precise date before the days that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
}

/// A date that does not exist or is not written as `2020`, `2020-04` or `2020-04-17`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date (write `2020`, `2020-04` or `2020-04-17`)")]
pub struct DateError(String);

impl DateError {
    pub(super) fn of(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl PartialDate {
    /// A date, or `None` where it does not exist (month 13, 30 February, a day without a month) or the
    /// year does not have four digits.
    #[must_use]
    pub fn new(year: i16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let real = match (month, day) {
            (None, None) => true,
            (None, Some(_)) => false,
            (Some(month), None) => (1..=12).contains(&month),
            (Some(month), Some(day)) => {
                (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day)
            }
        };
        (real && (1000..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// The day of a time, UTC; `None` before 1970. Days to civil dates: Howard Hinnant, "chrono-Compatible
    /// Low-Level Date Algorithms".
    #[must_use]
    pub fn of_time(time: SystemTime) -> Option<Self> {
        let seconds = time.duration_since(UNIX_EPOCH).ok()?.as_secs();
        let days = i64::try_from(seconds / 86_400).ok()? + 719_468;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        // Months are counted from March, so that a leap day is a year's last.
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = (from_march + 2) % 12 + 1;
        let year = era * 400 + year + i64::from(month <= 2);
        Self::new(
            i16::try_from(year).ok()?,
            Some(u8::try_from(month).ok()?),
            Some(u8::try_from(day).ok()?),
        )
    }

    /// The first day that it may be: year, month, day.
    #[must_use]
    pub fn first_day(self) -> (i16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that it may be: year, month, day.
    #[must_use]
    pub fn last_day(self) -> (i16, u8, u8) {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in(self.year, month));
        (self.year, month, day)
    }

    /// The year, month or day after it; `None` after the year 9999.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let (year, month) = (self.year, self.month.unwrap_or(12));
        match self.day {
            Some(day) if day < days_in(year, month) => Self::new(year, self.month, Some(day + 1)),
            _ if month < 12 => Self::new(year, Some(month + 1), self.day.map(|_| 1)),
            _ => Self::new(year + 1, self.month.map(|_| 1), self.day.map(|_| 1)),
        }
    }

    /// The year, month or day before it; `None` before the year 1000.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        let (year, month) = (self.year, self.month.unwrap_or(1));
        let last_of = |year, month: u8| {
            let day = self.day.map(|_| days_in(year, month));
            Self::new(year, self.month.map(|_| month), day)
        };
        match self.day {
            Some(day) if day > 1 => Self::new(year, self.month, Some(day - 1)),
            _ if month > 1 => last_of(year, month - 1),
            _ => last_of(year - 1, 12),
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }
}

fn days_in(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let parse = || {
            let mut parts = text.split('-');
            let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
            let month = parts
                .next()
                .map_or(Some(None), |part| two_digits(part).map(Some))?;
            let day = parts
                .next()
                .map_or(Some(None), |part| two_digits(part).map(Some))?;
            if parts.next().is_some() {
                None
            } else {
                Self::new(year, month, day)
            }
        };
        parse().ok_or_else(|| DateError::of(text))
    }
}

fn two_digits(text: &str) -> Option<u8> {
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "dates that stand here exist")]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_comes_after_and_before_a_date_is_as_precise_as_it() {
        for (date, next) in [
            ("2020", "2021"),
            ("2020-12", "2021-01"),
            ("2020-02-28", "2020-02-29"),
            ("2021-02-28", "2021-03-01"),
            ("2020-12-31", "2021-01-01"),
        ] {
            let (date, next): (PartialDate, PartialDate) =
                (date.parse().unwrap(), next.parse().unwrap());
            assert_eq!(date.next(), Some(next));
            assert_eq!(next.previous(), Some(date));
        }
    }

    #[test]
    fn a_time_falls_on_a_day() {
        for (days, date) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (18_992, "2021-12-31"),
            (18_993, "2022-01-01"),
        ] {
            let time = UNIX_EPOCH + Duration::from_secs(days * 86_400 + 86_399);
            assert_eq!(PartialDate::of_time(time).unwrap().to_string(), date);
        }
    }
}

//! A range of dates that may be known only to the month or the year.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{DateError, PartialDate};

/// A stretch of time from one date to another, both included; open where an end is `None`. Written `2020`,
/// `2020-04`, `2019..2021`, `2021..` or `..2018-06`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DateRange {
    /// The first day of this date is its first.
    pub from: Option<PartialDate>,
    /// The last day of this date is its last.
    pub to: Option<PartialDate>,
}

impl DateRange {
    /// The stretch that a date is.
    #[must_use]
    pub fn of(date: PartialDate) -> Self {
        Self {
            from: Some(date),
            to: Some(date),
        }
    }

    /// From a date on.
    #[must_use]
    pub fn since(date: PartialDate) -> Self {
        Self {
            from: Some(date),
            to: None,
        }
    }

    /// Up to a date.
    #[must_use]
    pub fn until(date: PartialDate) -> Self {
        Self {
            from: None,
            to: Some(date),
        }
    }

    /// From one date to another, whichever is the earlier.
    #[must_use]
    pub fn between(a: PartialDate, b: PartialDate) -> Self {
        Self {
            from: Some(a.min(b)),
            to: Some(a.max(b)),
        }
    }

    /// Whether a date may lie in it: one that is known to the year only lies in each of its months.
    #[must_use]
    pub fn may_hold(self, date: PartialDate) -> bool {
        self.from
            .is_none_or(|from| from.first_day() <= date.last_day())
            && self.to.is_none_or(|to| date.first_day() <= to.last_day())
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => write!(f, "{from}"),
            (from, to) => {
                let date = |date: Option<PartialDate>| date.map(|date| date.to_string());
                let [from, to] = [date(from), date(to)].map(Option::unwrap_or_default);
                write!(f, "{from}..{to}")
            }
        }
    }
}

impl FromStr for DateRange {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let Some((from, to)) = text.split_once("..") else {
            return text.parse().map(Self::of);
        };
        let end = |text: &str| match text {
            "" => Ok(None),
            text => text.parse().map(Some),
        };
        match (end(from)?, end(to)?) {
            (None, None) => Err(DateError::of(text)),
            (Some(from), Some(to)) => Ok(Self::between(from, to)),
            (from, to) => Ok(Self { from, to }),
        }
    }
}

impl TryFrom<String> for DateRange {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<DateRange> for String {
    fn from(period: DateRange) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "dates that stand here exist")]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_as_it_is_written() {
        for text in [
            "2020",
            "2020-04",
            "2020-04-17",
            "2019..2021",
            "2021-03..",
            "..2018",
        ] {
            assert_eq!(text.parse::<DateRange>().unwrap().to_string(), text);
        }
        assert_eq!(
            "2021..2019".parse::<DateRange>().unwrap().to_string(),
            "2019..2021"
        );
        for text in ["..", "", "20", "2020..x", "2020...2021", "2020-13"] {
            assert!(text.parse::<DateRange>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_date_lies_in_every_period_that_it_may_lie_in() {
        for (period, date, holds) in [
            ("2020", "2020-12-31", true),
            ("2020", "2021-01-01", false),
            ("2020-04", "2020", true),
            ("2020-04", "2020-05", false),
            ("2019..2020-02", "2020-02-29", true),
            ("2019..2020-02", "2020-03", false),
            ("2021-03..", "2021", true),
            ("2021-03..", "2021-02", false),
            ("..2018", "2018-12", true),
            ("..2018", "2019", false),
        ] {
            let held = period
                .parse::<DateRange>()
                .unwrap()
                .may_hold(date.parse().unwrap());
            assert_eq!(held, holds, "{date} in {period}");
        }
    }
}

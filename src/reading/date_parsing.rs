//! Date parsing: dates as interviews write them.
//!
//! A date in the text counts only where it is clearly when the interview was published: a line that is
//! a date and little else, or one that says so.

use crate::interview::PartialDate;

const MONTHS: [[&str; 3]; 12] = [
    ["janvier", "january", "jan"],
    ["février", "february", "feb"],
    ["mars", "march", "mar"],
    ["avril", "april", "apr"],
    ["mai", "may", "may"],
    ["juin", "june", "jun"],
    ["juillet", "july", "jul"],
    ["août", "august", "aug"],
    ["septembre", "september", "sep"],
    ["octobre", "october", "oct"],
    ["novembre", "november", "nov"],
    ["décembre", "december", "dec"],
];
const OPENINGS: [&str; 20] = [
    "mis à jour le",
    "mise à jour le",
    "modifié le",
    "diffusé le",
    "updated on",
    "last updated",
    "recorded on",
    "date",
    "publié le",
    "publié",
    "mis en ligne le",
    "paru le",
    "le",
    "published on",
    "published",
    "posted on",
    "posted",
    "on",
    "entretien publié le",
    "interview publiée le",
];

/// A date in metadata: any of the forms, with or without a time after it.
///
/// # Errors
///
/// Where it does not exist or is more than a year after `today`: the nearest that may be meant, where there is one.
pub(super) fn of_metadata(
    text: &str,
    today: Option<PartialDate>,
) -> Result<PartialDate, Option<PartialDate>> {
    let read = parse(text.trim()).filter(|(date, after)| !goes_on(*date, after));
    let (date, _) = read.ok_or_else(|| nearest(text).map(|near| not_after(near, today)))?;
    if is_far(date, today) {
        return Err(Some(not_after(date, today)));
    }
    Ok(date)
}

/// The first year of a date that an owner writes: interviews were not printed before.
const EARLIEST: i16 = 1800;

/// A date that an owner writes, which is nothing but a date, with or without a time after it.
///
/// # Errors
///
/// As [`of_metadata`], and where it is too early or something else follows it.
pub(super) fn of_owner(
    text: &str,
    today: Option<PartialDate>,
) -> Result<PartialDate, Option<PartialDate>> {
    let date = of_metadata(text, today)?;
    if date.year() < EARLIEST {
        return Err(None);
    }
    let text = text.trim();
    let is_numeric = text.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let after = parse(text).map_or("", |(_, after)| after);
    match is_numeric && !is_time(after) {
        true => Err(Some(date)),
        false => Ok(date),
    }
}

/// Whether it is a time of day that exists, or nothing.
fn is_time(text: &str) -> bool {
    let text = text.trim_start_matches(['T', 't', ' ', ',', '\u{a0}']);
    let mut parts = text.splitn(3, ':');
    let mut number = |most: u32| {
        let part = parts.next()?;
        let end = part.find(|char: char| !char.is_ascii_digit());
        let digits = &part[..end.unwrap_or(part.len())];
        Some(digits.parse::<u32>().is_ok_and(|number| number <= most))
    };
    text.trim().is_empty()
        || (number(24) == Some(true) && number(59) == Some(true) && number(60) != Some(false))
}

/// Whether `after` goes on with a month or day that does not exist: `-13-45` after `2020`.
fn goes_on(date: PartialDate, after: &str) -> bool {
    let mut rest = after.chars();
    date.day().is_none()
        && matches!(rest.next(), Some('-' | '–' | '/' | '.'))
        && rest.next().is_some_and(|char| char.is_ascii_digit())
}

/// Whether a date in metadata is refused because it is too far ahead.
pub(super) fn is_of_the_future(text: &str, today: Option<PartialDate>) -> bool {
    parse(text.trim()).is_some_and(|(date, _)| is_far(date, today))
}

/// More than a year ahead: what is to be published next month may have its date already.
fn is_far(date: PartialDate, today: Option<PartialDate>) -> bool {
    today.is_some_and(|today| {
        let (year, month, day) = today.last_day();
        date.first_day() > (year + 1, month, day)
    })
}

/// The date itself, or where it is far ahead the one that it may be a slip for: its last two digits changed places, or
/// the century is wrong. Today where neither has been.
fn not_after(date: PartialDate, today: Option<PartialDate>) -> PartialDate {
    let Some(today) = today.filter(|today| is_far(date, Some(*today))) else {
        return date;
    };
    let year = date.year();
    let swapped = year / 100 * 100 + year % 10 * 10 + year / 10 % 10;
    let past = [swapped, year - 100].into_iter().filter_map(|year| {
        let day = PartialDate::new(year, date.month(), date.day());
        day.or_else(|| PartialDate::new(year, date.month(), None))
    });
    let past = past.filter(|date| *date <= today);
    past.max().unwrap_or(today)
}

/// The date that exists and comes nearest to what is written in any order of numbers and a month's name.
fn nearest(text: &str) -> Option<PartialDate> {
    let parts = text.split(|char: char| !char.is_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let (year, mut rest) = year_and_rest(&parts)?;
    if let Some(named) = parts.iter().find_map(|part| month_of(part)) {
        rest.insert(0, u32::from(named));
    }
    let (mut month, mut day) = (rest.first().copied(), rest.get(1).copied());
    if let (Some(first), Some(second)) = (month, day)
        && first > 12
        && (1..=12).contains(&second)
    {
        (month, day) = (day, month);
    }
    clamped(year, month, day)
}

/// The year among the first three numbers, and the others, the month first where the order says so.
fn year_and_rest(parts: &[&str]) -> Option<(u32, Vec<u32>)> {
    if let [digits] = parts
        && digits.len() == 8
    {
        let part = |from, to| digits.get(from..to)?.parse().ok();
        return Some((part(0, 4)?, vec![part(4, 6)?, part(6, 8)?]));
    }
    let numbers = parts.iter().filter_map(|part| {
        let digits = part.trim_end_matches(char::is_alphabetic);
        digits.parse().ok().map(|number| (digits.len(), number))
    });
    let mut numbers: Vec<(usize, u32)> = numbers.take(3).collect();
    let at = numbers.iter().position(|(length, _)| *length == 4);
    let year = match at {
        Some(at) => numbers.remove(at).1,
        None if numbers.len() == 3 && numbers.iter().all(|(length, _)| *length <= 2) => {
            2000 + numbers.pop()?.1 % 100
        }
        None => return None,
    };
    // A second year is no month.
    let rest = numbers.iter().filter(|(length, _)| *length <= 2);
    let mut rest: Vec<u32> = rest.map(|(_, number)| *number).collect();
    if at != Some(0) {
        rest.reverse();
    }
    Some((year, rest))
}

/// Month and day moved to the nearest that exist.
fn clamped(year: u32, month: Option<u32>, day: Option<u32>) -> Option<PartialDate> {
    let year = i16::try_from(year).ok()?;
    let small = |number: u32, most: u8| u8::try_from(number).unwrap_or(most).clamp(1, most);
    let month = month.map(|month| small(month, 12));
    let whole = PartialDate::new(year, month, None)?;
    let day = day.map(|day| small(day, whole.last_day().2));
    PartialDate::new(year, month, day.filter(|_| month.is_some()))
}

/// The date that a line is, or one of its parts: `By Jane Roe – Published on 3 October 2022`.
pub(super) fn of_parts(line: &str) -> Option<PartialDate> {
    of_line(line).or_else(|| {
        let parts = line.split(['–', '—', '|', '·', '•']);
        let short = line.len() <= 200 && !line.contains('?');
        parts
            .filter(|_| short)
            .find_map(|part| of_line(part.trim()))
    })
}

/// The date that a line of text gives as the publication's, where it is one.
pub(super) fn of_line(line: &str) -> Option<PartialDate> {
    if line.len() > 200 {
        return None;
    }
    let lower = line.trim().to_lowercase();
    let opening = OPENINGS
        .iter()
        .filter_map(|opening| {
            let rest = lower.strip_prefix(opening)?;
            rest.starts_with([' ', ':', '\u{a0}'])
                .then_some((opening.len(), rest))
        })
        .max_by_key(|(length, _)| *length);
    let says_so = opening.is_some_and(|(length, _)| length > 2);
    let rest = opening.map_or(lower.as_str(), |(_, rest)| rest);
    let parsed = parse(rest.trim_start_matches([' ', ':', '\u{a0}']));
    // "Le Moulin, le 14 mai 2019": the first word opens no date.
    if (opening.is_none() || parsed.is_none())
        && let Some(date) = of_dateline(line.trim(), &lower)
    {
        return Some(date);
    }
    let (date, after) = parsed?;
    let alone = after.trim().trim_end_matches('.').len() <= 12;
    (says_so || (alone && date.month().is_some())).then_some(date)
}

/// The day at the end of a line that begins with a place or an outlet: `The Valley Gazette, 3 October 2022`.
fn of_dateline(line: &str, lower: &str) -> Option<PartialDate> {
    const BORN: [&str; 8] = [
        "born", "né", "née", "geboren", "nacido", "nacida", "nato", "nata",
    ];
    // An American day has a comma of its own: "Interview with Tomas Rune, May 14, 2019".
    let marks = lower.rmatch_indices([',', '|', '–', '—']).take(2);
    let marks = marks.filter(|_| !line.contains('\n'));
    let dated = |(comma, _): (usize, &str)| day_after(&lower[comma..]).map(|date| (comma, date));
    let (comma, date) = marks.filter(|_| line.len() <= 100).find_map(dated)?;
    let before = line.get(..comma)?;
    let words: Vec<&str> = before.split_whitespace().collect();
    let named = |word: &&str| word.chars().count() <= 3 || word.starts_with(char::is_uppercase);
    let born = BORN.contains(&words.first()?.to_lowercase().as_str());
    // A stop after a title ("Mr. Rune") ends no sentence.
    let stops = |word: &&str| word.ends_with('.') && word.chars().count() > 4;
    let sentence = before.contains(['?', '!', ':', ';']) || words.iter().any(stops);
    let titled = words.len() <= 6 && words.iter().all(named);
    let told = of_interview(before) && words.len() <= 12;
    (!born && !sentence && (titled || told)).then_some(date)
}

/// Whether a title says that an interview follows.
fn of_interview(title: &str) -> bool {
    const WORDS: [&str; 9] = [
        "interview",
        "transcript",
        "conversation",
        "entretien",
        "gespräch",
        "entrevista",
        "intervista",
        "transkript",
        "transcription",
    ];
    let lower = title.to_lowercase();
    let mut words = lower.split(|char: char| !char.is_alphanumeric());
    words.any(|word| WORDS.contains(&word))
}

/// The day behind a mark, where nothing follows it.
fn day_after(text: &str) -> Option<PartialDate> {
    let rest = text.trim_start_matches([',', '|', '–', '—', ' ', '\u{a0}']);
    let articles = ["den ", "le ", "the ", "el ", "il ", "am "];
    let rest = articles
        .iter()
        .find_map(|article| rest.strip_prefix(article))
        .unwrap_or(rest);
    let (date, after) = parse(rest)?;
    (after.trim().trim_end_matches('.').is_empty() && date.day().is_some()).then_some(date)
}

/// The first ISO date in a file's name, to the month at least.
pub(super) fn of_name(name: &str) -> Option<PartialDate> {
    name.char_indices()
        .filter(|(at, char)| {
            char.is_ascii_digit() && !name[..*at].ends_with(|char: char| char.is_ascii_digit())
        })
        .filter_map(|(at, _)| iso(&name[at..]))
        .map(|(date, _)| date)
        .find(|date| date.month().is_some() && (1900..2100).contains(&date.year()))
}

/// The date at the start of `text`, and what follows it.
fn parse(text: &str) -> Option<(PartialDate, &str)> {
    year_first(text)
        .or_else(|| iso(text))
        .or_else(|| slashed(text))
        .or_else(|| spelled(text))
}

fn iso(text: &str) -> Option<(PartialDate, &str)> {
    [10, 7, 4].into_iter().find_map(|length| {
        let rest = text.get(length..)?;
        let date = text[..length].parse().ok()?;
        (!rest.starts_with(|char: char| char.is_ascii_digit())).then_some((date, rest))
    })
}

/// Year, month, day with any marks between them, and without zeros: `2020/4/7`.
fn year_first(text: &str) -> Option<(PartialDate, &str)> {
    let end = text
        .find(|char: char| !(char.is_ascii_digit() || matches!(char, '-' | '/' | '.')))
        .unwrap_or(text.len());
    let mut parts = text[..end].trim_end_matches('.').split(['-', '/', '.']);
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let mut number = || {
        let number = parts.next().filter(|number| number.len() <= 2)?;
        number.parse().ok()
    };
    let (month, day) = (number()?, number()?);
    let date = PartialDate::new(year, Some(month), Some(day))?;
    parts.next().is_none().then_some((date, &text[end..]))
}

/// Day, month, year, as French writes it.
fn slashed(text: &str) -> Option<(PartialDate, &str)> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let mut parts = text[..end].split(['/', '.']);
    let day = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    Some((
        PartialDate::new(year, Some(month), Some(day))?,
        &text[end..],
    ))
}

/// `17 avril 2020`, `1er mai 2020`, `avril 2020`, `April 17, 2020`, `17 April 2020`.
fn spelled(text: &str) -> Option<(PartialDate, &str)> {
    let mut day = None;
    let mut month = None;
    let mut rest = text;
    for _ in 0..4 {
        rest = rest.trim_start_matches([' ', ',', '\u{a0}']);
        let end = rest.find([' ', ',', '\u{a0}', '\n']).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let number = word.trim_end_matches(|char: char| char.is_alphabetic() || char == '.');
        if let Ok(number) = number.parse::<i16>() {
            if number > 31 {
                let date = PartialDate::new(number, Some(month?), day)?;
                return Some((date, after));
            }
            day = Some(u8::try_from(number).ok()?);
        } else if month.is_none() {
            month = Some(month_of(word).or_else(|| is_weekday(word).then_some(0))?)
                .filter(|month| *month > 0);
        } else {
            return None;
        }
        rest = after;
    }
    None
}

fn month_of(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let at = MONTHS
        .iter()
        .position(|names| names.contains(&word.as_str()))?;
    u8::try_from(at + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    let word = word.to_lowercase();
    [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ]
    .contains(&word.as_str())
        || (word.ends_with("day") && word.len() <= 9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_does_not_exist_is_refused_with_the_nearest_that_does() {
        let today = PartialDate::new(2026, Some(11), Some(27));
        for (text, nearest) in [
            ("2020-13-45", "2020-12-31"),
            ("2020-04-31", "2020-04-30"),
            ("2020-00-10", "2020-01-10"),
            ("2021-02-29", "2021-02-28"),
            ("2020-17-04", "2020-04-17"),
            ("20200417", "2020-04-17"),
            ("31/02/2020", "2020-02-29"),
            ("04/17/2020", "2020-04-17"),
            ("17/04/20", "2020-04-17"),
            ("31 février 2021", "2021-02-28"),
            ("2019-2020", "2019"),
            ("2062-04-17", "2026-04-17"),
            ("2090", "2009"),
            ("3020-04", "2026-11-27"),
            ("2120-13", "2020-12"),
        ] {
            let read = of_metadata(text, today);
            let near = read.map_err(|near| near.map(|near| near.to_string()));
            assert_eq!(near, Err(Some(nearest.to_owned())), "{text}");
        }
        for text in ["soon", "", "spring", "17 avril"] {
            assert_eq!(of_metadata(text, today), Err(None), "{text}");
        }
    }

    #[test]
    fn a_date_of_an_owner_is_a_date_and_nothing_else() {
        let today = PartialDate::new(2026, Some(11), Some(27));
        for (text, nearest) in [
            ("2020-04-17 garbage", Some("2020-04-17")),
            ("2020-04-17T25:61:00Z", Some("2020-04-17")),
            ("1020-04-17", None),
            ("99999-01-01", None),
        ] {
            let near = of_owner(text, today).map_err(|near| near.map(|near| near.to_string()));
            assert_eq!(near, Err(nearest.map(str::to_owned)), "{text}");
        }
        for text in [
            "2020",
            "2020-04-17T08:00:00+02:00",
            "2020-04-17 08:00",
            "17 avril 2020",
        ] {
            assert!(of_owner(text, today).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_date_that_exists_is_read_in_any_of_its_forms() {
        let today = PartialDate::new(2026, Some(11), Some(27));
        for (text, date) in [
            ("2020", "2020"),
            ("2020-04", "2020-04"),
            ("2020-04-17", "2020-04-17"),
            ("2020-04-17T08:00:00+02:00", "2020-04-17"),
            ("2020-04-17 08:00", "2020-04-17"),
            ("2020-4-7", "2020-04-07"),
            ("2020/04/17", "2020-04-17"),
            ("17/04/2020", "2020-04-17"),
            ("17 avril 2020", "2020-04-17"),
            ("April 17, 2020", "2020-04-17"),
            ("2027-11-27", "2027-11-27"),
        ] {
            let read = of_metadata(text, today).map(|date| date.to_string());
            assert_eq!(read, Ok(date.to_owned()), "{text}");
        }
    }
}

//! Dates as interviews write them: `2020-04`, `17/04/2020`, `17 avril 2020`, `April 17, 2020`.
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
pub(super) fn of_metadata(text: &str) -> Option<PartialDate> {
    parse(text.trim()).map(|(date, _)| date)
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
    let (date, after) = parse(rest.trim_start_matches([' ', ':', '\u{a0}']))?;
    let alone = after.trim().trim_end_matches('.').len() <= 12;
    (says_so || (alone && date.month().is_some())).then_some(date)
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
    iso(text)
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

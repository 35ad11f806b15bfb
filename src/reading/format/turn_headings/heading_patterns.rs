//! The kinds of headings that recorders and meeting programs write.

use super::super::time_codes;
use crate::interview::PartialDate;
use crate::reading::format::speech_segments::Segment;
use crate::reading::structure::{diarization_labels, person_name_detection};

/// How many headings make a text of turns.
pub(super) const LEAST: usize = 3;

/// The longest name, in bytes.
pub(super) const LONGEST: usize = 60;
/// A heading: who speaks from here on, and what of it stands on its own line.
pub(super) struct TurnHeading<'a> {
    pub(super) time: Option<u64>,
    pub(super) date: Option<PartialDate>,
    pub(super) name: &'a str,
    pub(super) words: &'a str,
    /// How many lines it takes.
    pub(super) lines: usize,
}

/// One kind of heading; the kind that most lines have is the text's.
pub(super) type HeadingPattern = for<'a> fn(&[&'a str]) -> Option<TurnHeading<'a>>;

pub(super) const KINDS: [HeadingPattern; 8] = [
    time_and_name,
    name_and_time,
    name_time_and_words,
    time_above_name,
    name_above_time,
    speaker_label,
    label_alone,
    message,
];

/// A name as these programs write it.
pub(super) fn name(text: &str) -> Option<&str> {
    let name = text.trim().trim_end_matches(':').trim();
    let plain = name.len() <= LONGEST && !name.ends_with(['.', '?', '!', ',', ';']);
    let shaped = diarization_labels::is_mere_label(name) && name.chars().count() > 1
        || person_name_detection::bare(name.split('|').next().unwrap_or_default()).is_some();
    (plain && shaped).then_some(name)
}

/// `[00:00:04.05] - Name`, `0:04 - Name`, `00:00:04 Name`.
fn time_and_name<'a>(lines: &[&'a str]) -> Option<TurnHeading<'a>> {
    let (time, rest) = time_codes::stamped(lines.first()?)?;
    Some(TurnHeading {
        time: Some(time),
        date: None,
        name: name(rest)?,
        words: "",
        lines: 1,
    })
}

/// `Name  0:04`, `Name (00:00:04)`, `Name [0:04]`, `[Name] 0:04`.
fn name_and_time<'a>(lines: &[&'a str]) -> Option<TurnHeading<'a>> {
    let line = lines.first()?;
    let inner = line.trim_end_matches([')', ']']);
    let from =
        inner.rfind(|char: char| !(char.is_ascii_digit() || matches!(char, ':' | '.' | ',')))?;
    let last = inner[from..].chars().next().map_or(1, char::len_utf8);
    let (time, over) = time_codes::time(&inner[from + last..])?;
    let before =
        inner[..from + last].trim_end_matches(['(', '[', '-', '–', ' ', '\t', '\u{a0}', ',']);
    let bare = before
        .strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'));
    let before = bare.unwrap_or(before);
    Some(TurnHeading {
        time: Some(time),
        date: None,
        name: name(before).filter(|_| over.is_empty())?,
        words: "",
        lines: 1,
    })
}

/// `Name [00:00:04] words`, `Name (0:04) words`.
fn name_time_and_words<'a>(lines: &[&'a str]) -> Option<TurnHeading<'a>> {
    let line = lines.first()?;
    let open = line.find(['[', '(']).filter(|open| *open <= LONGEST)?;
    let (time, words) = time_codes::stamped(&line[open..])?;
    // A colon makes a label of it, wherever else times stand.
    let before = line[..open].trim_end();
    let spaced = before.len() < open && !before.ends_with(':');
    let follows = !words.is_empty() && !words.starts_with(':');
    Some(TurnHeading {
        time: Some(time),
        date: None,
        name: name(&line[..open]).filter(|_| spaced && follows)?,
        words,
        lines: 1,
    })
}

/// `00:00:04:01 - 00:00:18:00` or `00:00:04`, and the name on the next line.
fn time_above_name<'a>(lines: &[&'a str]) -> Option<TurnHeading<'a>> {
    let line = lines.first()?;
    let time = match line.split_once(['-', '–', '→']) {
        Some((start, end)) => padded(end.trim_start_matches(['-', '>'])).and(padded(start)),
        None => time_codes::timecode(line),
    };
    Some(TurnHeading {
        time: Some(time?),
        date: None,
        name: name(lines.get(1)?)?,
        words: "",
        lines: 2,
    })
}

/// A name, and `00:00:04` on the next line.
fn name_above_time<'a>(lines: &[&'a str]) -> Option<TurnHeading<'a>> {
    let time = time_codes::timecode(lines.get(1)?)?;
    Some(TurnHeading {
        time: Some(time),
        date: None,
        name: name(lines.first()?)?,
        words: "",
        lines: 2,
    })
}

/// A clock whose parts may have one digit: `0:0:4.4`.
fn padded(clock: &str) -> Option<u64> {
    let parts = clock.trim().split([':', ';']).map(|part| {
        let short = part.find('.').unwrap_or(part.len()) < 2;
        format!("{}{part}", if short { "0" } else { "" })
    });
    time_codes::timecode(&parts.collect::<Vec<_>>().join(":"))
}

/// `SPEAKER: S1`.
fn speaker_label<'a>(lines: &[&'a str]) -> Option<TurnHeading<'a>> {
    let (word, label) = lines.first()?.split_once(':')?;
    let label = label.trim();
    let is_speaker = word.trim().eq_ignore_ascii_case("speaker");
    (is_speaker && (diarization_labels::is_mere_label(label) || name(label).is_some())).then_some(
        TurnHeading {
            time: None,
            date: None,
            name: label,
            words: "",
            lines: 1,
        },
    )
}

/// `SPEAKER_00` alone.
fn label_alone<'a>(lines: &[&'a str]) -> Option<TurnHeading<'a>> {
    let line = lines.first()?.trim_end_matches(':');
    let label = line.bytes().any(|byte| byte.is_ascii_digit())
        && line.chars().any(char::is_alphabetic)
        && diarization_labels::is_mere_label(line);
    label.then_some(TurnHeading {
        time: None,
        date: None,
        name: line,
        words: "",
        lines: 1,
    })
}

/// `[04/05/2026, 10:00:04] Name: words`, `04/05/2026, 10:00 - Name: words`.
fn message<'a>(lines: &[&'a str]) -> Option<TurnHeading<'a>> {
    let line = lines
        .first()?
        .trim_start_matches(['\u{200e}', '\u{200f}', '[']);
    let (day, rest) = line.split_once([',', ' '])?;
    let date = day_of(day)?;
    let digits = rest
        .trim_start()
        .find(|char: char| !(char.is_ascii_digit() || matches!(char, ':' | '.')))?;
    let (clock, rest) = rest.trim_start().split_at(digits);
    let rest = rest.trim_start_matches(['\u{202f}', ' ']);
    let half = ["AM", "PM", "am", "pm"]
        .iter()
        .find_map(|half| rest.strip_prefix(*half));
    let rest = half.unwrap_or(rest).trim_start();
    let rest = rest.strip_prefix(']').or_else(|| rest.strip_prefix('-'))?;
    let (who, words) = rest.trim_start_matches([' ', '\u{200e}']).split_once(':')?;
    let plain = !who.trim().is_empty() && who.len() <= LONGEST;
    (clock.contains(':') && plain).then(|| TurnHeading {
        time: None,
        date: Some(date),
        name: who.trim().trim_start_matches('~').trim(),
        words: words.trim(),
        lines: 1,
    })
}

/// `04/05/2026`, `4.5.26`, `2026-05-04`: day before month; only the year where that is not sure.
fn day_of(text: &str) -> Option<PartialDate> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    let number = |text: &&str| text.parse::<u8>().ok();
    let year: i16 = match year.len() {
        4 => year.parse().ok()?,
        2 => 2_000 + year.parse::<i16>().ok()?,
        _ => return None,
    };
    let (day, month) = (number(day)?, number(month)?);
    if text.contains('/') && day <= 12 && month <= 12 && day != month {
        // Americans write the month first.
        return PartialDate::new(year, None, None);
    }
    PartialDate::new(year, Some(month), Some(day))
        .or_else(|| PartialDate::new(year, Some(day), Some(month)))
}

pub(super) fn aside(line: &str) -> Segment {
    Segment {
        aside: true,
        text: line.to_owned(),
        ..Segment::default()
    }
}

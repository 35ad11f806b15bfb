//! Texts of recorders and meeting programs, in which a heading begins each turn: `[00:00:04] - Name`, `0:04 - Name`,
//! `Name  0:04`, `00:00:04:01 - 00:00:18:00` and the name below it, `SPEAKER: S1`, `SPEAKER_00` alone on a line; the
//! messages of a chat (`[04/05/2026, 10:00:04] Name: words`); labels with the time at the end of what they say
//! (`I: words #00:00:18-0#`) or under a heading of its own for every few minutes.
//!
//! A text is read so only where most of it has that shape; what stands above the first heading is nobody's.

use super::segments::{self, Segment};
use super::{Document, clock};
use crate::interview::PartialDate;
use crate::reading::metadata::{self, Facts};
use crate::reading::structure::{names, voices};

/// How many headings make a text of turns.
const LEAST: usize = 3;
/// The longest name, in bytes.
const LONGEST: usize = 60;
/// How many lines may stand above the first heading.
const LONGEST_HEAD: usize = 12;
/// How the line begins with which a program ends a transcript.
const ENDINGS: [&str; 5] = [
    "transcription ended",
    "la transcription a pris fin",
    "transkription wurde beendet",
    "la transcripción finalizó",
    "trascrizione terminata",
];

/// A document whose turns have headings, with their speakers and times as data; the same document where it has none.
pub(super) fn taken_up(document: Document) -> Document {
    let lines: Vec<&str> = document
        .blocks
        .iter()
        .flat_map(|block| document.words(block).lines())
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let Some((segments, date)) = of_lines(&lines) else {
        return document;
    };
    let told = metadata::from_text(&document);
    let facts = document.facts.clone();
    Document {
        facts: Facts {
            date: facts.date.or(date).or(told.date),
            title: facts.title.or(told.title),
            ..facts
        },
        ..segments::transcript(&segments)
    }
}

/// A heading: who speaks from here on, and what of it stands on its own line.
struct Heading<'a> {
    time: Option<u64>,
    date: Option<PartialDate>,
    name: &'a str,
    words: &'a str,
    /// How many lines it takes.
    lines: usize,
}

/// One kind of heading; the kind that most lines have is the text's.
type Kind = for<'a> fn(&[&'a str]) -> Option<Heading<'a>>;

const KINDS: [Kind; 6] = [
    time_and_name,
    name_and_time,
    range_above_name,
    speaker_label,
    label_alone,
    message,
];

fn of_lines(lines: &[&str]) -> Option<(Vec<Segment>, Option<PartialDate>)> {
    if let Some(segments) = ended(lines).or_else(|| under_times(lines)) {
        return Some((segments, None));
    }
    let count = |kind: &Kind| {
        (0..lines.len())
            .filter(|&at| kind(&lines[at..]).is_some())
            .count()
    };
    let kind = KINDS.iter().max_by_key(|kind| count(kind))?;
    let headings = count(kind);
    let first = (0..lines.len()).find(|&at| kind(&lines[at..]).is_some())?;
    if headings < LEAST || first > LONGEST_HEAD || !recur(lines, *kind) {
        return None;
    }
    let mut segments: Vec<Segment> = lines[..first].iter().map(|line| aside(line)).collect();
    let mut date = None;
    let mut at = first;
    let mut speaker: Option<String> = None;
    let mut opened: Option<Segment> = None;
    while at < lines.len() {
        let Some(heading) = kind(&lines[at..]) else {
            let begins = opened.take().unwrap_or_default();
            segments.extend(pieces(lines[at], begins, speaker.as_deref()));
            at += 1;
            continue;
        };
        date = date.or(heading.date);
        speaker = Some(heading.name.to_owned());
        let begins = Segment {
            start: heading.time,
            turns: true,
            ..Segment::default()
        };
        if heading.words.is_empty() {
            opened = Some(begins);
        } else {
            opened = None;
            segments.extend(pieces(heading.words, begins, speaker.as_deref()));
        }
        at += heading.lines;
    }
    Some((segments, date))
}

/// Whether those who are named come back, as in a conversation.
fn recur(lines: &[&str], kind: Kind) -> bool {
    let mut named: Vec<String> = (0..lines.len())
        .filter_map(|at| kind(&lines[at..]))
        .map(|heading| names::key(heading.name))
        .collect();
    let all = named.len();
    named.sort_unstable();
    named.dedup();
    named.len() * 2 <= all + 1
}

fn aside(line: &str) -> Segment {
    Segment {
        aside: true,
        text: line.to_owned(),
        ..Segment::default()
    }
}

/// A line of a turn, cut at the times in it: `[00:00:06] - words`.
fn pieces(line: &str, begins: Segment, speaker: Option<&str>) -> Vec<Segment> {
    let mut pieces = vec![Segment {
        speaker: speaker.map(str::to_owned),
        opens: true,
        ..begins
    }];
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        let stamp = after.split_once(']').and_then(|(inside, next)| {
            let (time, over) = clock::time(inside.trim())?;
            over.is_empty().then_some((time, next))
        });
        let (words, next) = match stamp {
            Some((_, next)) => (before, next),
            None => (&rest[..=before.len()], after),
        };
        if let Some(piece) = pieces.last_mut() {
            piece.text.push_str(words);
        }
        if let Some((time, _)) = stamp {
            pieces.push(Segment {
                start: Some(time),
                speaker: speaker.map(str::to_owned),
                ..Segment::default()
            });
            rest = next
                .trim_start()
                .trim_start_matches(['-', '–'])
                .trim_start();
            continue;
        }
        rest = next;
    }
    if let Some(piece) = pieces.last_mut() {
        piece.text.push_str(rest);
    }
    // The first time of a turn stands before its first words.
    if let [first, second, ..] = pieces.as_mut_slice()
        && first.text.trim().is_empty()
    {
        second.turns = first.turns;
        second.opens = true;
    }
    pieces.retain(|piece| !piece.text.trim().is_empty());
    pieces
}

/// A name as these programs write it.
fn name(text: &str) -> Option<&str> {
    let name = text.trim().trim_end_matches(':').trim();
    let plain = name.len() <= LONGEST && !name.ends_with(['.', '?', '!', ',', ';']);
    let shaped = voices::is_mere_label(name) && name.chars().count() > 1
        || names::bare(name.split('|').next().unwrap_or_default()).is_some();
    (plain && shaped).then_some(name)
}

/// `[00:00:04.05] - Name`, `0:04 - Name`, `00:00:04 Name`.
fn time_and_name<'a>(lines: &[&'a str]) -> Option<Heading<'a>> {
    let (time, rest) = clock::stamped(lines.first()?)?;
    Some(Heading {
        time: Some(time),
        date: None,
        name: name(rest)?,
        words: "",
        lines: 1,
    })
}

/// `Name  0:04`, `Name (00:00:04)`, `Name [0:04]`.
fn name_and_time<'a>(lines: &[&'a str]) -> Option<Heading<'a>> {
    let line = lines.first()?;
    let inner = line.trim_end_matches([')', ']']);
    let from =
        inner.rfind(|char: char| !(char.is_ascii_digit() || matches!(char, ':' | '.' | ',')))?;
    let last = inner[from..].chars().next().map_or(1, char::len_utf8);
    let (time, over) = clock::time(&inner[from + last..])?;
    let before =
        inner[..from + last].trim_end_matches(['(', '[', '-', '–', ' ', '\t', '\u{a0}', ',']);
    Some(Heading {
        time: Some(time),
        date: None,
        name: name(before).filter(|_| over.is_empty())?,
        words: "",
        lines: 1,
    })
}

/// `00:00:04:01 - 00:00:18:00` and the name on the next line.
fn range_above_name<'a>(lines: &[&'a str]) -> Option<Heading<'a>> {
    let (start, end) = lines.first()?.split_once(['-', '–', '→'])?;
    padded(end.trim_start_matches(['-', '>']))?;
    Some(Heading {
        time: Some(padded(start)?),
        date: None,
        name: name(lines.get(1)?)?,
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
    clock::timecode(&parts.collect::<Vec<_>>().join(":"))
}

/// `SPEAKER: S1`.
fn speaker_label<'a>(lines: &[&'a str]) -> Option<Heading<'a>> {
    let (word, label) = lines.first()?.split_once(':')?;
    let label = label.trim();
    let is_speaker = word.trim().eq_ignore_ascii_case("speaker");
    (is_speaker && (voices::is_mere_label(label) || name(label).is_some())).then_some(Heading {
        time: None,
        date: None,
        name: label,
        words: "",
        lines: 1,
    })
}

/// `SPEAKER_00` alone.
fn label_alone<'a>(lines: &[&'a str]) -> Option<Heading<'a>> {
    let line = lines.first()?.trim_end_matches(':');
    let label = voices::is_mere_label(line)
        && line.chars().any(|char| char.is_ascii_digit())
        && line.chars().any(char::is_alphabetic);
    label.then_some(Heading {
        time: None,
        date: None,
        name: line,
        words: "",
        lines: 1,
    })
}

/// `[04/05/2026, 10:00:04] Name: words`, `04/05/2026, 10:00 - Name: words`.
fn message<'a>(lines: &[&'a str]) -> Option<Heading<'a>> {
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
    (clock.contains(':') && plain).then(|| Heading {
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

/// Paragraphs that begin with a label and end with their time, `#00:00:18-0#`: each begins where the one before ended.
fn ended(lines: &[&str]) -> Option<Vec<Segment>> {
    let stamp = |line: &str| {
        let (words, time) = line.strip_suffix('#')?.rsplit_once('#')?;
        let (time, _) = clock::time(&time.replace('-', "."))?;
        Some((words.trim_end().to_owned(), time))
    };
    let stamped = lines.iter().filter(|line| stamp(line).is_some()).count();
    if stamped < LEAST || stamped * 2 < lines.len() {
        return None;
    }
    let mut segments = Vec::new();
    let (mut time, mut speaker) = (0, None);
    for line in lines {
        let (words, end) = match stamp(line) {
            Some((words, end)) => (words, Some(end)),
            None => ((*line).to_owned(), None),
        };
        let labelled = words.split_once(':').filter(|(label, _)| {
            label.len() <= LONGEST && (voices::is_mere_label(label) || name(label).is_some())
        });
        let (turns, said) = match labelled {
            Some((label, said)) => {
                speaker = Some(label.trim().to_owned());
                (true, said.trim().to_owned())
            }
            None => (false, words),
        };
        segments.push(Segment {
            start: Some(time),
            end,
            speaker: speaker.clone(),
            turns,
            opens: true,
            text: said,
            ..Segment::default()
        });
        time = end.unwrap_or(time);
    }
    Some(segments)
}

/// Labels in every paragraph below times that stand alone, as Google Meet writes them; what follows the last of them
/// under a heading of its own is the program's.
fn under_times(lines: &[&str]) -> Option<Vec<Segment>> {
    let alone = |line: &str| {
        clock::time(line)
            .filter(|(_, rest)| rest.is_empty())
            .map(|(time, _)| time)
    };
    let labelled = |line: &'_ str| {
        let (label, words) = line.split_once(':')?;
        let named = name(label).is_some() && words.starts_with(char::is_whitespace);
        named.then(|| (label.trim().to_owned(), words.trim().to_owned()))
    };
    let first = lines.iter().position(|line| alone(line).is_some())?;
    let times = lines.iter().filter(|line| alone(line).is_some()).count();
    let labels: Vec<String> = lines[first..]
        .iter()
        .filter_map(|line| labelled(line))
        .map(|(label, _)| names::key(&label))
        .collect();
    let known = |label: &str| {
        labels
            .iter()
            .filter(|known| *known == &names::key(label))
            .count()
            > 1
    };
    let below = lines.len() - first - times;
    let recurring = labels.iter().filter(|label| known(label)).count();
    if times < 2 || recurring < LEAST || recurring * 2 < below {
        return None;
    }
    let mut segments: Vec<Segment> = lines[..first].iter().map(|line| aside(line)).collect();
    let (mut time, mut speaker, mut ended) = (None, None, false);
    for line in &lines[first..] {
        if let Some(at) = alone(line) {
            time = Some(at);
            continue;
        }
        ended |= ENDINGS
            .iter()
            .any(|ending| line.to_lowercase().starts_with(ending));
        if ended {
            segments.push(aside(line));
            continue;
        }
        let (turns, words) = match labelled(line) {
            Some((label, words)) if known(&label) => {
                speaker = Some(label);
                (true, words)
            }
            _ => (false, (*line).to_owned()),
        };
        segments.push(Segment {
            start: time.take(),
            speaker: speaker.clone(),
            turns,
            opens: true,
            text: words,
            ..Segment::default()
        });
    }
    Some(segments)
}

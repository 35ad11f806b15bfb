//! Time codes in transcripts, with or without fractions and frames.

/// A time such as `01:02:03.456`, `02:03,4` or `0:15`, in milliseconds, and what follows it.
pub(super) fn time(text: &str) -> Option<(u64, &str)> {
    let end = text
        .find(|char: char| !(char.is_ascii_digit() || matches!(char, ':' | '.' | ',')))
        .unwrap_or(text.len());
    let clock = text[..end].trim_end_matches(['.', ',', ':']);
    let rest = &text[clock.len()..];
    let (clock, fraction) = match clock.split_once(['.', ',']) {
        Some((clock, fraction)) => (clock, fraction),
        None => (clock, ""),
    };
    let parts: Vec<&str> = clock.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let mut seconds: u64 = 0;
    for (at, part) in parts.iter().enumerate() {
        let two = at == 0 || part.len() == 2;
        let number: u64 = part.parse().ok().filter(|_| two && part.len() <= 3)?;
        if at > 0 && number > 59 {
            return None;
        }
        seconds = seconds * 60 + number;
    }
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    let thousandths: u64 = thousandths.parse().ok()?;
    Some((seconds * 1_000 + thousandths, rest))
}

/// The time that a line begins with, in brackets or not, and the words after it; of a range its start.
pub(super) fn stamped(line: &str) -> Option<(u64, &str)> {
    let line = line.trim_start();
    let opened = line.starts_with(['[', '(']);
    let (time, rest) = time(line.trim_start_matches(['[', '(']))?;
    let rest = after_end(rest, opened).unwrap_or(rest);
    let rest = match rest.strip_prefix([']', ')']) {
        Some(rest) => rest,
        None if opened => return None,
        None if rest.is_empty() || rest.starts_with(char::is_whitespace) => rest,
        None => return None,
    };
    Some((
        time,
        rest.trim_start_matches([' ', '\t', '\u{a0}', '-', '–']),
    ))
}

/// What follows the end of a range whose start stands before `text`: ` --> 00:00:05.550] words`. In brackets a mere dash
/// joins the two as well.
fn after_end(text: &str, opened: bool) -> Option<&str> {
    let text = text.trim_start();
    let dashes = ["-", "–"].iter().filter(|_| opened);
    let end = ["-->", "->", "→"]
        .iter()
        .chain(dashes)
        .find_map(|arrow| text.strip_prefix(arrow))?;
    time(end.trim_start()).map(|(_, rest)| rest)
}

/// A clock that may count frames after its seconds, as editing programs write it: `00:01:02:13`, `00;01;02;13`.
/// Frames are left aside. Milliseconds.
pub(super) fn timecode(text: &str) -> Option<u64> {
    let text = text
        .trim()
        .trim_matches(['[', ']', '(', ')'])
        .replace(';', ":");
    let parts: Vec<&str> = text.split(':').collect();
    match parts.as_slice() {
        [_, _, _, frames]
            if !frames.is_empty() && frames.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            time(&parts[..3].join(":"))
                .filter(|(_, rest)| rest.is_empty())
                .map(|(time, _)| time)
        }
        _ => time(&text).map(|(time, _)| time),
    }
}

/// Seconds as milliseconds, where a recording can have them.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be in range"
)]
pub(super) fn milliseconds(seconds: f64) -> Option<u64> {
    (0.0..1.0e9)
        .contains(&seconds)
        .then(|| (seconds * 1_000.0).round() as u64)
}

/// An ISO 8601 duration of hours, minutes and seconds (`PT1H2M3.4S`) in milliseconds.
pub(super) fn duration(text: &str) -> Option<u64> {
    let mut rest = text.trim().strip_prefix("PT")?;
    let mut seconds = 0.0;
    while let Some(end) = rest.find(|char: char| char.is_ascii_alphabetic()) {
        let number: f64 = rest[..end].parse().ok()?;
        seconds += number
            * match &rest[end..=end] {
                "H" => 3_600.0,
                "M" => 60.0,
                "S" => 1.0,
                _ => return None,
            };
        rest = &rest[end + 1..];
    }
    milliseconds(seconds).filter(|_| rest.is_empty())
}

//! Subtitles: SubRip (`.srt`) and WebVTT (`.vtt`), as players accept them.
//!
//! A cue is a line with `-->` between two times and the lines up to the next blank one. Numbers, notes,
//! styles, settings and tags are left out; `<v Name>`, `>> NAME:` and a dash at the start of a line say that
//! somebody begins to speak. WebVTT: <https://www.w3.org/TR/webvtt1/>.

use super::Document;
use super::cues::{self, Cue};
use crate::reading::{ReadError, decode};

pub(super) fn read(bytes: &[u8], warnings: &mut Vec<String>) -> Result<Document, ReadError> {
    let text = decode::decode(bytes, warnings)?;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut cues: Vec<Cue> = Vec::new();
    let mut malformed = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        if !line.contains("-->") {
            continue;
        }
        let Some((start, end)) = timing(line) else {
            malformed.push(at);
            continue;
        };
        let from = at;
        while lines.get(at).is_some_and(|line| !line.is_empty()) && !is_next(&lines, at) {
            at += 1;
        }
        take(&lines[from..at], start, end, &mut cues);
    }
    if let Some(first) = malformed.first() {
        warnings.push(format!(
            "{} cues have times that cannot be read, the first in line {first}; their words are left out",
            malformed.len()
        ));
    }
    Ok(cues::join(&cues))
}

/// Whether a line is the number or the times of the next cue, where no blank line stands before it.
fn is_next(lines: &[&str], at: usize) -> bool {
    let times = |at: usize| lines.get(at).is_some_and(|line| line.contains("-->"));
    let number = lines[at].bytes().all(|byte| byte.is_ascii_digit());
    times(at) || (number && times(at + 1))
}

/// The times of a cue, in milliseconds.
fn timing(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once("-->")?;
    let (start, _) = cues::time(start.trim())?;
    let (end, _) = cues::time(end.trim())?;
    Some((start, end))
}

/// The lines of a cue: each speaker's apart, and none that the cue before ended with, as automatic captions
/// repeat them.
fn take(lines: &[&str], start: u64, end: u64, cues: &mut Vec<Cue>) {
    let before: Vec<String> = cues
        .iter()
        .rev()
        .take(2)
        .map(|cue| cue.text.clone())
        .collect();
    let mut speaker: Option<String> = None;
    for line in lines {
        for (voice, words) in voices(line) {
            speaker = voice.or(speaker);
            let (turns, named, words) = begins(&words);
            if words.is_empty() || (!turns && before.contains(&words)) {
                continue;
            }
            cues.push(Cue {
                start: Some(start),
                end: Some(end),
                speaker: named.or_else(|| speaker.clone()),
                turns,
                text: words,
            });
        }
    }
}

/// A line cut at its `<v Name>` tags, without any other tag.
fn voices(line: &str) -> Vec<(Option<String>, String)> {
    let mut parts = vec![(None, String::new())];
    let mut rest = line;
    while let Some(open) = rest.find('<') {
        let (before, tag) = rest.split_at(open);
        push(&mut parts, before);
        let Some(close) = tag.find('>') else {
            push(&mut parts, tag);
            return decoded(parts);
        };
        let (name, after) = (&tag[1..close], &tag[close + 1..]);
        if let Some(speaker) = voice(name) {
            parts.push((Some(speaker), String::new()));
        }
        rest = after;
    }
    push(&mut parts, rest);
    decoded(parts)
}

fn push(parts: &mut [(Option<String>, String)], words: &str) {
    if let Some((_, text)) = parts.last_mut() {
        text.push_str(words);
    }
}

/// The speaker of a voice tag, `v Name` or `v.loud Name`.
fn voice(tag: &str) -> Option<String> {
    let rest = tag.strip_prefix('v')?;
    let name = match rest.strip_prefix('.') {
        Some(classes) => classes.split_once(char::is_whitespace)?.1,
        None => rest.strip_prefix(char::is_whitespace)?,
    };
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

fn decoded(parts: Vec<(Option<String>, String)>) -> Vec<(Option<String>, String)> {
    parts
        .into_iter()
        .map(|(speaker, text)| (speaker, entities(&text)))
        .filter(|(speaker, text)| speaker.is_some() || !text.trim().is_empty())
        .collect()
}

/// The characters that WebVTT escapes.
fn entities(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", "\u{a0}"),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (entity, char)| {
        text.replace(entity, char)
    })
}

/// Whether somebody begins to speak in a line, `>> words`, `>> NAME: words` or `- words`; who, where it is
/// said; and the words.
fn begins(words: &str) -> (bool, Option<String>, String) {
    let words = words.trim();
    if let Some(rest) = words.strip_prefix(">>") {
        let rest = rest.trim_start_matches(['>', ' ']);
        let named = rest
            .split_once(':')
            .filter(|(name, _)| is_caption_name(name));
        return match named {
            Some((name, said)) => (true, Some(name.trim().to_owned()), said.trim().to_owned()),
            None => (true, None, rest.to_owned()),
        };
    }
    let dashed = ["- ", "– ", "— "]
        .iter()
        .find_map(|dash| words.strip_prefix(dash));
    match dashed {
        Some(rest) => (true, None, rest.trim().to_owned()),
        None => (false, None, words.to_owned()),
    }
}

/// Broadcast captions write names in capitals.
fn is_caption_name(name: &str) -> bool {
    let letters = || name.chars().filter(|char| char.is_alphabetic());
    name.len() <= 60 && letters().count() >= 2 && letters().all(char::is_uppercase)
}

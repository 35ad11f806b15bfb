//! SubRip (`.srt`) and WebVTT (`.vtt`), as players accept them.
//!
//! A cue is a line with `-->` between two times and the lines up to the next blank one. Numbers, notes, styles,
//! settings and tags are left out; `<v Name>` says who speaks, and so does the identifier of a cue as Webex writes
//! it, or where identifiers, which name one cue each, come back (tscribe). WebVTT:
//! <https://www.w3.org/TR/webvtt1/>.

use std::collections::HashMap;

use super::super::{Document, time_codes};
use super::{Cue, document, entities};
use crate::reading::{ReadError, character_encoding};

pub(in crate::reading::format) fn read(
    bytes: &[u8],
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let text = character_encoding::decode(bytes, warnings)?;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut cues: Vec<Cue> = Vec::new();
    let mut malformed = Vec::new();
    let labels = recurring_identifiers(&lines);
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
        let identifier = at.checked_sub(2).map(|above| lines[above]);
        let identified = identifier.and_then(|line| {
            let label = labels.contains_key(line).then(|| line.to_owned());
            identified(line).or(label)
        });
        let from = at;
        while !ends(&lines, from, at) {
            at += 1;
        }
        cues.push(Cue {
            start,
            end,
            lines: voices(&lines[from..at], identified),
        });
    }
    let is_cut = is_cut(&text);
    let document = document(cues);
    if document.text.trim().is_empty() && (is_cut || !malformed.is_empty()) {
        return Err(ReadError::Malformed(
            "the subtitles are cut off or damaged: no caption has both its times and words; copy or export the file again"
                .to_owned(),
        ));
    }
    if is_cut {
        warnings.push(
            "the subtitles are cut off: the last caption has no words; what stands before it was read; copy or export the file again"
                .to_owned(),
        );
    }
    if let Some(first) = malformed.first() {
        warnings.push(format!(
            "cues whose times cannot be read are left out: {}, the first in line {first}",
            malformed.len()
        ));
    }
    Ok(document)
}

/// Whether a file ends in the middle of a caption: after its number or its times. A blank line after them is the end of
/// a caption that is empty.
fn is_cut(text: &str) -> bool {
    let mut lines = text.lines().rev().map(str::trim);
    let (last, before) = (lines.next(), lines.next());
    let is_number = |line: &str| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
    last.is_some_and(|last| last.contains("-->") || (is_number(last) && before == Some("")))
}

/// Whether the lines of a cue that begin at `from` end before `at`: at a blank line, at the end, or at the number
/// or the times of the next cue. A blank line at once is a line of its own where words follow it.
fn ends(lines: &[&str], from: usize, at: usize) -> bool {
    let Some(line) = lines.get(at) else {
        return true;
    };
    let times = |at: usize| lines.get(at).is_some_and(|line| line.contains("-->"));
    let number = |at: usize| {
        lines
            .get(at)
            .is_some_and(|line| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if line.is_empty() {
        // The first line of automatic captions is one blank, which was trimmed.
        let follows = lines.get(at + 1).is_some_and(|next| !next.is_empty());
        let next = times(at + 1) || times(at + 2) || number(at + 1);
        return at > from || !follows || next;
    }
    times(at) || (number(at) && times(at + 1)) || (identified(line).is_some() && times(at + 1))
}

/// The times of a cue, in milliseconds.
fn timing(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once("-->")?;
    let (start, _) = time_codes::time(start.trim())?;
    let (end, _) = time_codes::time(end.trim())?;
    Some((start, end))
}

/// The speaker in the identifier of a cue: `1 "Runa Halvik" (3000000)`.
fn identified(line: &str) -> Option<String> {
    let rest = line.trim_start_matches(|char: char| char.is_ascii_digit());
    let name = rest.trim_start().strip_prefix('"')?;
    let (name, after) = name.rsplit_once('"')?;
    let after = after.trim();
    let numbered = after.is_empty() || (after.starts_with('(') && after.ends_with(')'));
    (rest.len() < line.len() && numbered && !name.trim().is_empty()).then(|| name.trim().to_owned())
}

/// The identifiers of a file whose cues are identified by who speaks, with how often each stands: most come back, and
/// none is a number.
fn recurring_identifiers<'a>(lines: &[&'a str]) -> HashMap<&'a str, usize> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    let mut cues = 0;
    for (at, line) in lines.iter().enumerate() {
        if !line.contains("-->") {
            continue;
        }
        cues += 1;
        let apart = at < 2 || lines[at - 2].is_empty();
        let identifier = at.checked_sub(1).map(|above| lines[above]);
        if let Some(identifier) =
            identifier.filter(|line| apart && line.contains(char::is_alphabetic))
        {
            *times.entry(identifier).or_default() += 1;
        }
    }
    let recurring: usize = times.values().filter(|times| **times > 1).sum();
    if recurring * 2 > cues && times.len() > 1 {
        times
    } else {
        HashMap::new()
    }
}

/// The lines of a cue, cut at their voice tags; a voice speaks up to the next one or the end of the cue.
fn voices(lines: &[&str], identified: Option<String>) -> Vec<(Option<String>, String)> {
    let mut speaker = identified;
    let mut found = Vec::new();
    for line in lines {
        for (voice, words) in cut(line) {
            speaker = voice.or(speaker);
            found.push((speaker.clone(), entities(&words).trim().to_owned()));
        }
    }
    found
}

/// A line cut at its `<v Name>` tags, without any other tag and without `{\an8}`.
fn cut(line: &str) -> Vec<(Option<String>, String)> {
    let mut parts = vec![(None, String::new())];
    let mut rest = line;
    while let Some(open) = rest.find(['<', '{']) {
        let (before, tag) = rest.split_at(open);
        push(&mut parts, before);
        let end = match tag.starts_with("{\\") {
            true => Some('}'),
            false => Some('>').filter(|_| tag.starts_with('<') && is_tag(tag)),
        };
        let Some(end) = end else {
            push(&mut parts, &tag[..1]);
            rest = &tag[1..];
            continue;
        };
        // A tag that never ends is text.
        let Some(close) = tag.find(end) else {
            push(&mut parts, tag);
            return parts;
        };
        if let Some(speaker) = voice(&tag[1..close]) {
            parts.push((Some(speaker), String::new()));
        }
        rest = &tag[close + 1..];
    }
    push(&mut parts, rest);
    parts
}

/// Whether `<` begins a tag or a time, and not a comparison.
fn is_tag(text: &str) -> bool {
    text[1..].starts_with(|char: char| char.is_alphanumeric() || char == '/')
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
    Some(entities(name.trim())).filter(|name| !name.is_empty())
}

//! Label candidates: words at the start of a block that may name a speaker. Whether they do is decided over the whole
//! document.

use super::label_patterns::{
    LabelCandidate, LabelMark, after_time, caseless, is_caseless, picture, quoted, recorded, skip,
};
use super::person_name_detection::{bare, is_name, phrase};
use super::role_and_question_cues::{persons, role_word};
use crate::interview::Role;

/// The longest label, in bytes.
const LONGEST: usize = 80;
/// How many letters a name before a wide space has at most.
const LONGEST_WIDE: usize = 10;

/// The label that a block may begin with. `bold_until` is where its leading bold run ends.
pub(in crate::reading) fn candidate(
    block: &str,
    bold_until: Option<usize>,
) -> Option<LabelCandidate> {
    bracketed(block)
        .or_else(|| recorded(block))
        .or_else(|| with_colon(block))
        .or_else(|| quoted(block))
        .or_else(|| with_wide_space(block))
        .or_else(|| with_tab(block))
        .or_else(|| with_dash(block))
        .or_else(|| lettered(block))
        .or_else(|| in_capitals(block))
        .or_else(|| in_bold(block, bold_until))
        .or_else(|| alone(block))
}

/// `[Name] words`, `<Name> words`, `[Name] (0:11 - 0:15)` and the words below.
fn bracketed(block: &str) -> Option<LabelCandidate> {
    let line = head(block);
    let (inside, after) = match line.strip_prefix('<') {
        Some(line) => line.split_once('>')?,
        None => line.strip_prefix('[')?.split_once(']')?,
    };
    let name = bare(inside)?;
    let timed = after.trim_start().starts_with('(');
    let closed = after.find(')').filter(|_| timed).map_or(0, |at| at + 1);
    let words = inside.len() + 2 + closed;
    let rest = after[closed..].trim_start_matches([':', ' ', '\u{a0}', '\t']);
    let words = words + after[closed..].len() - rest.len();
    Some(LabelCandidate {
        name,
        words: skip(block, words),
        mark: LabelMark::Bracket,
        is_name: true,
    })
}

/// `Name: words`, `[00:12] Name: words`, `Name (00:12:34): words`, `名前：…`.
pub(super) fn with_colon(block: &str) -> Option<LabelCandidate> {
    let start = after_time(block);
    let head = head(&block[start..]);
    let colon = head.char_indices().find_map(|(at, char)| {
        let next = head[at + char.len_utf8()..].chars().next();
        let ends =
            char == '：' || next.is_none_or(|next| next.is_whitespace() || is_caseless(next));
        (matches!(char, ':' | '：') && ends).then_some(at)
    })?;
    let words = start + colon + head[colon..].chars().next().map_or(1, char::len_utf8);
    let named = bare(&head[..colon])
        .or_else(|| caseless(&head[..colon]))
        .or_else(|| picture(&head[..colon]));
    let is_name = named.is_some();
    Some(LabelCandidate {
        name: named.or_else(|| phrase(&head[..colon]))?,
        words: skip(block, words),
        mark: LabelMark::Colon,
        is_name,
    })
}

/// `Name\twords`: two columns, as they are copied from a table.
fn with_tab(block: &str) -> Option<LabelCandidate> {
    let (before, after) = head(block).split_once('\t')?;
    let name = bare(before).or_else(|| caseless(before))?;
    (!after.trim().is_empty()).then(|| LabelCandidate {
        name,
        words: skip(block, before.len()),
        mark: LabelMark::Colon,
        is_name: true,
    })
}

/// `名前　words`: a name in a script without capitals, and a wide space, as Japanese magazines print talks.
fn with_wide_space(block: &str) -> Option<LabelCandidate> {
    let (before, after) = head(block).split_once('\u{3000}')?;
    let name = caseless(before)?;
    let short = name.chars().count() <= LONGEST_WIDE && name.len() == before.len();
    (short && !after.trim().is_empty()).then(|| LabelCandidate {
        name,
        words: skip(block, before.len()),
        mark: LabelMark::Colon,
        is_name: true,
    })
}

/// Whether a line begins with a name and a colon.
pub(in crate::reading) fn names_before_colon(line: &str) -> bool {
    with_colon(line).is_some_and(|candidate| candidate.is_name)
}

/// `NAME. Words`: a name in capitals, and a full stop.
fn in_capitals(block: &str) -> Option<LabelCandidate> {
    let (name, rest) = head(block).split_once('.')?;
    let letters = || name.chars().filter(|char| char.is_alphabetic());
    let capitals = letters().all(char::is_uppercase) && letters().count() >= 3;
    (capitals && is_name(name) && rest.starts_with([' ', '\u{a0}'])).then(|| LabelCandidate {
        name: name.to_owned(),
        words: skip(block, name.len() + 1),
        mark: LabelMark::Stop,
        is_name: true,
    })
}

/// `Name – words`, `Name — words`, `Name - words`.
fn with_dash(block: &str) -> Option<LabelCandidate> {
    let start = after_time(block);
    let head = head(&block[start..]);
    let (at, mark) = head.char_indices().find(|(at, char)| {
        let before = head[..*at].ends_with([' ', '\u{a0}', '\u{202f}', '.']);
        let after = head[at + char.len_utf8()..].starts_with(char::is_whitespace);
        matches!(char, '–' | '—' | '-') && before && after
    })?;
    let name = bare(head[..at].trim_end().trim_end_matches('.'))?;
    let words = start + at + mark.len_utf8();
    Some(LabelCandidate {
        name,
        words: skip(block, words),
        mark: LabelMark::Dash,
        is_name: true,
    })
}

/// `Q. words`, `R. words`: a letter for a role, and a full stop.
fn lettered(block: &str) -> Option<LabelCandidate> {
    let (name, rest) = block.split_once('.')?;
    let is_role = name.len() == 1 && role_word(name).is_some() && rest.starts_with([' ', '\u{a0}']);
    is_role.then(|| LabelCandidate {
        name: name.to_owned(),
        words: skip(block, name.len() + 1),
        mark: LabelMark::Colon,
        is_name: true,
    })
}

fn in_bold(block: &str, bold_until: Option<usize>) -> Option<LabelCandidate> {
    let until = bold_until.filter(|until| *until <= LONGEST)?;
    let name = bare(block.get(..until)?.trim_end_matches(['.', ' ', ',']))?;
    Some(LabelCandidate {
        name,
        words: skip(block, until),
        mark: LabelMark::Bold,
        is_name: true,
    })
}

fn alone(block: &str) -> Option<LabelCandidate> {
    let line = block.lines().next()?;
    if line.len() > LONGEST || line.ends_with(['.', '?', '!', ',', ';', '…']) {
        return None;
    }
    let start = after_time(line);
    let name = bare(&line[start..])?;
    if goes_on(&line[start..], &block[line.len()..]) {
        return None;
    }
    Some(LabelCandidate {
        name,
        words: skip(block, line.len()),
        mark: LabelMark::Alone,
        is_name: true,
    })
}

/// Whether a line is the beginning of a sentence and no name: what stands after its comma is more than a trade or a
/// place, or the next line goes on in the middle of a sentence.
fn goes_on(line: &str, below: &str) -> bool {
    let told = line.split_once(',').is_some_and(|(name, beside)| {
        let full = name.split_whitespace().count() > 1;
        !full || persons(beside) != (false, false) || beside.split_whitespace().count() > 8
    });
    told || below.trim_start().starts_with(char::is_lowercase)
}

/// The first line, no longer than a label may be.
fn head(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    let end = (0..=LONGEST.min(line.len()))
        .rev()
        .find(|&end| line.is_char_boundary(end));
    &line[..end.unwrap_or(0)]
}

/// What a label says of its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelKind {
    Name,
    /// A word for a role, and no name.
    Role(Role),
    /// Only that it is one of several: `Speaker 1`, `2`.
    Generic,
}

/// A label of this document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SpeakerLabel {
    /// As it is written.
    pub(super) name: String,
    pub(super) kind: LabelKind,
}

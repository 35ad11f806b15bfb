//! Labels: the words at the start of a block that may say who speaks. Whether they do is decided over
//! the whole document.

use super::label_shapes::{caseless, is_caseless, picture, quoted, recorded};
use super::names::{bare, phrase};
use super::wording::{persons, role_word};

/// The longest label, in bytes.
const LONGEST: usize = 80;

/// What may be a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reading) struct Candidate {
    /// The name as it is written, without titles, times or parentheses.
    pub(super) name: String,
    /// Where the words after it begin, in bytes into the block.
    pub(in crate::reading) words: usize,
    pub(super) mark: Mark,
    /// Whether it looks like somebody's name; a phrase ("Le Monde des sciences") must come back more often.
    pub(super) is_name: bool,
}

/// What sets a label apart from the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::reading) enum Mark {
    Colon,
    Dash,
    /// Square brackets around it.
    Bracket,
    /// A full stop after capitals.
    Stop,
    /// Bold, and nothing else.
    Bold,
    /// A line of its own.
    Alone,
    /// What records of parliaments write: a name in capitals, a place and a time in brackets, a dash.
    Record,
    /// Words in corner brackets after it: `名前「…」`.
    Quoted,
}

/// The label that a block may begin with. `bold_until` is where its leading bold run ends.
pub(in crate::reading) fn candidate(block: &str, bold_until: Option<usize>) -> Option<Candidate> {
    bracketed(block)
        .or_else(|| recorded(block))
        .or_else(|| with_colon(block))
        .or_else(|| quoted(block))
        .or_else(|| with_dash(block))
        .or_else(|| lettered(block))
        .or_else(|| in_capitals(block))
        .or_else(|| in_bold(block, bold_until))
        .or_else(|| alone(block))
}

/// `[Name] words`, `[Name] (0:11 - 0:15)` and the words below.
fn bracketed(block: &str) -> Option<Candidate> {
    let line = head(block);
    let (inside, after) = line.strip_prefix('[')?.split_once(']')?;
    let name = bare(inside)?;
    let timed = after.trim_start().starts_with('(');
    let closed = after.find(')').filter(|_| timed).map_or(0, |at| at + 1);
    let words = inside.len() + 2 + closed;
    let rest = after[closed..].trim_start_matches([':', ' ', '\u{a0}', '\t']);
    let words = words + after[closed..].len() - rest.len();
    Some(Candidate {
        name,
        words: skip(block, words),
        mark: Mark::Bracket,
        is_name: true,
    })
}

/// `Name: words`, `[00:12] Name: words`, `Name (00:12:34): words`, `名前：…`.
pub(super) fn with_colon(block: &str) -> Option<Candidate> {
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
    Some(Candidate {
        name: named.or_else(|| phrase(&head[..colon]))?,
        words: skip(block, words),
        mark: Mark::Colon,
        is_name,
    })
}

/// Whether a line begins with a name and a colon.
pub(in crate::reading) fn names_before_colon(line: &str) -> bool {
    with_colon(line).is_some_and(|candidate| candidate.is_name)
}

/// `NAME. Words`: a name in capitals, and a full stop.
fn in_capitals(block: &str) -> Option<Candidate> {
    let (name, rest) = head(block).split_once('.')?;
    let letters = || name.chars().filter(|char| char.is_alphabetic());
    let capitals = letters().all(char::is_uppercase) && letters().count() >= 3;
    (capitals && is_name(name) && rest.starts_with([' ', '\u{a0}'])).then(|| Candidate {
        name: name.to_owned(),
        words: skip(block, name.len() + 1),
        mark: Mark::Stop,
        is_name: true,
    })
}

/// `Name – words`, `Name — words`, `Name - words`.
fn with_dash(block: &str) -> Option<Candidate> {
    let start = after_time(block);
    let head = head(&block[start..]);
    let (at, mark) = head.char_indices().find(|(at, char)| {
        let before = head[..*at].ends_with([' ', '\u{a0}', '\u{202f}', '.']);
        let after = head[at + char.len_utf8()..].starts_with(char::is_whitespace);
        matches!(char, '–' | '—' | '-') && before && after
    })?;
    let name = bare(head[..at].trim_end().trim_end_matches('.'))?;
    let words = start + at + mark.len_utf8();
    Some(Candidate {
        name,
        words: skip(block, words),
        mark: Mark::Dash,
        is_name: true,
    })
}

/// `Q. words`, `R. words`: a letter for a role, and a full stop.
fn lettered(block: &str) -> Option<Candidate> {
    let (name, rest) = block.split_once('.')?;
    let is_role = name.len() == 1 && role_word(name).is_some() && rest.starts_with([' ', '\u{a0}']);
    is_role.then(|| Candidate {
        name: name.to_owned(),
        words: skip(block, name.len() + 1),
        mark: Mark::Colon,
        is_name: true,
    })
}

fn in_bold(block: &str, bold_until: Option<usize>) -> Option<Candidate> {
    let until = bold_until.filter(|until| *until <= LONGEST)?;
    let name = bare(block.get(..until)?.trim_end_matches(['.', ' ', ',']))?;
    Some(Candidate {
        name,
        words: skip(block, until),
        mark: Mark::Bold,
        is_name: true,
    })
}

fn alone(block: &str) -> Option<Candidate> {
    let line = block.lines().next()?;
    if line.len() > LONGEST || line.ends_with(['.', '?', '!', ',', ';', '…']) {
        return None;
    }
    let start = after_time(line);
    let name = bare(&line[start..])?;
    if goes_on(&line[start..], &block[line.len()..]) {
        return None;
    }
    Some(Candidate {
        name,
        words: skip(block, line.len()),
        mark: Mark::Alone,
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

/// Where the words begin after white space and a time, from `at`.
pub(super) fn skip(block: &str, at: usize) -> usize {
    let rest = &block[at..];
    let at = at + rest.len() - rest.trim_start().len();
    at + after_time(&block[at..])
}

/// How many bytes a leading time takes: `[00:12]`, `(00:12:34)`, `00:12:34`, and what sets it apart.
pub(in crate::reading) fn after_time(text: &str) -> usize {
    let rest = text.trim_start_matches(['[', '(', ' ']);
    let digits = rest
        .trim_start_matches(|char: char| char.is_ascii_digit() || matches!(char, ':' | '.' | ','));
    let time = &rest[..rest.len() - digits.len()];
    if time.len() < 4 || !time.contains(':') || !time.ends_with(|char: char| char.is_ascii_digit())
    {
        return 0;
    }
    let opened = text.len() > rest.len() && text.trim_start().starts_with(['[', '(']);
    let after = match digits.strip_prefix([']', ')']) {
        Some(after) => after,
        None if opened || !digits.starts_with(char::is_whitespace) => return 0,
        None => digits,
    };
    text.len()
        - after
            .trim_start_matches([' ', '\t', '\u{a0}', '-', '–'])
            .len()
}

/// Whether a text looks like somebody's name: one to four words in capitals or with one at their start.
pub(in crate::reading) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let particle = |word: &str| {
        matches!(
            word,
            "de" | "du"
                | "des"
                | "von"
                | "van"
                | "der"
                | "den"
                | "di"
                | "da"
                | "la"
                | "le"
                | "al"
                | "el"
                | "bin"
                | "et"
                | "and"
                | "&"
                | "of"
        )
    };
    let named = |word: &&str| {
        let letters = word
            .trim_start_matches(['d', 'l'])
            .trim_start_matches(['\'', '’']);
        letters.starts_with(char::is_uppercase) || word.starts_with(char::is_uppercase)
    };
    let numbered = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = |word: &str| {
        word.chars().all(|char| {
            char.is_alphabetic()
                || matches!(char, '\'' | '’' | '-' | '.' | '&')
                || char.is_ascii_digit()
        })
    };
    (1..=5).contains(&words.len())
        && text.len() <= 60
        && words.first().is_some_and(named)
        && words
            .iter()
            .all(|word| shaped(word) && (named(word) || particle(word) || numbered(word)))
}

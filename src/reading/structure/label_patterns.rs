//! Patterns of labels for scripts without capitals and for printed records.

use super::person_name_detection::is_name;

/// The longest label of a record, with the place and the time, in bytes.
const LONGEST_RECORD: usize = 160;
/// How many letters the name of somebody who is quoted in corner brackets has at most.
const LONGEST_QUOTED: usize = 12;

/// Whether a letter belongs to a script without capitals: Hebrew, Arabic, Chinese, Japanese, Korean, Hindi, Thai.
pub(super) fn is_caseless(char: char) -> bool {
    char.is_alphabetic() && !char.is_lowercase() && !char.is_uppercase() && char as u32 > 0x4ff
}

/// A short text of letters without capitals, which may be somebody's name or a word for a role.
pub(super) fn caseless(text: &str) -> Option<String> {
    let text = text.split(['(', '[', '（']).next().unwrap_or_default();
    let text = text.trim_matches(|char: char| !char.is_alphanumeric());
    let inner = |char: char| {
        char.is_alphanumeric()
            || matches!(
                char,
                ' ' | '\u{a0}' | '・' | '·' | '\'' | '’' | '-' | '״' | '׳' | '.' | '\u{200c}'
            )
            || unicode_normalization::char::is_combining_mark(char)
    };
    let letters = text.chars().filter(|char| char.is_alphabetic()).count();
    // Words without spaces between them are sentences sooner.
    let spaced = text
        .chars()
        .any(|char| matches!(char, '\u{590}'..='\u{8ff}'));
    let most = if spaced { 30 } else { 16 };
    let short = letters <= most && text.split_whitespace().count() <= 4;
    (short && text.chars().any(is_caseless) && text.chars().all(inner)).then(|| text.to_owned())
}

/// `名前「…」`: a name before words in corner brackets, which stay with the words.
pub(super) fn quoted(block: &str) -> Option<LabelCandidate> {
    let line = block.trim_end();
    let at = line.find('「').filter(|_| line.ends_with('」'))?;
    let name = caseless(&line[..at])?;
    (name.chars().count() <= LONGEST_QUOTED && name.len() == line[..at].trim().len()).then_some(
        LabelCandidate {
            name,
            words: at,
            mark: LabelMark::Quoted,
            is_name: true,
        },
    )
}

/// `Mr EDGAR JANSEN (Northfield) (10.32 am)—words`: a name in capitals, what is said of it in brackets, and a dash
/// without a space before it.
pub(super) fn recorded(block: &str) -> Option<LabelCandidate> {
    let (name, words) = before_dash(block)?;
    let bare = outside_brackets(name)?;
    let bare = bare.trim();
    let in_capitals = |word: &str| {
        let letters = || word.chars().filter(|char| char.is_alphabetic());
        letters().count() >= 3 && letters().all(char::is_uppercase)
    };
    let last = bare.split_whitespace().next_back()?;
    (in_capitals(last) && is_name(bare)).then(|| LabelCandidate {
        name: bare.to_owned(),
        words: skip(block, words),
        mark: LabelMark::Record,
        is_name: true,
    })
}

/// Whether a line of a record says what others shout, or that they do: "Opposition members—Rubbish!",
/// "Ms Stella Jansen interjecting—".
pub(super) fn is_heckle(block: &str) -> bool {
    let Some((name, words)) = before_dash(block) else {
        return false;
    };
    let named = name.split_whitespace().count();
    let said = block[words..].split_whitespace().count();
    (1..=6).contains(&named)
        && name.starts_with(char::is_uppercase)
        && !name.contains([',', '.', ';', ':'])
        && said <= 12
}

/// What stands before a dash that nothing sets apart, and where the words after it begin.
fn before_dash(block: &str) -> Option<(&str, usize)> {
    let line = block.lines().next()?;
    let mut depth = 0_usize;
    for (at, char) in line
        .char_indices()
        .take_while(|(at, _)| *at < LONGEST_RECORD)
    {
        match char {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '—' | '–' if depth == 0 => {
                let name = &line[..at];
                let attached = !name.is_empty() && !name.ends_with(char::is_whitespace);
                return attached.then_some((name, at + char.len_utf8()));
            }
            _ => {}
        }
    }
    None
}

/// A text without what stands in brackets; nothing where a bracket is left open.
fn outside_brackets(text: &str) -> Option<String> {
    let (mut kept, mut depth) = (String::new(), 0_usize);
    for char in text.chars() {
        match char {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.checked_sub(1)?,
            char if depth == 0 => kept.push(char),
            _ => {}
        }
    }
    let spaced: Vec<&str> = kept.split_whitespace().collect();
    (depth == 0).then(|| spaced.join(" "))
}

/// An emoji, or several, in the place of a name.
pub(super) fn picture(text: &str) -> Option<String> {
    let text = text.trim();
    let drawn = |char: char| {
        char as u32 >= 0x2190 && !char.is_alphanumeric() && !char.is_whitespace()
            || char == '\u{200d}'
    };
    let marks = |char: char| matches!(char, '—' | '–' | '「' | '」' | '。' | '、');
    let count = text.chars().count();
    ((1..=6).contains(&count) && text.chars().all(|char| drawn(char) && !marks(char)))
        .then(|| text.to_owned())
}

/// What may be a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reading) struct LabelCandidate {
    /// The name as it is written, without titles, times or parentheses.
    pub(super) name: String,
    /// Where the words after it begin, in bytes into the block.
    pub(in crate::reading) words: usize,
    pub(super) mark: LabelMark,
    /// Whether it looks like somebody's name; a phrase ("Le Monde des sciences") must come back more often.
    pub(super) is_name: bool,
}

/// What sets a label apart from the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::reading) enum LabelMark {
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

//! The headings of an Org file: their level, and what stands around their words.

/// Words before a heading that say how far a task is.
const STATES: [&str; 8] = [
    "TODO",
    "DONE",
    "NEXT",
    "WAITING",
    "HOLD",
    "STARTED",
    "CANCELLED",
    "CANCELED",
];
/// The level of a heading: stars at the start of a line, then a blank.
pub(super) fn level(line: &str) -> Option<usize> {
    let stars = line.bytes().take_while(|byte| *byte == b'*').count();
    (stars > 0 && line[stars..].starts_with(' ')).then_some(stars)
}

/// A heading without the tags at its end, `:work:noexport:`, and the tags.
pub(super) fn tags(words: &str) -> (&str, &str) {
    let tag = |char: char| char.is_alphanumeric() || matches!(char, '_' | '@' | '#' | '%' | ':');
    match words.rsplit_once(char::is_whitespace) {
        Some((before, last))
            if last.len() > 2
                && last.starts_with(':')
                && last.ends_with(':')
                && last.chars().all(tag) =>
        {
            (before.trim_end(), last)
        }
        _ => (words, ""),
    }
}

/// A heading without the state and the priority of a task: `TODO [#A] Words`.
pub(super) fn without_state(words: &str) -> &str {
    let state = words
        .split_once(' ')
        .filter(|(first, _)| STATES.contains(first));
    let words = state.map_or(words, |(_, rest)| rest.trim_start());
    let priority = words
        .strip_prefix("[#")
        .and_then(|rest| rest.split_once(']'));
    match priority {
        Some((letter, rest)) if letter.len() <= 2 => rest.trim_start(),
        _ => words,
    }
}

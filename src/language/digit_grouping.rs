//! Numbers that are written in groups of three digits: `10 000`, `10.000`, `10,000` and `10’000` are `10000`.

use super::word_boundaries::is_apostrophe;
use crate::interview::Span;

/// How many digits a group has.
const GROUP: usize = 3;

/// Words, those that are the groups of one number put together: groups with a space between them.
pub(super) fn join_groups(text: &str, words: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(words.len());
    for word in words {
        match joined.last_mut() {
            Some(before) if continues(text, *before, word) => before.end = word.end,
            _ => joined.push(word),
        }
    }
    joined
}

/// Whether a word is the next group of the number before it.
fn continues(text: &str, before: Span, word: Span) -> bool {
    let mut between = text[before.end..word.start].chars();
    let spaced = between.next().is_some_and(is_space) && between.next().is_none();
    let raw = &text[before.start..word.end];
    spaced && raw.starts_with(|c: char| c.is_ascii_digit()) && ungrouped(raw).is_some()
}

/// The digits of a number without what stands between its groups, with its decimals; `None` where it is none or
/// has one group.
pub(super) fn ungrouped(raw: &str) -> Option<String> {
    let first = raw.find(|c: char| !c.is_ascii_digit())?;
    let separator = raw[first..].chars().next().filter(|c| separates(*c))?;
    if !(1..=GROUP).contains(&first) || raw.starts_with('0') {
        return None;
    }
    let mut digits = raw[..first].to_owned();
    let mut rest = &raw[first..];
    while let Some(group) = rest.strip_prefix(separator) {
        let end = group
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(group.len());
        if end != GROUP {
            return None;
        }
        digits.push_str(&group[..end]);
        rest = &group[end..];
    }
    let decimals = rest.strip_prefix(['.', ',']);
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    (rest.is_empty() || decimals.is_some_and(is_number)).then(|| digits + rest)
}

fn separates(c: char) -> bool {
    is_space(c) || is_apostrophe(c) || matches!(c, '.' | ',')
}

/// The spaces that stand inside a number: plain, non-breaking, narrow, thin.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groups_of_a_number_are_one_number() {
        for (raw, number) in [
            ("10 000", Some("10000")),
            ("1\u{202f}234\u{202f}567", Some("1234567")),
            ("10.000", Some("10000")),
            ("1,234.5", Some("1234.5")),
            ("1 234,56", Some("1234,56")),
            ("10’000", Some("10000")),
            ("30", None),
            ("1,5", None),
            ("0,500", None),
            ("2020 300", None),
            ("06 123 456", None),
            ("17.04.2020", None),
            ("1 234.567.890", None),
            ("10 000e", None),
            ("10 ", None),
            ("", None),
        ] {
            assert_eq!(ungrouped(raw).as_deref(), number, "{raw}");
        }
    }
}

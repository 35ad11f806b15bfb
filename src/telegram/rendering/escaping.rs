//! Text for Telegram's HTML: escaped, shortened and counted in UTF-16 units.

use crate::interview::Span;

pub(in crate::telegram) const CUT: &str = "[…]";

const FIELD: usize = 160;

/// The characters that Telegram's HTML reserves, in text and in attributes.
pub(in crate::telegram) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

pub(in crate::telegram) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// What an owner wrote of an interview, as one short line without what steers a screen.
pub(in crate::telegram) fn field(text: &str) -> String {
    short_line(text, FIELD)
}

/// One line of at most so many UTF-16 units, without what steers a screen.
pub(in crate::telegram) fn short_line(text: &str, most: usize) -> String {
    let text = one_line(&plain(text));
    let (span, (_, after)) = shorten(&text, None, most);
    let shown = text[span.start..span.end].to_owned();
    if after { shown + "…" } else { shown }
}

/// Text without line breaks; no-break spaces stay, which French puts before some marks.
pub(super) fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let words = text.split(breaks).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

pub(in crate::telegram) fn plain(text: &str) -> String {
    let steers = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    text.chars()
        .filter(|c| (!c.is_control() || c.is_whitespace()) && !steers(*c))
        .collect()
}

/// The part of `text` that fits in `most` UTF-16 units, around `mark` where the whole does not fit, cut
/// between words where there are any; and whether something was cut before and after it.
#[must_use]
pub fn shorten(text: &str, mark: Option<Span>, most: usize) -> (Span, (bool, bool)) {
    if units(text) <= most {
        return (Span::new(0, text.len()), (false, false));
    }
    let mark = mark.unwrap_or_default();
    let start = if units(&text[..mark.end]) <= most {
        0
    } else {
        mark.start
    };
    let mut left = most;
    let fits = text[start..].char_indices().take_while(|(_, c)| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    });
    let end = fits
        .last()
        .map_or(start, |(at, c)| start + at + c.len_utf8());
    let shown = &text[start..end];
    let between_words = shown
        .rfind(char::is_whitespace)
        .filter(|at| *at > shown.len() / 2 && end < text.len());
    let end = between_words.map_or(end, |at| start + at);
    (
        Span::new(start, end).trimmed(text),
        (start > 0, end < text.len()),
    )
}

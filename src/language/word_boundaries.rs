//! Word boundaries in raw text.

use unicode_normalization::char::is_combining_mark;

use super::case_and_accent_folding::is_invisible;
use crate::interview::Span;

/// A run of letters and digits, with the apostrophes, hyphens, dots and commas that may hold parts of
/// one word together: `l'eau`, `télé-travail`, `R.G.P.D.`, `1,5`. Bytes into the text.
pub(super) fn words(text: &str) -> Vec<Span> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut start = None;
    let mut last = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let inside = is_letter(c)
            || (start.is_some()
                && (is_combining_mark(c) || is_invisible(c) || joins(last, c, next)));
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
        last = c;
    }
    if let Some(from) = start {
        words.push(Span::new(from, text.len()));
    }
    words
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// Whether `c` between `before` and `after` belongs to a word.
fn joins(before: char, c: char, after: char) -> bool {
    match c {
        _ if is_apostrophe(c) || is_hyphen(c) => {
            is_letter(after) && (is_letter(before) || is_combining_mark(before))
        }
        '.' | ',' if before.is_numeric() => after.is_numeric(),
        '.' => before.is_alphabetic() && after.is_alphabetic(),
        '+' | '#' => before.is_alphabetic() && !is_letter(after),
        _ => false,
    }
}

/// Typewriter, typographic, modifier and full-width apostrophes.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇' | '′')
}

/// Hyphen-minus, hyphen, non-breaking hyphen.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// Characters of Chinese and Japanese that have a meaning of their own, but for those that only join words.
pub(super) fn is_ideograph(c: char) -> bool {
    let joins = "的是了在我你他她们有和就不也都这那吗呢么什個个这很到说要去会着没看好自己上";
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        && !joins.contains(c)
}

/// Scripts that write words without spaces between them: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

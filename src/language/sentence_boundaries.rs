//! Sentence boundaries.

use crate::interview::Span;

/// The sentences of a text, without the white space between them: bytes, in order, apart. A blank line or
/// the start of a list item always ends one; the line breaks of a hard-wrapped paragraph do not.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let cut = match c {
            '\n' => ends_paragraph(&text[start..at], &text[end..]).then_some(end),
            '。' | '！' | '？' => Some(end),
            '.' | '!' | '?' | '…' | '؟' | '।' => {
                ends_sentence(&text[start..end], &text[end..]).map(|length| end + length)
            }
            _ => None,
        };
        if let Some(cut) = cut.filter(|cut| *cut > start) {
            push(text, Span::new(start, cut), &mut found);
            start = cut;
        }
    }
    push(text, Span::new(start, text.len()), &mut found);
    found
}

fn push(text: &str, span: Span, found: &mut Vec<Span>) {
    let span = span.trimmed(text);
    if !span.is_empty() {
        found.push(span);
    }
}

/// Whether a line break ends what stands before it.
fn ends_paragraph(before: &str, after: &str) -> bool {
    let next = after.lines().next().unwrap_or_default().trim();
    let line = before.lines().next_back().unwrap_or_default().trim_end();
    next.is_empty()
        || line.trim().is_empty()
        || starts_item(next)
        || line.ends_with(CLOSED)
        || starts_anew(line, next)
}

const CLOSED: [char; 8] = ['.', '!', '?', '…', ':', ';', '»', '”'];

/// A short line without an end, before a capital: a title or a name on its own line.
fn starts_anew(line: &str, next: &str) -> bool {
    const SHORT: usize = 50;
    line.chars().take(SHORT + 1).count() <= SHORT && next.starts_with(char::is_uppercase)
}

/// Whether a line opens with a bullet, a dash or a number.
fn starts_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('–' | '—' | '•' | '·' | '▪' | '-' | '*' | '‣' | '◦') => true,
        Some(first) if first.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(". ") || rest.starts_with(") ")
        }
        _ => false,
    }
}

/// Whether the mark that closes `before` ends a sentence; if so, how many bytes of `after` (closing
/// quotation marks and brackets) still belong to it.
fn ends_sentence(before: &str, after: &str) -> Option<usize> {
    let closing = closing_length(after);
    let rest = &after[closing..];
    let Some(next) = rest.chars().next() else {
        return Some(closing);
    };
    if !next.is_whitespace() {
        return None;
    }
    let opening = rest.trim_start().trim_start_matches(OPENING);
    let follows = opening.chars().next()?;
    if follows.is_lowercase() || (before.ends_with('.') && is_abbreviated(before)) {
        return None;
    }
    // A mark of its own after a space, as French sets it, belongs to this sentence.
    if matches!(follows, '!' | '?' | '…' | ':' | ';' | ',' | '»' | ')') {
        return None;
    }
    Some(closing)
}

const OPENING: &[char] = &[
    '«', '“', '"', '(', '[', '‘', '\'', '¿', '¡', '\u{a0}', '\u{202f}', ' ', '*', '_',
];

/// Bytes of quotation marks and brackets that close with the sentence, ` »` with its space included.
fn closing_length(after: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = &after[length..];
        let spaced = rest.trim_start_matches(['\u{a0}', '\u{202f}', ' ']);
        let space = rest.len() - spaced.len();
        match (space, spaced.chars().next()) {
            (_, Some('»')) => length += space + '»'.len_utf8(),
            (0, Some(c @ ('”' | '"' | ')' | ']' | '’' | '\''))) => length += c.len_utf8(),
            _ => return length,
        }
    }
}

/// Whether the dot at the end belongs to an abbreviation, an initial or a list number.
fn is_abbreviated(before: &str) -> bool {
    let head = before.trim_end_matches('.');
    let word_start = head
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '«' | '“' | '"' | '\'' | '’' | '-'))
        .map_or(0, |at| {
            at + head[at..].chars().next().map_or(1, char::len_utf8)
        });
    let word = &head[word_start..];
    let alone = head[..word_start].trim().is_empty();
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => c.is_uppercase() || (alone && c.is_numeric()),
        (Some(_), Some(_)) => {
            ABBREVIATIONS.contains(&word.to_lowercase().as_str())
                || (alone && word.chars().all(char::is_numeric))
        }
        _ => false,
    }
}

/// Abbreviations that a capital may follow within a sentence, in French, English, German and Spanish.
const ABBREVIATIONS: [&str; 37] = [
    "mm", "mme", "mlle", "mr", "mrs", "ms", "dr", "pr", "prof", "st", "ste", "me", "mgr", "gen",
    "col", "lt", "capt", "sgt", "sr", "jr", "hon", "rev", "sen", "rep", "gov", "vs", "cf", "art",
    "vol", "fig", "no", "nos", "p.ex", "sra", "hr", "bzw", "z.b",
];

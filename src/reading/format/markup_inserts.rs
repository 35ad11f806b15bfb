//! Inserts of light markup (links, notes, comments, templates) in a text, put in their place as they are shown.

/// The text with what begins with one of `openings` as it is shown. `insert`: what an insert at the start of a text
/// shows, and how many bytes of the text it takes, at least one.
pub(super) fn shown(
    text: &str,
    openings: &[char],
    insert: impl Fn(&str) -> (&str, usize),
) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(openings) {
        shown.push_str(&rest[..at]);
        rest = &rest[at..];
        let (words, length) = insert(rest);
        shown.push_str(words);
        rest = &rest[length..];
    }
    shown.push_str(rest);
    shown
}

/// Where the first `mark` is in the first `longest` bytes of a text.
pub(super) fn near(text: &str, mark: &str, longest: usize) -> Option<usize> {
    let end = (0..=longest.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end));
    text[..end.unwrap_or(0)].find(mark)
}

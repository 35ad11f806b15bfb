//! What Org mode shows of links, notes and targets within a paragraph.

use crate::reading::format::markup_inserts;

/// How far the end of a link or a note is looked for, in bytes.
const LONGEST: usize = 4_000;

/// The text with links by their words, without notes, targets and inserts for other programs.
pub(super) fn shown(text: &str) -> String {
    markup_inserts::shown(text, &['[', '<', '@', '{'], insert)
}

/// What an insert at the start of a text shows, and how many bytes it takes.
fn insert(text: &str) -> (&str, usize) {
    let near = |mark: &str| {
        let behind = text.get(1..)?;
        markup_inserts::near(behind, mark, LONGEST - 1).map(|at| at + 1)
    };
    if text.starts_with("[[") {
        if let Some(end) = near("]]") {
            let link = &text[2..end];
            let words = link.split_once("][").map_or(link, |(_, words)| words);
            let picture = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];
            let bare =
                words == link && picture.iter().any(|end| link.to_lowercase().ends_with(end));
            return (if bare { "" } else { words }, end + 2);
        }
    } else if text.starts_with("[fn:") {
        if let Some(end) = near("]") {
            return ("", end + 1);
        }
    } else {
        for (opens, closes) in [("<<", ">>"), ("@@", "@@"), ("{{{", "}}}")] {
            if let Some(end) = text.starts_with(opens).then(|| near(closes)).flatten() {
                let end = end + closes.len();
                // A target of three angle brackets ends with three.
                return ("", end + usize::from(text[end..].starts_with('>')));
            }
        }
    }
    let first = text.chars().next().map_or(0, char::len_utf8);
    (&text[..first], first)
}

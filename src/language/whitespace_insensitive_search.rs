//! Finds words in a text whatever white space is between them.

use crate::interview::Span;

/// The first place from byte `from` on where the words of `text` stand one after another with any white space
/// between them, `None` where there is none or `text` has no words. `from` falls on a character.
#[must_use]
pub fn find_words(transcript: &str, text: &str, from: usize) -> Option<Span> {
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let rest: Vec<&str> = words.collect();
    let mut at = from;
    loop {
        let start = at + transcript.get(at..)?.find(first)?;
        if let Some(end) = follow(transcript, start + first.len(), &rest) {
            return Some(Span::new(start, end));
        }
        at = start + transcript[start..].chars().next().map_or(1, char::len_utf8);
    }
}

/// Where the words end that begin at `at` after white space.
fn follow(transcript: &str, mut at: usize, words: &[&str]) -> Option<usize> {
    for word in words {
        let rest = &transcript[at..];
        let trimmed = rest.trim_start();
        if trimmed.len() == rest.len() || !trimmed.starts_with(word) {
            return None;
        }
        at = transcript.len() - trimmed.len() + word.len();
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_white_space_is_between_them() {
        let transcript =
            "Élan. We said so,\n\n  again and\u{a0}again. We said no. We said so, again.";
        for (text, from, expected) in [
            ("We said so, again", 0, Some("We said so,\n\n  again")),
            ("We said so, again", 8, Some("We said so, again")),
            ("We  said\tno.", 0, Some("We said no.")),
            ("again again", 0, None),
            ("Wesaid", 0, None),
            ("  ", 0, None),
        ] {
            let found = find_words(transcript, text, from);
            assert_eq!(
                found.map(|span| &transcript[span.start..span.end]),
                expected,
                "{text}"
            );
        }
    }
}

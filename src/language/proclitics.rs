//! Proclitics: prepositions, articles and conjunctions that Hebrew and Arabic write together with the next word.
//!
//! Which letters are one cannot be told from the letters: a word is kept whole, and each of its rests is a word too.

use crate::interview::Span;

/// How many proclitics are taken off at most, and how many letters are left at least behind the first and behind more.
const MOST: usize = 2;
const LEFT: usize = 2;
const LEFT_BEHIND_MORE: usize = 3;

/// What is longer is no word, in bytes.
const LONGEST: usize = 64;

const HEBREW: &str = "והבלמכש";
/// The first letter of the Hebrew alphabet, before all others of both.
const FIRST: char = '\u{5d0}';
const ARABIC: &str = "وفبكل";

/// Whether a word may begin with one.
pub(super) fn has_proclitics(word: &str) -> bool {
    word.len() <= LONGEST && word.starts_with(is_proclitic) && word.chars().nth(LEFT).is_some()
}

/// A word without its first proclitic, without its first two, and so on, as far as that leaves a word.
pub(super) fn without_proclitics(text: &str, word: Span) -> Vec<Span> {
    let mut rests = Vec::new();
    let mut start = word.start;
    while rests.len() < MOST {
        let rest = &text[start..word.end];
        let Some(first) = rest.chars().next().filter(|c| is_proclitic(*c)) else {
            break;
        };
        let least = if rests.is_empty() {
            LEFT
        } else {
            LEFT_BEHIND_MORE
        };
        let behind = &rest[first.len_utf8()..];
        // Arabic words of three letters begin so too often.
        let is_arabic = ARABIC.contains(first);
        let least = if is_arabic { LEFT_BEHIND_MORE } else { least };
        if behind.chars().filter(|c| c.is_alphabetic()).count() < least {
            break;
        }
        start += first.len_utf8();
        rests.push(Span::new(start, word.end));
    }
    rests
}

fn is_proclitic(letter: char) -> bool {
    // Nearly all words of all other languages are told by the first comparison.
    letter >= FIRST && (HEBREW.contains(letter) || ARABIC.contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_behind_what_is_written_together_with_it() {
        for (word, rests) in [
            ("והנמל", &["הנמל", "נמל"][..]),
            ("לים", &["ים"]),
            ("ים", &[]),
            ("סבתא", &[]),
            ("והר", &["הר"]),
            ("والصيادون", &["الصيادون"]),
            ("بيت", &[]),
            ("harbour", &[]),
        ] {
            let span = Span::new(0, word.len());
            let found = without_proclitics(word, span);
            let found: Vec<&str> = found
                .iter()
                .map(|rest| &word[rest.start..rest.end])
                .collect();
            assert_eq!(found, rests, "{word}");
        }
    }
}

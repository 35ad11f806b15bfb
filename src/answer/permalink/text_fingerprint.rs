//! A fingerprint of a text (its length and hashes of its two ends) by which a moved quote is found in a changed
//! transcript.
//!
//! Everything but white space counts as a letter here: so it holds in scripts without spaces too, and for
//! quotes that are cut inside a word.

use crate::interview::Span;

/// How many letters at each end are remembered.
const END: usize = 24;

/// How many places are looked at closely: text that repeats itself without end has any number.
const PLACES: usize = 64;

/// How long some words are, and a hash of their first and of their last letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct TextFingerprint {
    /// How many letters.
    pub(super) letters: usize,
    /// Of the first 24, or of all where there are fewer.
    pub(super) first: u32,
    /// Of the last 24.
    pub(super) last: u32,
}

impl TextFingerprint {
    pub(super) fn of(text: &str) -> Self {
        let letters = || text.char_indices().filter(is_letter);
        let first: Vec<FoldedLetter> = letters().take(END).collect();
        let mut last: Vec<FoldedLetter> = letters().rev().take(END).collect();
        last.reverse();
        Self {
            letters: letters().count(),
            first: hash(&first),
            last: hash(&last),
        }
    }

    /// Where words with these ends and of this length stand, those nearest to byte `near` first.
    pub(super) fn places(&self, transcript: &str, near: usize) -> Vec<Span> {
        let letters = letters(transcript);
        if self.letters == 0 {
            return Vec::new();
        }
        let end = self.letters.min(END);
        let whole = letters.windows(self.letters).filter(|whole| {
            hash(&whole[..end]) == self.first && hash(&whole[whole.len() - end..]) == self.last
        });
        let mut places: Vec<Span> = whole.map(cover).collect();
        places.sort_by_key(|place| place.start.abs_diff(near));
        places.truncate(PLACES);
        places
    }

    /// Where the first letters stand, else the last ones, else `near`: the first byte of that place.
    pub(super) fn nearest(&self, transcript: &str, near: usize) -> usize {
        let letters = letters(transcript);
        let end = self.letters.clamp(1, END);
        let places_of = |wanted: u32| {
            let places = letters.windows(end).filter(|part| hash(part) == wanted);
            let starts = places.map(|part| cover(part).start);
            starts.min_by_key(|start| start.abs_diff(near))
        };
        let known = places_of(self.first).or_else(|| places_of(self.last));
        known.unwrap_or(near.min(transcript.len()))
    }
}

/// A letter and the byte that it begins at.
type FoldedLetter = (usize, char);

fn letters(text: &str) -> Vec<FoldedLetter> {
    text.char_indices().filter(is_letter).collect()
}

fn is_letter((_, letter): &FoldedLetter) -> bool {
    !letter.is_whitespace()
}

fn cover(letters: &[FoldedLetter]) -> Span {
    let first = letters.first().map_or(0, |(at, _)| *at);
    let end = letters.last().map_or(0, |(at, c)| at + c.len_utf8());
    Span::new(first, end)
}

/// FNV-1a over characters: only tells where to look, SHA-256 decides.
fn hash(letters: &[FoldedLetter]) -> u32 {
    letters.iter().fold(0x811c_9dc5, |hash, (_, letter)| {
        (hash ^ u32::from(*letter)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_found_wherever_they_stand_and_however_they_are_spaced(
            before in "\\PC{0,80}", words in "\\S(\\PC{0,60}\\S)?", after in "\\PC{0,80}", space in "[ \n\u{a0}]{1,3}",
        ) {
            let ends = TextFingerprint::of(&words);
            let moved = words.replace(' ', &space);
            let transcript = format!("{before}{moved}{after}");
            let place = Span::new(before.len(), before.len() + moved.len());
            prop_assert!(ends.places(&transcript, before.len()).contains(&place));
            prop_assert_eq!(ends.nearest(&transcript, before.len()), before.len());
        }

        #[test]
        fn text_without_the_words_gives_a_place_inside_it(transcript: String, words: String, near: usize) {
            let ends = TextFingerprint::of(&words);
            for place in ends.places(&transcript, near) {
                prop_assert!(transcript.get(place.start..place.end).is_some());
            }
            prop_assert!(ends.nearest(&transcript, near) <= transcript.len());
        }
    }
}

//! Fuzzy terms: a Levenshtein automaton over the term dictionary.
//!
//! It is the nondeterministic Levenshtein automaton with all its states at once in the bits of a few numbers (Wu and
//! Manber 1992, Fast text searching allowing errors). Nothing is built before the walk: building the deterministic one
//! took longer than walking with it.

use tantivy_fst::Automaton;

/// The longest word that is looked for, in characters: with one bit more its states fill a number.
const LONGEST: usize = 63;

/// Of how many edits the automaton knows.
const EDITS: usize = 2;

/// How a word begins that is nearly another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FuzzyPrefix {
    /// With the same letter.
    Alike,
    /// With another letter.
    Otherwise,
}

/// Accepts what begins with a prefix, letter for letter, and goes on with nearly a word: so many letters left out,
/// added, changed or two exchanged at most, and at least one letter.
pub(super) struct LevenshteinAutomaton {
    edits: usize,
    /// The bytes that must come first; the word begins after them.
    prefix: Vec<u8>,
    first: char,
    begins: FuzzyPrefix,
    /// Where in the word a letter stands, one bit a place.
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
    /// The bit that stands for the whole word.
    whole: u64,
}

/// Where a walk may be in the word.
#[derive(Clone, Copy)]
pub(super) struct AutomatonState {
    /// How many bytes of the prefix were seen.
    seen: usize,
    /// Whether no letter was seen.
    is_new: bool,
    /// A character that is not complete, and how many bytes it lacks.
    begun: (u32, u8),
    /// By the number of edits: one bit for each number of the word's letters that may have been seen.
    at: [u64; EDITS + 1],
    /// The same where the letter after the next was seen first, and the next must follow.
    exchanged: [u64; EDITS + 1],
}

impl AutomatonState {
    const NOWHERE: Self = Self {
        seen: 0,
        is_new: true,
        begun: (0, 0),
        at: [0; EDITS + 1],
        exchanged: [0; EDITS + 1],
    };
}

impl LevenshteinAutomaton {
    /// `None` where the word is empty or too long.
    pub(super) fn new(prefix: &str, word: &str, edits: u8, begins: FuzzyPrefix) -> Option<Self> {
        let length = word.chars().count();
        let first = word.chars().next().filter(|_| length <= LONGEST)?;
        let (mut ascii, mut others) = ([0; 128], Vec::new());
        for (place, letter) in word.chars().enumerate() {
            let bit = 1 << place;
            match ascii.get_mut(letter as usize) {
                Some(places) => *places |= bit,
                None => others.push((letter, bit)),
            }
        }
        Some(Self {
            edits: usize::from(edits).min(EDITS),
            prefix: prefix.as_bytes().to_vec(),
            first,
            begins,
            ascii,
            others,
            whole: 1 << length,
        })
    }

    fn places(&self, letter: char) -> u64 {
        let of_others = || {
            let same = self.others.iter().filter(|(other, _)| *other == letter);
            same.fold(0, |places, (_, bit)| places | bit)
        };
        let ascii = self.ascii.get(letter as usize);
        ascii.copied().unwrap_or_else(of_others)
    }

    /// Where the walk may be after a letter.
    fn after(&self, before: &AutomatonState, letter: char) -> AutomatonState {
        if before.is_new && (letter == self.first) != (self.begins == FuzzyPrefix::Alike) {
            return AutomatonState::NOWHERE;
        }
        let places = self.places(letter);
        let all = self.whole | (self.whole - 1);
        let mut walk = AutomatonState {
            is_new: false,
            begun: (0, 0),
            ..*before
        };
        walk.at[0] = ((before.at[0] & places) << 1) & all;
        for edits in 1..=self.edits {
            let one_less = before.at[edits - 1];
            let same = (before.at[edits] & places) << 1;
            let (added, changed) = (one_less, one_less << 1);
            let exchanged = (before.exchanged[edits] & places) << 2;
            let left_out = walk.at[edits - 1] << 1;
            walk.at[edits] = (same | added | changed | exchanged | left_out) & all;
            walk.exchanged[edits] = one_less & (places >> 1);
        }
        walk
    }
}

impl Automaton for LevenshteinAutomaton {
    type State = AutomatonState;

    fn start(&self) -> AutomatonState {
        let mut walk = AutomatonState::NOWHERE;
        let all = self.whole | (self.whole - 1);
        for edits in 0..=self.edits {
            // So many letters left out at the start.
            walk.at[edits] = ((1 << (edits + 1)) - 1) & all;
        }
        walk
    }

    fn is_match(&self, walk: &AutomatonState) -> bool {
        // What has no letter begins with none.
        let complete = !walk.is_new && walk.begun.1 == 0;
        complete && walk.at[self.edits] & self.whole != 0
    }

    fn can_match(&self, walk: &AutomatonState) -> bool {
        walk.at[self.edits] != 0
    }

    fn accept(&self, walk: &AutomatonState, byte: u8) -> AutomatonState {
        let mut walk = *walk;
        if let Some(wanted) = self.prefix.get(walk.seen) {
            walk.seen += 1;
            return if *wanted == byte {
                walk
            } else {
                AutomatonState::NOWHERE
            };
        }
        // UTF-8: the first byte says how many follow, each with six bits.
        walk.begun = match (walk.begun, byte) {
            (_, 0..0x80) => (u32::from(byte), 0),
            (_, 0xc0..0xe0) => (u32::from(byte & 0x1f), 1),
            (_, 0xe0..0xf0) => (u32::from(byte & 0x0f), 2),
            (_, 0xf0..) => (u32::from(byte & 0x07), 3),
            ((begun, left), _) => (begun << 6 | u32::from(byte & 0x3f), left.saturating_sub(1)),
        };
        match walk.begun {
            (letter, 0) => {
                let letter = char::from_u32(letter).unwrap_or(char::REPLACEMENT_CHARACTER);
                self.after(&walk, letter)
            }
            _ => walk,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "words of the test's own")]
mod tests {
    use proptest::prelude::*;
    use strsim::osa_distance;

    use super::*;

    fn accepts(nearly: &LevenshteinAutomaton, text: &str) -> bool {
        let mut walk = nearly.start();
        for byte in text.bytes() {
            if !nearly.can_match(&walk) {
                return false;
            }
            walk = nearly.accept(&walk, byte);
        }
        nearly.is_match(&walk)
    }

    proptest! {
        #[test]
        fn it_accepts_what_is_so_many_edits_away_and_nothing_else(
            word in "[abcéж𝄞]{1,9}", other in "[abcéж𝄞]{0,9}", edits in 0..3_u8,
        ) {
            let near = osa_distance(&word, &other) <= usize::from(edits) && !other.is_empty();
            let is_alike = word.chars().next() == other.chars().next();
            for (begins, wanted) in [(FuzzyPrefix::Alike, is_alike), (FuzzyPrefix::Otherwise, !is_alike)] {
                let nearly = LevenshteinAutomaton::new("fr:", &word, edits, begins).unwrap();
                prop_assert_eq!(accepts(&nearly, &format!("fr:{other}")), near && wanted);
                let foreign = format!("de:{other}");
                prop_assert!(!accepts(&nearly, &foreign));
            }
        }
    }

    #[test]
    fn the_longest_word_is_found_and_a_longer_one_is_not_looked_for() {
        let longest = "e".repeat(LONGEST);
        let nearly = LevenshteinAutomaton::new("", &longest, 2, FuzzyPrefix::Alike).unwrap();
        assert!(accepts(&nearly, &longest) && accepts(&nearly, &longest[2..]));
        assert!(!accepts(&nearly, &longest[3..]));
        assert!(
            LevenshteinAutomaton::new("", &"e".repeat(LONGEST + 1), 2, FuzzyPrefix::Alike)
                .is_none()
        );
        assert!(LevenshteinAutomaton::new("", "", 2, FuzzyPrefix::Alike).is_none());
    }
}

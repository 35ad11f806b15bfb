//! The term vector of a passage: its stems as hashes with their positions, stored so that the text need not be analysed
//! again.

use crate::language::Term;

/// The content words of a passage in reading order, as 32-bit hashes of their stems with their positions,
/// and those of the question that it is part of the answer to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermVector {
    /// Hash and position in words, in reading order.
    pub stems: Vec<(u32, u16)>,
    /// The positions of numbers, in digits or in words.
    pub numbers: Vec<u16>,
    /// Hashes of the stems of the interviewer's question.
    pub asked: Vec<u32>,
}

impl TermVector {
    /// The signature of an analysed passage and its analysed question.
    #[must_use]
    pub fn of(terms: &[Term], asked: &[Term]) -> Self {
        let position = |term: &Term| u16::try_from(term.position).unwrap_or(u16::MAX);
        let content = |term: &&Term| !term.stop;
        Self {
            stems: terms
                .iter()
                .filter(content)
                .map(|term| (Self::hash(&term.stem), position(term)))
                .collect(),
            numbers: terms
                .iter()
                .filter(|term| term.counts)
                .map(position)
                .collect(),
            asked: asked
                .iter()
                .filter(content)
                .map(|term| Self::hash(&term.stem))
                .collect(),
        }
    }

    /// The signature of a sentence by itself, its stop words too.
    #[must_use]
    pub(super) fn of_sentence(terms: &[Term]) -> Self {
        let position = |term: &Term| u16::try_from(term.position).unwrap_or(u16::MAX);
        let stem = |term: &Term| (Self::hash(&term.stem), position(term));
        let numbers = terms.iter().filter(|term| term.counts);
        Self {
            stems: terms.iter().map(stem).collect(),
            numbers: numbers.map(position).collect(),
            asked: Vec::new(),
        }
    }

    /// Whether stems stand together: hashes with their positions counted from the first.
    #[must_use]
    pub fn holds_together(&self, stems: &[(u32, u32)]) -> bool {
        let Some((first, _)) = stems.first() else {
            return true;
        };
        let stands_at = |start: u16| {
            stems.iter().all(|(stem, offset)| {
                let place = u32::from(start) + offset;
                let mut own = self.stems.iter();
                own.any(|(other, position)| other == stem && u32::from(*position) == place)
            })
        };
        let mut starts = self.stems.iter().filter(|(stem, _)| stem == first);
        starts.any(|(_, position)| stands_at(*position))
    }

    /// The hash of a stem: FNV-1a, 32 bits, the same on every machine.
    #[must_use]
    pub fn hash(stem: &str) -> u32 {
        stem.bytes().fold(0x811c_9dc5, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    }

    /// One number a term, for a column of the index: the kind in the upper bits, then hash and position.
    pub(super) fn to_column(&self) -> impl Iterator<Item = u64> {
        let number = |position: &u16| NUMBER | u64::from(*position);
        let asked = |hash: &u32| ASKED | u64::from(*hash) << 16;
        let stem = |(hash, position): &(u32, u16)| u64::from(*hash) << 16 | u64::from(*position);
        (self.stems.iter().map(stem))
            .chain(self.numbers.iter().map(number))
            .chain(self.asked.iter().map(asked))
    }

    /// What [`Self::to_column`] gave.
    pub(super) fn from_column(values: impl Iterator<Item = u64>) -> Self {
        let mut signature = Self {
            stems: Vec::with_capacity(values.size_hint().0),
            ..Self::default()
        };
        for value in values {
            let position = (value & 0xffff) as u16;
            let hash = (value >> 16) as u32;
            match value & (NUMBER | ASKED) {
                NUMBER => signature.numbers.push(position),
                ASKED => signature.asked.push(hash),
                _ => signature.stems.push((hash, position)),
            }
        }
        signature
    }
}

/// The kinds of terms beside the passage's own: above the 48 bits of hash and position.
const NUMBER: u64 = 1 << 48;
const ASKED: u64 = 1 << 49;

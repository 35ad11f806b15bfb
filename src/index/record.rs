//! What is stored with a passage: its terms in a few bytes, so that passages can be compared with a
//! question without their text being analysed again.

use crate::language::Term;

/// The content words of a passage in reading order, as 32-bit hashes of their stems with their positions,
/// and those of the question that it is part of the answer to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// Hash and position in words, in reading order.
    pub stems: Vec<(u32, u16)>,
    /// The positions of numbers in digits.
    pub numbers: Vec<u16>,
    /// Hashes of the stems of the interviewer's question.
    pub asked: Vec<u32>,
}

impl Signature {
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
                .filter(|term| term.is_number())
                .map(position)
                .collect(),
            asked: asked
                .iter()
                .filter(content)
                .map(|term| Self::hash(&term.stem))
                .collect(),
        }
    }

    /// The hash of a stem: FNV-1a, 32 bits, the same on every machine.
    #[must_use]
    pub fn hash(stem: &str) -> u32 {
        stem.bytes().fold(0x811c_9dc5, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    }

    /// Little-endian: how many numbers and how many words of the question (16 bits each), then those, then
    /// hash and position of each stem.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let count = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
        let (numbers, asked) = (count(self.numbers.len()), count(self.asked.len()));
        let mut bytes = Vec::with_capacity(
            4 + self.numbers.len() * 2 + self.asked.len() * 4 + self.stems.len() * 6,
        );
        bytes.extend(numbers.to_le_bytes());
        bytes.extend(asked.to_le_bytes());
        bytes.extend(
            self.numbers
                .iter()
                .take(usize::from(numbers))
                .flat_map(|number| number.to_le_bytes()),
        );
        bytes.extend(
            self.asked
                .iter()
                .take(usize::from(asked))
                .flat_map(|hash| hash.to_le_bytes()),
        );
        for (hash, position) in &self.stems {
            bytes.extend(hash.to_le_bytes());
            bytes.extend(position.to_le_bytes());
        }
        bytes
    }

    /// What [`Self::to_bytes`] wrote; of other bytes, what can be read.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        let Some(([a, b, c, d], rest)) = bytes.split_first_chunk::<4>() else {
            return Self::default();
        };
        let count = |bytes: [u8; 2], size: usize, rest: &[u8]| {
            rest.len()
                .min(usize::from(u16::from_le_bytes(bytes)) * size)
        };
        let (numbers, rest) = rest.split_at(count([*a, *b], 2, rest));
        let (asked, stems) = rest.split_at(count([*c, *d], 4, rest));
        let stem = |[a, b, c, d, e, f]: &[u8; 6]| {
            (
                u32::from_le_bytes([*a, *b, *c, *d]),
                u16::from_le_bytes([*e, *f]),
            )
        };
        Self {
            numbers: numbers
                .as_chunks::<2>()
                .0
                .iter()
                .map(|bytes| u16::from_le_bytes(*bytes))
                .collect(),
            asked: asked
                .as_chunks::<4>()
                .0
                .iter()
                .map(|bytes| u32::from_le_bytes(*bytes))
                .collect(),
            stems: stems.as_chunks::<6>().0.iter().map(stem).collect(),
        }
    }
}

//! The term vector of a passage: its stems as hashes with their positions, stored so that the text need not be analysed
//! again.

use crate::language::{AnswerCues, Language, Term, WordForm};

/// A word of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StemOccurrence {
    /// The 32-bit hash of its stem.
    pub stem: u32,
    /// The number of words before it.
    pub position: u16,
    /// What tells it from others with its stem.
    pub form: WordForm,
}

/// The content words of a passage, as hashes of their stems with their positions and forms, and those of the question that
/// it is part of the answer to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermVector {
    /// In reading order.
    pub stems: Vec<StemOccurrence>,
    /// The positions of numbers, in digits or in words.
    pub numbers: Vec<u16>,
    /// Those of the interviewer's question; where they stand in it is not kept.
    pub asked: Vec<StemOccurrence>,
    /// The positions of verbs that define what stands before them.
    pub defines: Vec<u16>,
    /// Whether it opens with yes or no.
    pub affirms: bool,
}

impl TermVector {
    /// The signature of an analysed passage and its analysed question, in a language.
    #[must_use]
    pub fn of(terms: &[Term], asked: &[Term], language: Language) -> Self {
        let content = |term: &&Term| !term.stop;
        let cues = AnswerCues::of(terms, language);
        Self {
            defines: cues.defines.into_iter().map(kept).collect(),
            affirms: cues.affirms,
            stems: terms
                .iter()
                .filter(content)
                .map(StemOccurrence::of)
                .collect(),
            numbers: terms
                .iter()
                .filter(|term| term.counts)
                .map(position)
                .collect(),
            asked: asked
                .iter()
                .filter(content)
                .map(|term| StemOccurrence {
                    position: 0,
                    ..StemOccurrence::of(term)
                })
                .collect(),
        }
    }

    /// The signature of a sentence by itself, its stop words too.
    #[must_use]
    pub(super) fn of_sentence(terms: &[Term]) -> Self {
        let numbers = terms.iter().filter(|term| term.counts);
        Self {
            stems: terms.iter().map(StemOccurrence::of).collect(),
            numbers: numbers.map(position).collect(),
            ..Self::default()
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
                own.any(|own| own.stem == *stem && u32::from(own.position) == place)
            })
        };
        let mut starts = self.stems.iter().filter(|own| own.stem == *first);
        starts.any(|own| stands_at(own.position))
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
        (self.stems.iter().map(|own| own.to_bits()))
            .chain(self.numbers.iter().map(number))
            .chain(self.asked.iter().map(|asked| ASKED | asked.to_bits()))
            .chain(self.defines.iter().map(|at| CUE | u64::from(*at)))
            .chain(self.affirms.then_some(CUE | AFFIRMS))
    }

    /// What [`Self::to_column`] gave.
    pub(super) fn from_column(values: impl Iterator<Item = u64>) -> Self {
        let mut signature = Self {
            stems: Vec::with_capacity(values.size_hint().0),
            ..Self::default()
        };
        for value in values {
            let occurrence = StemOccurrence::from_bits(value);
            match value & CUE {
                CUE if value & AFFIRMS != 0 => signature.affirms = true,
                CUE => signature.defines.push(occurrence.position),
                NUMBER => signature.numbers.push(occurrence.position),
                ASKED => signature.asked.push(occurrence),
                _ => signature.stems.push(occurrence),
            }
        }
        signature
    }
}

impl StemOccurrence {
    fn of(term: &Term) -> Self {
        Self {
            stem: TermVector::hash(&term.stem),
            position: position(term),
            form: term.form,
        }
    }

    fn to_bits(self) -> u64 {
        self.form.to_bits() << FORM | u64::from(self.stem) << STEM | u64::from(self.position)
    }

    fn from_bits(value: u64) -> Self {
        Self {
            stem: (value >> STEM & u64::from(u32::MAX)) as u32,
            position: (value & u64::from(LAST)) as u16,
            form: WordForm::from_bits(value >> FORM & ((1 << (62 - FORM)) - 1)),
        }
    }
}

fn position(term: &Term) -> u16 {
    kept(term.position)
}

fn kept(position: u32) -> u16 {
    u16::try_from(position).unwrap_or(LAST).min(LAST)
}

/// The last position that is told from others: passages have some dozens of words.
const LAST: u16 = (1 << STEM) - 1;
/// Where the stem begins in the bits of a number, and where the form does, which has 18.
const STEM: u32 = 12;
const FORM: u32 = STEM + 32;
/// The kinds of terms beside the passage's own.
const NUMBER: u64 = 1 << 62;
const ASKED: u64 = 1 << 63;
const CUE: u64 = NUMBER | ASKED;
/// Of cues the one that is no definition.
const AFFIRMS: u64 = 1 << STEM;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, terms};

    #[test]
    fn a_signature_is_kept_in_a_column() {
        let text = "Oui, la mère de Marie est une femme qui a trois armées.";
        let body = terms(text, Language::French);
        let asked = terms("Où est la mer ?", Language::French);
        let signature = TermVector::of(&body, &asked, Language::French);
        assert_eq!(TermVector::from_column(signature.to_column()), signature);
        assert!(signature.asked.len() == 1 && signature.defines.len() == 1 && signature.affirms);
    }
}

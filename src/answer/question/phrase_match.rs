//! Phrase matching: words that stand together, and exact phrases between quotation marks.

use crate::index::TermVector;
use crate::language::{ExactWords, Language, Term, terms};

/// What a question puts between quotation marks: these words in this order, as they are written but for case, accents
/// and what stands between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::answer) struct QuotedPhrase {
    words: ExactWords,
    /// What a passage that holds the words has in its signature: most are told from others without their text.
    stems: StemPhrase,
}

/// Words by their stems, as far apart as they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::answer) struct StemPhrase {
    /// The hashes of its stems, stop words left out, with their positions counted from the first.
    stems: Vec<(u32, u32)>,
}

/// Opening marks with those that close them.
const MARKS: [(char, char); 4] = [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')];

/// What a question puts between quotation marks.
pub(super) fn of(question: &str, language: Language) -> Vec<QuotedPhrase> {
    let mut exact = Vec::new();
    let mut rest = question;
    while let Some((at, close)) = opening(rest) {
        let inside = &rest[at..];
        let Some(end) = inside.find(close) else {
            break;
        };
        exact.extend(QuotedPhrase::of(&inside[..end], language));
        rest = &inside[end + close.len_utf8()..];
    }
    exact
}

/// Where the words after the first opening mark begin, and the mark that closes them.
fn opening(text: &str) -> Option<(usize, char)> {
    text.char_indices().find_map(|(at, c)| {
        let (open, close) = MARKS.iter().find(|(open, _)| *open == c)?;
        Some((at + open.len_utf8(), *close))
    })
}

impl QuotedPhrase {
    /// `None` where there is no word.
    fn of(words: &str, language: Language) -> Option<Self> {
        let mut terms = terms(words, language);
        terms.retain(|term| !term.stop);
        words.contains(char::is_alphanumeric).then(|| Self {
            words: ExactWords::of(words),
            stems: StemPhrase::of_terms(&terms),
        })
    }

    /// Whether a passage, or the question that it answers, may hold the words: `false` is certain.
    pub(in crate::answer) fn may_be_in(&self, signature: &TermVector) -> bool {
        self.stems.is_in(signature)
    }

    /// Whether a text holds the words.
    pub(in crate::answer) fn is_in(&self, text: &str) -> bool {
        ExactWords::of(text).holds(&self.words)
    }
}

impl StemPhrase {
    /// The terms of a text as far apart as they stand in it.
    pub(super) fn of_terms(terms: &[Term]) -> Self {
        let first = terms.first().map_or(0, |term| term.position);
        let place = |term: &Term| (TermVector::hash(&term.stem), term.position - first);
        Self {
            stems: terms.iter().map(place).collect(),
        }
    }

    /// Whether a passage holds it, or the question that it answers holds all its words.
    pub(in crate::answer) fn is_in(&self, signature: &TermVector) -> bool {
        let mut asked = self.stems.iter().map(|(stem, _)| stem);
        signature.holds_together(&self.stems)
            || asked.all(|stem| signature.asked.iter().any(|asked| asked.stem == *stem))
    }
}

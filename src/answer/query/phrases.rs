//! Words between quotation marks: they are looked for as they stand.

use crate::index::Signature;
use crate::language::{Language, Term, terms};

/// Words that stand together: what must be in an answer where the question puts it between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::answer) struct Phrase {
    /// The hashes of its stems, stop words left out, with their positions counted from the first.
    stems: Vec<(u32, u32)>,
}

/// Opening marks with those that close them.
const MARKS: [(char, char); 4] = [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"')];

/// The phrases of a question. A single word between quotation marks is only a word: most are names or irony.
pub(super) fn of(question: &str, language: Language) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut rest = question;
    while let Some((at, close)) = opening(rest) {
        let inside = &rest[at..];
        let Some(end) = inside.find(close) else {
            break;
        };
        phrases.extend(Phrase::of(&inside[..end], language));
        rest = &inside[end + close.len_utf8()..];
    }
    phrases
}

/// Where the words after the first opening mark begin, and the mark that closes them.
fn opening(text: &str) -> Option<(usize, char)> {
    text.char_indices().find_map(|(at, c)| {
        let (open, close) = MARKS.iter().find(|(open, _)| *open == c)?;
        Some((at + open.len_utf8(), *close))
    })
}

impl Phrase {
    fn of(words: &str, language: Language) -> Option<Self> {
        let mut terms = terms(words, language);
        terms.retain(|term| !term.stop);
        (terms.len() > 1).then(|| Self::of_terms(&terms))
    }

    /// The terms of a text as far apart as they stand in it.
    pub(super) fn of_terms(terms: &[Term]) -> Self {
        let first = terms.first().map_or(0, |term| term.position);
        let place = |term: &Term| (Signature::hash(&term.stem), term.position - first);
        Self {
            stems: terms.iter().map(place).collect(),
        }
    }

    /// Whether a passage holds it, or the question that it answers holds all its words.
    pub(in crate::answer) fn is_in(&self, signature: &Signature) -> bool {
        let mut asked = self.stems.iter().map(|(stem, _)| stem);
        signature.holds_together(&self.stems) || asked.all(|stem| signature.asked.contains(stem))
    }
}

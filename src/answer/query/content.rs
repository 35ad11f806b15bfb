//! The words that carry a question.

use super::{frames, readable};
use crate::index::{IndexError, Library};
use crate::language::{Language, Term, terms};

/// More words than this make no question clearer; the rarest are kept.
const WORDS: usize = 48;

/// Whether any word carries a subject.
pub(in crate::answer) fn has_content(question: &str, language: Language) -> bool {
    any_content(&terms(question, language), language)
}

pub(super) fn any_content(terms: &[Term], language: Language) -> bool {
    let framed = frames::framed(terms, language);
    let mut words = terms.iter().zip(framed);
    words.any(|(term, framed)| !term.stop && !framed)
}

/// The stems of what a question is about, in order, each once.
pub(crate) fn subject(question: &str, language: Language) -> Vec<String> {
    let all = terms(readable(question), language);
    let mut stems: Vec<String> = content(&all, language)
        .into_iter()
        .map(|term| term.stem.to_string())
        .collect();
    stems.sort();
    stems
}

/// The words that carry the question, each stem once: neither stop words nor those of its frame, unless they are
/// all there is.
pub(super) fn content(all: &[Term], language: Language) -> Vec<&Term> {
    let framed = frames::framed(all, language);
    let mut content: Vec<&Term> = Vec::new();
    let mut keep = |wanted: &dyn Fn(usize) -> bool| {
        for (at, term) in all.iter().enumerate() {
            if wanted(at) && !content.iter().any(|other| *other.stem == *term.stem) {
                content.push(term);
            }
        }
        !content.is_empty()
    };
    let _ =
        keep(&|at| !all[at].stop && !framed[at]) || keep(&|at| !all[at].stop) || keep(&|_| true);
    content
}

/// Whether a folded word can be what a question or an interview is about. Only the French list of stop words lacks some
/// that cannot.
pub(in crate::answer) fn is_of_subject(word: &str, language: Language) -> bool {
    language != Language::French || !BESIDE_STOP_WORDS.split(' ').any(|other| other == word)
}

const BESIDE_STOP_WORDS: &str = "afin aucun aucune aupres auquel auxquelles auxquels beaucoup ceci celle celles celui certain \
     certaine certaines certains ceux chaque contre depuis desquelles desquels duquel durant \
     elles envers hors jamais jusque lors lorsque malgre parce parmi pendant plusieurs puis \
     puisque quelque quelques quoique tel telle telles tels toujours";

/// Terms with their rarities; where there are too many, the rarest, in the order of the question.
pub(super) fn rarest<'t>(
    library: &Library,
    language: Language,
    content: Vec<&'t Term>,
) -> Result<Vec<(&'t Term, f32)>, IndexError> {
    let stems: Vec<&str> = content.iter().map(|term| &*term.stem).collect();
    let rarities = library.rarities(language, &stems)?;
    let mut known: Vec<(&Term, f32)> = content.into_iter().zip(rarities).collect();
    if known.len() > WORDS {
        known.sort_by(|a, b| b.1.total_cmp(&a.1));
        known.truncate(WORDS);
        known.sort_by_key(|(term, _)| term.span);
    }
    Ok(known)
}

/// The words as they were typed, each once.
pub(super) fn typed(all: &[Term]) -> Vec<String> {
    let mut typed: Vec<String> = Vec::new();
    for term in all {
        if !typed.iter().any(|word| **word == *term.word) {
            typed.push(term.word.to_string());
        }
    }
    typed.truncate(WORDS);
    typed
}

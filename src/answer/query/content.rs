//! The words that carry a question.

use super::{frames, readable};
use crate::language::{Language, Term, terms};

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
        .map(|term| term.stem.clone())
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
            if wanted(at) && !content.iter().any(|other| other.stem == term.stem) {
                content.push(term);
            }
        }
        !content.is_empty()
    };
    let _ =
        keep(&|at| !all[at].stop && !framed[at]) || keep(&|at| !all[at].stop) || keep(&|_| true);
    content
}

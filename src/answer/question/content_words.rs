//! The content words of a question: those that say what it is about.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::interrogative_frames;
use crate::index::{IndexError, Library};
use crate::language::{Language, Term, terms};

/// How many bytes of a question are read: Telegram's longest message has 4,096 characters.
const LENGTH: usize = 16_384;

/// More words than this make no question clearer; the rarest are kept.
const WORDS: usize = 48;

/// The words of a text, and which of them make it a question.
pub(in crate::answer) struct AnalysedText {
    pub(super) language: Language,
    pub(super) terms: Vec<Term>,
    framed: Vec<bool>,
}

impl AnalysedText {
    pub(in crate::answer) fn of(text: &str, language: Language) -> Self {
        let terms = terms(text, language);
        Self {
            language,
            framed: interrogative_frames::interrogative_words(&terms, language),
            terms,
        }
    }

    /// How many of its words say nothing of its subject.
    pub(super) fn empty_words(&self) -> usize {
        let words = self.terms.iter().zip(&self.framed);
        words.filter(|(term, framed)| term.stop || **framed).count()
    }

    /// Takes the words that say nothing in the language that it is written in for words of its frame.
    pub(in crate::answer) fn frame_as(&mut self, text: &str, written: Language) {
        let other = Self::of(text, written);
        let empty = |term: &Term| {
            let mut others = other.terms.iter().zip(&other.framed);
            others.any(|(other, framed)| other.span == term.span && (other.stop || *framed))
        };
        for (term, framed) in self.terms.iter().zip(&mut self.framed) {
            *framed |= empty(term);
        }
    }

    /// Whether its text asks something, and does not only name a subject.
    pub(super) fn asks(&self, text: &str) -> bool {
        self.framed.contains(&true) || text.contains(['?', '？', '؟'])
    }

    pub(super) fn framed(&self) -> &[bool] {
        &self.framed
    }

    pub(in crate::answer) fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether any word carries a subject.
    pub(in crate::answer) fn has_content(&self) -> bool {
        let mut words = self.terms.iter().zip(&self.framed);
        words.any(|(term, framed)| !term.stop && !framed)
    }

    /// The words that carry the question, each stem once: neither stop words nor those of its frame, unless they are
    /// all there is.
    pub(super) fn content(&self) -> Vec<&Term> {
        let (all, framed) = (&self.terms, &self.framed);
        let mut content: Vec<&Term> = Vec::new();
        let mut keep = |wanted: &dyn Fn(usize) -> bool| {
            for (at, term) in all.iter().enumerate() {
                if wanted(at) && !content.iter().any(|other| *other.stem == *term.stem) {
                    content.push(term);
                }
            }
            !content.is_empty()
        };
        let _ = keep(&|at| !all[at].stop && !framed[at])
            || keep(&|at| !all[at].stop)
            || keep(&|_| true);
        content
    }
}

/// The stems of what a question is about, in order, each once.
pub(crate) fn subject(question: &str, language: Language) -> Vec<String> {
    let analysed = AnalysedText::of(readable(question), language);
    let content = analysed.content().into_iter();
    let mut stems: Vec<String> = content.map(|term| term.stem.to_string()).collect();
    stems.sort();
    stems
}

/// Whether a folded word can be what a question or an interview is about: not where it only joins others, nor where
/// everybody does it.
pub(in crate::answer) fn is_of_subject(word: &str, language: Language) -> bool {
    static BESIDE: LazyLock<Vec<(Language, HashSet<&str>)>> = LazyLock::new(|| {
        let words = |text: &'static str| text.split_whitespace().collect();
        vec![
            (Language::French, words(FRENCH)),
            (Language::English, words(ENGLISH)),
            (Language::Spanish, words(SPANISH)),
            (Language::German, words(GERMAN)),
            (Language::Italian, words(ITALIAN)),
        ]
    });
    let mut lists = BESIDE.iter().filter(|(of, _)| *of == language);
    !lists.any(|(_, words)| words.contains(word))
}

/// Words that the French list of stop words lacks, then what everybody does or likes.
const FRENCH: &str = "afin aucun aucune aupres auquel auxquelles auxquels beaucoup ceci celle celles celui certain \
     certaine certaines certains ceux chaque contre depuis desquelles desquels duquel durant \
     elles envers hors jamais jusque lors lorsque malgre parce parmi pendant plusieurs puis \
     puisque quelque quelques quoique tel telle telles tels toujours \
     fais faites font faisait faisais faisaient faisiez faisions fera feront ferez deja voila \
     aime aimes aimez aiment aimer aimait aimiez gout gouts passe passait";
const ENGLISH: &str = "make makes made making like likes liked love loves loved happen happens happened happening use used";
const SPANISH: &str = "usted ustedes hace haces hacen hacer hacia hacian hizo hicieron gusta gustan gustaba opina opinas \
     opinan cree crees creen pasa paso ocurrio";
const GERMAN: &str = "macht machst machte machten mache tun tut tat taten mag mogen magst gefallt geschah geschieht passiert \
     passierte";
const ITALIAN: &str = "fa fai fanno fare faceva facevano fatto piace piacciono piaceva crede credi successo succede accadde";

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
pub(super) fn typed(question: &str, all: &[Term]) -> Vec<String> {
    let mut typed: Vec<String> = Vec::new();
    for term in all {
        // Digits that nobody typed stand beside the words of a number.
        let is_added =
            term.is_number() && !question[term.span.start..].starts_with(char::is_numeric);
        if !is_added && !typed.iter().any(|word| **word == *term.word) {
            typed.push(term.word.to_string());
        }
    }
    typed.truncate(WORDS);
    typed
}

/// As much of a question as is read.
pub(in crate::answer) fn readable(question: &str) -> &str {
    let end = (0..=LENGTH.min(question.len()))
        .rev()
        .find(|at| question.is_char_boundary(*at));
    &question[..end.unwrap_or_default()]
}

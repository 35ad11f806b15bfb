//! The owner's synonyms, by language.

mod synonyms_file;

use std::collections::HashMap;

use crate::interview::Span;
use crate::language::{Language, Term, terms};
pub use synonyms_file::SynonymsError;

/// The owner's synonyms, by language. Read once at the start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Synonyms(HashMap<Language, SynonymRules>);

/// The rules of a language by the first stem of what they begin from.
type SynonymRules = HashMap<String, Vec<SynonymRule>>;

/// Words, and another way to say them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SynonymRule {
    /// The stems of the words that carry a subject, in order.
    from: Vec<String>,
    to: String,
}

impl Synonyms {
    /// The other ways to say a question's words: where the words stand, and the other words.
    pub(super) fn of(&self, question: &[Term], language: Language) -> Vec<(Span, &str)> {
        let Some(rules) = self.0.get(&language) else {
            return Vec::new();
        };
        let parts = parts(question);
        let mut found = Vec::new();
        for (at, term) in question.iter().enumerate() {
            for rule in rules.get(&*term.stem).into_iter().flatten() {
                let rest = parts
                    .iter()
                    .skip_while(|part| part.span.start < term.span.start);
                let words = rest.take(rule.from.len());
                let stems = words.clone().map(|term| &*term.stem);
                if rule.from.len() == 1 {
                    found.push((question[at].span, rule.to.as_str()));
                } else if stems.eq(rule.from.iter().map(String::as_str)) {
                    let span = words.map(|term| term.span).reduce(Span::union);
                    found.push((span.unwrap_or(term.span), rule.to.as_str()));
                }
            }
        }
        found
    }

    /// Takes up that words are also said in another way; whether they carry a subject.
    fn add(&mut self, language: Language, from: &str, to: &str) -> bool {
        let mut added = false;
        for from in spellings(from, language) {
            let from: Vec<String> = from.into_iter().map(|term| term.stem.to_string()).collect();
            let Some(first) = from.first().cloned() else {
                continue;
            };
            let rule = SynonymRule {
                from,
                to: to.to_owned(),
            };
            let rules = self
                .0
                .entry(language)
                .or_default()
                .entry(first)
                .or_default();
            rules.push(rule);
            added = true;
        }
        added
    }
}

/// The words of a text that carry a subject, as an index may hold them: one after another, and, where they
/// are one compound, in one.
pub(super) fn spellings(text: &str, language: Language) -> Vec<Vec<Term>> {
    let all = terms(text, language);
    let words: Vec<Term> = parts(&all).into_iter().cloned().collect();
    let whole = all.first().filter(|whole| {
        words.len() > 1 && !whole.stop && words.iter().all(|word| whole.span.contains(word.span))
    });
    let whole = whole.map(|whole| vec![whole.clone()]);
    [Some(words), whole]
        .into_iter()
        .flatten()
        .filter(|words| !words.is_empty())
        .collect()
}

/// The words that carry a subject, compounds in parts.
fn parts(terms: &[Term]) -> Vec<&Term> {
    let is_whole = |term: &Term| {
        let mut others = terms.iter().filter(|other| other.span != term.span);
        others.any(|other| term.span.contains(other.span))
    };
    terms
        .iter()
        .filter(|term| !term.stop && !is_whole(term))
        .collect()
}

//! What a question means to the index.

use std::collections::HashMap;

use super::{IndexError, Library};
use crate::index::{Query, QueryTerm, Signature, Weights};
use crate::language::{Language, Term, of_question, terms};

/// What each field counts. Stems and words as measured on French and English sets, the interviewer's
/// question at 2 (+0.29 MRR on questions that users put to a FAQ), the whole answer and interview light.
const WEIGHTS: Weights = Weights {
    body: 1.0,
    exact: 0.3,
    asked: 2.0,
    title: 0.3,
    answer: 0.4,
    interview: 0.15,
};

/// More words than this make no question clearer; the rarest are kept.
const WORDS: usize = 32;

/// How many bytes of a question are read: Telegram's longest message has 4,096 characters.
const LENGTH: usize = 16_384;

/// A question as the index sees it, with what is known about its words.
#[derive(Debug)]
pub(super) struct Meaning {
    pub(super) query: Query,
    /// Of each of the query's terms.
    pub(super) words: Vec<Word>,
    /// Whether it asks for a number.
    pub(super) quantity: bool,
}

/// What is known of one word of a question.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// The hash of its stem, as in a passage's signature.
    pub(super) hash: u32,
    /// Its rarity: BM25's inverse document frequency among the passages of its language.
    pub(super) rarity: f32,
    /// Words of one number are one word in other spellings: a compound and its parts.
    pub(super) group: usize,
    /// Where it stands in the question, in words.
    pub(super) position: u32,
}

impl Meaning {
    pub(super) fn of(library: &Library, question: &str) -> Result<Self, IndexError> {
        let catalogue = library.catalogue();
        let end = (0..=LENGTH.min(question.len()))
            .rev()
            .find(|at| question.is_char_boundary(*at))
            .unwrap_or(0);
        let question = &question[..end];
        let language = of_question(question, &catalogue.languages);
        let all = terms(question, language);
        let content = content(&all, language);
        let stems: Vec<&str> = content.iter().map(|term| term.stem.as_str()).collect();
        let rarities = library.rarities(language, &stems)?;
        let mut known: Vec<(&Term, Word)> = content
            .iter()
            .zip(rarities)
            .map(|(term, rarity)| (*term, word(term, &all, rarity)))
            .collect();
        if known.len() > WORDS {
            known.sort_by(|a, b| b.1.rarity.total_cmp(&a.1.rarity));
            known.truncate(WORDS);
            known.sort_by_key(|(_, word)| word.position);
        }
        let (terms, words) = known
            .into_iter()
            .map(|(term, word)| {
                (
                    QueryTerm {
                        word: term.word.clone(),
                        stem: term.stem.clone(),
                        weight: 1.0,
                    },
                    word,
                )
            })
            .unzip();
        Ok(Self {
            query: Query {
                language,
                terms,
                weights: WEIGHTS,
                collections: Vec::new(),
            },
            words,
            quantity: asks_for_number(&all, language),
        })
    }

    /// The question's words by the hash of their stems.
    pub(super) fn by_hash(&self) -> HashMap<u32, usize> {
        self.words
            .iter()
            .enumerate()
            .map(|(at, word)| (word.hash, at))
            .collect()
    }

    /// The sum of the rarities, words of one group once.
    pub(super) fn weight(&self, counts: impl Fn(usize) -> bool) -> f32 {
        let mut groups: HashMap<usize, f32> = HashMap::new();
        for (_, word) in self.words.iter().enumerate().filter(|(at, _)| counts(*at)) {
            let heaviest = groups.entry(word.group).or_default();
            *heaviest = heaviest.max(word.rarity);
        }
        groups.values().sum()
    }
}

/// The words that carry the question, each stem once: neither stop words nor interrogatives, unless they
/// are all there is.
fn content(all: &[Term], language: Language) -> Vec<&Term> {
    let mut content: Vec<&Term> = Vec::new();
    let mut keep = |wanted: &dyn Fn(&Term) -> bool| {
        for term in all {
            if wanted(term) && !content.iter().any(|other| other.stem == term.stem) {
                content.push(term);
            }
        }
        !content.is_empty()
    };
    let _ = keep(&|term| !term.stop && !is_interrogative(&term.word, language))
        || keep(&|term| !term.stop)
        || keep(&|_| true);
    content
}

fn word(term: &Term, all: &[Term], rarity: f32) -> Word {
    let group = all
        .iter()
        .position(|other| other.span.contains(term.span))
        .unwrap_or_default();
    Word {
        hash: Signature::hash(&term.stem),
        rarity,
        group,
        position: term.position,
    }
}

fn is_interrogative(word: &str, language: Language) -> bool {
    let words: &[&str] = match language {
        Language::French => &[
            "qui", "que", "quoi", "quel", "quelle", "quels", "quelles", "comment", "combien",
            "pourquoi", "quand", "ou", "lequel", "laquelle", "est", "dit", "pense", "penser",
            "dire", "peut", "quelqu", "faut", "peux", "pouvez",
        ],
        Language::English => &[
            "what", "which", "who", "whom", "whose", "where", "when", "why", "how", "say", "says",
            "said", "think", "many", "much", "tell",
        ],
        Language::Spanish => &[
            "que", "quien", "quienes", "cual", "cuales", "como", "cuando", "donde", "cuanto",
            "cuantos", "cuanta", "cuantas",
        ],
        Language::German => &[
            "was", "wer", "wen", "wem", "wie", "wo", "wann", "warum", "welche", "welcher",
            "welches", "wieviel", "viele",
        ],
        Language::Italian => &[
            "che", "chi", "cosa", "come", "quando", "dove", "quanto", "quanti", "quale", "quali",
            "perche",
        ],
        _ => &[],
    };
    words.contains(&word)
}

fn asks_for_number(all: &[Term], language: Language) -> bool {
    let has = |word: &str| all.iter().any(|term| term.word == word);
    match language {
        Language::French => has("combien") || has("pourcentage"),
        Language::English => {
            has("how") && (has("many") || has("much") || has("old") || has("long"))
        }
        Language::Spanish => ["cuanto", "cuantos", "cuanta", "cuantas"]
            .iter()
            .any(|word| has(word)),
        Language::German => has("wieviel") || (has("wie") && has("viele")),
        Language::Italian => has("quanto") || has("quanti") || has("quante"),
        _ => false,
    }
}

//! A cache of analysed words: folding and stemming each word once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::Language;
use super::case_and_accent_folding::fold;
use super::number_words::is_numeral;
use super::stemming::stem;
use super::stop_words::{is_stop_as_written, may_be_noun};
use super::word_forms::{WordForm, form};

/// What is known of a word in a language.
#[derive(Debug, Clone)]
pub(super) struct WordAnalysis {
    /// Folded.
    pub(super) word: Arc<str>,
    /// Its stem.
    pub(super) stem: Arc<str>,
    /// Whether it carries no subject.
    pub(super) stop: bool,
    /// Whether it says how many.
    pub(super) counts: bool,
    /// Whether it may be a noun or a name though it is on a list of words that carry no subject.
    pub(super) may_be_noun: bool,
    /// What tells it from others with its stem.
    pub(super) form: WordForm,
}

thread_local! {
    static KNOWN: RefCell<HashMap<Language, HashMap<String, WordAnalysis>>> = RefCell::default();
}

/// How many words of a language a thread remembers; a corpus's common words are far fewer.
const REMEMBERED: usize = 20_000;
/// The longest word, in bytes.
const LONGEST: usize = 64;

/// What a word is, as it is written.
pub(super) fn analyse_word(raw: &str, language: Language) -> WordAnalysis {
    KNOWN.with_borrow_mut(|known| {
        let known = known.entry(language).or_default();
        if let Some(known) = known.get(raw) {
            return known.clone();
        }
        if known.len() > REMEMBERED {
            known.clear();
        }
        let own = learned(raw, language);
        if raw.len() <= LONGEST {
            known.insert(raw.to_owned(), own.clone());
        }
        own
    })
}

fn learned(raw: &str, language: Language) -> WordAnalysis {
    let mut word = fold(raw);
    // No language has longer words; a line of one letter must not become one huge term.
    if word.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|at| word.is_char_boundary(*at));
        word.truncate(end.unwrap_or(0));
    }
    let stop = is_stop_as_written(raw, &word, language);
    WordAnalysis {
        stem: stem(&word, language).into(),
        stop,
        may_be_noun: stop && has_capital(raw) || may_be_noun(&word, language),
        form: form(raw, &word, language),
        counts: word.starts_with(char::is_numeric) || is_numeral(&word, language),
        word: word.into(),
    }
}

fn has_capital(raw: &str) -> bool {
    raw.starts_with(char::is_uppercase)
}

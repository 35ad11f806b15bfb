//! A term: a word of a text as the index knows it.

use std::sync::Arc;

use super::Language;
use super::stop_words::has_accent;
use super::word_forms::{WordForm, form, name_form};
use crate::interview::Span;

/// A word of a text, as the index knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The folded word, unstemmed.
    pub word: Arc<str>,
    /// Its Snowball stem in the text's language.
    pub stem: Arc<str>,
    /// Where it stands: bytes into the text, on character boundaries.
    pub span: Span,
    /// The number of words before it. A hyphenated word and its first part share one.
    pub position: u32,
    /// Whether it carries no subject in the text's language.
    pub stop: bool,
    /// Whether it says how many: a number in digits, or a word that numbers are spelled with.
    pub counts: bool,
    /// Whether it is spelled like a stop word or one of a question's frame, and is a noun or a name where it stands.
    pub noun: bool,
    /// What tells it from other words with its stem.
    pub form: WordForm,
}

impl Term {
    /// Whether it is a number in digits.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.word.starts_with(|c: char| c.is_numeric())
    }

    /// What it may be in a question, where it stands and by itself: a name that is typed without its capital is one all the
    /// same, and in a question without accents a word may have any.
    #[must_use]
    pub fn forms(&self, question: &str, language: Language) -> Vec<WordForm> {
        let raw = question.get(self.span.start..self.span.end);
        let own = form(raw.unwrap_or(&self.word), &self.word, language);
        let is_careful = language != Language::French || has_accent(question);
        let own = if is_careful {
            own
        } else {
            own.without_accents()
        };
        vec![self.form, own, name_form(own, &self.word, language)]
    }
}

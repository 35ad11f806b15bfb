//! Words and sentences: what a text's terms are, where its sentences end, which language it is in.
//!
//! Pure functions. Interviews and questions go through the same ones, so that both sides of a search
//! agree on what a word is.

mod analyzer;
mod answer_cues;
mod case_and_accent_folding;
mod character_ngrams;
mod clause_boundaries;
mod digit_grouping;
mod exact_word_match;
mod language_detection;
mod name_normalization;
mod noun_cues;
mod number_terms;
mod number_words;
mod proclitics;
mod sentence_boundaries;
mod single_line_text;
mod stemming;
mod stop_words;
mod term;
mod whitespace_insensitive_search;
mod word_analysis_cache;
mod word_boundaries;
mod word_forms;

use serde::{Deserialize, Serialize};

pub use analyzer::terms;
pub use answer_cues::AnswerCues;
pub use character_ngrams::grams;
pub use clause_boundaries::clauses;
pub use exact_word_match::ExactWords;
pub use language_detection::{detect, function_words, is_written_with};
pub use name_normalization::{normalized_name, normalized_words};
pub use noun_cues::begins_sentence;
pub use sentence_boundaries::sentences;
pub use single_line_text::on_one_line;
pub use term::Term;
pub use whitespace_insensitive_search::find_words;
pub use word_forms::WordForm;

/// Changes whenever the same text would give other terms: an index made by another analysis is rebuilt.
pub const FINGERPRINT: &str = "terms-6 frostem-20261016 stop-words-0.10";

/// A language that the analysis knows stems and stop words of, or `Other`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(from = "String", into = "String")]
pub enum Language {
    /// Arabic
    Arabic,
    /// Danish
    Danish,
    /// Dutch
    Dutch,
    /// English
    English,
    /// Finnish
    Finnish,
    /// French
    French,
    /// German
    German,
    /// Greek
    Greek,
    /// Hungarian
    Hungarian,
    /// Italian
    Italian,
    /// Norwegian
    Norwegian,
    /// Portuguese
    Portuguese,
    /// Romanian
    Romanian,
    /// Russian
    Russian,
    /// Spanish
    Spanish,
    /// Swedish
    Swedish,
    /// Tamil
    Tamil,
    /// Turkish
    Turkish,
    /// Any other, or not known: words are compared without stems.
    #[default]
    Other,
}

impl Language {
    /// Every language, with its ISO 639-1 code; `Other` is `und`.
    pub const ALL: [(Self, &'static str); 19] = [
        (Self::Arabic, "ar"),
        (Self::Danish, "da"),
        (Self::Dutch, "nl"),
        (Self::English, "en"),
        (Self::Finnish, "fi"),
        (Self::French, "fr"),
        (Self::German, "de"),
        (Self::Greek, "el"),
        (Self::Hungarian, "hu"),
        (Self::Italian, "it"),
        (Self::Norwegian, "no"),
        (Self::Portuguese, "pt"),
        (Self::Romanian, "ro"),
        (Self::Russian, "ru"),
        (Self::Spanish, "es"),
        (Self::Swedish, "sv"),
        (Self::Tamil, "ta"),
        (Self::Turkish, "tr"),
        (Self::Other, "und"),
    ];

    /// Its ISO 639-1 code, `und` for `Other`.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(language, _)| *language == self)
            .map_or("und", |(_, code)| code)
    }

    /// The language of a code or tag (`fr`, `fr-FR`, `FR_ca`); `Other` where it is not known.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let code = tag
            .split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        // Norwegian is written in two ways, each with a code of its own.
        let code = match code.as_str() {
            "nb" | "nn" => "no",
            code => code,
        };
        Self::ALL
            .iter()
            .find(|(_, known)| *known == code)
            .map_or(Self::Other, |(language, _)| *language)
    }
}

impl From<String> for Language {
    fn from(tag: String) -> Self {
        Self::from_tag(&tag)
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.code().to_owned()
    }
}

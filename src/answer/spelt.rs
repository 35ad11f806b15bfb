//! Corrections as the interviews write the words.

use super::{Correction, Quote};
use crate::language::{Language, terms};

/// The words that were read, as the quotes or the questions that they answer have them; where none does, as the index
/// has them.
pub(super) fn as_written(corrections: &mut [Correction], quotes: &[Quote], language: Language) {
    for correction in corrections {
        let texts = quotes
            .iter()
            .flat_map(|quote| [Some(quote.text()), quote.asked()]);
        let forms = texts
            .flatten()
            .flat_map(|text| written(text, &correction.to, language));
        // A capital may only be that of a sentence's first word.
        let first = forms.min_by_key(|form| form.starts_with(char::is_uppercase));
        if let Some(form) = first {
            correction.to = form;
        }
    }
}

/// Where a text has a word, as it has it.
fn written(text: &str, word: &str, language: Language) -> Vec<String> {
    let found = terms(text, language)
        .into_iter()
        .filter(|term| term.word == word);
    found
        .filter_map(|term| text.get(term.span.start..term.span.end))
        .map(str::to_owned)
        .collect()
}

//! Spelling corrections as they are shown: spelled the way the interviews spell the word.

use super::ranking::rerank::RankedCandidate;
use super::{IndexError, Library, Quote, SpellingCorrection};
use crate::index::Catalogue;
use crate::language::{Language, normalized_name, normalized_words, terms};

/// The words that were read, as the quotes or the questions that they answer have them; where none does, as the index
/// has them.
pub(super) fn corrections_as_quoted(
    corrections: &mut [SpellingCorrection],
    quotes: &[Quote],
    language: Language,
) {
    let texts = quotes
        .iter()
        .flat_map(|quote| [Some(quote.text()), quote.asked()]);
    let texts: Vec<&str> = texts.flatten().collect();
    as_in(corrections, &texts, language);
}

/// The same where nothing is quoted, by the passages that came nearest.
pub(super) fn corrections_as_said(
    library: &Library,
    corrections: &mut [SpellingCorrection],
    ranked: &[RankedCandidate],
    language: Language,
) -> Result<(), IndexError> {
    if corrections.is_empty() {
        return Ok(());
    }
    let mut interviews = Vec::new();
    for hit in ranked.iter().take(NEAREST) {
        let interview = library.interview(hit.candidate.interview)?;
        interviews.extend(interview.map(|interview| (interview, hit.candidate.passage.span)));
    }
    let texts = interviews
        .iter()
        .filter_map(|(interview, span)| interview.slice(*span));
    as_in(corrections, &texts.collect::<Vec<_>>(), language);
    Ok(())
}

/// Without what was read as a word that was typed as well.
pub(super) fn drop_unchanged_corrections(corrections: &mut Vec<SpellingCorrection>, typed: &str) {
    let typed = normalized_words(typed);
    corrections.retain(|one| {
        !typed
            .iter()
            .any(|(word, _)| *word == normalized_name(&one.to))
    });
}

/// Whether the interviews say a name, or each word of one, as a word.
pub(super) fn is_said(
    library: &Library,
    name: &str,
    catalogue: &Catalogue,
) -> Result<bool, IndexError> {
    for language in &catalogue.languages {
        let words = terms(name, *language);
        let mut said = !words.is_empty();
        for word in &words {
            said = said && library.holds(*language, &word.stem)?;
        }
        if said {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many passages are looked at where nothing is quoted.
const NEAREST: usize = 10;

fn as_in(corrections: &mut [SpellingCorrection], texts: &[&str], language: Language) {
    for correction in corrections {
        let forms = texts
            .iter()
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
        .filter(|term| *term.word == *word);
    found
        .filter_map(|term| text.get(term.span.start..term.span.end))
        .map(str::to_owned)
        .collect()
}

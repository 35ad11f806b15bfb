//! From a question to ranked passages, and to the quotes among them that answer it.

use super::filters::Reading;
use super::query::{self, Analysed, Meaning, Way};
use super::rank::{self, Ranked};
use super::{
    Ambiguous, Certainty, Found, IndexError, Library, Question, Quote, Scope, Unknown, filters,
    manner, profile, quoting, silence, spelt,
};
use crate::index::Catalogue;
use crate::language::of_question;

/// How many of the engine's candidates are looked at closely: 100 gained nothing over 50.
pub(super) const CANDIDATES: usize = 50;
/// The same where words are to stand as they are written: passages with the same stems may come before.
const EXACT_CANDIDATES: usize = 500;

/// What answers a question, or what was looked at in vain.
pub(super) fn found(
    library: &Library,
    question: &Question,
) -> Result<Result<Found, Missed>, IndexError> {
    if let Some(found) = profile::of(library, question)? {
        return Ok(Ok(found));
    }
    let looked = ranked(library, question)?;
    let Looked {
        mut meaning,
        ranked,
        ambiguous,
        unknown,
    } = looked;
    let certainty = silence::certainty(library, &meaning, &ranked)?;
    // Where only a speaker, a date or a place is named, whatever is left answers.
    let silence = question.setting.silence;
    let silence = if meaning.narrows {
        silence.relaxed()
    } else {
        silence
    };
    let sure = meaning.words.is_empty() || silence.permits(certainty);
    let chosen = if unknown.is_empty() && sure {
        quoting::quotes(library, &meaning, &ranked, question.quotes)?
    } else {
        Vec::new()
    };
    if chosen.is_empty() {
        return Ok(Err(Missed {
            meaning,
            ranked,
            ambiguous,
            unknown,
            certainty,
        }));
    }
    let (quotes, explanations): (Vec<Quote>, _) = chosen.into_iter().unzip();
    spelt::as_written(&mut meaning.corrections, &quotes, meaning.query.language);
    spelt::leave_typed(&mut meaning.corrections, &question.text);
    Ok(Ok(Found {
        quotes,
        explanations,
        certainty,
        corrections: meaning.corrections,
        filters: meaning.query.filters,
        ambiguous,
        people: Vec::new(),
    }))
}

/// What was looked at where nothing answers.
pub(super) struct Missed {
    pub(super) meaning: Meaning,
    pub(super) ranked: Vec<Ranked>,
    pub(super) ambiguous: Vec<Ambiguous>,
    pub(super) unknown: Vec<Unknown>,
    pub(super) certainty: Certainty,
}

/// What a question means, and what was found.
pub(super) struct Looked {
    pub(super) meaning: Meaning,
    pub(super) ranked: Vec<Ranked>,
    pub(super) ambiguous: Vec<Ambiguous>,
    pub(super) unknown: Vec<Unknown>,
}

pub(super) fn ranked(library: &Library, question: &Question) -> Result<Looked, IndexError> {
    let catalogue = library.catalogue();
    let text = query::readable(&question.text);
    let language = of_question(text, &catalogue.languages);
    let follows = matches!(question.manner.scope, Some(Scope::After(_)));
    let reading = Reading {
        follows,
        corrects: !question.manner.as_typed,
    };
    let mut understood = understand(library, (text, question), &catalogue, reading)?;
    let collections = &mut understood.filters.collections;
    collections.extend(question.collection.clone());
    let manner = question.manner;
    let before = manner::confine(library, manner.scope, &mut understood)?;
    let mut filters = understood.filters.without(manner.lifted);
    let mut analysed = Analysed::of(&understood.text, language);
    let only_filters = !analysed.has_content() && !filters.is_empty();
    let otherwise = if only_filters {
        Some(before.as_deref().unwrap_or_default())
    } else if !analysed.has_content() && manner.lifted != 0 {
        // Nothing else is left of the question.
        Some(text)
    } else {
        None
    };
    if let Some(text) = otherwise {
        query::readable(text).clone_into(&mut understood.text);
        analysed = Analysed::of(&understood.text, language);
    }
    let narrows = only_filters && before.is_some();
    let only_filters = only_filters && before.is_none();
    let way = Way {
        synonyms: &question.setting.synonyms,
        corrects: !manner.as_typed,
    };
    let mut meaning = Meaning::of_analysed(library, &understood.text, &analysed, way)?;
    if let Some(before) = &before {
        meaning.carry_over(library, before)?;
    }
    meaning.narrows = narrows;
    meaning.corrections.splice(0..0, understood.read);
    meaning.query.filters = std::mem::take(&mut filters);
    let depth = if meaning.exact.is_empty() {
        CANDIDATES
    } else {
        EXACT_CANDIDATES
    };
    let candidates = if only_filters {
        library.openings(&meaning.query.filters, depth)?
    } else {
        library.candidates(&meaning.query, depth)?
    };
    let mut ranked = rank::rank(candidates, &meaning);
    if !meaning.exact.is_empty() {
        rank::read_exact(library, &mut ranked, &meaning)?;
    }
    Ok(Looked {
        unknown: understood.unknown,
        meaning,
        ranked,
        ambiguous: understood.ambiguous,
    })
}

/// What a question is confined to; a word that the interviews say is no misspelt name.
fn understand(
    library: &Library,
    (text, question): (&str, &Question),
    catalogue: &Catalogue,
    reading: Reading,
) -> Result<filters::Understood, IndexError> {
    let understood = filters::understand(text, catalogue, question.today, reading);
    for read in &understood.read {
        if spelt::is_said(library, &read.from, catalogue)? {
            let reading = Reading {
                corrects: false,
                ..reading
            };
            return Ok(filters::understand(
                text,
                catalogue,
                question.today,
                reading,
            ));
        }
    }
    Ok(understood)
}

//! From a question to ranked passages, and to the quotes among them that answer it.

use super::query::{self, Analysed, Meaning, Way};
use super::rank::{self, Ranked};
use super::{
    Ambiguous, Certainty, Found, IndexError, Library, Nameless, Question, Quote, Scope, Unknown,
    filters, manner, profile, quoting, silence, spelt,
};
use crate::language::{of_question, terms};

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
    let mut understood = filters::understand(text, &catalogue, question.today, follows);
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
        unknown: unheld(library, understood.unknown, &meaning)?,
        meaning,
        ranked,
        ambiguous: understood.ambiguous,
    })
}

/// Without the `#names` that are words which the interviews say: `#open_source` may be a word of the question.
fn unheld(
    library: &Library,
    mut unknown: Vec<Unknown>,
    meaning: &Meaning,
) -> Result<Vec<Unknown>, IndexError> {
    let language = meaning.query.language;
    let mut is_said = Vec::new();
    for one in &unknown {
        let words = terms(&one.typed, language);
        let mut held = matches!(one.kind, Nameless::Collection) && !words.is_empty();
        for term in &words {
            held = held && (term.stop || library.holds(language, &term.stem)?);
        }
        is_said.push(held);
    }
    let mut is_said = is_said.into_iter();
    unknown.retain(|_| !is_said.next().unwrap_or_default());
    Ok(unknown)
}

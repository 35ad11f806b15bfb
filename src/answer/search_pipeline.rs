//! The search pipeline: from a question to ranked passages, and to the quotes that answer it.

use super::question::analysis::{AnalysisOptions, QuestionAnalysis};
use super::question::filters::{self, FilterOptions};
use super::question::question_language::{foreign_language, languages_of};
use super::question::{AnalysedText, FilteredQuestion, follow, readable};
use super::quoting::quote_selection;
use super::ranking::rerank::{self, RankedCandidate};
use super::ranking::{CANDIDATES, no_answer_threshold};
use super::who_is_answer::NameThatIsAWord;
use super::{
    AmbiguousName, Certainty, IndexError, Library, Question, Quote, QuotedAnswer, Scope,
    UnknownFilterValue, displayed_corrections, who_is_answer,
};
use crate::index::{Catalogue, InterviewName};
use crate::language::Language;

/// The same where words are to stand as they are written: passages with the same stems may come before.
const EXACT_CANDIDATES: usize = 500;

/// What answers a question, or what was looked at in vain.
pub(super) fn find_answer(
    library: &Library,
    question: &Question,
) -> Result<Result<QuotedAnswer, UnansweredSearch>, IndexError> {
    if let Some(found) = who_is_answer::of(library, question, NameThatIsAWord::Searched)? {
        return Ok(Ok(found));
    }
    let looked = rank_passages(library, question)?;
    let RankedSearch {
        mut meaning,
        ranked,
        ambiguous,
        unknown,
    } = looked;
    let certainty = no_answer_threshold::certainty(library, &meaning, &ranked)?;
    // Where only a speaker, a date or a place is named, whatever is left answers.
    let silence = question.answering.silence;
    let silence = match () {
        () if meaning.narrows => silence.relaxed(),
        () if !meaning.query.filters.is_empty() => silence.eased(),
        () => silence,
    };
    let sure = meaning.words.is_empty() || silence.permits(certainty);
    let chosen = if unknown.is_empty() && sure {
        quote_selection::quotes(library, &meaning, &ranked, question.quotes)?
    } else {
        Vec::new()
    };
    if chosen.is_empty() {
        return Ok(Err(UnansweredSearch {
            meaning,
            ranked,
            ambiguous,
            unknown,
            certainty,
        }));
    }
    let (quotes, explanations): (Vec<Quote>, _) = chosen.into_iter().unzip();
    displayed_corrections::corrections_as_quoted(
        &mut meaning.corrections,
        &quotes,
        meaning.query.language,
    );
    displayed_corrections::drop_unchanged_corrections(&mut meaning.corrections, &question.text);
    Ok(Ok(QuotedAnswer {
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
pub(super) struct UnansweredSearch {
    pub(super) meaning: QuestionAnalysis,
    pub(super) ranked: Vec<RankedCandidate>,
    pub(super) ambiguous: Vec<AmbiguousName>,
    pub(super) unknown: Vec<UnknownFilterValue>,
    pub(super) certainty: Certainty,
}

/// What a question means, and what was found.
pub(super) struct RankedSearch {
    pub(super) meaning: QuestionAnalysis,
    pub(super) ranked: Vec<RankedCandidate>,
    pub(super) ambiguous: Vec<AmbiguousName>,
    pub(super) unknown: Vec<UnknownFilterValue>,
}

pub(super) fn rank_passages(
    library: &Library,
    question: &Question,
) -> Result<RankedSearch, IndexError> {
    let catalogue = library.catalogue();
    let text = readable(&question.text);
    let mut languages = languages_of(library, text, &catalogue.languages)?.into_iter();
    let first = languages.next().unwrap_or_default();
    let mut best = rank_in(library, question, &catalogue, first)?;
    let mut surest = None;
    for other in languages {
        let sure = match surest {
            Some(sure) => sure,
            None => no_answer_threshold::certainty(library, &best.meaning, &best.ranked)?.value,
        };
        let search = rank_in(library, question, &catalogue, other)?;
        let certainty = no_answer_threshold::certainty(library, &search.meaning, &search.ranked)?;
        surest = Some(sure.max(certainty.value));
        if certainty.value > sure {
            best = search;
        }
    }
    Ok(best)
}

/// The passages in one language that come nearest to an answer.
fn rank_in(
    library: &Library,
    question: &Question,
    catalogue: &Catalogue,
    language: Language,
) -> Result<RankedSearch, IndexError> {
    let text = readable(&question.text);
    let follows = matches!(question.options.scope, Some(Scope::After(_)));
    let reading = FilterOptions {
        follows,
        corrects: !question.options.as_typed,
    };
    let mut understood = understand(library, (text, question), catalogue, reading)?;
    let collections = &mut understood.filters.collections;
    collections.extend(question.collection.clone());
    let manner = question.options;
    let before = apply_scope(library, manner.scope, &mut understood)?;
    let mut filters = understood.filters.without(manner.lifted);
    let foreign = foreign_language(text, &catalogue.languages);
    let analyse = |text: &str| {
        let mut analysed = AnalysedText::of(text, language);
        if let Some(written) = foreign {
            analysed.frame_as(text, written);
        }
        analysed
    };
    let mut analysed = analyse(&understood.text);
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
        readable(text).clone_into(&mut understood.text);
        analysed = analyse(&understood.text);
    }
    let narrows = only_filters && before.is_some();
    let only_filters = only_filters && before.is_none();
    let way = AnalysisOptions {
        synonyms: &question.answering.synonyms,
        corrects: !manner.as_typed,
    };
    let mut meaning = QuestionAnalysis::of_analysed(library, &understood.text, &analysed, way)?;
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
    let mut ranked = rerank::rerank(candidates, &meaning);
    if !meaning.exact.is_empty() {
        rerank::match_quoted_phrases(library, &mut ranked, &meaning)?;
    }
    Ok(RankedSearch {
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
    reading: FilterOptions,
) -> Result<filters::FilteredQuestion, IndexError> {
    let understood = filters::take_filters(text, catalogue, question.today, reading);
    for read in &understood.read {
        if displayed_corrections::is_said(library, &read.from, catalogue)? {
            let reading = FilterOptions {
                corrects: false,
                ..reading
            };
            return Ok(filters::take_filters(
                text,
                catalogue,
                question.today,
                reading,
            ));
        }
    }
    Ok(understood)
}

/// Confines a question to its scope. What was asked before it, where it follows an answer.
pub(in crate::answer) fn apply_scope(
    library: &Library,
    scope: Option<Scope>,
    understood: &mut FilteredQuestion,
) -> Result<Option<String>, IndexError> {
    let catalogue = library.catalogue();
    let filters = &mut understood.filters;
    match scope {
        None => {}
        Some(Scope::Speaker(key)) => {
            let name = key.name(&catalogue).map(str::to_owned);
            filters.speakers.extend(name);
        }
        Some(Scope::Interview(key)) => {
            let entry = catalogue.entry(key);
            filters.interviews.extend(entry.map(InterviewName::of));
        }
        Some(Scope::After(place)) => {
            if let Some(quote) = crate::answer::quote_at(library, &place)? {
                follow(&catalogue, (&quote, place.interview), understood);
                return Ok(quote.asked().map(str::to_owned));
            }
        }
    }
    Ok(None)
}

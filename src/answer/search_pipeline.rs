//! The search pipeline: from a question to ranked passages, and to the quotes that answer it.

use super::confined_question::ConfinedQuestion;
use super::question::analysis::{AnalysisOptions, QuestionAnalysis};
use super::question::filters;
use super::question::question_language::{is_left_as_frame, languages_of};
use super::question::{AnalysedText, readable};
use super::quoting::quote_selection;
use super::ranking::rerank::{self, RankedCandidate};
use super::ranking::{CANDIDATES, denial, no_answer_threshold};
use super::who_is_answer::NameThatIsAWord;
use super::{
    AmbiguousName, Certainty, IndexError, Library, Question, QuestionOptions, Quote, QuotedAnswer,
    UnknownFilterValue, displayed_corrections, who_is_answer,
};
use crate::index::{Catalogue, Filters};
use crate::interview::Span;
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

/// Whether a passage speaks of every one of these times of the question. A time without a word of the question's own, as a
/// month's name may be, asks for nothing.
fn speaks_of(meaning: &QuestionAnalysis, hit: &RankedCandidate, times: &[Span]) -> bool {
    times.iter().all(|time| {
        let of_time = |at: &usize| meaning.words[*at].span.overlaps(*time);
        let mut words = (0..meaning.words.len()).filter(of_time).peekable();
        words.peek().is_none() || words.any(|at| hit.held[at].is_held())
    })
}

pub(super) fn rank_passages(
    library: &Library,
    question: &Question,
) -> Result<RankedSearch, IndexError> {
    let catalogue = library.catalogue();
    let confined = ConfinedQuestion::of(library, question, &catalogue)?;
    let asked = confined.languages(&catalogue);
    let hints: Vec<Language> = question.language.into_iter().collect();
    let text = readable(&question.text);
    let mut languages = languages_of(library, text, &asked, &hints)?.into_iter();
    let first = languages.next().unwrap_or_default();
    let mut best = rank_in(library, question, &confined, first)?;
    let mut surest: Option<Certainty> = None;
    for other in languages {
        let sure = match surest {
            Some(sure) => sure,
            None => no_answer_threshold::certainty(library, &best.meaning, &best.ranked)?,
        };
        surest = Some(sure);
        // The likeliest language has all of it: that a word is rarer in another says nothing for that one.
        if sure.evidence.is_some_and(|evidence| evidence.is_whole()) {
            break;
        }
        let search = rank_in(library, question, &confined, other)?;
        let certainty = no_answer_threshold::certainty(library, &search.meaning, &search.ranked)?;
        if certainty.value > sure.value {
            surest = Some(certainty);
            best = search;
        }
    }
    match of_named_guest(&confined, library, question, &catalogue, &best)? {
        Some(theirs) => Ok(theirs),
        None => Ok(best),
    }
}

/// The passages of a guest whom the question names without being asked of them, where they hold no less of the rest than
/// the best of all: whoever introduces themselves says the name, and what is asked is said elsewhere.
fn of_named_guest(
    confined: &ConfinedQuestion,
    library: &Library,
    question: &Question,
    catalogue: &Catalogue,
    all: &RankedSearch,
) -> Result<Option<RankedSearch>, IndexError> {
    let asks_all = confined.filters.speakers.is_empty() && confined.understood.ambiguous.is_empty();
    if !asks_all || question.options != QuestionOptions::default() || !all.meaning.exact.is_empty()
    {
        return Ok(None);
    }
    let Some((names, span)) = filters::named_guest(&confined.understood.text, catalogue) else {
        return Ok(None);
    };
    let mut understood = confined.understood.clone();
    understood
        .text
        .replace_range(span.start..span.end, &" ".repeat(span.len()));
    let theirs = ConfinedQuestion {
        filters: Filters {
            speakers: names.clone(),
            ..confined.filters.clone()
        },
        understood,
        before: confined.before.clone(),
        foreign: confined.foreign,
        sentence: confined.sentence,
        is_frame: false,
    };
    let language = all.meaning.query.language;
    let rest = AnalysedText::of(&theirs.understood.text, language);
    if !rest.has_content() || is_left_as_frame(&question.text, &theirs.understood.text) {
        return Ok(None);
    }
    let search = rank_in(library, question, &theirs, language)?;
    let Some(own) = search.ranked.first().filter(|own| own.share > 0.0) else {
        return Ok(None);
    };
    let is_theirs = match all.ranked.first() {
        Some(best) => {
            let passage = best.candidate.passage;
            let interview = library.interview(best.candidate.interview)?;
            let name = interview.as_ref().and_then(|it| it.name_in(passage.turn));
            name.is_some_and(|name| names.iter().any(|own| own == name))
        }
        None => true,
    };
    let of_all = all
        .ranked
        .first()
        .map_or(0.0, |best| share_beside(&all.meaning, best, span));
    let is_better = own.share > of_all || (is_theirs && own.share >= of_all);
    Ok(is_better.then_some(search))
}

/// The share of a question's words that a passage holds, but for those at a place, by rarity.
fn share_beside(meaning: &QuestionAnalysis, hit: &RankedCandidate, name: Span) -> f32 {
    let counts = |at: usize| !name.overlaps(meaning.words[at].span);
    let all = meaning.weight(counts).max(f32::EPSILON);
    meaning.weight(|at| counts(at) && hit.held[at].is_held()) / all
}

/// The passages in one language that come nearest to an answer.
fn rank_in(
    library: &Library,
    question: &Question,
    confined: &ConfinedQuestion,
    language: Language,
) -> Result<RankedSearch, IndexError> {
    let text = readable(&question.text);
    let (understood, before) = (&confined.understood, &confined.before);
    let manner = question.options;
    let mut asked = understood.text.clone();
    let mut analysed = confined.analysed(&asked, language);
    let says_nothing = confined.is_frame || !analysed.has_content();
    let only_filters = says_nothing && !confined.filters.is_empty();
    let otherwise = if only_filters {
        Some(before.as_deref().unwrap_or_default())
    } else if !analysed.has_content() && manner.lifted != 0 {
        // Nothing else is left of the question.
        Some(text)
    } else {
        None
    };
    if let Some(text) = otherwise {
        readable(text).clone_into(&mut asked);
        analysed = confined.analysed(&asked, language);
    }
    let narrows = only_filters && before.is_some();
    let only_filters = only_filters && before.is_none();
    let way = AnalysisOptions {
        synonyms: &question.answering.synonyms,
        corrects: !manner.as_typed,
    };
    let mut meaning = QuestionAnalysis::of_analysed(library, &asked, &analysed, way)?;
    if let Some(before) = before {
        meaning.carry_over(library, before)?;
    }
    meaning.narrows = narrows;
    meaning.corrections.splice(0..0, understood.read.clone());
    meaning.query.filters = confined.filters.clone();
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
    if !understood.spoken_of_times.is_empty() {
        ranked.retain(|hit| speaks_of(&meaning, hit, &understood.spoken_of_times));
    }
    if denial::denies(analysed.terms(), language) {
        denial::deniers_first(library, &mut ranked, &meaning)?;
    }
    Ok(RankedSearch {
        unknown: understood.unknown.clone(),
        meaning,
        ranked,
        ambiguous: understood.ambiguous.clone(),
    })
}

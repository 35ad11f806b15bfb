//! From a question to an answer: quoted passages with their source, or nothing.

mod about;
mod address;
mod attribution;
mod context;
mod coverage;
mod evidence;
mod excerpt;
mod explain;
mod filters;
mod grow;
mod highlight;
mod link;
mod lists;
mod manner;
mod newest;
mod notes;
mod places;
mod query;
mod quote;
mod quoting;
mod random;
mod rank;
mod recent;
mod setting;
mod silence;
mod spelt;
mod synonyms;
mod topics;

pub use crate::index::Filters;
use crate::index::{IndexError, Library};
use crate::interview::{InterviewKey, PartialDate, Passage, Span};
use crate::language::of_question;
pub use about::{About, about};
pub use address::{Address, AddressError, Followed, follow};
pub use attribution::{Attribution, Credit};
pub use context::{Context, context};
pub use coverage::{Coverage, Example, coverage, examples};
pub use evidence::Evidence;
pub use excerpt::Excerpt;
pub use explain::Explanation;
pub use filters::{Ambiguous, find_collection};
pub use link::link;
pub use lists::{Facts, Item, List, listed};
pub use manner::{Manner, Scope, SpeakerKey};
pub use newest::newest;
pub use places::{find_quoted, quote_at, words_at};
pub(crate) use query::subject;
use query::{Analysed, Meaning, Way};
pub use quote::Quote;
pub use random::random;
use rank::Ranked;
pub use recent::Recent;
pub use setting::Setting;
pub use silence::{Certainty, Silence};
pub use synonyms::{Synonyms, SynonymsError};

/// What a user asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The words as typed.
    pub text: String,
    /// How many quotes at most.
    pub quotes: usize,
    /// The only collection that is asked, where not all are; the words may name others (`#name`, `in:name`).
    pub collection: Option<String>,
    /// The day on which it is asked: what a month without a year is read by.
    pub today: Option<PartialDate>,
    /// How it is answered.
    pub setting: Setting,
    /// What is added to its words.
    pub manner: Manner,
}

/// Passages in the order in which they answer a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// The best first.
    pub hits: Vec<Hit>,
    /// How sure it is that the first one answers, from 0 to 1: see [`Certainty`].
    pub certainty: f32,
}

/// A passage that may answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its interview.
    pub interview: InterviewKey,
    /// Where it stands.
    pub passage: Passage,
    /// Comparable within one ranking only.
    pub score: f32,
}

/// What the interviews say to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Quotes that answer.
    Found(Found),
    /// Nothing answers.
    Nothing(Nothing),
}

/// Quotes that answer a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Best first, at least one, never two on the same words.
    pub quotes: Vec<Quote>,
    /// Why each of them was chosen.
    pub explanations: Vec<Explanation>,
    /// How sure it is that the first one answers.
    pub certainty: Certainty,
    /// Words that were read as others.
    pub corrections: Vec<Correction>,
    /// What the answer was confined to.
    pub filters: Filters,
    /// Names that several people have.
    pub ambiguous: Vec<Ambiguous>,
}

/// What the corpus holds instead of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Nothing {
    /// Questions that interviewers asked and that share words with this one, or else any; as they asked
    /// them. At most three.
    pub nearest: Vec<Example>,
    /// What the interviews nearest to it, or else the newest, speak of: words as their guests say them, at most six.
    pub topics: Vec<String>,
    /// What the answer was confined to: that may be why there is none.
    pub filters: Filters,
    /// Names that several people have.
    pub ambiguous: Vec<Ambiguous>,
    /// What there is.
    pub coverage: Coverage,
    /// Words that were read as others.
    pub corrections: Vec<Correction>,
    /// How sure it is that the best passage would answer: not enough.
    pub certainty: Certainty,
}

/// A word that no interview holds, and the nearest that one does.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Correction {
    /// The word as typed.
    pub from: String,
    /// The word that was looked for in its place.
    pub to: String,
}

/// A place in an interview at one revision: what a button carries in place of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The interview and its revision.
    pub interview: InterviewKey,
    /// The words.
    pub span: Span,
    /// The words in them that answer, if any.
    pub highlight: Option<Span>,
}

/// How many of the engine's candidates are looked at closely: 100 gained nothing over 50.
const CANDIDATES: usize = 50;
/// The same where words are to stand as they are written: passages with the same stems may come before.
const EXACT_CANDIDATES: usize = 500;

/// What scores count where the words between quotation marks are not held: whoever sorts by score finds the order kept.
const BESIDE: f32 = 0.001;

/// Answers a question. Blocking: milliseconds of work where there are many passages.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn answer(library: &Library, question: &Question) -> Result<Answer, IndexError> {
    let (mut meaning, ranked, ambiguous) = ranked(library, question)?;
    let certainty = silence::certainty(library, &meaning, &ranked)?;
    // Where only a speaker, a date or a place is named, whatever is left answers.
    let silence = question.setting.silence;
    let silence = if meaning.narrows {
        silence.relaxed()
    } else {
        silence
    };
    let chosen = if meaning.words.is_empty() || silence.permits(certainty) {
        quoting::quotes(library, &meaning, &ranked, question.quotes)?
    } else {
        Vec::new()
    };
    if chosen.is_empty() {
        let nearest = coverage::nearest(library, &ranked)?;
        let language = meaning.query.language;
        spelt::as_said(library, &mut meaning.corrections, &ranked, language)?;
        return Ok(Answer::Nothing(Nothing {
            nearest,
            topics: topics::near(library, &ranked)?,
            filters: meaning.query.filters,
            ambiguous,
            coverage: coverage(library)?,
            corrections: meaning.corrections,
            certainty,
        }));
    }
    let (quotes, explanations): (Vec<Quote>, _) = chosen.into_iter().unzip();
    spelt::as_written(&mut meaning.corrections, &quotes, meaning.query.language);
    Ok(Answer::Found(Found {
        quotes,
        explanations,
        certainty,
        corrections: meaning.corrections,
        filters: meaning.query.filters,
        ambiguous,
    }))
}

/// The passages that come nearest to answering a question, whether they are shown or not. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn search(library: &Library, question: &Question) -> Result<Ranking, IndexError> {
    let (meaning, ranked, _) = ranked(library, question)?;
    let certainty = silence::certainty(library, &meaning, &ranked)?;
    let hits = ranked.into_iter().map(|ranked| Hit {
        interview: ranked.candidate.interview,
        passage: ranked.candidate.passage,
        score: if ranked.exact {
            ranked.score
        } else {
            ranked.score * BESIDE
        },
    });
    Ok(Ranking {
        hits: hits.collect(),
        certainty: certainty.value,
    })
}

fn ranked(
    library: &Library,
    question: &Question,
) -> Result<(Meaning, Vec<Ranked>, Vec<Ambiguous>), IndexError> {
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
    Ok((meaning, ranked, understood.ambiguous))
}

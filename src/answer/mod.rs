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
mod homonym;
mod link;
mod lists;
mod manner;
mod nearest;
mod newest;
mod notes;
mod offers;
mod places;
mod profile;
mod query;
mod quote;
mod quoting;
mod random;
mod rank;
mod recent;
mod retrieval;
mod setting;
mod silence;
mod small_talk;
mod spelt;
mod synonyms;
mod topics;

pub use crate::index::Filters;
use crate::index::{IndexError, Library};
use crate::interview::{InterviewKey, PartialDate, Passage, Span};
pub use about::{About, about};
pub use address::{Address, AddressError, Followed, follow};
pub use attribution::{Attribution, Credit};
pub use context::{Context, context};
pub use coverage::{Coverage, Example, coverage};
pub use evidence::Evidence;
pub use excerpt::Excerpt;
pub use explain::Explanation;
pub use filters::{Ambiguous, Nameless, Unknown, find_collection};
pub use link::link;
pub use lists::{Facts, Item, List, listed, nearest_listed};
pub use manner::{Manner, Scope, SpeakerKey};
pub use nearest::{nearest, surely_meant, surely_named};
pub use newest::{beginning, newest};
pub use offers::examples;
pub use places::{find_quoted, quote_at, words_at};
pub use profile::{Appearance, Profile};
pub(crate) use query::subject;
pub use quote::Quote;
pub use random::random;
use rank::Ranked;
pub use recent::Recent;
use retrieval::{CANDIDATES, Looked, found, ranked};
pub use setting::Setting;
pub use silence::{Certainty, Silence};
use small_talk::behind_greeting;
pub use small_talk::{SmallTalk, small_talk};
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
    /// Nothing was asked.
    Talk(Talk),
    /// Who somebody is that only asks in interviews: none of their words is quoted.
    Interviewers(Vec<Profile>),
}

/// What was said besides a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Talk {
    /// What was said.
    pub kind: SmallTalk,
    /// Questions to offer whoever may not know what to ask, at most three; each is answered when it is asked.
    pub examples: Vec<Example>,
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
    /// Who they are, where the question asks who somebody is: one, or all who are called so.
    pub people: Vec<Profile>,
}

/// What the corpus holds instead of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Nothing {
    /// Questions that interviewers asked and that share words with this one, or else any; as they asked
    /// them. At most three; each is answered when it is asked, as each topic and each name is.
    pub nearest: Vec<Example>,
    /// What the interviews nearest to it, or else the newest, speak of: words as their guests say them, at most six.
    pub topics: Vec<String>,
    /// Who answers in them: at most three names.
    pub people: Vec<String>,
    /// What it names that there is not.
    pub unknown: Vec<Unknown>,
    /// What the answer was confined to: that may be why there is none.
    pub filters: Filters,
    /// Whether no interview is within that.
    pub is_within_nothing: bool,
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

/// What scores count where the words between quotation marks are not held: whoever sorts by score finds the order kept.
const BESIDE: f32 = 0.001;

/// Answers a question. Blocking: milliseconds of work where there are many passages.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn answer(library: &Library, question: &Question) -> Result<Answer, IndexError> {
    if let Some(kind) = small_talk(&question.text, &library.catalogue()) {
        let most = if kind.is_lost() { EXAMPLES } else { 0 };
        let examples = examples(library, question, most)?;
        return Ok(Answer::Talk(Talk { kind, examples }));
    }
    let rest = behind_greeting(&question.text);
    if rest.len() < question.text.len() {
        let text = rest.to_owned();
        return answer(
            library,
            &Question {
                text,
                ..question.clone()
            },
        );
    }
    if let Some(interviewers) = profile::interviewers(library, question)? {
        return Ok(Answer::Interviewers(interviewers));
    }
    let mut missed = match found(library, question)? {
        Ok(found) => return Ok(Answer::Found(found)),
        Err(missed) => missed,
    };
    if missed.unknown.is_empty() {
        missed.unknown.extend(profile::nobody(library, question)?);
    }
    let language = missed.meaning.query.language;
    let corrections = &mut missed.meaning.corrections;
    spelt::as_said(library, corrections, &missed.ranked, language)?;
    spelt::leave_typed(corrections, &question.text);
    if !missed.unknown.is_empty() {
        // Nothing was searched for.
        corrections.clear();
    }
    let offers = offers::instead(library, question, &missed)?;
    let filters = &missed.meaning.query.filters;
    Ok(Answer::Nothing(Nothing {
        nearest: offers.questions,
        topics: offers.topics,
        people: offers.people,
        is_within_nothing: !library
            .catalogue()
            .entries
            .iter()
            .any(|entry| filters.admits(entry))
            && !filters.is_empty(),
        unknown: missed.unknown,
        filters: missed.meaning.query.filters,
        ambiguous: missed.ambiguous,
        coverage: coverage(library)?,
        corrections: missed.meaning.corrections,
        certainty: missed.certainty,
    }))
}

/// How many questions are offered to whoever asked none.
const EXAMPLES: usize = 3;

/// The passages that come nearest to answering a question, whether they are shown or not. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn search(library: &Library, question: &Question) -> Result<Ranking, IndexError> {
    let Looked {
        meaning, ranked, ..
    } = ranked(library, question)?;
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

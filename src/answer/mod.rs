//! From a question to an answer: quoted passages with their source, or nothing.

mod answer_accessors;
mod answer_cache;
mod answering_options;
mod characteristic_passages;
mod confined_question;
mod corpus_coverage;
mod corpus_facts;
mod displayed_corrections;
mod interview_topics;
mod newest_passages;
mod no_answer_suggestions;
mod permalink;
mod question;
mod quoting;
mod random_quote;
mod ranking;
mod search_pipeline;
mod similar_names;
mod source_link;
mod speaker_and_interview_lists;
mod speaker_profile;
mod who_is_answer;

pub use crate::index::Filters;
pub use answer_cache::AnswerCache;
pub use answering_options::AnsweringOptions;
pub use corpus_coverage::{CorpusCoverage, ExampleQuestion, coverage};
pub use corpus_facts::{CorpusFacts, about};
pub use newest_passages::{interview_opening, newest};
pub use no_answer_suggestions::examples;
pub use permalink::{Permalink, PermalinkError, ResolvedPermalink, resolve_permalink};
pub(crate) use question::subject;
pub use question::{
    AmbiguousName, QuestionOptions, Scope, SmallTalk, SpeakerKey, Synonyms, SynonymsError,
    UnknownFilterKind, UnknownFilterValue, find_collection, small_talk,
};
pub use quoting::{
    Attribution, Credit, Excerpt, Quote, QuoteContext, context, find_quoted, quote_at, words_at,
};
pub use random_quote::{DrawnFrom, random};
pub use ranking::{Certainty, Evidence, NoAnswerThreshold, ScoreExplanation};
pub use similar_names::{closest_name, nearest_names, similar_names, surely_named};
pub use source_link::source_link;
pub use speaker_and_interview_lists::{
    ListEntry, ListEntryDetails, ListKind, listed, nearest_listed,
};
pub use speaker_profile::{Appearance, SpeakerProfile};

use crate::index::{IndexError, Library};
use crate::interview::{InterviewKey, PartialDate, Passage, Span};
use crate::language::Language;
use question::small_talk::behind_greeting;
use ranking::rerank::RankedCandidate;
use ranking::{CANDIDATES, no_answer_threshold};
use search_pipeline::{RankedSearch, find_answer, rank_passages};
use who_is_answer::NameThatIsAWord;

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
    /// The language that its user's program is set to, where known: it decides where the words are of several.
    pub language: Option<Language>,
    /// How it is answered.
    pub answering: AnsweringOptions,
    /// What is added to its words.
    pub options: QuestionOptions,
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
    Found(QuotedAnswer),
    /// Nothing answers.
    Nothing(NoAnswer),
    /// Nothing was asked.
    Talk(SmallTalkReply),
    /// Who somebody is that only asks in interviews: none of their words is quoted.
    Interviewers(Vec<SpeakerProfile>),
}

/// What was said besides a question.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallTalkReply {
    /// What was said.
    pub kind: SmallTalk,
    /// Questions to offer whoever may not know what to ask, at most three; each is answered when it is asked.
    pub examples: Vec<ExampleQuestion>,
}

/// Quotes that answer a question.
#[derive(Debug, Clone, PartialEq)]
pub struct QuotedAnswer {
    /// Best first, at least one, never two on the same words.
    pub quotes: Vec<Quote>,
    /// Why each of them was chosen.
    pub explanations: Vec<ScoreExplanation>,
    /// How sure it is that the first one answers.
    pub certainty: Certainty,
    /// Words that were read as others.
    pub corrections: Vec<SpellingCorrection>,
    /// What the answer was confined to.
    pub filters: Filters,
    /// Names that several people have.
    pub ambiguous: Vec<AmbiguousName>,
    /// Who they are, where the question asks who somebody is: one, or all who are called so.
    pub people: Vec<SpeakerProfile>,
}

/// What the corpus holds instead of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct NoAnswer {
    /// Questions that interviewers asked and that share words with this one, or else any; as they asked
    /// them. At most three; each is answered when it is asked, as each topic and each name is.
    pub nearest: Vec<ExampleQuestion>,
    /// What the interviews nearest to it, or else the newest, speak of: words as their guests say them, at most six.
    pub topics: Vec<String>,
    /// Who answers in them: at most three names.
    pub people: Vec<String>,
    /// The language that its words were read in.
    pub language: Language,
    /// The language that it is in, where no interview is, and the one that most interviews are in.
    pub foreign: Option<(Language, Language)>,
    /// What it names that there is not.
    pub unknown: Vec<UnknownFilterValue>,
    /// What the answer was confined to: that may be why there is none.
    pub filters: Filters,
    /// Whether no interview is within that.
    pub is_within_nothing: bool,
    /// Names that several people have.
    pub ambiguous: Vec<AmbiguousName>,
    /// What there is.
    pub coverage: CorpusCoverage,
    /// Words that were read as others.
    pub corrections: Vec<SpellingCorrection>,
    /// How sure it is that the best passage would answer: not enough.
    pub certainty: Certainty,
}

/// A word that no interview holds, and the nearest that one does.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SpellingCorrection {
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
        return Ok(Answer::Talk(SmallTalkReply { kind, examples }));
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
    if let Some(interviewers) = who_is_answer::interviewers(library, question)? {
        return Ok(Answer::Interviewers(interviewers));
    }
    let mut missed = match find_answer(library, question)? {
        Ok(found) => return Ok(Answer::Found(found)),
        Err(missed) => missed,
    };
    if let Some(found) = who_is_answer::of(library, question, NameThatIsAWord::Told)? {
        return Ok(Answer::Found(found));
    }
    if missed.unknown.is_empty() {
        missed
            .unknown
            .extend(who_is_answer::nobody(library, question)?);
    }
    let language = missed.meaning.query.language;
    let corrections = &mut missed.meaning.corrections;
    displayed_corrections::corrections_as_said(library, corrections, &missed.ranked, language)?;
    displayed_corrections::drop_unchanged_corrections(corrections, &question.text);
    if !missed.unknown.is_empty() {
        // Nothing was searched for.
        corrections.clear();
    }
    let offers = no_answer_suggestions::suggestions(library, question, &missed)?;
    let filters = &missed.meaning.query.filters;
    let languages = corpus_coverage::languages_within(&library.catalogue(), filters);
    let foreign = question::question_language::foreign_language(&question.text, &languages);
    Ok(Answer::Nothing(NoAnswer {
        language,
        foreign: foreign.zip(languages.first().copied()),
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
    let RankedSearch {
        meaning, ranked, ..
    } = rank_passages(library, question)?;
    let certainty = no_answer_threshold::certainty(library, &meaning, &ranked)?;
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

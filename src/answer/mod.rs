//! From a question to an answer: quoted passages with their source, or nothing.

mod attribution;
mod collections;
mod coverage;
mod excerpt;
mod explain;
mod grow;
mod highlight;
mod link;
mod query;
mod quote;
mod rank;
mod silence;

use crate::index::{IndexError, Library};
use crate::interview::{InterviewKey, Passage, Span};
use crate::language::find_words;
pub use attribution::{Attribution, Credit};
pub use collections::find as find_collection;
pub use coverage::{Coverage, Example, coverage, examples};
pub use excerpt::Excerpt;
pub use explain::Explanation;
pub use link::link;
use query::Meaning;
pub use quote::Quote;
use rank::Ranked;
pub use silence::Silence;

/// What a user asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The words as typed.
    pub text: String,
    /// How many quotes at most.
    pub quotes: usize,
    /// The only collection that is asked, where not all are; the words may name others (`#name`, `in:name`).
    pub collection: Option<String>,
    /// How it is answered.
    pub setting: Setting,
}

/// How questions are answered, as the owner set it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setting {
    /// When nothing is said.
    pub silence: Silence,
}

impl Setting {
    /// As the dial is set, in hundredths: 0 strict, 100 generous.
    #[must_use]
    pub fn of_generosity(hundredths: u8) -> Self {
        Self {
            silence: Silence::of_generosity(f32::from(hundredths) / 100.0),
        }
    }
}

/// Passages in the order in which they answer a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// The best first.
    pub hits: Vec<Hit>,
    /// How sure it is that the first one answers: see [`Silence`].
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
    /// How sure it is that the first one answers, from 0 to 1: see [`Silence`].
    pub certainty: f32,
    /// Words that were read as others.
    pub corrections: Vec<Correction>,
}

/// What the corpus holds instead of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Nothing {
    /// Questions that interviewers asked and that share words with this one, or else any; as they asked
    /// them. At most three.
    pub nearest: Vec<Example>,
    /// The collections that were asked, where not all were.
    pub collections: Vec<String>,
    /// What there is.
    pub coverage: Coverage,
    /// Words that were read as others.
    pub corrections: Vec<Correction>,
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

/// Below this share of the best quote's score, another is not worth showing.
const WORTH: f32 = 0.4;

/// Answers a question. Blocking: milliseconds of work, never on an async worker.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn answer(library: &Library, question: &Question) -> Result<Answer, IndexError> {
    let (meaning, ranked) = ranked(library, question)?;
    let certainty = silence::certainty(&meaning, &ranked);
    let chosen = if question.setting.silence.permits(certainty) {
        quotes(library, &meaning, &ranked, question.quotes)?
    } else {
        Vec::new()
    };
    if chosen.is_empty() {
        let nearest = coverage::nearest(library, &ranked)?;
        return Ok(Answer::Nothing(Nothing {
            nearest,
            collections: meaning.query.collections,
            coverage: coverage(library)?,
            corrections: meaning.corrections,
        }));
    }
    let (quotes, explanations) = chosen.into_iter().unzip();
    Ok(Answer::Found(Found {
        quotes,
        explanations,
        certainty,
        corrections: meaning.corrections,
    }))
}

/// The passages that come nearest to answering a question, whether they are shown or not. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn search(library: &Library, question: &Question) -> Result<Ranking, IndexError> {
    let (meaning, ranked) = ranked(library, question)?;
    let certainty = silence::certainty(&meaning, &ranked);
    let hits = ranked.into_iter().map(|ranked| Hit {
        interview: ranked.candidate.interview,
        passage: ranked.candidate.passage,
        score: ranked.score,
    });
    Ok(Ranking {
        hits: hits.collect(),
        certainty,
    })
}

fn ranked(library: &Library, question: &Question) -> Result<(Meaning, Vec<Ranked>), IndexError> {
    let (text, mut collections) = collections::split(&question.text, &library.catalogue());
    collections.extend(question.collection.clone());
    let mut meaning = Meaning::of(library, &text)?;
    meaning.query.collections = collections;
    let ranked = rank::rank(library.candidates(&meaning.query, CANDIDATES)?, &meaning);
    Ok((meaning, ranked))
}

/// The best passages that answer, grown into quotes, never two on the same words.
fn quotes(
    library: &Library,
    meaning: &Meaning,
    ranked: &[Ranked],
    limit: usize,
) -> Result<Vec<(Quote, Explanation)>, IndexError> {
    let mut quotes: Vec<(Quote, Explanation)> = Vec::new();
    let mut places: Vec<(InterviewKey, Span)> = Vec::new();
    let floor = ranked.first().map_or(0.0, |best| best.score * WORTH);
    for hit in ranked.iter().take_while(|hit| hit.score >= floor) {
        if quotes.len() >= limit {
            break;
        }
        let key = hit.candidate.interview;
        let Some(interview) = library.interview(key)? else {
            continue;
        };
        let Some(turn) = interview.turns.get(hit.candidate.passage.turn) else {
            continue;
        };
        let passage = hit.candidate.passage.span;
        let shown = interview.shown_around(turn.span, passage);
        let span = grow::grow(&interview.transcript, shown, passage);
        if places
            .iter()
            .any(|(other, taken)| *other == key && taken.overlaps(span))
        {
            continue;
        }
        let highlights = highlight::highlights(&interview, hit.candidate.passage.span, meaning);
        if let Some(quote) = Quote::cut(&interview, span, highlights, hit.score) {
            places.push((key, span));
            quotes.push((quote, Explanation::of(hit, meaning)));
        }
    }
    Ok(quotes)
}

/// The quote at a place, or `None` where its interview was changed or withdrawn. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn quote_at(library: &Library, place: &Place) -> Result<Option<Quote>, IndexError> {
    let interview = library.interview(place.interview)?;
    Ok(interview.and_then(|interview| {
        Quote::cut(
            &interview,
            place.span,
            place.highlight.into_iter().collect(),
            0.0,
        )
    }))
}

/// Where quoted words stand, whatever white space is between them; `None` where no interview holds them any
/// more. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn find_quoted(library: &Library, words: &str) -> Result<Option<Place>, IndexError> {
    let meaning = Meaning::of(library, words)?;
    let mut looked: Vec<InterviewKey> = Vec::new();
    for candidate in library.candidates(&meaning.query, CANDIDATES)? {
        let key = candidate.interview;
        if looked.contains(&key) {
            continue;
        }
        looked.push(key);
        let Some(interview) = library.interview(key)? else {
            continue;
        };
        if let Some(span) = find_words(&interview.transcript, words, 0) {
            return Ok(Some(Place {
                interview: key,
                span,
                highlight: None,
            }));
        }
    }
    Ok(None)
}

/// The words at a place, or `None` where its interview was changed or withdrawn. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn words_at(library: &Library, place: &Place) -> Result<Option<String>, IndexError> {
    let interview = library.interview(place.interview)?;
    let interview = interview.filter(|interview| !interview.is_withdrawn(place.span));
    Ok(interview.and_then(|interview| interview.slice(place.span).map(str::to_owned)))
}

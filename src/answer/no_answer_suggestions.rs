//! Suggestions where there is no answer: questions, topics and names that do have answers. Questions and topics were
//! asked first, and names are of people who can be quoted: whoever takes one up is answered.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::search_pipeline::UnansweredSearch;
use super::{
    ExampleQuestion, IndexError, Library, Question, QuestionOptions, Scope, SpeakerKey,
    corpus_coverage, find_answer, interview_topics, small_talk,
};
use crate::index::CatalogueEntry;
use crate::language::normalized_name;

/// How many questions, topics and names there are at most.
const QUESTIONS: usize = 3;
const TOPICS: usize = 6;
const PEOPLE: usize = 3;

/// How many are tried for each that is wanted.
const TRIES: usize = 3;

/// What can be asked instead, in the words that are answered.
#[derive(Debug, Default)]
pub(super) struct NoAnswerSuggestions {
    pub(super) questions: Vec<ExampleQuestion>,
    pub(super) topics: Vec<String>,
    pub(super) people: Vec<String>,
}

/// What can be asked instead of a question: of the interviews that come nearest, or else the newest.
pub(super) fn suggestions(
    library: &Library,
    question: &Question,
    missed: &UnansweredSearch,
) -> Result<NoAnswerSuggestions, IndexError> {
    let ranked = missed.ranked.as_slice();
    let query = &missed.meaning.query;
    let is_asked =
        |entry: &CatalogueEntry| is_asked(question, entry) && query.filters.admits(entry);
    let near = corpus_coverage::nearest_questions(library, ranked, query.language, is_asked);
    let words = interview_topics::topics_near(library, ranked, is_asked)?;
    let mut people = corpus_coverage::guests(library, ranked, is_asked);
    let wanted = &query.filters.speakers;
    people.retain(|name| {
        wanted.is_empty()
            || wanted
                .iter()
                .any(|one| normalized_name(one) == normalized_name(name))
    });
    Ok(NoAnswerSuggestions {
        questions: answered(library, question, near, (QUESTIONS, |one| &one.text))?,
        topics: answered(library, question, words, (TOPICS, |word| word))?,
        people: told_of(library, question, people)?,
    })
}

/// Up to `limit` questions that interviewers asked and that are answered as `question` would be, short enough for a
/// button, the newest interviews' first and of different interviews where there are. Blocking.
///
/// # Errors
///
/// Where the index cannot be read.
pub fn examples(
    library: &Library,
    question: &Question,
    limit: usize,
) -> Result<Vec<ExampleQuestion>, IndexError> {
    let some = corpus_coverage::examples(library, limit * TRIES, |entry| is_asked(question, entry));
    answered(library, question, some, (limit, |one| &one.text))
}

/// The first names by which somebody is told of. Whoever is quotable is, so that none needs to be asked; but in one
/// interview a name is a word like any other.
fn told_of(
    library: &Library,
    question: &Question,
    names: Vec<String>,
) -> Result<Vec<String>, IndexError> {
    if let Some(Scope::Interview(_)) = standing(question) {
        return answered(library, question, names, (PEOPLE, |name| name));
    }
    let catalogue = library.catalogue();
    // A single name may be a word too.
    let is_whole = |name: &String| normalized_name(name).contains(' ');
    let is_told = |name: &String| {
        is_whole(name) && super::question::parse_who_is(name, &catalogue, false).is_some()
    };
    Ok(names.into_iter().filter(is_told).take(PEOPLE).collect())
}

/// Whether an interview is among those that a question is asked of.
fn is_asked(question: &Question, entry: &CatalogueEntry) -> bool {
    let collection = question.collection.as_deref();
    let of_speaker = |key| entry.guests.iter().any(|name| SpeakerKey::of(name) == key);
    let in_scope = match standing(question) {
        Some(Scope::Interview(key)) => entry.key() == key,
        Some(Scope::Speaker(key)) => of_speaker(key),
        Some(Scope::After(_)) | None => true,
    };
    in_scope && collection.is_none_or(|collection| entry.id.collection() == Some(collection))
}

/// What further questions are asked within as this one is, until somebody says otherwise.
fn standing(question: &Question) -> Option<Scope> {
    let scope = question.options.scope;
    scope.filter(|scope| !matches!(scope, Scope::After(_)))
}

/// The first of them whose text is answered.
fn answered<T>(
    library: &Library,
    question: &Question,
    candidates: Vec<T>,
    (most, text): (usize, impl Fn(&T) -> &String),
) -> Result<Vec<T>, IndexError> {
    let mut offered = Vec::new();
    for one in candidates.into_iter().take(most * TRIES) {
        if offered.len() >= most {
            break;
        }
        if is_answered(library, question, text(&one))? {
            offered.push(one);
        }
    }
    Ok(offered)
}

/// Whether a text is answered, asked within what the question is asked within and of everything.
fn is_answered(library: &Library, question: &Question, text: &str) -> Result<bool, IndexError> {
    let scopes = [standing(question), None];
    let scopes = scopes.iter().skip(usize::from(scopes[0].is_none()));
    for scope in scopes {
        let asked = Question {
            text: text.to_owned(),
            quotes: 1,
            options: QuestionOptions {
                scope: *scope,
                ..QuestionOptions::default()
            },
            ..question.clone()
        };
        if !is_answered_alone(library, &asked)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a question is answered. Found out once a commit: the same texts are offered again and again.
fn is_answered_alone(library: &Library, asked: &Question) -> Result<bool, IndexError> {
    let key = key(asked);
    if let Some(known) = library.noted(key) {
        return Ok(known);
    }
    let is_question = small_talk(&asked.text, &library.catalogue()).is_none();
    let is_answered = is_question && find_answer(library, asked)?.is_ok();
    library.note(key, is_answered);
    Ok(is_answered)
}

/// What stands for a question and how it is answered.
fn key(asked: &Question) -> u64 {
    let mut hasher = DefaultHasher::new();
    (
        &asked.text,
        &asked.collection,
        asked.options.scope,
        asked.language,
    )
        .hash(&mut hasher);
    asked.answering.silence.hash(&mut hasher);
    Arc::as_ptr(&asked.answering.synonyms).hash(&mut hasher);
    hasher.finish()
}

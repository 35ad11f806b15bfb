//! A cache of the last answers: the same question gets the same answer without a new search.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Answer, IndexError, Question, answer};
use crate::index::{Catalogue, Library};

/// How many answers are kept: a few MiB at most.
const MOST: usize = 256;
/// The longest question whose answer is kept, in bytes.
const LONGEST: usize = 512;

/// The last answers from one commit of the index: an answer follows from nothing but the question and the interviews.
#[derive(Default)]
pub struct AnswerCache(Mutex<CachedAnswers>);

#[derive(Default)]
struct CachedAnswers {
    /// What stands for the commit.
    catalogue: Option<Arc<Catalogue>>,
    /// The one that was wanted last comes last.
    answers: VecDeque<CachedAnswer>,
}

/// An answer that was given.
struct CachedAnswer {
    /// What tells its question from most others.
    digest: u64,
    question: Box<Question>,
    answer: Arc<Answer>,
}

fn digest(question: &Question) -> u64 {
    let mut hasher = DefaultHasher::new();
    question.text.hash(&mut hasher);
    hasher.finish()
}

impl AnswerCache {
    /// The answer to the same question, where it was given lately and the interviews are the same.
    #[must_use]
    pub fn to(&self, library: &Library, question: &Question) -> Option<Arc<Answer>> {
        self.to_in(&library.catalogue(), question)
    }

    fn to_in(&self, catalogue: &Arc<Catalogue>, question: &Question) -> Option<Arc<Answer>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !kept.is_of(catalogue) {
            return None;
        }
        let own = digest(question);
        let kept = &mut kept.answers;
        let mut answers = kept.iter();
        let found = answers.rposition(|it| it.digest == own && *it.question == *question)?;
        let found = kept.remove(found)?;
        let answer = Arc::clone(&found.answer);
        kept.push_back(found);
        Some(answer)
    }

    /// The answer to a question, kept for who asks the same. Blocking, as [`answer`] is.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn answer(&self, library: &Library, question: Question) -> Result<Arc<Answer>, IndexError> {
        // Where the interviews change meanwhile, the answer is of those before.
        let catalogue = library.catalogue();
        let answer = Arc::new(answer(library, &question)?);
        if question.text.len() <= LONGEST && self.to_in(&catalogue, &question).is_none() {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let given = CachedAnswer {
                digest: digest(&question),
                question: Box::new(question),
                answer: Arc::clone(&answer),
            };
            kept.keep(catalogue, given);
        }
        Ok(answer)
    }
}

impl CachedAnswers {
    fn is_of(&self, catalogue: &Arc<Catalogue>) -> bool {
        let same = |own| Arc::ptr_eq(own, catalogue);
        self.catalogue.as_ref().is_some_and(same)
    }

    fn keep(&mut self, catalogue: Arc<Catalogue>, given: CachedAnswer) {
        if !self.is_of(&catalogue) {
            self.answers.clear();
            self.catalogue = Some(catalogue);
        }
        if self.answers.len() >= MOST {
            self.answers.pop_front();
        }
        self.answers.push_back(given);
    }
}

//! The bot's state, which every capability uses: the index, the send queue, caches and settings.

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use super::{AccessControl, AnsweredMessages, CardCache, RecentGroupQuestions, SearchWorkerPool};
use crate::answer::{Answer, AnswerCache, AnsweringOptions, Question, QuestionOptions};
use crate::corpus::CorpusEditor;
use crate::feedback::Feedback;
use crate::index::{IndexError, Library};
use crate::interview::PartialDate;
use crate::language::Language;
use crate::monitor::{FrontEnd, Monitor, QuestionOutcome};
use crate::telegram::capabilities;
use crate::telegram::transport::{InlineQueryQueue, SendQueue};

/// What every handler needs; cheap to share.
pub(in crate::telegram) struct Bot {
    pub(in crate::telegram) library: Library,
    pub(in crate::telegram) readers: SearchWorkerPool,
    pub(in crate::telegram) sender: SendQueue,
    /// The bot's own user id and name, without the @.
    pub(in crate::telegram) id: i64,
    pub(in crate::telegram) username: String,
    /// Whether inline mode is switched on.
    pub(in crate::telegram) inline: bool,
    pub(in crate::telegram) quotes: usize,
    pub(in crate::telegram) setting: AnsweringOptions,
    pub(in crate::telegram) recent: Arc<AnswerCache>,
    pub(in crate::telegram) owners: Vec<i64>,
    /// Whom to write to about the corpus; empty where nobody is named.
    pub(in crate::telegram) contact: String,
    pub(in crate::telegram) access: AccessControl,
    pub(in crate::telegram) desk: CorpusEditor,
    pub(in crate::telegram) answered: AnsweredMessages,
    pub(in crate::telegram) bursts: RecentGroupQuestions,
    pub(in crate::telegram) typing: InlineQueryQueue,
    pub(in crate::telegram) gallery: CardCache,
    pub(in crate::telegram) feedback: Feedback,
    pub(in crate::telegram) monitor: Monitor,
    /// Which quote stands in which message.
    pub(in crate::telegram) shown: capabilities::QuoteByMessage,
}

impl Bot {
    /// Something that reads the index.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Library) -> Result<T, IndexError> + Send + 'static,
    ) -> anyhow::Result<T> {
        self.readers.read(&self.library, work).await
    }

    /// An answer with so many quotes at most, or as many as the settings say. `language`: the code of the user's.
    pub(super) async fn answer(
        &self,
        text: String,
        manner: QuestionOptions,
        (quotes, language): (Option<usize>, &str),
    ) -> anyhow::Result<Arc<Answer>> {
        let question = Question {
            options: manner,
            ..self.question(text, (quotes.unwrap_or(self.quotes), language))
        };
        if let Some(answer) = self.recent.to(&self.library, &question) {
            return Ok(answer);
        }
        let (recent, monitor) = (Arc::clone(&self.recent), self.monitor.clone());
        let is_long = question.text.len() > capabilities::LONG;
        let work = move |library: &Library| {
            let began = Instant::now();
            let answered = recent.answer(library, question);
            monitor.searched(began.elapsed());
            answered
        };
        if is_long {
            self.readers.read_on_worker(&self.library, work).await
        } else {
            self.read(work).await
        }
    }

    /// Counts what became of a question.
    pub(super) fn count(&self, front_end: FrontEnd, answer: Option<&Answer>) {
        let outcome = match answer {
            Some(Answer::Found(_)) => QuestionOutcome::Quoted,
            Some(Answer::Nothing(_)) => QuestionOutcome::Nothing,
            // No question was asked.
            Some(Answer::Talk(_) | Answer::Interviewers(_)) => return,
            None => QuestionOutcome::Failed,
        };
        self.monitor.question(front_end, outcome);
    }

    /// What somebody typed whose program is set to a language, to be answered with so many quotes at most.
    pub(super) fn question(&self, text: String, (quotes, language): (usize, &str)) -> Question {
        Question {
            text,
            quotes,
            collection: None,
            today: PartialDate::of_time(SystemTime::now()),
            language: Some(Language::from_tag(language)),
            answering: self.setting.clone(),
            options: QuestionOptions::default(),
        }
    }
}

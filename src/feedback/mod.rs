//! What users leave behind: votes on quotes, questions that found nothing, and how many questions there were.
//!
//! Nobody is kept by name or number: a vote carries a keyed hash of its user, a question carries nobody. The text of a
//! question that was answered is not kept at all. What is older than the settings allow is deleted. A database that
//! fails costs a vote or a line of a report, never an answer.

mod chat_preferences;
mod database_ownership;
mod database_schema;
mod database_writer;
mod error;
mod feedback_handle;
mod owner_report;
mod question_log;
mod sqlite_store;
mod user_hash;
mod votes;

pub use chat_preferences::{MOST_QUOTES, PreferenceChange};
pub use error::FeedbackError;
pub use feedback_handle::{Feedback, backup, kept};
pub use owner_report::{NearestPassage, OwnerReport, QuestionGroup, VotedQuote, report};

use crate::interview::{InterviewId, PartialDate, Revision, Span};

/// A quote as it is stored: words of one interview at one revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedQuote {
    /// The interview's id.
    pub interview: InterviewId,
    /// The revision that the range belongs to.
    pub revision: Revision,
    /// Bytes into the transcript.
    pub span: Span,
}

/// What a chat wants; `None` as Telegram and the settings say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChatPreference {
    /// The code of the language that it is spoken to in.
    pub language: Option<String>,
    /// How many quotes an answer has at most.
    pub quotes: Option<u8>,
}

/// What a user thinks of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vote {
    /// It answers.
    Up,
    /// It does not.
    Down,
}

/// Why a quote is not what was wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoteReason {
    /// It is about something else than the question.
    Beside,
    /// The speaker or the text is wrong.
    Wrong,
    /// Anything else.
    Other,
}

impl VoteReason {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Beside, Self::Wrong, Self::Other];

    /// How it is stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Beside => "beside",
            Self::Wrong => "wrong",
            Self::Other => "other",
        }
    }
}

/// What became of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoteResult {
    /// It counts.
    Counted(Vote),
    /// The user had voted so already: that vote is taken back.
    TakenBack,
}

/// A question that found nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnansweredQuestion {
    /// Its words, at most so many as are kept.
    pub text: String,
    /// The code of the language that it was taken to be in.
    pub language: String,
    /// The day on which it was asked, UTC.
    pub day: PartialDate,
}

/// The votes on one quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteVotes {
    /// The interview's id.
    pub interview: String,
    /// The revision, hexadecimal.
    pub revision: String,
    /// Bytes into the transcript of that revision.
    pub span: Span,
    /// Votes for it.
    pub ups: usize,
    /// Votes against it.
    pub downs: usize,
    /// How many gave each reason, in the order of [`VoteReason::ALL`].
    pub reasons: [usize; 3],
}

/// How many questions there were on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyUsage {
    /// The day, UTC.
    pub day: PartialDate,
    /// Questions that were answered.
    pub answered: usize,
    /// Questions that found nothing.
    pub nothing: usize,
}

/// Everything that is kept, of the days that were asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FeedbackRecords {
    /// Questions that found nothing, the oldest first.
    pub unanswered: Vec<UnansweredQuestion>,
    /// Quotes that somebody voted against, those with the most votes against them first.
    pub judged: Vec<QuoteVotes>,
    /// The days with questions, the newest first.
    pub usage: Vec<DailyUsage>,
}

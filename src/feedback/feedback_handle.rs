//! The handle to the database writer: what the rest of the program calls to store and read feedback.

use std::path::Path;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use super::chat_preferences::ChatPreferences;
use super::database_writer::{DatabaseJob, QuestionBatch, days_ago, start, today};
use super::sqlite_store::SqliteStore;
use super::{
    ChatPreference, CitedQuote, FeedbackError, FeedbackRecords, PreferenceChange,
    UnansweredQuestion, Vote, VoteReason, VoteResult,
};
use crate::config;

/// How long an answer waits for what its chat wants, and of how many chats that is remembered.
const LOOK_UP: Duration = Duration::from_millis(200);
const KNOWN: usize = 10_000;

/// What users leave behind, for every thread. Cheap to clone.
#[derive(Clone)]
pub struct Feedback {
    enabled: bool,
    retention_days: u16,
    /// `None` where nothing is kept and never was.
    jobs: Option<SyncSender<DatabaseJob>>,
    /// What chats want, as far as it was looked up.
    wanted: Arc<ChatPreferences>,
    /// The questions since they were written last.
    gathered: Arc<Mutex<QuestionBatch>>,
}

impl Feedback {
    /// Opens the database on a thread of its own. Where nothing is to be kept, what was kept before is still deleted
    /// in time and when its user asks for it.
    #[must_use]
    pub fn start(settings: &config::Feedback) -> Self {
        let needed = settings.enabled || settings.database.exists();
        let (gathered, wanted) = (Arc::default(), Arc::default());
        Self {
            enabled: settings.enabled,
            retention_days: settings.retention_days,
            jobs: needed
                .then(|| start(settings, &gathered, &wanted))
                .flatten(),
            wanted,
            gathered,
        }
    }

    /// Whether anything is kept.
    #[must_use]
    pub fn is_enabled(&self) -> bool {
        self.enabled
    }

    /// For how many days.
    #[must_use]
    pub fn retention_days(&self) -> u16 {
        self.retention_days
    }

    /// Counts a question that was answered. Nobody waits for it: of many those of a second are written together.
    pub fn answered(&self) {
        if self.enabled {
            self.gather(QuestionBatch::add_answered);
        }
    }

    /// Keeps a question that found nothing, and nobody's name with it. Nobody waits for it: of many those of a
    /// second are written together.
    pub fn nothing(&self, text: String, language: &'static str) {
        if let (true, Some(day)) = (self.enabled, today()) {
            let question = UnansweredQuestion {
                text,
                language: language.to_owned(),
                day,
            };
            self.gather(|gathered| gathered.add_nothing(question));
        }
    }

    fn gather(&self, add: impl FnOnce(&mut QuestionBatch)) {
        let mut gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner);
        let is_first = gathered.is_empty();
        add(&mut gathered);
        drop(gathered);
        if is_first {
            self.hand(Box::new(|keeper| keeper.write_soon()));
        }
    }

    /// A user presses a vote; `None` where it cannot be kept.
    pub async fn press(&self, user: i64, quote: CitedQuote, vote: Vote) -> Option<VoteResult> {
        let day = today().filter(|_| self.enabled)?;
        self.ask(move |store| store.press(user, &quote, vote, day))
            .await
    }

    /// A user's vote stands so, or not at all; `None` where it cannot be kept.
    pub async fn set(&self, user: i64, quote: CitedQuote, vote: Option<Vote>) -> Option<()> {
        let day = today().filter(|_| self.enabled)?;
        self.ask(move |store| store.set(user, &quote, vote, day))
            .await
    }

    /// Why a user votes against a quote; `None` where it cannot be kept.
    pub async fn explain(&self, user: i64, quote: CitedQuote, reason: VoteReason) -> Option<()> {
        let day = today().filter(|_| self.enabled)?;
        self.ask(move |store| store.explain(user, &quote, reason, day))
            .await
    }

    /// Deletes a user's votes and what they chose in their private chat; of the votes, how many there were; `None` where they cannot be reached.
    pub async fn forget(&self, user: i64) -> Option<usize> {
        if self.jobs.is_none() && !self.enabled {
            return Some(0);
        }
        if self.enabled {
            self.forget_preference(user).await?;
        }
        self.ask(move |store| store.forget(user)).await
    }

    /// What a chat wants; nothing in particular where that cannot be looked up in time: no answer waits for a disk.
    pub async fn preference(&self, chat: i64) -> ChatPreference {
        if !self.enabled {
            return ChatPreference::default();
        }
        if let Some(wanted) = self.known(chat) {
            return wanted;
        }
        let looked_up = self.ask(move |store| store.preference(chat));
        let found = tokio::time::timeout(LOOK_UP, looked_up).await;
        let Ok(Some(wanted)) = found else {
            return ChatPreference::default();
        };
        self.know(chat, &wanted);
        wanted
    }

    /// What a chat wants as it is kept, however long that takes; `None` where it cannot be looked up.
    pub async fn kept_preference(&self, chat: i64) -> Option<ChatPreference> {
        self.ask(move |store| store.preference(chat)).await
    }

    /// Changes what a chat wants; what it wants then, or `None` where it cannot be kept.
    pub async fn change_preference(
        &self,
        chat: i64,
        changes: &[PreferenceChange],
    ) -> Option<ChatPreference> {
        let changes = changes.to_vec();
        let changed = self.ask(move |store| {
            // What is kept is changed, not what was known of it when there was no time to look it up.
            let mut wanted = store.preference(chat)?;
            changes.iter().for_each(|change| wanted.change(*change));
            store.prefer(chat, &wanted)?;
            Ok(wanted)
        });
        let wanted = changed.await?;
        self.know(chat, &wanted);
        Some(wanted)
    }

    /// A chat has another number from now on: what it wants goes along.
    pub async fn moved(&self, from: i64, to: i64) {
        let moved = self.ask(move |store| store.move_preference(from, to));
        if let Some(wanted) = moved.await {
            self.know(from, &ChatPreference::default());
            self.know(to, &wanted);
        }
    }

    /// Deletes what a chat wanted; whether it had said so, or `None` where that cannot be reached.
    pub async fn forget_preference(&self, chat: i64) -> Option<bool> {
        let had = self.ask(move |store| store.forget_preference(chat)).await?;
        self.know(chat, &ChatPreference::default());
        Some(had)
    }

    fn known(&self, chat: i64) -> Option<ChatPreference> {
        let known = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&chat).cloned()
    }

    fn know(&self, chat: i64, wanted: &ChatPreference) {
        let mut known = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KNOWN {
            known.clear();
        }
        known.insert(chat, wanted.clone());
    }

    /// What was left behind in the last days, as many as are given; `None` where it cannot be read.
    pub async fn kept(&self, days: u16) -> Option<FeedbackRecords> {
        if self.jobs.is_none() && !self.enabled {
            return Some(FeedbackRecords::default());
        }
        self.ask(move |store| read(store, days)).await
    }

    /// Waits until everything that was handed over is written.
    pub async fn settled(&self) {
        let _ = self.ask(|_| Ok(())).await;
    }

    async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&SqliteStore) -> Result<T, FeedbackError> + Send + 'static,
    ) -> Option<T> {
        let (tell, told) = oneshot::channel();
        self.hand(Box::new(move |keeper| {
            let _ = tell.send(keeper.with(work));
        }));
        told.await.ok().flatten()
    }

    fn hand(&self, job: DatabaseJob) {
        if let Some(jobs) = &self.jobs
            && jobs.try_send(job).is_err()
        {
            tracing::debug!("too many votes and questions are waiting to be saved: some were lost");
        }
    }
}

/// What was left behind in the last days, from a file that another process may be writing; nothing where there is no
/// file. Blocking.
///
/// # Errors
///
/// Where the file cannot be read.
pub fn kept(database: &Path, days: u16) -> Result<FeedbackRecords, FeedbackError> {
    let store = SqliteStore::existing(database)?;
    store.map_or_else(
        || Ok(FeedbackRecords::default()),
        |store| read(&store, days),
    )
}

/// Copies the database into a new file, whole, while other processes use it; `false` where there is none. Blocking.
///
/// # Errors
///
/// Where it cannot be read or the file cannot be written.
pub fn backup(database: &Path, to: &Path) -> Result<bool, FeedbackError> {
    let Some(store) = SqliteStore::existing(database)? else {
        return Ok(false);
    };
    let name = to.to_string_lossy();
    let copied = store.connection.execute("VACUUM INTO ?1", [&*name]);
    copied.map_err(|error| FeedbackError::Database(error).of_database(to))?;
    Ok(true)
}

fn read(store: &SqliteStore, days: u16) -> Result<FeedbackRecords, FeedbackError> {
    let Some(since) = days_ago(days.saturating_sub(1)) else {
        return Ok(FeedbackRecords::default());
    };
    Ok(FeedbackRecords {
        unanswered: store.unanswered(since)?,
        judged: store.judged(since)?,
        usage: store.usage(since)?,
    })
}

//! The database writer: a thread that takes jobs from a channel in order, so that no answer waits for a disk.
//!
//! Jobs go to it through a channel and are done in order, so that no answer waits for a disk. A fault is logged when
//! it begins and when it is over; in between what users leave behind is lost, and nothing else is.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::chat_preferences::ChatPreferences;
use super::sqlite_store::SqliteStore;
use super::{FeedbackError, UnansweredQuestion};
use crate::config;
use crate::interview::PartialDate;

/// How many jobs wait before further ones are lost.
const WAITING: usize = 1_024;

/// How often questions are written at most: those that come in between are gathered.
const TOGETHER: Duration = Duration::from_secs(1);

/// How long the file stays open after it was used: one that is not open can be copied over.
const OPEN: Duration = Duration::from_secs(5);

/// How often it is looked whether another day has begun.
const LOOK: Duration = Duration::from_secs(600);

/// Something to do with the database.
pub(super) type DatabaseJob = Box<dyn FnOnce(&mut DatabaseWriter) + Send>;

/// Questions that are not written yet: where many come in those of a second are written together.
#[derive(Default)]
pub(super) struct QuestionBatch {
    answered: usize,
    nothing: Vec<UnansweredQuestion>,
}

impl QuestionBatch {
    pub(super) fn is_empty(&self) -> bool {
        self.answered == 0 && self.nothing.is_empty()
    }

    /// Adds a question that was answered.
    pub(super) fn add_answered(&mut self) {
        self.answered += 1;
    }

    /// Adds a question that found nothing, unless too many wait.
    pub(super) fn add_nothing(&mut self, question: UnansweredQuestion) {
        if self.nothing.len() < WAITING {
            self.nothing.push(question);
        } else {
            tracing::debug!("too many votes and questions are waiting to be saved: some were lost");
        }
    }
}

pub(super) fn start(
    settings: &config::Feedback,
    gathered: &Arc<Mutex<QuestionBatch>>,
    wanted: &Arc<ChatPreferences>,
) -> Option<SyncSender<DatabaseJob>> {
    let (send, jobs) = sync_channel(WAITING);
    let keeper = DatabaseWriter {
        path: settings.database.clone(),
        retention_days: settings.retention_days,
        gathered: Arc::clone(gathered),
        wanted: Arc::clone(wanted),
        due: None,
        written: None,
        store: None,
        failing: false,
        deleted: None,
    };
    let thread = std::thread::Builder::new().name("feedback".to_owned());
    match thread.spawn(move || keeper.work(&jobs)) {
        Ok(_) => Some(send),
        Err(error) => {
            tracing::warn!(%error, "feedback is not stored");
            None
        }
    }
}

/// What the thread has.
pub(super) struct DatabaseWriter {
    path: PathBuf,
    retention_days: u16,
    gathered: Arc<Mutex<QuestionBatch>>,
    wanted: Arc<ChatPreferences>,
    /// When the questions that were gathered are to be written.
    due: Option<Instant>,
    /// When questions were written last.
    written: Option<Instant>,
    /// Opened when it is needed, and anew after a fault.
    store: Option<SqliteStore>,
    failing: bool,
    /// The day on which what is too old was deleted last.
    deleted: Option<PartialDate>,
}

impl DatabaseWriter {
    fn work(mut self, jobs: &Receiver<DatabaseJob>) {
        loop {
            if self.deleted.is_none() || self.deleted != today() {
                self.delete();
            }
            let wait = match self.due {
                Some(due) => due.saturating_duration_since(Instant::now()),
                None if self.store.is_some() => OPEN,
                None => LOOK,
            };
            match jobs.recv_timeout(wait) {
                Ok(job) => {
                    if self.due.is_some() {
                        self.write();
                    }
                    job(&mut self);
                }
                Err(RecvTimeoutError::Timeout) if self.due.is_some() => self.write(),
                Err(RecvTimeoutError::Timeout) => {
                    self.write();
                    self.store = None;
                    // Somebody may put another file in its place.
                    self.wanted
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .clear();
                }
                Err(RecvTimeoutError::Disconnected) => return self.write(),
            }
        }
    }

    /// Writes the questions that are gathered: at once, or where some were just written a little later.
    pub(super) fn write_soon(&mut self) {
        let now = Instant::now();
        self.due = Some(
            self.written
                .map_or(now, |written| now.max(written + TOGETHER)),
        );
    }

    /// Writes the questions that were gathered.
    fn write(&mut self) {
        self.due = None;
        let gathered = self.gathered.lock();
        let gathered = std::mem::take(&mut *gathered.unwrap_or_else(PoisonError::into_inner));
        if let (Some(day), false) = (today(), gathered.is_empty()) {
            self.with(|store| store.asked((day, gathered.answered), &gathered.nothing));
            self.written = Some(Instant::now());
        }
    }

    fn delete(&mut self) {
        let Some(first) = days_ago(self.retention_days.saturating_sub(1)) else {
            return;
        };
        if let Some(deleted) = self.with(|store| store.delete_before(first)) {
            self.deleted = today();
            if deleted > 0 {
                tracing::info!(rows = deleted, "expired feedback was deleted");
            }
        }
    }

    /// Does something with the database; `None` where it fails.
    pub(super) fn with<T>(
        &mut self,
        work: impl FnOnce(&SqliteStore) -> Result<T, FeedbackError>,
    ) -> Option<T> {
        match self.opened().and_then(work) {
            Ok(done) => {
                if self.failing {
                    tracing::info!("feedback is stored again");
                    self.failing = false;
                }
                Some(done)
            }
            Err(error) => {
                self.store = None;
                if !self.failing {
                    let reason = error
                        .of_database(&self.path)
                        .to_string()
                        .replace('\n', "; ");
                    tracing::warn!(reason, "feedback cannot be stored");
                    self.failing = true;
                }
                None
            }
        }
    }

    fn opened(&mut self) -> Result<&SqliteStore, FeedbackError> {
        let path = &self.path;
        let store = match self.store.take().filter(|store| store.is_at(path)) {
            Some(store) => store,
            None => SqliteStore::open(&self.path)?,
        };
        Ok(self.store.insert(store))
    }
}

pub(super) fn today() -> Option<PartialDate> {
    days_ago(0)
}

/// The day that was so many days before today, UTC.
pub(super) fn days_ago(days: u16) -> Option<PartialDate> {
    let ago = Duration::from_secs(u64::from(days) * 86_400);
    SystemTime::now()
        .checked_sub(ago)
        .and_then(PartialDate::of_time)
}

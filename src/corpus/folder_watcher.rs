//! The folder watcher: a thread that updates the index when the folder has changed and is quiet again.
//!
//! The kernel tells of changes where it can; where it cannot (a network's file system, no watches left), the
//! folder is looked at twice a second. Questions are answered from the last commit meanwhile. A folder that is
//! gone for a moment costs nothing: what was read stays until it is back.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use std::{io, thread};

use super::change_notifier::{
    ChangeNotifier, FolderIdentity, Signal, WatchMethod, identity, wait_for_quiet,
};
use super::folder_change_detection::folder_hash;
use super::index_sync::{follow, resync};
use super::sync_report::{NoProgress, SyncReport};
use super::{CorpusError, StaleIndexReason};
use crate::index::{Library, NewestCommit};

/// How often the folder is looked at where the kernel does not tell, and at most which part of the time.
const LOOK: Duration = Duration::from_millis(400);
const SHARE: u32 = 10;

/// How often it is made sure that the folder that is watched is still the one in its place.
const TICK: Duration = Duration::from_millis(500);

/// How often all is looked at although the kernel said nothing: it may have lost a change.
const RARELY: Duration = Duration::from_secs(60);

/// A folder that is watched until this is dropped.
#[derive(Debug)]
pub struct FolderWatcher {
    signals: Sender<Signal>,
}

impl Drop for FolderWatcher {
    fn drop(&mut self) {
        let _ = self.signals.send(Signal::Stop);
    }
}

/// Keeps the index of a folder in step, on a thread of its own.
///
/// # Errors
///
/// Where the thread cannot be started.
pub fn watch(
    library: Library,
    corpus: PathBuf,
    index: PathBuf,
    means: WatchMethod,
) -> io::Result<FolderWatcher> {
    let (signals, received) = channel();
    let keeper = WatcherThread {
        library,
        corpus,
        index,
        told: HashSet::new(),
        gone: false,
        again: false,
        refused: None,
        is_begun: false,
    };
    let sender = signals.clone();
    thread::Builder::new()
        .name("corpus".to_owned())
        .spawn(move || keeper.run(means, &sender, &received))?;
    Ok(FolderWatcher { signals })
}

struct WatcherThread {
    library: Library,
    corpus: PathBuf,
    index: PathBuf,
    /// What was said about which file: said once, as long as it holds.
    told: HashSet<(PathBuf, String)>,
    /// Whether the folder was not there at the last look.
    gone: bool,
    /// Whether another process held the index at the last look.
    again: bool,
    /// What another process committed of another folder: nothing is answered from it.
    refused: Option<NewestCommit>,
    /// Whether anything was looked at yet.
    is_begun: bool,
}

impl WatcherThread {
    fn run(mut self, means: WatchMethod, sender: &Sender<Signal>, signals: &Receiver<Signal>) {
        loop {
            let eyes = ChangeNotifier::open(&self.corpus, means, sender);
            // What changed before the eyes were open.
            self.take_up();
            let stopped = match &eyes {
                ChangeNotifier::Told { of, .. } => self.listen(*of, signals),
                ChangeNotifier::Looking => self.look(signals),
            };
            if stopped {
                return;
            }
        }
    }

    /// Takes up what the kernel tells of, until told to stop (`true`) or another folder stands at the path.
    fn listen(&mut self, of: FolderIdentity, signals: &Receiver<Signal>) -> bool {
        let mut looked = Instant::now();
        loop {
            match signals.recv_timeout(TICK) {
                Ok(Signal::Changed) => {
                    if wait_for_quiet(signals) {
                        return true;
                    }
                    if identity(&self.corpus) == of {
                        self.take_up();
                        looked = Instant::now();
                    }
                }
                Err(RecvTimeoutError::Timeout)
                    if self.again || self.library.is_deleted() || looked.elapsed() > RARELY =>
                {
                    self.take_up();
                    looked = Instant::now();
                }
                Err(RecvTimeoutError::Timeout) => self.see_commits(),
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return true,
            }
            if identity(&self.corpus) != of {
                return false;
            }
        }
    }

    /// Takes up what looking shows, until told to stop (`true`) or a folder that was gone is back.
    fn look(&mut self, signals: &Receiver<Signal>) -> bool {
        let missing = identity(&self.corpus).is_none();
        let mut taken = folder_hash(&self.corpus);
        let mut last = taken;
        let mut pause = LOOK;
        loop {
            let asked = match signals.recv_timeout(pause) {
                Ok(Signal::Changed) => true,
                Err(RecvTimeoutError::Timeout) => false,
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return true,
            };
            if missing && identity(&self.corpus).is_some() {
                return false;
            }
            let began = Instant::now();
            self.see_commits();
            let now = folder_hash(&self.corpus);
            if asked || self.again || self.library.is_deleted() || (now == last && now != taken) {
                self.take_up();
                taken = now;
            }
            last = now;
            pause = LOOK.max(began.elapsed() * SHARE);
        }
    }

    fn take_up(&mut self) {
        let Self {
            library,
            corpus,
            index,
            ..
        } = self;
        // A bug in a reader must not end the watch: what was committed stays, and the next change is seen.
        let done = catch_unwind(AssertUnwindSafe(|| {
            resync(library, corpus, index, &NoProgress)
        }));
        let Ok(done) = done else {
            tracing::error!("updating the index failed; it stays as it is");
            return;
        };
        match done {
            Ok(report) => {
                if std::mem::take(&mut self.gone) {
                    tracing::info!(corpus = %self.corpus.display(), "the corpus folder is available again");
                }
                self.again = report
                    .behind
                    .as_ref()
                    .is_some_and(StaleIndexReason::is_busy);
                self.tell(report);
            }
            Err(error) => {
                let is_new = !std::mem::replace(&mut self.gone, true);
                if is_new && matches!(error, CorpusError::Index(_)) {
                    tracing::warn!(%error, "changes in the corpus cannot be indexed; the index stays as it is until they can");
                } else if is_new {
                    tracing::warn!(%error, "the corpus cannot be read; the index stays as it is until it can");
                }
            }
        }
    }

    /// Sees what another process commits to an index that this one cannot write.
    fn see_commits(&mut self) {
        if !self.library.is_read_only() {
            return;
        }
        let folders = (self.corpus.as_path(), self.index.as_path());
        match follow(&self.library, folders, self.refused.as_ref()) {
            Ok(refused) => {
                let is_other = |commit: &NewestCommit| !commit.catalogue().entries.is_empty();
                if refused.as_ref().is_some_and(is_other) && self.refused.is_none() {
                    tracing::warn!(
                        index = %self.index.display(),
                        "another verbatim builds the index from other interviews: answers come from what was indexed before; give each folder of interviews an index folder of its own: `--index DIR`"
                    );
                }
                self.refused = refused;
            }
            Err(error) => {
                tracing::debug!(%error, "the newest commits to the index cannot be read yet");
            }
        }
    }

    fn tell(&mut self, report: SyncReport) {
        match (&report.rebuilt, &report.in_memory) {
            (Some(reason), None) => {
                tracing::info!(index = %self.index.display(), "the index was built again: {reason}");
            }
            (Some(reason), Some(memory)) => {
                tracing::info!(index = %self.index.display(), "the index is kept in memory from now on: {reason}, and {}", memory.reason);
            }
            (None, _) => {}
        }
        if report.rebuilt.is_none() && report.read + report.removed > 0 {
            tracing::info!(
                read = report.read,
                unchanged = report.unchanged,
                removed = report.removed,
                failed = report.failed,
                interviews = report.interviews,
                passages = report.passages,
                milliseconds = u64::try_from(report.elapsed.as_millis()).unwrap_or(u64::MAX),
                "the corpus changed: the index is up to date"
            );
        }
        for (file, took) in &report.slow {
            tracing::info!(
                file = %file.display(),
                seconds = took.as_secs(),
                "reading the file took a long time"
            );
        }
        // Of an index that cannot be written it was said when it was opened.
        let behind = report
            .behind
            .clone()
            .filter(|_| !self.library.is_read_only());
        let behind = behind.map(|behind| {
            let used = match behind {
                StaleIndexReason::OtherCorpus { .. } => "answers come from what was indexed before",
                _ => "the index is used as it is",
            };
            let said = format!("{behind}; {used}");
            (self.index.clone(), said)
        });
        let replaced = report.replaced.as_ref().map(|other| {
            let said = format!(
                "the index held other interviews (`{other}`): it was rebuilt; give each folder of interviews an index folder of its own: `--index DIR`"
            );
            (self.index.clone(), said)
        });
        let faults = report.faults().into_iter();
        // Why the index is behind at the start was said when it was opened.
        if !std::mem::replace(&mut self.is_begun, true) {
            self.told.extend(behind.clone());
        }
        let warnings: HashSet<_> = faults.chain(behind).chain(replaced).collect();
        for (file, warning) in warnings.difference(&self.told) {
            tracing::warn!(file = %file.display(), "{}", warning.replace('\n', "; "));
        }
        self.told = warnings;
    }
}

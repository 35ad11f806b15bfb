//! The change notifier: what tells that the corpus folder has changed, the kernel or a look at the folder.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::folder_change_detection::is_change;
use super::network_file_systems::is_shared;

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WatchMethod {
    /// The kernel tells where it can, else the folder is looked at.
    Best,
    /// The folder is looked at, whatever the kernel could tell.
    Polling,
}

/// How long nothing may have changed before the folder counts as quiet.
const QUIET: Duration = Duration::from_millis(400);

/// How long a folder that is never quiet is waited for.
const LONGEST: Duration = Duration::from_secs(10);

/// What the thread that watches is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signal {
    Changed,
    Stop,
}

/// What tells of changes.
pub(super) enum ChangeNotifier {
    /// The kernel, of this folder.
    Told {
        of: FolderIdentity,
        /// Dropped, it tells no more.
        _watcher: RecommendedWatcher,
    },
    /// Looking.
    Looking,
}

impl ChangeNotifier {
    /// What tells of changes in a folder: the kernel where it can, and is to.
    pub(super) fn open(corpus: &Path, means: WatchMethod, sender: &Sender<Signal>) -> Self {
        let of = identity(corpus);
        if means == WatchMethod::Polling || of.is_none() || is_shared(corpus) {
            return Self::Looking;
        }
        let sender = sender.clone();
        let tell = move |event: notify::Result<notify::Event>| {
            if event.map_or(true, |event| event.need_rescan() || is_change(event.kind)) {
                let _ = sender.send(Signal::Changed);
            }
        };
        let watcher = notify::recommended_watcher(tell).and_then(|mut watcher| {
            watcher.watch(corpus, RecursiveMode::Recursive)?;
            Ok(watcher)
        });
        match watcher {
            Ok(watcher) => Self::Told {
                of,
                _watcher: watcher,
            },
            Err(error) => {
                tracing::warn!(%error, "the system does not report changes in the corpus folder: it is polled instead");
                Self::Looking
            }
        }
    }
}

/// Which folder stands at the corpus's path: device and inode, `None` where there is none.
pub(super) type FolderIdentity = Option<(u64, u64)>;

pub(super) fn identity(folder: &Path) -> FolderIdentity {
    let metadata = fs::metadata(folder).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

/// Waits until nothing was changed for a moment; `true` where told to stop.
pub(super) fn wait_for_quiet(signals: &Receiver<Signal>) -> bool {
    let began = Instant::now();
    while began.elapsed() < LONGEST {
        match signals.recv_timeout(QUIET) {
            Ok(Signal::Changed) => {}
            Err(RecvTimeoutError::Timeout) => break,
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return true,
        }
    }
    false
}

//! What outlives the process of the updates: which were answered lately, and those that take long.
//!
//! A folder of the bot's own. `answered` is a ring of update numbers: eight bytes each, little-endian, at the place
//! that is the number's remainder, so that writing one is a single small write. Beside it each update that could not
//! be answered at once has a file of its own, `<number>.json`, until it is.

use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::raw::Raw;
use crate::index::{is_full, no_space};

/// How many updates are known to be answered.
const RING: usize = 8_192;

/// How many updates may be held for later.
const MOST: usize = 10_000;

#[derive(Default)]
pub(super) struct Ledger {
    /// `None` where nothing can be written: what is known then ends with the process.
    folder: Option<(PathBuf, File)>,
    ring: Mutex<Vec<i64>>,
    files: Mutex<usize>,
    /// Whether the last write failed: that is said once.
    failing: AtomicBool,
}

/// How many bytes the folder needs: the ring, and some updates.
const LEAST: u64 = 1 << 20;

impl Ledger {
    /// Opens the folder, and makes it where it is missing. Where that fails the bot answers all the same, and
    /// after a kill some twice.
    pub(super) fn open(folder: &Path) -> Self {
        match ring(folder) {
            Ok((file, ring)) => Self {
                folder: Some((folder.to_owned(), file)),
                ring: Mutex::new(ring),
                ..Self::default()
            },
            Err(error) => {
                let error = described(folder, &error);
                let folder = folder.display();
                tracing::warn!(%folder, %error, "the list of answered updates cannot be saved: after a crash some may be answered twice");
                Self::default()
            }
        }
    }

    pub(super) fn is_answered(&self, id: i64) -> bool {
        let ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        slot(id).is_some_and(|slot| ring.get(slot) == Some(&id))
    }

    /// An update was answered, or refused for good.
    pub(super) fn answered(&self, id: i64) {
        let Some(slot) = slot(id) else { return };
        let mut ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        ring.resize(RING, 0);
        ring[slot] = id;
        drop(ring);
        if let Some((_, file)) = &self.folder {
            self.tell(&file.write_all_at(&id.to_le_bytes(), slot as u64 * 8));
        }
    }

    /// Says when writing begins to fail and when it works again.
    fn tell(&self, written: &io::Result<()>) {
        let Some((folder, _)) = &self.folder else {
            return;
        };
        let failed = self.failing.swap(written.is_err(), Ordering::Relaxed);
        match written {
            Ok(()) if failed => {
                tracing::info!(folder = %folder.display(), "updates are saved again");
            }
            Err(error) if !failed => {
                let error = described(folder, error);
                tracing::warn!(%error, "updates cannot be saved: after a crash some may be answered twice");
            }
            _ => {}
        }
    }

    /// Writes an update down for later; `false` where that cannot be.
    pub(super) fn keep(&self, id: i64, raw: &Raw) -> bool {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((folder, _)) = self.folder.as_ref().filter(|_| *files < MOST) else {
            return false;
        };
        let kept = tempfile::NamedTempFile::new_in(folder).and_then(|file| {
            fs::write(file.path(), raw.json())?;
            Ok(drop(file.persist(name(folder, id))?))
        });
        self.tell(&kept);
        *files += usize::from(kept.is_ok());
        kept.is_ok()
    }

    /// What was written down is not needed any more.
    pub(super) fn drop_kept(&self, id: i64) {
        if let Some((folder, _)) = &self.folder
            && fs::remove_file(name(folder, id)).is_ok()
        {
            let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            *files = files.saturating_sub(1);
        }
    }

    /// The updates that an earlier process wrote down and did not answer, the oldest first; those of them that cannot
    /// be read or are too old are removed. Files with other names are somebody else's.
    pub(super) fn left(&self) -> Vec<(i64, Raw)> {
        let Some((folder, _)) = &self.folder else {
            return Vec::new();
        };
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut left: Vec<(i64, Raw)> = Vec::new();
        for path in files.map(|file| file.path()) {
            if !is_own(&path) {
                continue;
            }
            let read = fs::read(&path).ok();
            let raw = read.and_then(|bytes| serde_json::from_slice::<Raw>(&bytes).ok());
            let id = raw.as_ref().and_then(Raw::id);
            match (id, raw) {
                (Some(id), Some(raw))
                    if path == name(folder, id) && !self.is_answered(id) && !is_old(&path) =>
                {
                    left.push((id, raw));
                }
                _ => drop(fs::remove_file(&path)),
            }
        }
        left.sort_unstable_by_key(|(id, _)| *id);
        *self.files.lock().unwrap_or_else(PoisonError::into_inner) = left.len();
        left
    }
}

/// For how long an update waits for an answer: Telegram itself keeps them as long
/// (<https://core.telegram.org/bots/api#getting-updates>).
const WAITS: Duration = Duration::from_secs(24 * 3_600);

fn is_old(path: &Path) -> bool {
    let written = fs::metadata(path).and_then(|file| file.modified());
    let age = written.map(|written| written.elapsed().unwrap_or_default());
    age.is_ok_and(|age| age > WAITS)
}

/// The name of the ring's file.
const ANSWERED: &str = "answered";

fn name(folder: &Path, id: i64) -> PathBuf {
    folder.join(format!("{id}.json"))
}

/// Whether a file was written for an update: its number names it, or six letters and digits do as long as it is not
/// whole.
fn is_own(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let number = name.strip_suffix(".json").map(str::parse::<i64>);
    let temporary = name
        .strip_prefix(".tmp")
        .is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()));
    temporary || number.is_some_and(|number| number.is_ok())
}

/// What went wrong in a folder; of a full disk, how much is needed there.
fn described(folder: &Path, error: &io::Error) -> String {
    if is_full(error) {
        format!("{} ({})", no_space(folder, "it", LEAST), error.kind())
    } else {
        error.to_string()
    }
}

fn slot(id: i64) -> Option<usize> {
    usize::try_from(id.unsigned_abs() % RING as u64).ok()
}

fn ring(folder: &Path) -> io::Result<(File, Vec<i64>)> {
    fs::create_dir_all(folder)?;
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    let mut file = options.open(folder.join(ANSWERED))?;
    // Two processes of one bot would take up each other's: the second does without.
    file.try_lock()?;
    let mut bytes = Vec::new();
    let most = RING as u64 * 8;
    file.by_ref().take(most).read_to_end(&mut bytes)?;
    let numbers = bytes.chunks_exact(8);
    let mut ring: Vec<i64> = numbers
        .filter_map(|bytes| Some(i64::from_le_bytes(bytes.try_into().ok()?)))
        .collect();
    ring.resize(RING, 0);
    Ok((file, ring))
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a folder that cannot be made fails the test"
)]
mod tests {
    use super::*;

    fn raw(id: i64) -> Raw {
        serde_json::from_str(&format!("{{\"update_id\": {id}}}")).unwrap()
    }

    fn left(ledger: &Ledger) -> Vec<i64> {
        let left = ledger.left().into_iter();
        left.map(|(id, raw)| {
            assert_eq!(raw.id(), Some(id));
            id
        })
        .collect()
    }

    #[test]
    fn what_was_answered_and_what_waits_outlive_the_process() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(folder.path());
        ledger.answered(7);
        ledger.answered(7 + RING as i64);
        assert!(ledger.keep(8, &raw(8)));
        assert!(ledger.keep(9, &raw(9)));
        ledger.answered(9);
        fs::write(folder.path().join("10.json"), b"{\"update_id\": 1").unwrap();
        for other in ["notes.txt", "thesis.json", "1.json.bak"] {
            fs::write(folder.path().join(other), b"somebody else's").unwrap();
        }
        drop(ledger);
        let ledger = Ledger::open(folder.path());
        assert!(!ledger.is_answered(7), "a later one has its place");
        assert!(ledger.is_answered(7 + RING as i64) && ledger.is_answered(9));
        assert_eq!(left(&ledger), [8]);
        let file = File::options().write(true).open(name(folder.path(), 8));
        let yesterday = std::time::SystemTime::now() - WAITS - Duration::from_secs(1);
        file.unwrap().set_modified(yesterday).unwrap();
        assert!(left(&ledger).is_empty(), "nobody waits for it any more");
        for (name, stays) in [
            ("8.json", false),
            ("10.json", false),
            ("notes.txt", true),
            ("thesis.json", true),
            ("1.json.bak", true),
        ] {
            assert_eq!(folder.path().join(name).exists(), stays, "{name}");
        }
    }

    #[test]
    fn a_second_process_of_one_bot_takes_up_nothing_of_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = Ledger::open(folder.path());
        assert!(first.keep(8, &raw(8)));
        let second = Ledger::open(folder.path());
        assert!(left(&second).is_empty());
        assert!(!second.keep(9, &raw(9)));
        assert!(!second.is_answered(9));
        second.answered(9);
        assert!(second.is_answered(9), "for as long as it lives");
        assert_eq!(left(&first), [8]);
    }
}

//! The update journal on disk: which updates were answered, and the slow ones that are not yet.
//!
//! A folder of the bot's own. `answered` is a ring of update numbers: eight bytes each, little-endian, at the place
//! that is the number's remainder, so that writing one is a single small write. Beside it each update that could not
//! be answered at once has a file of its own, `<number>.json`, until it is. A file that holds anything else is somebody
//! else's, whatever its name is, and stays.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::raw_update::RawUpdate;
use crate::files::{self, is_full, no_space};

/// How many updates are known to be answered.
const RING: usize = 8_192;

/// How many updates may be held for later.
const MOST: usize = 10_000;

#[derive(Default)]
pub(in crate::telegram) struct UpdateJournal {
    /// `None` where nothing can be written: what is known then ends with the process.
    folder: Option<(PathBuf, File)>,
    ring: Mutex<Vec<i64>>,
    files: Mutex<usize>,
    /// Whether the last write failed: that is said once.
    failing: AtomicBool,
}

/// How many bytes the folder needs: the ring, and some updates.
const LEAST: u64 = 1 << 20;

impl UpdateJournal {
    /// Opens the folder, and makes it where it is missing. Where that fails the bot answers all the same, and
    /// after a kill some twice.
    pub(in crate::telegram) fn open(folder: &Path) -> Self {
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
    pub(super) fn keep(&self, id: i64, raw: &RawUpdate) -> bool {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((folder, _)) = self.folder.as_ref().filter(|_| *files < MOST) else {
            return false;
        };
        let path = name(folder, id);
        if !is_free_or_own(&path, id) {
            return false;
        }
        let kept = files::temporary(TEMPORARY, folder, 0o600).and_then(|file| {
            file.as_file().write_all(raw.json().as_bytes())?;
            file.persist(path)?;
            Ok(())
        });
        self.tell(&kept);
        *files += usize::from(kept.is_ok());
        kept.is_ok()
    }

    /// What was written down is not needed any more.
    pub(super) fn drop_kept(&self, id: i64) {
        if let Some((folder, _)) = &self.folder
            && own(&name(folder, id)).is_some_and(|(own, _)| own == id)
            && fs::remove_file(name(folder, id)).is_ok()
        {
            let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            *files = files.saturating_sub(1);
        }
    }

    /// The updates that an earlier process wrote down and did not answer, the oldest first; those of them that are
    /// answered or too old are removed, and what the earlier process did not finish to write.
    pub(super) fn left(&self) -> Vec<(i64, RawUpdate)> {
        let Some((folder, _)) = &self.folder else {
            return Vec::new();
        };
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut left: Vec<(i64, RawUpdate)> = Vec::new();
        for path in files.map(|file| file.path()) {
            match own(&path) {
                Some((id, raw)) if !self.is_answered(id) && !is_old(&path) => left.push((id, raw)),
                Some(_) => drop(fs::remove_file(&path)),
                None if is_temporary(&path) => drop(fs::remove_file(&path)),
                None => {}
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

/// What the name of a file begins with that is not whole yet; six letters or digits follow.
const TEMPORARY: &str = ".verbatim-update-";

/// How large an update may be, in bytes.
const LARGEST: u64 = 16 << 20;

/// The update that a file was written for: its number is the file's name, and what it holds is written as this
/// program writes it. `None` for what is somebody else's.
fn own(path: &Path) -> Option<(i64, RawUpdate)> {
    let file = fs::symlink_metadata(path).ok()?;
    let number = path.file_name()?.to_str()?.strip_suffix(".json")?;
    let number: i64 = number.parse().ok().filter(|_| file.is_file())?;
    let bytes = files::read(path, LARGEST).ok()?;
    let raw: RawUpdate = serde_json::from_slice(&bytes).ok()?;
    let is_own = raw.id() == Some(number) && path.ends_with(format!("{number}.json"));
    is_own.then_some((number, raw))
}

/// Whether an update may be written under a name.
fn is_free_or_own(path: &Path, id: i64) -> bool {
    fs::symlink_metadata(path).is_err() || own(path).is_some_and(|(own, _)| own == id)
}

/// Whether a file was not whole when an earlier process ended.
fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_file = || fs::symlink_metadata(path).is_ok_and(|file| file.is_file());
    name.strip_prefix(TEMPORARY)
        .is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
        && is_file()
}

/// What went wrong in a folder; of a full disk, how much is needed there.
fn described(folder: &Path, error: &io::Error) -> String {
    if is_full(error) {
        no_space(folder, "it", LEAST, &error.kind())
    } else {
        error.to_string()
    }
}

fn slot(id: i64) -> Option<usize> {
    usize::try_from(id.unsigned_abs() % RING as u64).ok()
}

fn ring(folder: &Path) -> io::Result<(File, Vec<i64>)> {
    fs::create_dir_all(folder)?;
    let path = folder.join(ANSWERED);
    match fs::symlink_metadata(&path) {
        Ok(found) if !found.is_file() => return Err(not_the_ring(&path)),
        _ => {}
    }
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    let file = options.open(&path)?;
    // Two processes of one bot would take up each other's: the second does without.
    file.try_lock()?;
    let mut bytes = Vec::new();
    let most = RING as u64 * 8 + 1;
    (&file).take(most).read_to_end(&mut bytes)?;
    let mut ring = numbers(&bytes).ok_or_else(|| not_the_ring(&path))?;
    ring.resize(RING, 0);
    Ok((file, ring))
}

/// The numbers of a ring: each is nothing yet or stands at its place. `None` where a file holds anything else. The
/// last may be cut off.
fn numbers(bytes: &[u8]) -> Option<Vec<i64>> {
    if bytes.len() > RING * 8 {
        return None;
    }
    let numbers = bytes.chunks_exact(8).enumerate();
    let numbers = numbers.map(|(place, bytes)| {
        let id = i64::from_le_bytes(bytes.try_into().ok()?);
        (id == 0 || slot(id) == Some(place)).then_some(id)
    });
    let ring: Option<Vec<i64>> = numbers.collect();
    let cut_off = bytes.chunks_exact(8).remainder();
    // A short text is not taken for a ring that was cut off.
    ring.filter(|ring| !ring.is_empty() || cut_off.is_empty())
}

fn not_the_ring(path: &Path) -> io::Error {
    let path = path.display();
    io::Error::new(
        io::ErrorKind::InvalidData,
        format!("`{path}` was not written by verbatim and stays as it is"),
    )
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a folder that cannot be made fails the test"
)]
mod tests {
    use super::*;

    fn raw(id: i64) -> RawUpdate {
        serde_json::from_str(&format!("{{\"update_id\": {id}}}")).unwrap()
    }

    fn left(ledger: &UpdateJournal) -> Vec<i64> {
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
        let ledger = UpdateJournal::open(folder.path());
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
        let ledger = UpdateJournal::open(folder.path());
        assert!(!ledger.is_answered(7), "a later one has its place");
        assert!(ledger.is_answered(7 + RING as i64) && ledger.is_answered(9));
        assert_eq!(left(&ledger), [8]);
        let file = File::options().write(true).open(name(folder.path(), 8));
        let yesterday = std::time::SystemTime::now() - WAITS - Duration::from_secs(1);
        file.unwrap().set_modified(yesterday).unwrap();
        assert!(left(&ledger).is_empty(), "nobody waits for it any more");
        for (name, stays) in [
            ("8.json", false),
            ("10.json", true),
            ("notes.txt", true),
            ("thesis.json", true),
            ("1.json.bak", true),
        ] {
            assert_eq!(folder.path().join(name).exists(), stays, "{name}");
        }
    }

    #[test]
    fn what_the_bot_did_not_write_stays_whatever_it_is_called() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let foreign = ["12.json", "13.json", ".tmpabcdef", "+8.json"];
        for name in foreign {
            fs::write(path(name), b"{\"update_id\": 8, \"notes\": 1}").unwrap();
        }
        fs::write(path(".verbatim-update-a1B2c3"), b"{").unwrap();
        let ledger = UpdateJournal::open(folder.path());
        assert!(left(&ledger).is_empty());
        assert!(!ledger.keep(12, &raw(12)), "the name is taken");
        ledger.drop_kept(13);
        for name in foreign {
            assert!(path(name).exists(), "{name}");
        }
        assert!(!path(".verbatim-update-a1B2c3").exists());
    }

    #[test]
    fn a_list_of_answered_updates_that_is_none_is_left_as_it_is() {
        for text in [&b"notes"[..], b"my notes of a talk about bees"] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(ANSWERED), text).unwrap();
            let ledger = UpdateJournal::open(folder.path());
            ledger.answered(7);
            assert!(ledger.is_answered(7), "for as long as it lives");
            assert_eq!(fs::read(folder.path().join(ANSWERED)).unwrap(), text);
        }
        // Nobody writes into this pipe: opening it would never end.
        let folder = tempfile::tempdir().unwrap();
        let made = std::process::Command::new("mkfifo")
            .arg(folder.path().join(ANSWERED))
            .status();
        assert!(made.unwrap().success());
        assert!(UpdateJournal::open(folder.path()).folder.is_none());
    }

    #[test]
    fn a_second_process_of_one_bot_takes_up_nothing_of_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = UpdateJournal::open(folder.path());
        assert!(first.keep(8, &raw(8)));
        let second = UpdateJournal::open(folder.path());
        assert!(left(&second).is_empty());
        assert!(!second.keep(9, &raw(9)));
        assert!(!second.is_answered(9));
        second.answered(9);
        assert!(second.is_answered(9), "for as long as it lives");
        assert_eq!(left(&first), [8]);
    }
}

//! A notice about a file that takes long to read, printed by a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// Watches one file at a time until it is dropped.
#[derive(Debug)]
pub(super) struct SlowFileNotice {
    /// The file that is read now, or that none is.
    reading: Sender<Option<PathBuf>>,
}

impl SlowFileNotice {
    /// Calls `say` once for each file that takes longer than `long`. Without a thread nothing is said.
    pub(super) fn new(long: Duration, say: impl Fn(&Path) + Send + 'static) -> Self {
        let (reading, told) = channel();
        let watch = thread::Builder::new().name("patience".to_owned());
        if let Err(error) = watch.spawn(move || watch_over(&told, long, &say)) {
            tracing::debug!(%error, "no thread to say what takes long");
        }
        Self { reading }
    }

    /// A file is being read from now on.
    pub(super) fn begin(&self, path: &Path) {
        // Where the thread could not be started, nobody listens.
        let _ = self.reading.send(Some(path.to_owned()));
    }

    /// It is read.
    pub(super) fn end(&self) {
        let _ = self.reading.send(None);
    }
}

fn watch_over(told: &Receiver<Option<PathBuf>>, long: Duration, say: &impl Fn(&Path)) {
    let mut reading: Option<PathBuf> = None;
    loop {
        let next = match &reading {
            Some(_) => told.recv_timeout(long),
            None => told.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match next {
            Ok(next) => reading = next,
            Err(RecvTimeoutError::Timeout) => {
                if let Some(path) = reading.take() {
                    say(&path);
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn what_takes_longer_than_there_is_patience_is_said_once_and_the_rest_is_not() {
        let (said, saying) = channel();
        let told = move |path: &Path| {
            let _ = said.send(path.to_owned());
        };
        let patience = SlowFileNotice::new(Duration::ZERO, told);
        patience.begin(Path::new("slow.pdf"));
        assert_eq!(saying.recv().ok(), Some(PathBuf::from("slow.pdf")));
        patience.begin(Path::new("slower.pdf"));
        assert_eq!(saying.recv().ok(), Some(PathBuf::from("slower.pdf")));
        patience.end();
        drop(patience);
        assert!(saying.recv().is_err(), "each is said once");

        let (said, saying) = channel();
        let told = move |path: &Path| {
            let _ = said.send(path.to_owned());
        };
        let patience = SlowFileNotice::new(Duration::from_secs(3_600), told);
        patience.begin(Path::new("quick.txt"));
        patience.end();
        drop(patience);
        assert!(saying.recv().is_err(), "nothing is said of what is quick");
    }
}

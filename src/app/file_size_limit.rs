//! The file size limit of the system (`ulimit -f`): its signal does not end the program, the write fails with an error.

use std::io;

use tokio::runtime;
use tokio::signal::unix::{SignalKind, signal};

/// The signal's number (`SIGXFSZ`) on Linux and the BSDs.
const SIGNAL: i32 = 25;

/// Lets the signal be: what is too large is then an error of the one who writes it, and is said as a full disk is. A
/// handler stays for as long as the process lives.
pub(super) fn ignore_file_size_signal() -> io::Result<()> {
    let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
    let _within = runtime.enter();
    signal(SignalKind::from_raw(SIGNAL)).map(drop)
}

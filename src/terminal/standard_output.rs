//! Standard output, with errors that say so.

use std::io::{self, StdoutLock, Write};

/// Why the standard output could not be written.
#[derive(Debug, thiserror::Error)]
#[error(
    "cannot write to standard output: {0}\nfree some space there, or redirect the output to another place"
)]
pub struct StandardOutputError(io::ErrorKind);

/// The standard output, locked.
pub struct StandardOutput(StdoutLock<'static>);

impl StandardOutput {
    /// Waits until nobody else writes it.
    #[must_use]
    pub fn lock() -> Self {
        Self(io::stdout().lock())
    }
}

impl Write for StandardOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes).map_err(named)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush().map_err(named)
    }
}

/// The same kind of error, which says where it comes from.
fn named(error: io::Error) -> io::Error {
    match error.kind() {
        io::ErrorKind::Interrupted => error,
        kind => io::Error::new(kind, StandardOutputError(kind)),
    }
}

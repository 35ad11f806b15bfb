//! The folder of interviews, and the index kept in step with it.
//!
//! The folder is the truth: what it holds is in the index, what left it is out at the next commit. A file
//! is read again only when its content or its sidecar's changed, and not even hashed where it looks as it did
//! when it was. One bad file never stops the others.

mod changes;
mod check;
mod content;
mod desk;
mod draft;
mod error;
mod example;
mod folders_apart;
mod forms;
mod mounts;
mod names;
mod passed_over;
mod place;
mod scan;
mod sidecar;
mod stamp;
mod sync;
mod update;
mod walk;
mod watch;

pub use check::{Checks, check};
pub use desk::Desk;
pub use draft::{Change, DeskError, Draft, DraftKey};
pub use error::{Behind, CorpusError, Overlap};
pub use example::write_example;
pub use passed_over::{PassedOver, Why};
pub use sync::{LONG, Progress, Report, WhenBusy, resync, sync};
pub use watch::{Means, Watching, watch};

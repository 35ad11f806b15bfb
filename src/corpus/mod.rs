//! The folder of interviews, and the index kept in step with it.
//!
//! The folder is the truth: what it holds is in the index, what left it is out at the next commit. A file
//! is read again only when its content or its sidecar's changed, and not even hashed where it looks as it did
//! when it was. One bad file never stops the others.

mod check;
mod content;
mod desk;
mod draft;
mod error;
mod forms;
mod mounts;
mod names;
mod place;
mod scan;
mod sidecar;
mod stamp;
mod sync;
mod update;
mod watch;

pub use check::check;
pub use desk::Desk;
pub use draft::{Change, DeskError, Draft, DraftKey};
pub use error::CorpusError;
pub use sync::{Progress, Report, resync, sync};
pub use watch::{Means, Watching, watch};

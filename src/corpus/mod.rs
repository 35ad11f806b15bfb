//! The folder of interviews, and the index kept in step with it.
//!
//! The folder is the truth: what it holds is in the index, what left it is out at the next commit. A file
//! is read again only when its content or its sidecar's changed. One bad file never stops the others.

mod check;
mod error;
mod scan;
mod sync;

pub use check::check;
pub use error::CorpusError;
pub use sync::{Progress, Report, sync};

//! The folder of interviews, and the index kept in step with it.
//!
//! The folder is the truth: what it holds is in the index, what left it is out at the next commit. A file
//! is read again only when its content or its sidecar's changed, and not even hashed where it looks as it did
//! when it was. One bad file never stops the others.

mod atomic_file_write;
mod change_notifier;
mod corpus_editor;
mod directory_walk;
mod draft_folder;
mod dry_run;
mod duplicate_exports;
mod error;
mod example_interview;
mod file_content;
mod file_stamps;
mod folder_change_detection;
mod folder_overlap_check;
mod folder_scan;
mod folder_watcher;
mod index_origin;
mod index_sync;
mod ingest;
mod interview_draft;
mod interview_file;
mod misplaced_sidecars;
mod network_file_systems;
mod safe_file_names;
mod sidecar_writer;
mod skipped_files;
mod sync_report;

pub use change_notifier::WatchMethod;
pub use corpus_editor::CorpusEditor;
pub use dry_run::{DryRun, check};
pub use error::{CorpusError, FolderOverlap, StaleIndexReason};
pub use example_interview::{lacks_example, write_example};
pub use folder_watcher::{FolderWatcher, watch};
pub use index_sync::{WhenBusy, resync, sync};
pub use interview_draft::{Draft, DraftChange, DraftKey, EditError};
pub use skipped_files::{SkipReason, SkippedFile};
pub use sync_report::{InMemoryIndex, LONG, Progress, SyncReport};

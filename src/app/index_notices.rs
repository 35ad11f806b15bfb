//! What is said of an index and of the files in it before anything is answered, in the language of the terminal.

use std::path::Path;

use crate::corpus::{InMemoryIndex, StaleIndexReason, SyncReport};
use crate::files::disk_full::room;
use crate::terminal::messages;

/// Why an index stands as it was, in words.
pub(super) fn stale(why: &StaleIndexReason) -> String {
    let path = |path: &Path| path.display().to_string();
    match why {
        StaleIndexReason::Busy(folder) => {
            messages().with("index-busy", &[("path", path(folder).as_str().into())])
        }
        StaleIndexReason::ReadOnly {
            path: folder,
            cause,
        } => {
            let folder = path(folder);
            let values = [
                ("path", folder.as_str().into()),
                ("cause", cause.as_str().into()),
            ];
            messages().with("index-read-only", &values)
        }
        StaleIndexReason::Full {
            path: folder,
            needed,
            cause,
            ..
        } => {
            let (folder, room) = (path(folder), room(*needed, cause));
            let values = [
                ("path", folder.as_str().into()),
                ("room", room.as_str().into()),
            ];
            messages().with("index-full", &values)
        }
        StaleIndexReason::OtherCorpus {
            path: folder,
            corpus,
            cause,
        } => {
            let (folder, cause) = (path(folder), stale(cause));
            let corpus = corpus.as_deref().unwrap_or("?");
            let values = [
                ("path", folder.as_str().into()),
                ("corpus", corpus.into()),
                ("cause", cause.as_str().into()),
            ];
            messages().with("index-other", &values)
        }
    }
}

/// That an index is used as it stands.
pub(super) fn used_as_it_is(why: &StaleIndexReason) -> String {
    let reason = if is_english() {
        why.to_string()
    } else {
        stale(why)
    };
    messages().with("index-used", &[("reason", reason.as_str().into())])
}

/// That an index is in memory, and what to do about it.
pub(super) fn in_memory(index: &InMemoryIndex) -> Vec<String> {
    let why = index.why.as_ref().filter(|_| !is_english());
    let reason = why.map_or_else(|| index.reason.clone(), |why| stale(why));
    let hint = match why {
        None => index.hint.map(|hint| format!("hint: {hint}")),
        Some(why) => Some(messages().text(match why {
            StaleIndexReason::Busy(_) => "index-hint-busy",
            StaleIndexReason::ReadOnly { .. } => "index-hint-read-only",
            StaleIndexReason::Full { .. } => "index-hint-full",
            StaleIndexReason::OtherCorpus { .. } => "index-hint-other",
        })),
    };
    let said = messages().with("index-in-memory", &[("reason", reason.as_str().into())]);
    std::iter::once(said).chain(hint).collect()
}

/// What is wrong with a file. English says all that there is to say; the other languages say of which kind it is, and where
/// the rest is said.
pub(super) fn fault(
    (file, warning): &(std::path::PathBuf, String),
    report: &SyncReport,
    corpus: &Path,
) -> String {
    if is_english() {
        let warning = warning.replace('\n', "; ");
        return format!("warning: {}: {warning}", file.display());
    }
    let mut skipped = report.passed_over.iter();
    let kind = skipped.find(|skipped| skipped.path == *file);
    let kind = kind.map_or("other", |skipped| skipped.why.code());
    let (file, corpus) = (file.display().to_string(), corpus.display().to_string());
    let values = [
        ("file", file.as_str().into()),
        ("kind", kind.into()),
        ("folder", corpus.as_str().into()),
    ];
    messages().with("file-with-problem", &values)
}

/// Errors and their reasons are written in English where they arise.
fn is_english() -> bool {
    messages().code == "en"
}

//! The summary of skipped files: how many of each kind, and for each one why and what to do.

use std::collections::BTreeMap;

use crate::corpus::SkippedFile;
use crate::terminal::{self, SkippedFileView};

/// How many are named where not all are asked for.
const FIRST: usize = 10;

/// A line with the counts, then a line for each of the first ten, or of all; the gravest first. Nothing where nothing
/// was passed over.
pub(super) fn passed_over(passed_over: &[SkippedFile], all: bool) -> Vec<String> {
    if passed_over.is_empty() {
        return Vec::new();
    }
    let mut ordered: Vec<&SkippedFile> = passed_over.iter().collect();
    ordered.sort_by(|one, other| (&one.why, &one.path).cmp(&(&other.why, &other.path)));
    let named = if all { ordered.len() } else { FIRST };
    let mut lines = vec![format!("skipped: {}", counts(passed_over))];
    lines.extend(ordered.iter().take(named).map(|passed| {
        let path = terminal::one_line(&passed.path);
        let why = passed.why.to_string();
        format!(
            "  {path}: {}",
            terminal::visible_line(&why.replace('\n', "; "))
        )
    }));
    match ordered.len().saturating_sub(named) {
        0 => {}
        more => lines.push(format!("  … and {more} more: `--all` lists them")),
    }
    lines
}

/// "1 of other types, 2 hidden": what is no interview's fault first, then the rest.
fn counts(passed_over: &[SkippedFile]) -> String {
    let mut kinds: BTreeMap<&str, (usize, &SkippedFile)> = BTreeMap::new();
    for passed in passed_over {
        kinds.entry(passed.why.code()).or_insert((0, passed)).0 += 1;
    }
    let mut kinds: Vec<(usize, &SkippedFile)> = kinds.into_values().collect();
    kinds.sort_by_key(|(_, passed)| (passed.why.is_fault(), passed.why.is_wanted()));
    let counts = kinds
        .iter()
        .map(|(count, passed)| passed.why.counted(*count));
    counts.collect::<Vec<_>>().join(", ")
}

/// The same for programs.
pub(super) fn unread(passed_over: &[SkippedFile]) -> Vec<SkippedFileView> {
    let unread = |passed: &SkippedFile| SkippedFileView {
        path: passed.path.display().to_string(),
        passed_over: passed.why.code(),
        error: passed.why.to_string(),
    };
    passed_over.iter().map(unread).collect()
}

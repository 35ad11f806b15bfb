//! The summary that `verbatim index` prints: counts, and warnings by file and by kind.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use super::skipped_files_summary::passed_over;
use crate::corpus::SyncReport;
use crate::terminal;

/// How many warnings there are before their kinds are counted: fewer are seen at a glance.
const FEW: usize = 3;

/// The summary, a line for each thing. `collections` are names with the numbers of their interviews; `all` names
/// everything that was passed over.
pub(super) fn summary(report: &SyncReport, collections: &[(String, usize)], all: bool) -> String {
    let SyncReport {
        read,
        unchanged,
        removed,
        failed,
        interviews,
        exchanges,
        passages,
        words,
        ..
    } = report;
    let named: Vec<String> = collections
        .iter()
        .map(|(name, interviews)| format!("{} ({interviews})", terminal::visible_line(name)))
        .collect();
    let mut lines = vec![
        format!(
            "files: {read} read, {unchanged} unchanged, {removed} removed, {failed} unreadable"
        ),
        format!(
            "interviews: {interviews}, answers: {exchanges}, passages: {passages}, words: {words}"
        ),
    ];
    if !named.is_empty() {
        lines.push(format!("collections: {}", named.join(", ")));
    }
    lines.push(format!("time: {:.2} s", report.elapsed.as_secs_f64()));
    lines.extend(passed_over(&report.passed_over, all));
    lines.extend(slow(&report.slow));
    let warnings = || report.warnings.iter().chain(&report.known_warnings);
    lines.extend(warnings().map(|(file, warning)| {
        format!(
            "warning: {}: {}",
            terminal::one_line(file),
            terminal::visible_line(&warning.replace('\n', "; "))
        )
    }));
    let count = warnings().count();
    if count > 0 {
        lines.push(format!("warnings: {count}"));
    }
    if count > FEW {
        lines.push("warnings by kind:".to_owned());
        let kinds = kinds(warnings().map(|(_, warning)| warning.as_str()));
        lines.extend(kinds.map(|(kind, count)| format!("{count:>7} × {kind}")));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What took long to read.
pub(super) fn slow(slow: &[(PathBuf, Duration)]) -> impl Iterator<Item = String> {
    slow.iter().map(|(file, took)| {
        let file = terminal::one_line(file);
        format!("slow: {file} took {:.1} s to read", took.as_secs_f64())
    })
}

/// What warnings say without what they say it of, the most frequent first.
fn kinds<'a>(warnings: impl Iterator<Item = &'a str>) -> impl Iterator<Item = (String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for warning in warnings {
        *counts.entry(kind(warning)).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter()
}

/// The first clause of a warning, with `…` for the names and numbers in it.
fn kind(warning: &str) -> String {
    let end = warning.find([':', ';', '\n']).unwrap_or(warning.len());
    let mut kind = String::new();
    for (index, part) in warning[..end].split('`').enumerate() {
        // Between backticks stands what the warning is about.
        kind.push_str(if index % 2 == 0 { part } else { "…" });
    }
    let words = kind.split_whitespace();
    let words = words.map(|word| {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            "…"
        } else {
            word
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_took_long_is_named_with_its_seconds() {
        let files = [(PathBuf::from("a\n.pdf"), Duration::from_millis(2_340))];
        let lines: Vec<String> = slow(&files).collect();
        assert_eq!(lines, ["slow: a\u{fffd}.pdf took 2.3 s to read"]);
    }
}

//! The report of `verbatim check`, as text or JSON.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

use super::OutputStyle;
use super::interview_structure::{StructureView, name_of, opening, role};
use super::text_style::visible_line;
use super::text_style::{one_line, visible};
use crate::interview::{Interview, Speaker};
use crate::reading::{Basis, CheckedFile, Fact, NoiseKind, Origin, ReadInterview, sidecar_as_read};

/// One file for programs. Its fields are a contract.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum FileView<'a> {
    Read(Box<ReadView<'a>>),
    Failed { path: String, error: &'a str },
    PassedOver(&'a SkippedFileView),
}

/// A file that was read, for programs.
#[derive(Debug, Serialize)]
struct ReadView<'a> {
    path: String,
    format: &'static str,
    #[serde(flatten)]
    structure: StructureView<'a>,
    sources: BTreeMap<String, Origin>,
    words: WordCounts,
    /// What the speaker and the role of each turn rest on, in the order of `turns`.
    bases: &'a [Basis],
    /// The sidecar that says what was read.
    sidecar: String,
}

/// Something that was passed over, for programs. Its fields are a contract.
#[derive(Debug, Serialize)]
pub struct SkippedFileView {
    /// Where it stands.
    pub path: String,
    /// The kind of the reason.
    pub passed_over: &'static str,
    /// The reason, and what to do.
    pub error: String,
}

/// From which certainty on it is said to be sure who is speaking.
const SURE: f32 = 0.8;

/// How many words are somebody's speech, and why the others are nobody's.
#[derive(Debug, Serialize)]
struct WordCounts {
    kept: usize,
    dropped: BTreeMap<NoiseKind, usize>,
}

/// The files as a JSON array, and after them what was passed over.
///
/// # Errors
///
/// None that is known: everything in it can be written as JSON.
pub fn check_json(
    checked: &[CheckedFile],
    unread: &[SkippedFileView],
) -> serde_json::Result<String> {
    let views: Vec<FileView> = checked
        .iter()
        .map(|(file, read)| {
            let path = file.display().to_string();
            match read {
                Err(error) => FileView::Failed { path, error },
                Ok(examined) => FileView::Read(Box::new(ReadView {
                    path,
                    format: examined.format,
                    structure: StructureView::of(&examined.interview),
                    sources: examined
                        .origins
                        .iter()
                        .map(|(fact, origin)| (said(fact), *origin))
                        .collect(),
                    words: words(examined),
                    bases: &examined.bases,
                    sidecar: sidecar_as_read(file, examined),
                })),
            }
        })
        .chain(unread.iter().map(FileView::PassedOver))
        .collect();
    Ok(serde_json::to_string(&views)? + "\n")
}

/// The files for people to read, with their turns or without.
#[must_use]
pub fn check(checked: &[CheckedFile], style: &OutputStyle, turns: bool) -> String {
    let mut out = String::new();
    for (file, read) in checked {
        if !out.is_empty() {
            out.push('\n');
        }
        let path = one_line(file);
        let _ = match read {
            Err(error) => writeln!(
                out,
                "{}\n  not read: {}",
                style.strong(&path),
                visible_line(&error.replace('\n', "; "))
            ),
            Ok(examined) => writeln!(
                out,
                "{}\n{}",
                style.strong(&path),
                one((file, examined), style, turns)
            ),
        };
    }
    if checked.len() > 1 {
        let failed = checked.iter().filter(|(_, read)| read.is_err()).count();
        let _ = writeln!(
            out,
            "\n{} files, {failed} of them unreadable",
            checked.len()
        );
    }
    out
}

fn one((file, examined): (&Path, &ReadInterview), style: &OutputStyle, turns: bool) -> String {
    let interview = &examined.interview;
    let mut out = String::new();
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(out, "  {name:<11} {}", visible_line(value));
    };
    line("format", examined.format);
    line("certainty", &certainty(interview.confidence));
    for (name, fact, value) in facts(interview) {
        match value {
            None => line(name, "unknown"),
            Some(value) => line(name, &format!("{value}{}", origin(examined, fact))),
        }
    }
    for (at, speaker) in interview.speakers.iter().enumerate() {
        line("speaker", &speaks(interview, at, speaker));
    }
    let answered = interview
        .exchanges
        .iter()
        .filter(|exchange| !exchange.question.is_empty() && !exchange.answer.is_empty());
    line("questions", &format!("{} with an answer", answered.count()));
    line("words", &kept(&words(examined)));
    let shown = if turns { &interview.turns[..] } else { &[] };
    if !shown.is_empty() {
        let _ = writeln!(out);
    }
    for (turn, basis) in shown.iter().zip(&examined.bases) {
        let name = visible_line(name_of(interview, turn));
        let who = format!("{name}, {}", role(turn.role));
        let why = format!("[{}]", basis.in_words());
        let room = style.width.saturating_sub(35 + why.chars().count()).max(20);
        let line = format!("  {who:<30} {} {why}", opening(interview, turn, room));
        let _ = writeln!(out, "{}", visible(&line));
    }
    for warning in &interview.warnings {
        let _ = writeln!(
            out,
            "  warning: {}",
            visible_line(&warning.replace('\n', "; "))
        );
    }
    if is_doubtful(interview) {
        let sidecar = file.with_extension("toml");
        let sidecar = sidecar.file_name().unwrap_or_default();
        let _ = writeln!(
            out,
            "\n  to correct it, put these lines into `{}` beside it, or let `verbatim check --write-sidecar` do it:\n",
            visible(&sidecar.to_string_lossy())
        );
        for line in sidecar_as_read(file, examined).lines() {
            let _ = writeln!(out, "    {}", visible(line));
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether an owner should look at what was read.
fn is_doubtful(interview: &Interview) -> bool {
    interview.confidence < SURE || !interview.warnings.is_empty()
}

fn facts(interview: &Interview) -> [(&'static str, Fact, Option<String>); 5] {
    let metadata = &interview.metadata;
    let language = Some(metadata.language.code().to_owned());
    [
        ("title", Fact::Title, metadata.title.clone()),
        ("outlet", Fact::Outlet, metadata.outlet.clone()),
        (
            "date",
            Fact::Date,
            metadata.date.map(|date| date.to_string()),
        ),
        ("url", Fact::Url, metadata.url.clone()),
        ("language", Fact::Language, language),
    ]
}

fn origin(examined: &ReadInterview, fact: Fact) -> String {
    let found = examined.origins.iter().find(|(known, _)| *known == fact);
    let place = match found {
        Some((_, origin)) => said(origin).replace('_', " "),
        None => "the text".to_owned(),
    };
    format!(" (from {place})")
}

/// A name as it is in JSON.
fn said(name: &impl Serialize) -> String {
    match serde_json::to_value(name) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn certainty(confidence: f32) -> String {
    let word = match confidence {
        sure if sure >= SURE => "sure",
        fair if fair >= 0.6 => "fairly sure",
        doubtful if doubtful > 0.3 => "doubtful: check who is speaking",
        _ => "unknown: nothing says who is speaking",
    };
    format!("{confidence:.2}, {word}")
}

fn speaks(interview: &Interview, at: usize, speaker: &Speaker) -> String {
    let turns: Vec<&str> = interview
        .turns
        .iter()
        .filter(|turn| turn.speaker == Some(at))
        .filter_map(|turn| interview.slice(turn.span))
        .collect();
    let words: usize = turns.iter().map(|words| count(words)).sum();
    let name = speaker.name.as_deref().unwrap_or("unnamed");
    let what = match &speaker.description {
        Some(description) => format!(" ({description})"),
        None => String::new(),
    };
    format!(
        "{name}{what}, {}: {words} words in {}",
        role(speaker.role),
        counted(turns.len(), "turn")
    )
}

/// "1 turn", "2 turns".
fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn words(examined: &ReadInterview) -> WordCounts {
    let interview = &examined.interview;
    let spoken = interview.turns.iter();
    let kept = spoken.filter_map(|turn| interview.slice(turn.span));
    let mut dropped: BTreeMap<NoiseKind, usize> = BTreeMap::new();
    for (span, reason) in &examined.dropped {
        *dropped.entry(*reason).or_default() += count(interview.slice(*span).unwrap_or_default());
    }
    dropped.retain(|_, words| *words > 0);
    WordCounts {
        kept: kept.map(count).sum(),
        dropped,
    }
}

fn kept(words: &WordCounts) -> String {
    let all: usize = words.dropped.values().sum();
    let reasons: Vec<String> = words
        .dropped
        .iter()
        .map(|(reason, words)| format!("{} {words}", said(reason).replace('_', " ")))
        .collect();
    let reasons = if reasons.is_empty() {
        String::new()
    } else {
        format!(" ({})", reasons.join(", "))
    };
    format!("{} kept, {all} left out{reasons}", words.kept)
}

fn count(words: &str) -> usize {
    words.split_whitespace().count()
}

//! The structure of an interview (who says what), as text or JSON.

use std::fmt::Write;

use serde::Serialize;

use super::text_style::visible;
use super::text_style::visible_line;
use crate::interview::{Exchange, Interview, Metadata, Role, Turn};

/// An interview without its transcript. Its fields are a contract.
#[derive(Debug, Serialize)]
pub struct StructureView<'a> {
    interview: &'a str,
    revision: &'a str,
    metadata: &'a Metadata,
    speakers: Vec<SpeakerView<'a>>,
    turns: &'a [Turn],
    exchanges: &'a [Exchange],
    /// From 0 to 1.
    confidence: f32,
    warnings: &'a [String],
}

#[derive(Debug, Serialize)]
struct SpeakerView<'a> {
    name: Option<&'a str>,
    role: Option<Role>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
}

impl<'a> StructureView<'a> {
    /// The structure of an interview.
    #[must_use]
    pub fn of(interview: &'a Interview) -> Self {
        let speaker = |speaker: &'a crate::interview::Speaker| SpeakerView {
            name: speaker.name.as_deref(),
            role: speaker.role,
            description: speaker.description.as_deref(),
        };
        Self {
            interview: interview.id.as_str(),
            revision: interview.revision.as_str(),
            metadata: &interview.metadata,
            speakers: interview.speakers.iter().map(speaker).collect(),
            turns: &interview.turns,
            exchanges: &interview.exchanges,
            confidence: interview.confidence,
            warnings: &interview.warnings,
        }
    }
}

/// How many characters of a turn are shown.
const SHOWN: usize = 70;

/// The structure for people to read.
#[must_use]
pub fn structure(interview: &Interview) -> String {
    let metadata = &interview.metadata;
    let mut out = String::new();
    let mut line = |name: &str, value: Option<String>| {
        let _ = writeln!(
            out,
            "{name:<12}{}",
            visible_line(&value.unwrap_or_else(|| "unknown".to_owned()))
        );
    };
    line("interview", Some(interview.id.to_string()));
    line("revision", Some(interview.revision.to_string()));
    line("title", metadata.title.clone());
    line("outlet", metadata.outlet.clone());
    line("date", metadata.date.map(|date| date.to_string()));
    line("url", metadata.url.clone());
    line("language", Some(metadata.language.code().to_owned()));
    for speaker in &interview.speakers {
        let name = speaker.name.as_deref().unwrap_or("unnamed");
        line("speaker", Some(format!("{name}, {}", role(speaker.role))));
    }
    let _ = writeln!(out);
    for (at, turn) in interview.turns.iter().enumerate() {
        let name = visible_line(name_of(interview, turn));
        let opening = opening(interview, turn, SHOWN);
        let line = format!(
            "turn {at:<4} {:>8}..{:<8} {:<12} {name}: {opening}",
            turn.span.start,
            turn.span.end,
            role(turn.role)
        );
        let _ = writeln!(out, "{}", visible(&line));
    }
    let _ = writeln!(out);
    for (at, exchange) in interview.exchanges.iter().enumerate() {
        let _ = writeln!(
            out,
            "exchange {at}: question {:?}, answer {:?}",
            exchange.question, exchange.answer
        );
    }
    for warning in &interview.warnings {
        let _ = writeln!(out, "warning: {}", visible_line(warning));
    }
    out
}

/// The name of who says a turn, a dash where nobody knows it.
pub(super) fn name_of<'a>(interview: &'a Interview, turn: &Turn) -> &'a str {
    interview
        .speaker_of(turn)
        .and_then(|speaker| speaker.name.as_deref())
        .unwrap_or("-")
}

/// The first characters of a turn on one line.
pub(super) fn opening(interview: &Interview, turn: &Turn, characters: usize) -> String {
    let words = interview.slice(turn.span).unwrap_or_default();
    let mut opening = String::new();
    for word in words.split_whitespace() {
        if opening.chars().count() + word.chars().count() > characters {
            opening.push('…');
            break;
        }
        opening.push_str(if opening.is_empty() { "" } else { " " });
        opening.push_str(word);
    }
    opening
}

pub(super) fn role(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Guest) => "guest",
        Some(Role::Interviewer) => "interviewer",
        None => "role unknown",
    }
}

//! Faults in metadata: values that cannot be used, with what was done instead.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Fact, Origin};
use crate::interview::Metadata;

/// A key or a value that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MetadataFault {
    /// What is wrong, with the key and the value.
    what: String,
    /// What to write.
    hint: String,
    instead: Fallback,
}

/// What was done instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Fallback {
    /// Whatever else knows the fact is believed.
    Known(Fact),
    Done(String),
}

/// How much of a value is shown, in characters.
const SHOWN: usize = 60;

impl MetadataFault {
    /// A value that a key cannot have, where another source may know the fact.
    pub(super) fn of_fact(key: &str, value: &Value, hint: String, fact: Fact) -> Self {
        Self {
            what: not_usable(key, value),
            hint,
            instead: Fallback::Known(fact),
        }
    }

    /// A value that a key cannot have, and what was done.
    pub(super) fn of_value(key: &str, value: &Value, hint: &str, done: &str) -> Self {
        Self {
            what: not_usable(key, value),
            hint: hint.to_owned(),
            instead: Fallback::Done(done.to_owned()),
        }
    }

    /// A value of a list that is empty, and what was done.
    pub(super) fn of_blank(key: &str, hint: &str, done: &str) -> Self {
        Self {
            what: format!("a value of `{key}` is empty"),
            hint: hint.to_owned(),
            instead: Fallback::Done(done.to_owned()),
        }
    }

    /// A key that means nothing, and what was done.
    pub(super) fn of_key(key: &str, value: &Value, hint: String, done: &str) -> Self {
        Self {
            what: format!(
                "unknown key `{}` with the value `{}`",
                plain(key),
                shown(value)
            ),
            hint,
            instead: Fallback::Done(done.to_owned()),
        }
    }

    /// The fault in words: where it is, what is wrong, what to write and what was done, given what is known of the
    /// interview and from where.
    pub(super) fn told(&self, place: &str, known: &Metadata, origins: &[(Fact, Origin)]) -> String {
        let instead = match &self.instead {
            Fallback::Done(done) => done.clone(),
            Fallback::Known(fact) => instead_of(*fact, known, origins),
        };
        let between = if self.hint.ends_with('?') { " " } else { "; " };
        format!("in {place}, {}; {}{between}{instead}", self.what, self.hint)
    }
}

/// That a key cannot have a value, or that there is none.
fn not_usable(key: &str, value: &Value) -> String {
    if is_blank(value) {
        return format!("`{key}` is empty");
    }
    format!("`{key}` cannot be `{}`", shown(value))
}

/// Whether somebody wrote a value that says nothing: `""`, `[]`, `["", ""]`.
pub(super) fn is_blank(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => values.iter().all(is_blank),
        _ => false,
    }
}

/// What is known of a fact from elsewhere.
fn instead_of(fact: Fact, known: &Metadata, origins: &[(Fact, Origin)]) -> String {
    let (name, value) = match fact {
        Fact::Title => ("title", known.title.clone()),
        Fact::Outlet => ("outlet", known.outlet.clone()),
        Fact::Date => ("date", known.date.map(|date| date.to_string())),
        Fact::Url => ("address", known.url.clone()),
        Fact::Language => ("language", Some(known.language.code().to_owned())),
        Fact::Speakers => return "it is not used".to_owned(),
    };
    let origin = origins.iter().find(|(known, _)| *known == fact);
    let origin = origin.map_or("the words", |(_, origin)| origin.noun());
    match value {
        Some(value) => format!(
            "the {name} `{}` from {origin} is used instead",
            plain(&value)
        ),
        None => format!("it is not used, and no {name} is known"),
    }
}

/// A value in one line without what could steer a terminal, cut where it is long.
pub(super) fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(text) => plain(text),
        other => plain(&other.to_string()),
    };
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Whether a character could steer a terminal: a control character, or a mark that turns the direction of reading.
pub(super) fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

fn plain(text: &str) -> String {
    text.replace('`', "'")
        .replace(steers, " ")
        .trim()
        .to_owned()
}

//! The sidecar: what an owner says about a file, in a TOML file of the same name.

use std::fmt::Write;
use std::path::Path;

use toml::Value;

use super::ReadInterview;
use super::fact_kinds::MetadataAuthor;
use super::facts::Facts;
use super::malformed_metadata::{self, Place};
use crate::interview::{Role, Speaker};
use crate::language::Language;

/// What a sidecar says. A sidecar is written for Verbatim, so a key that it does not know is a mistake and is said;
/// where a line is malformed, the rest is read. `place` is the sidecar in words.
pub(super) fn read(text: &str, place: &str, warnings: &mut Vec<String>) -> Facts {
    let text = text.trim_start_matches('\u{feff}');
    if text.contains('\u{fffd}') {
        warnings.push(format!(
            "parts of {place} are not UTF-8 and were replaced by `\u{fffd}`; save it as UTF-8"
        ));
    }
    let place = Place {
        name: place,
        author: MetadataAuthor::Sidecar,
        lines_before: 0,
    };
    malformed_metadata::toml(text, place, warnings)
}

/// The sidecar that says what was read of a file, for its owner to correct: what is not known stands in it as a
/// comment. `path` is the file's.
#[must_use]
pub fn as_read(path: &Path, examined: &ReadInterview) -> String {
    let metadata = &examined.interview.metadata;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.replace(super::metadata_faults::steers, " ");
    let mut out = format!(
        "# What was read of `{name}`. Correct what is wrong: this file counts more than what the interview says.\n"
    );
    let date = metadata.date.map(|date| date.to_string());
    let language = Some(metadata.language).filter(|language| *language != Language::Other);
    let language = language.map(Language::code);
    let facts = [
        ("title", metadata.title.as_deref(), "The title"),
        ("outlet", metadata.outlet.as_deref(), "Who published it"),
        ("date", date.as_deref(), "2024-05-17"),
        (
            "url",
            metadata.url.as_deref(),
            "https://example.org/interview",
        ),
        ("language", language, "fr"),
    ];
    for (key, value, example) in facts {
        let mark = if value.is_some() { "" } else { "# " };
        let _ = writeln!(out, "{mark}{key} = {}", quoted(value.unwrap_or(example)));
    }
    out.push_str(
        "# cut_before = \"the words with which the interview begins\"\n# cut_after = \"the words with which it ends\"\n",
    );
    let is_doubtful =
        examined.interview.confidence < SURE || !examined.interview.warnings.is_empty();
    if is_doubtful && !examined.interview.speakers.is_empty() {
        out.push_str(
            "\n# It is not certain who speaks. Correct these lines, and remove the `#` before those that are right.\n",
        );
    }
    for (at, one) in examined.interview.speakers.iter().enumerate() {
        let labels = examined.labels.get(at).map_or(&[][..], Vec::as_slice);
        let table = speaker(one, labels);
        out.push_str(&if is_doubtful {
            commented(&table)
        } else {
            table
        });
    }
    out
}

/// From which certainty on what was read of the speakers is written as if their owner had said it: a guess in a sidecar
/// would be believed from then on.
const SURE: f32 = 0.9;

/// The lines as comments.
fn commented(text: &str) -> String {
    let comment = |line: &str| match line {
        "" => "\n".to_owned(),
        line => format!("# {}\n", line.trim_start_matches("# ")),
    };
    text.lines().map(comment).collect()
}

/// The table of a speaker, as a comment where neither name nor label says who it is. Labels that are the name itself are
/// not repeated.
fn speaker(speaker: &Speaker, labels: &[String]) -> String {
    let mut out = "\n[[speaker]]\n".to_owned();
    let mut line = |key: &str, value: Option<String>, example: &str| {
        let mark = if value.is_some() { "" } else { "# " };
        let value = value.unwrap_or_else(|| quoted(example));
        let _ = writeln!(out, "{mark}{key} = {value}");
    };
    let name = speaker.name.as_deref();
    let labels: Vec<Value> = labels
        .iter()
        .filter(|label| name != Some(label.as_str()))
        .map(|label| Value::String(label.clone()))
        .collect();
    line("name", name.map(quoted), "First Last");
    let role = speaker.role.map(|role| match role {
        Role::Guest => "guest",
        Role::Interviewer => "interviewer",
    });
    line("role", role.map(quoted), "guest");
    let description = speaker.description.as_deref();
    line("description", description.map(quoted), "what the person is");
    if !labels.is_empty() {
        line("label", Some(Value::Array(labels).to_string()), "");
    } else if name.is_none() {
        return commented(&out);
    }
    out
}

fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

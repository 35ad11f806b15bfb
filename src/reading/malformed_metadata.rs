//! Recovery of malformed sidecars and front matter, line by line.

use serde_json::{Map, Value};

use super::fact_kinds::MetadataAuthor;
use super::facts::Facts;
use super::metadata::from_table;
use super::metadata_faults::shown;
use super::toml_tables::parse_toml;
use super::withdrawn_passages::{self, NOTHING_QUOTED};
use super::yaml_values;
use crate::files::Mistake;

/// How many lines are mended or left out before the rest is given up.
const MOST: usize = 200;

/// How many of them are named.
const NAMED: usize = 5;

/// Where keys and values stand.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// In words.
    pub(super) name: &'a str,
    /// Who wrote it.
    pub(super) author: MetadataAuthor,
    /// How many lines of the file come before it.
    pub(super) lines_before: usize,
}

/// What TOML says that may contain errors.
pub(super) fn toml(text: &str, place: Place<'_>, warnings: &mut Vec<String>) -> Facts {
    let Place {
        name,
        author,
        lines_before,
    } = place;
    match parse_toml(text) {
        Ok(Value::Object(table)) => return from_table(&table, author),
        Ok(_) => return Facts::default(),
        Err(_) => {}
    }
    let (table, errors) = salvage(text, lines_before);
    let more = errors.len().saturating_sub(NAMED);
    for error in errors.into_iter().take(NAMED) {
        warnings.push(format!("{name} contains an error at {error}"));
    }
    if more > 0 {
        warnings.push(format!(
            "{name} contains errors at {more} more lines; they are not read"
        ));
    }
    let mut facts = from_table(&table, author);
    facts.withdrawn.add(withdrawn_passages::of_malformed(text));
    facts.withdrawn.texts.sort();
    facts.withdrawn.texts.dedup();
    if facts.withdrawn.is_uncertain {
        warnings.push(uncertain(name));
    }
    facts
}

/// Says that it is not certain what is withdrawn.
pub(super) fn uncertain(place: &str) -> String {
    format!(
        "{place} withdraws words, but it is not certain which: {NOTHING_QUOTED}; write `withdrawn = [\"the words\"]`"
    )
}

/// What is left when malformed values are put in quotes, or their lines taken out; and what was done with each.
fn salvage(text: &str, lines_before: usize) -> (Map<String, Value>, Vec<String>) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut errors = Vec::new();
    let mut quoted = vec![false; lines.len()];
    for _ in 0..MOST {
        let kept = lines.join("\n");
        let error = match kept.parse::<toml::Table>() {
            Ok(_) => {
                let read = parse_toml(&kept).ok();
                let table = read.and_then(|read| read.as_object().cloned());
                return (table.unwrap_or_default(), errors);
            }
            Err(error) => error,
        };
        let Mistake { line, reason, hint } = Mistake::in_toml(&kept, &error);
        let (at, number) = (line - 1, lines_before + line);
        let (Some(line), Some(was_quoted)) = (lines.get_mut(at), quoted.get_mut(at)) else {
            break;
        };
        let written = shown(&Value::String(line.clone()));
        match in_quotes(line).filter(|_| !*was_quoted) {
            Some(mended) => {
                *line = mended;
                *was_quoted = true;
                errors.push(format!(
                    "line {number}, `{written}`; put the value in quotes: it is read as text"
                ));
            }
            None => {
                line.clear();
                let hint = hint.unwrap_or("correct the line");
                errors.push(format!(
                    "line {number}, `{written}`: {reason}; {hint}; the rest is read"
                ));
            }
        }
    }
    errors.push("too many lines; correct them: none of it is read".to_owned());
    (Map::new(), errors)
}

/// A line whose value is plain words or numbers without quotes, with the quotes.
fn in_quotes(line: &str) -> Option<String> {
    let (key, value) = line.split_once('=')?;
    let value = value.split(" #").next().unwrap_or_default().trim();
    let is_plain = !value.is_empty() && !value.contains(['"', '\'', '[', ']', '{', '}', '\\', '=']);
    let is_key = key
        .trim()
        .chars()
        .all(|char| char.is_alphanumeric() || "_-".contains(char));
    (is_plain && is_key).then(|| format!("{} = \"{value}\"", key.trim()))
}

/// What YAML says that contains errors: each key with its value by itself.
pub(super) fn yaml(text: &str, place: Place<'_>, warnings: &mut Vec<String>) -> Facts {
    let name = place.name;
    let mut table = Map::new();
    let mut is_uncertain = false;
    let mut number = place.lines_before + 1;
    for entry in entries(text) {
        match yaml_values::parse_yaml(&entry).ok() {
            Some(Value::Object(read)) => {
                for (key, value) in read {
                    // Both lists of words count.
                    match (table.get_mut(&key), value) {
                        (Some(Value::Array(known)), Value::Array(more)) => known.extend(more),
                        (Some(_), _) if withdrawn_passages::is_key(&key) => is_uncertain = true,
                        (Some(_), _) => warnings.push(format!(
                            "in {name}, `{key}` appears twice; remove one: the first is read"
                        )),
                        (None, value) => {
                            table.insert(key, value);
                        }
                    }
                }
            }
            Some(Value::Null) => {}
            _ => {
                is_uncertain |= entry.lines().any(withdrawn_passages::mentions);
                let (at, hint) = match plain_value(&entry) {
                    Some((key, value)) => {
                        table.entry(key).or_insert_with(|| value.into());
                        (0, "put the value in quotes: it is read as if it were")
                    }
                    None => mistake(&entry),
                };
                let written = entry.lines().nth(at).unwrap_or_default();
                let written = shown(&Value::String(written.to_owned()));
                let number = number + at;
                warnings.push(format!(
                    "{name} contains an error at line {number}, `{written}`; {hint}"
                ));
            }
        }
        number += entry.lines().count();
    }
    let mut facts = from_table(&table, place.author);
    facts.withdrawn.is_uncertain |= is_uncertain;
    if is_uncertain {
        warnings.push(uncertain(name));
    }
    facts
}

/// In which line of a key and its value a mistake is, and what to do about it.
fn mistake(entry: &str) -> (usize, &'static str) {
    let first = entry.lines().next().unwrap_or_default();
    let value = first.split_once(':').map_or("", |(_, value)| value).trim();
    let line = |wanted: &dyn Fn(&str) -> bool| entry.lines().skip(1).position(wanted);
    let is_open = |quote: char| value.starts_with(quote) && value.matches(quote).count() == 1;
    if let Some(at) = line(&|line| line.starts_with('\t')) {
        return (
            at + 1,
            "write spaces instead of the tab in front: the rest is read",
        );
    }
    let indented = line(&|line| line.starts_with(' ') && line.contains(':'));
    if let Some(at) = indented.filter(|_| value.starts_with(char::is_alphanumeric)) {
        return (at + 1, "remove the spaces in front: the rest is read");
    }
    let hint = match () {
        () if is_open('"') || is_open('\'') => "add the closing quote: the rest is read",
        () if value.starts_with('[') && !entry.contains(']') => {
            "add the closing `]`: the rest is read"
        }
        () if value.starts_with('{') && !entry.contains('}') => {
            "add the closing `}`: the rest is read"
        }
        () => "write `key: value`, with the value in quotes: the rest is read",
    };
    (0, hint)
}

/// The key and the value of a line whose value is words without quotes.
fn plain_value(entry: &str) -> Option<(&str, &str)> {
    let (key, value) = entry.trim_end().split_once(": ")?;
    let (key, value) = (key.trim(), value.trim());
    let is_plain = value.starts_with(char::is_alphanumeric) && !value.contains('\n');
    (is_plain && !withdrawn_passages::is_key(key)).then_some((key, value))
}

/// The lines of each key: a line at the margin, and the indented and listed ones after it.
fn entries(text: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in text.split_inclusive('\n') {
        let goes_on = line.starts_with([' ', '\t', '-', ']', '}']) || line.trim().is_empty();
        match entries.last_mut() {
            Some(last) if goes_on => last.push_str(line),
            _ => entries.push(line.to_owned()),
        }
    }
    entries
}

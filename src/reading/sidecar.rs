//! The sidecar: what an owner says about a file, in a TOML file of the same name.

use serde_json::{Map, Value};

use super::faults::Fault;
use super::metadata::{Facts, from_table, parse_toml};
use super::values::Author;

/// What a sidecar says. A sidecar is written for Verbatim, so a key that it does not know is a mistake and is said;
/// where a line is malformed, the rest is read. `place` is the sidecar in words.
pub(super) fn read(text: &str, place: &str, warnings: &mut Vec<String>) -> Facts {
    if text.contains('\u{fffd}') {
        warnings.push(format!(
            "parts of {place} are not UTF-8 and were replaced by `\u{fffd}`; save it as UTF-8"
        ));
    }
    let table = match parse_toml(text) {
        Ok(Value::Object(table)) => table,
        Ok(_) => return Facts::default(),
        Err(error) => {
            warnings.push(format!(
                "{place} contains an error at {error}; the rest of it is read"
            ));
            salvage(text)
        }
    };
    let mut facts = from_table(&table, Author::Sidecar);
    facts.faults.extend(wrongly_withdrawn(&table));
    facts
}

/// What is wrong with what a sidecar withdraws.
fn wrongly_withdrawn(table: &Map<String, Value>) -> Vec<Fault> {
    let hint = "write a list of texts: `withdrawn = [\"the words\"]`";
    let fault = |value: &Value, done| Fault::of_value("withdrawn", value, hint, done);
    match table.get("withdrawn") {
        None => Vec::new(),
        Some(Value::Array(texts)) => texts
            .iter()
            .filter(|text| !text.is_string())
            .map(|text| fault(text, "it withdraws nothing"))
            .collect(),
        Some(text) if text.is_string() => vec![fault(text, "its words are still withdrawn")],
        Some(value) => vec![fault(value, "it withdraws nothing")],
    }
}

/// The words that a sidecar withdraws.
pub(super) fn withdrawn(text: &str) -> Vec<String> {
    let table = match parse_toml(text) {
        Ok(Value::Object(table)) => table,
        _ => salvage(text),
    };
    let texts = match table.get("withdrawn") {
        Some(Value::Array(texts)) => texts.iter().collect(),
        // Words that somebody wants withdrawn are, however they are written.
        Some(text) => vec![text],
        None => Vec::new(),
    };
    let texts = texts.into_iter().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// What is left when the malformed lines are taken out, twenty of them at most.
fn salvage(text: &str) -> Map<String, Value> {
    let mut lines: Vec<&str> = text.lines().collect();
    for _ in 0..20 {
        let kept = lines.join("\n");
        match kept.parse::<toml::Table>() {
            Ok(_) => {
                return parse_toml(&kept)
                    .ok()
                    .and_then(|read| read.as_object().cloned())
                    .unwrap_or_default();
            }
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let line = kept.get(..at).unwrap_or_default().matches('\n').count();
                if let Some(line) = lines.get_mut(line) {
                    *line = "";
                }
            }
        }
    }
    Map::new()
}

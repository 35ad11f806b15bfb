//! Withdrawn passages: what an owner takes back, named by its words.
//!
//! They are named by the words themselves: what is withdrawn stays so when something else in the file is
//! corrected. Where it is not certain what is withdrawn, everything is.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::fact_kinds::MetadataAuthor;
use super::metadata_faults::{MetadataFault, is_blank};
use super::toml_tables::{objects, parse_toml};

/// What one source withdraws.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct WithdrawnPassages {
    pub(super) texts: Vec<String>,
    /// It withdraws something and cannot be read for certain, so nothing of the interview is quoted.
    pub(super) is_uncertain: bool,
}

/// What is done where it is not certain what is withdrawn.
pub(super) const NOTHING_QUOTED: &str =
    "nothing of this interview is quoted until that is corrected";

const WITHDRAWS_NOTHING: &str = "it withdraws nothing";

const LIST: &str = "write a list of texts in quotes: `withdrawn = [\"the words\"]`";

/// How much of a malformed text is tried as one list, in lines and bytes.
const MOST_LINES: usize = 500;
const MOST_BYTES: usize = 64 * 1024;

impl WithdrawnPassages {
    pub(super) fn uncertain() -> Self {
        Self {
            texts: Vec::new(),
            is_uncertain: true,
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.texts.extend(other.texts);
        self.is_uncertain |= other.is_uncertain;
    }

    fn take(&mut self, key: &str, value: &Value, faults: &mut Vec<MetadataFault>) {
        match value {
            Value::Null => {}
            // A text that lost a letter is not found in the file.
            Value::String(text) if text.contains('\u{fffd}') => {
                self.is_uncertain = true;
                let hint = "save it as UTF-8";
                faults.push(MetadataFault::of_value(key, value, hint, NOTHING_QUOTED));
            }
            Value::String(text) if text.trim().is_empty() => {
                faults.push(MetadataFault::of_value(key, value, LIST, WITHDRAWS_NOTHING));
            }
            Value::String(text) => self.texts.push(text.clone()),
            _ => {
                self.is_uncertain = true;
                faults.push(MetadataFault::of_value(key, value, LIST, NOTHING_QUOTED));
            }
        }
    }
}

/// Whether a key is meant to withdraw something: `withdrawn`, and what is up to two letters away from it.
pub(super) fn is_key(key: &str) -> bool {
    strsim::damerau_levenshtein(&key.trim().to_lowercase(), "withdrawn") <= 2
}

/// What a table withdraws, under a misspelt key and in a table of a speaker too; what is wrong with it goes to `faults`.
pub(super) fn of_table(
    table: &Map<String, Value>,
    author: MetadataAuthor,
    faults: &mut Vec<MetadataFault>,
) -> WithdrawnPassages {
    let mut withdrawn = WithdrawnPassages::default();
    if author == MetadataAuthor::Program {
        if let Some(Value::Array(texts)) = table.get("withdrawn") {
            let texts = texts.iter().filter_map(Value::as_str);
            withdrawn.texts.extend(texts.map(str::to_owned));
        }
        return withdrawn;
    }
    let own = table.iter().map(|(key, value)| (key, value, true));
    let speakers = objects(table.get("speaker")).flatten();
    let theirs = speakers.map(|(key, value)| (key, value, false));
    for (key, value, is_own) in own.chain(theirs).filter(|(key, ..)| is_key(key)) {
        let hint = match (is_own, key.as_str()) {
            (true, "withdrawn") => None,
            (true, _) => Some("did you mean `withdrawn`?"),
            (false, _) => Some("write `withdrawn` before the first `[[speaker]]`"),
        };
        let done = "its words are still withdrawn";
        if let Some(hint) = hint {
            faults.push(MetadataFault::of_key(key, value, hint.to_owned(), done));
        }
        match value {
            Value::Array(texts) if !texts.is_empty() && is_blank(value) => {
                faults.push(MetadataFault::of_value(key, value, LIST, WITHDRAWS_NOTHING));
            }
            Value::Array(texts) => {
                if texts.iter().any(is_blank) {
                    faults.push(MetadataFault::of_blank(key, LIST, WITHDRAWS_NOTHING));
                }
                for text in texts.iter().filter(|text| !is_blank(text)) {
                    withdrawn.take(key, text, faults);
                }
            }
            value => {
                let is_text = value.as_str().is_some_and(|text| !text.trim().is_empty());
                if author == MetadataAuthor::Sidecar && is_text {
                    faults.push(MetadataFault::of_value(key, value, LIST, done));
                }
                withdrawn.take(key, value, faults);
            }
        }
    }
    withdrawn
}

/// What a TOML text withdraws that contains an error: each list that can be read by itself. What cannot be read
/// might withdraw anything.
pub(super) fn of_malformed(text: &str) -> WithdrawnPassages {
    // A text in UTF-16 shows none of its words.
    if text.contains('\0') {
        return WithdrawnPassages::uncertain();
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut withdrawn = WithdrawnPassages::default();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        if !mentions(line) {
            continue;
        }
        match first_table(&lines[at - 1..]) {
            Some((table, taken)) => {
                // What is wrong with a list is said together with the other values.
                withdrawn.add(of_table(&table, MetadataAuthor::Sidecar, &mut Vec::new()));
                at += taken - 1;
            }
            None => withdrawn.is_uncertain = true,
        }
    }
    withdrawn
}

/// Whether a line says something of withdrawing and is no comment.
pub(super) fn mentions(line: &str) -> bool {
    let line = line.trim_start();
    let key = line.split(['=', ':']).next().unwrap_or_default();
    !line.starts_with('#')
        && (is_key(key.trim_matches(['"', '\'', ' '])) || line.to_lowercase().contains("withdraw"))
}

/// Whether a text that is meant as a sidecar may withdraw words.
#[must_use]
pub fn may_withdraw(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    text.contains('\0') || text.lines().any(mentions)
}

/// The fewest first lines that are TOML, and how many they are.
fn first_table(lines: &[&str]) -> Option<(Map<String, Value>, usize)> {
    let mut text = String::new();
    for (line, taken) in lines.iter().zip(1..=MOST_LINES) {
        text.push_str(line);
        text.push('\n');
        if text.len() > MOST_BYTES {
            return None;
        }
        if let Ok(Value::Object(table)) = parse_toml(&text) {
            return Some((table, taken));
        }
    }
    None
}

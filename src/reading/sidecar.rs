//! The sidecar: what an owner says about a file, in a TOML file of the same name.

use serde_json::{Map, Value};

use super::metadata::{Facts, aliases, from_table, objects, parse_toml};

const KEYS: [&str; 13] = [
    "title",
    "outlet",
    "date",
    "url",
    "language",
    "guest",
    "guests",
    "interviewer",
    "interviewers",
    "description",
    "role",
    "speaker",
    "withdrawn",
];
const SPEAKER_KEYS: [&str; 4] = ["name", "role", "description", "label"];

/// What a sidecar says. A sidecar is written for Verbatim, so a key that it does not know is a mistake
/// and is said; where a line is malformed, the rest is read.
pub(super) fn read(text: &str, warnings: &mut Vec<String>) -> Facts {
    let table = match parse_toml(text) {
        Ok(Value::Object(table)) => table,
        Ok(_) => return Facts::default(),
        Err(error) => {
            warnings.push(format!(
                "the sidecar is malformed at {error}; the rest of it is read"
            ));
            salvage(text)
        }
    };
    for key in table.keys() {
        warn_unknown(key, &KEYS, warnings);
    }
    for speaker in objects(table.get("speaker")) {
        for key in speaker.keys() {
            warn_unknown(key, &SPEAKER_KEYS, warnings);
        }
    }
    from_table(&table, warnings)
}

/// The words that a sidecar withdraws.
pub(super) fn withdrawn(text: &str) -> Vec<String> {
    let table = match parse_toml(text) {
        Ok(Value::Object(table)) => table,
        _ => salvage(text),
    };
    let texts = table.get("withdrawn").and_then(Value::as_array);
    let texts = texts.into_iter().flatten().filter_map(Value::as_str);
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

fn warn_unknown(key: &str, known: &[&str], warnings: &mut Vec<String>) {
    if known.contains(&key) || known.iter().any(|known| aliases(known).contains(&key)) {
        return;
    }
    let nearest = known
        .iter()
        .map(|known| {
            (
                strsim::damerau_levenshtein(&key.to_lowercase(), known),
                known,
            )
        })
        .min()
        .filter(|(distance, _)| *distance <= 3);
    let hint = nearest.map_or_else(
        || format!("known keys are {}", known.join(", ")),
        |(_, known)| format!("did you mean `{known}`?"),
    );
    warnings.push(format!("the sidecar has an unknown key `{key}`; {hint}"));
}

//! Unknown keys of the settings: each is refused, with the nearest known name.

use toml::{Table, Value};

use super::ConfigError;

pub(super) fn leaves(known: &Table, prefix: &str) -> Vec<String> {
    let of = |(key, value): (&String, &Value)| match value {
        Value::Table(table) => leaves(table, &format!("{prefix}{key}.")),
        _ => vec![format!("{prefix}{key}")],
    };
    known.iter().flat_map(of).collect()
}

pub(super) fn unknown(message: &str, name: &str, known: &[String]) -> ConfigError {
    let nearest = known
        .iter()
        .max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    ConfigError::new(
        message,
        nearest.map(|nearest| format!("did you mean `{nearest}`?")),
    )
}

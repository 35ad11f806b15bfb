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

/// What every variable of ours begins with, and what stands between a table and its key.
pub(super) const PREFIX: &str = "VERBATIM_";
pub(super) const NESTED: &str = "__";

/// How many mistakes a name may have for each of which three letters are right.
const RIGHT: usize = 3;

pub(super) fn unknown(message: &str, name: &str, known: &[String]) -> ConfigError {
    let near = |known: &&String| {
        let whole = away(name, known);
        // The name of the section is forgotten easily.
        let own = away(last(name), last(known));
        whole.into_iter().chain(own).min()
    };
    let nearest = known
        .iter()
        .filter_map(|known| Some((near(&known)?, known)));
    let hint = match nearest.min_by_key(|(away, _)| *away) {
        Some((_, nearest)) => format!("did you mean `{nearest}`?"),
        None => "`verbatim config --defaults` prints all settings".to_owned(),
    };
    ConfigError::new(message, Some(hint))
}

/// By how many letters two names differ, where that may be a mistake.
fn away(name: &str, known: &str) -> Option<usize> {
    let (name, known) = (own(name), own(known));
    let away = strsim::damerau_levenshtein(name, known);
    (away * RIGHT <= known.chars().count().max(name.chars().count())).then_some(away)
}

/// The part of a name that is not the same for every variable.
fn own(name: &str) -> &str {
    name.strip_prefix(PREFIX).unwrap_or(name)
}

/// The name without those of the sections around it.
fn last(name: &str) -> &str {
    let name = own(name);
    let name = name.rsplit(NESTED).next().unwrap_or(name);
    name.rsplit('.').next().unwrap_or(name)
}

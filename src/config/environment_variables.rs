//! Settings from environment variables: `VERBATIM_` and the key.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};

use toml::{Table, Value};

use super::ConfigError;
use super::path_settings::slot_at;
use super::unknown_keys::{NESTED, PREFIX, leaves, unknown};

/// The variables that matter here, taken once from the process.
#[derive(Debug, Clone, Default)]
pub struct Environment(pub(super) BTreeMap<String, OsString>);

const TOKEN: &str = "TELOXIDE_TOKEN";
pub(super) const FILE: &str = "VERBATIM_CONFIG";

impl Environment {
    /// The variables of this process.
    #[must_use]
    pub fn of_process() -> Self {
        let variables = std::env::vars_os();
        Self::of(variables.map(|(name, value)| (name.to_string_lossy().into_owned(), value)))
    }

    /// The given variables; empty ones count as not set.
    pub fn of<T: Into<OsString>>(variables: impl IntoIterator<Item = (String, T)>) -> Self {
        let ours = variables
            .into_iter()
            .filter(|(name, _)| name.starts_with(PREFIX) || name == TOKEN);
        let ours = ours.map(|(name, value)| (name, value.into()));
        Self(ours.filter(|(_, value)| !value.is_empty()).collect())
    }
}

/// The key that a variable sets, `None` for the one that names the file.
pub(super) fn key_of(name: &str, known: &Table) -> Result<Option<String>, ConfigError> {
    match name {
        FILE => Ok(None),
        TOKEN => Ok(Some("telegram.token".to_owned())),
        _ => {
            let key = name
                .trim_start_matches(PREFIX)
                .to_lowercase()
                .replace(NESTED, ".");
            let keys = leaves(known, "");
            if keys.contains(&key) {
                return Ok(Some(key));
            }
            let names: Vec<String> = keys
                .iter()
                .map(|key| format!("{PREFIX}{}", key.replace('.', NESTED).to_uppercase()))
                .collect();
            Err(unknown(
                &format!("unknown setting `{name}` in the environment"),
                name,
                &names,
            ))
        }
    }
}

/// What a variable says that is no path. What it holds is not shown: it may be a secret.
pub(super) fn text<'a>(name: &str, value: &'a OsStr) -> Result<&'a str, ConfigError> {
    value.to_str().ok_or_else(|| {
        ConfigError::new(
            format!("the value of `{name}` is not valid UTF-8"),
            Some("set it again as UTF-8 text, or unset it".to_owned()),
        )
    })
}

pub(super) fn set(table: &mut Table, key: &str, text: &str, name: &str) -> Result<(), ConfigError> {
    let Some(slot) = slot_at(table, key) else {
        return Ok(());
    };
    let wrong = |takes: &str| {
        ConfigError::new(
            format!("`{name}`: `{key}` cannot be `{text}`"),
            Some(format!("use {takes}")),
        )
    };
    let plain = text.trim();
    *slot = match slot {
        Value::Integer(_) => Value::Integer(plain.parse().map_err(|_| wrong("a whole number"))?),
        Value::Float(_) => Value::Float(plain.parse().map_err(|_| wrong("a number"))?),
        Value::Boolean(_) => Value::Boolean(plain.parse().map_err(|_| wrong("`true` or `false`"))?),
        Value::Array(_) => Value::Array(
            text.split([',', ' '])
                .filter(|number| !number.is_empty())
                .map(|number| number.parse().map(Value::Integer))
                .collect::<Result<_, _>>()
                .map_err(|_| wrong("whole numbers with commas between them"))?,
        ),
        _ => Value::String(text.to_owned()),
    };
    Ok(())
}

//! Defaults, file and environment laid over each other, key by key.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::example::OF_A_CLONE;
use super::{Config, ConfigError, Written};

/// The variables that matter here, taken once from the process.
#[derive(Debug, Clone, Default)]
pub struct Environment(BTreeMap<String, String>);

/// What every variable of ours begins with, and what stands between a table and its key.
const PREFIX: &str = "VERBATIM_";
const NESTED: &str = "__";
const TOKEN: &str = "TELOXIDE_TOKEN";
const FILE: &str = "VERBATIM_CONFIG";

/// The documented file is the source of the defaults.
pub const DEFAULTS: &str = include_str!("../../config/verbatim.toml");

impl Environment {
    /// The variables of this process.
    #[must_use]
    pub fn of_process() -> Self {
        Self::of(std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        }))
    }

    /// The given variables; empty ones count as not set.
    pub fn of(variables: impl IntoIterator<Item = (String, String)>) -> Self {
        let ours = variables
            .into_iter()
            .filter(|(name, _)| name.starts_with(PREFIX) || name == TOKEN);
        Self(ours.filter(|(_, value)| !value.is_empty()).collect())
    }
}

/// Where files are that the settings name, where no file was read.
const FOLDER: &str = "config";

/// The settings with every layer but the flags, and the folder of the file that they were read from.
pub(super) fn merge(
    config: Option<&Path>,
    environment: &Environment,
) -> Result<(Written, PathBuf), ConfigError> {
    let broken = |error: toml::de::Error| ConfigError::new(error.message().to_owned(), None);
    let defaults: Table = toml::from_str(DEFAULTS).map_err(broken)?;
    let mut table = defaults.clone();
    let file = file(config, environment)?;
    if let Some(path) = &file {
        let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
        let named = format!("`{}`", path.display());
        let written: Table = toml::from_str(&text).map_err(|error| {
            ConfigError::new(
                format!(
                    "{named} is not valid TOML: {}",
                    error.to_string().lines().next().unwrap_or_default()
                ),
                None,
            )
        })?;
        lay_over(&mut table, written, &defaults, "", &named)?;
    }
    for (name, value) in &environment.0 {
        if let Some(key) = key_of(name, &defaults)? {
            set(&mut table, &key, value)?;
        }
    }
    let folder = file
        .as_deref()
        .and_then(Path::parent)
        .unwrap_or(Path::new(FOLDER));
    let written = Value::Table(table)
        .try_into::<Written>()
        .map_err(|error: toml::de::Error| {
            ConfigError::new(
                format!("a setting has a wrong value: {}", error.message()),
                Some("see the comments that `verbatim config --defaults` prints".to_owned()),
            )
        })?;
    Ok((written, folder.to_owned()))
}

/// The file to read, if any.
pub(super) fn file(
    config: Option<&Path>,
    environment: &Environment,
) -> Result<Option<PathBuf>, ConfigError> {
    let named = config
        .map(Path::to_owned)
        .or_else(|| environment.0.get(FILE).map(PathBuf::from));
    if let Some(path) = named {
        return if path.is_file() {
            Ok(Some(path))
        } else {
            Err(ConfigError::new(
                format!("the configuration file `{}` does not exist", path.display()),
                Some(
                    "name an existing file, or leave out `--config` and VERBATIM_CONFIG".to_owned(),
                ),
            ))
        };
    }
    Ok([Some(PathBuf::from(OF_A_CLONE)), Config::user_file()]
        .into_iter()
        .flatten()
        .find(|path| path.is_file()))
}

fn unreadable(path: &Path, error: &std::io::Error) -> ConfigError {
    ConfigError::new(format!("cannot read `{}`: {error}", path.display()), None)
}

/// Puts what is written in the place of the defaults; what the defaults do not know is refused.
fn lay_over(
    table: &mut Table,
    written: Table,
    known: &Table,
    prefix: &str,
    file: &str,
) -> Result<(), ConfigError> {
    for (key, value) in written {
        let path = format!("{prefix}{key}");
        let Some(default) = known.get(&key) else {
            return Err(unknown(
                &format!("unknown key `{path}` in {file}"),
                &path,
                &keys(known, prefix),
            ));
        };
        match (value, default, table.get_mut(&key)) {
            (Value::Table(written), Value::Table(known), Some(Value::Table(table))) => {
                lay_over(table, written, known, &format!("{path}."), file)?;
            }
            (value, default, Some(slot)) if value.same_type(default) => *slot = value,
            (value, default, _) => {
                return Err(ConfigError::new(
                    format!(
                        "`{path}` in {file} has the type {}, not {}",
                        value.type_str(),
                        default.type_str()
                    ),
                    Some(format!("the default is `{path} = {default}`")),
                ));
            }
        }
    }
    Ok(())
}

/// The key that a variable sets, `None` for the one that names the file.
fn key_of(name: &str, known: &Table) -> Result<Option<String>, ConfigError> {
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

fn set(table: &mut Table, key: &str, text: &str) -> Result<(), ConfigError> {
    let (parents, leaf) = key
        .rsplit_once('.')
        .map_or((None, key), |(parent, leaf)| (Some(parent), leaf));
    let table = match parents.and_then(|parent| table.get_mut(parent)) {
        Some(Value::Table(table)) => table,
        _ => table,
    };
    let wrong = |takes: &str| {
        ConfigError::new(
            format!("`{key}` cannot be `{text}`"),
            Some(format!("use {takes}")),
        )
    };
    let plain = text.trim();
    let value = match table.get(leaf) {
        Some(Value::Integer(_)) => {
            Value::Integer(plain.parse().map_err(|_| wrong("a whole number"))?)
        }
        Some(Value::Float(_)) => Value::Float(plain.parse().map_err(|_| wrong("a number"))?),
        Some(Value::Boolean(_)) => {
            Value::Boolean(plain.parse().map_err(|_| wrong("`true` or `false`"))?)
        }
        Some(Value::Array(_)) => Value::Array(
            text.split([',', ' '])
                .filter(|number| !number.is_empty())
                .map(|number| number.parse().map(Value::Integer))
                .collect::<Result<_, _>>()
                .map_err(|_| wrong("whole numbers separated by commas"))?,
        ),
        _ => Value::String(text.to_owned()),
    };
    table.insert(leaf.to_owned(), value);
    Ok(())
}

fn keys(known: &Table, prefix: &str) -> Vec<String> {
    known.keys().map(|key| format!("{prefix}{key}")).collect()
}

fn leaves(known: &Table, prefix: &str) -> Vec<String> {
    let of = |(key, value): (&String, &Value)| match value {
        Value::Table(table) => leaves(table, &format!("{prefix}{key}.")),
        _ => vec![format!("{prefix}{key}")],
    };
    known.iter().flat_map(of).collect()
}

fn unknown(message: &str, name: &str, known: &[String]) -> ConfigError {
    let nearest = known
        .iter()
        .max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    ConfigError::new(
        message,
        nearest.map(|nearest| format!("did you mean `{nearest}`?")),
    )
}

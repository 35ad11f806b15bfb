//! Layers of settings: defaults, file and environment merged key by key.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::environment_variables::{FILE, key_of, set, text};
use super::example_corpus_path::OF_A_CLONE;
use super::unknown_keys::{leaves, unknown};
use super::{Config, ConfigError, Environment, Written, path_settings};
use crate::files::{self, Mistake};

/// The documented file is the source of the defaults.
pub const DEFAULTS: &str = include_str!("../../config/verbatim.toml");

/// Where files are that the settings name, where no file was read.
const FOLDER: &str = "config";

/// The largest file of settings, in bytes.
const LARGEST: u64 = 1 << 20;

/// Every layer but the flags.
pub(super) struct Merged {
    pub(super) written: Written,
    /// The folder of the file that was read.
    pub(super) folder: PathBuf,
    /// The file that was read, if any.
    pub(super) file: Option<PathBuf>,
    pub(super) sources: Sources,
}

/// Where keys were set: a file's path or a variable's name, in backticks.
#[derive(Debug, Default)]
pub(super) struct Sources(BTreeMap<String, String>);

impl Sources {
    /// Says where the key was set that an error is about.
    pub(super) fn locate(&self, error: ConfigError) -> ConfigError {
        let source = error.key.as_ref().and_then(|key| self.0.get(key));
        match source {
            Some(source) => error.found_in(source),
            None => error,
        }
    }
}

/// The settings with every layer but the flags.
pub(super) fn merge(
    config: Option<&Path>,
    environment: &Environment,
) -> Result<Merged, ConfigError> {
    let broken = |error: toml::de::Error| ConfigError::new(error.message().to_owned(), None);
    let defaults: Table = toml::from_str(DEFAULTS).map_err(broken)?;
    let (mut table, mut sources) = (defaults.clone(), Sources::default());
    let file = file(config, environment)?;
    let folder = file
        .as_deref()
        .and_then(Path::parent)
        .unwrap_or(Path::new(FOLDER))
        .to_owned();
    let mut named_paths = BTreeMap::new();
    if let Some(path) = &file {
        let named = format!("`{}`", path.display());
        let written = read(path, &named)?;
        for key in leaves(&written, "") {
            sources.0.insert(key, named.clone());
        }
        named_paths = path_settings::in_folder(&written, &defaults, &folder);
        lay_over(&mut table, written, &defaults, "", &named)?;
    }
    for (name, value) in &environment.0 {
        if let Some(key) = key_of(name, &defaults)? {
            sources.0.insert(key.clone(), format!("`{name}`"));
            if path_settings::is_path(&key) {
                named_paths.insert(key, PathBuf::from(value));
            } else {
                set(&mut table, &key, text(name, value)?, name)?;
            }
        }
    }
    let mut written: Written = Value::Table(table).try_into().map_err(broken)?;
    for (key, path) in named_paths {
        if let Some(slot) = written.path_mut(&key) {
            *slot = path;
        }
    }
    Ok(Merged {
        written,
        folder,
        file,
        sources,
    })
}

fn read(path: &Path, named: &str) -> Result<Table, ConfigError> {
    let text = files::read_text(path, LARGEST).map_err(|error| unreadable(path, &error))?;
    toml::from_str(&text).map_err(|error: toml::de::Error| {
        let Mistake { line, reason, hint } = Mistake::in_toml(&text, &error);
        let written = text.lines().nth(line - 1).unwrap_or_default().trim();
        // A line may hold a secret: its key is enough to find it.
        let key = written.split(|c: char| !c.is_alphanumeric() && !"_-.".contains(c));
        let key = match key.take(1).collect::<String>() {
            key if key.is_empty() => key,
            key => format!(" (`{key}`)"),
        };
        let hint = hint.unwrap_or("write `key = value`, with texts in \"quotes\"");
        ConfigError::new(
            format!("{named}, line {line}{key}: {reason}"),
            Some(format!(
                "{hint}; `verbatim config --defaults` shows every setting"
            )),
        )
    })
}

/// The file to read, if any.
fn file(config: Option<&Path>, environment: &Environment) -> Result<Option<PathBuf>, ConfigError> {
    let named = config
        .map(Path::to_owned)
        .or_else(|| environment.0.get(FILE).map(PathBuf::from));
    if let Some(path) = named {
        return if path.exists() {
            Ok(Some(path))
        } else {
            Err(ConfigError::new(
                format!("the settings file `{}` does not exist", path.display()),
                Some(
                    "name an existing file, or leave out `--config` and VERBATIM_CONFIG".to_owned(),
                ),
            ))
        };
    }
    Ok([Some(PathBuf::from(OF_A_CLONE)), Config::user_file()]
        .into_iter()
        .flatten()
        .find(|path| path.exists()))
}

fn unreadable(path: &Path, error: &std::io::Error) -> ConfigError {
    ConfigError::new(
        format!("cannot read `{}`: {error}", path.display()),
        Some("name a readable settings file: `--config FILE`".to_owned()),
    )
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
            (Value::Array(items), _, Some(slot @ Value::Array(_))) => {
                if let Some(item) = items.iter().find(|item| !item.is_integer()) {
                    return Err(not_an_id(&path, item, file));
                }
                *slot = Value::Array(items);
            }
            (value, default, Some(slot)) if value.same_type(default) => *slot = value,
            // A whole number is a number too.
            (Value::Integer(number), Value::Float(_), Some(slot)) => {
                let number = i32::try_from(number).map_or(f64::MAX, f64::from);
                *slot = Value::Float(number);
            }
            (value, default, _) => return Err(wrong_type(&path, &value, default, file)),
        }
    }
    Ok(())
}

/// What is said of something in a list that is no whole number: every list holds ids of users and groups.
fn not_an_id(path: &str, item: &Value, file: &str) -> ConfigError {
    ConfigError::new(
        format!(
            "{file}: `{path}` cannot contain `{item}`: it is {}, not a whole number",
            kind(item)
        ),
        Some(format!("write ids without quotes: `{path} = [123456789]`")),
    )
}

fn wrong_type(path: &str, value: &Value, default: &Value, file: &str) -> ConfigError {
    let value_shown = if SECRETS.contains(&path) {
        "what is written there".to_owned()
    } else {
        format!("`{value}`")
    };
    let takes = kind(default);
    ConfigError::new(
        format!(
            "{file}: `{path}` cannot be {value_shown}: it is {}, not {takes}",
            kind(value)
        ),
        Some(format!("the default is `{path} = {default}`")),
    )
}

/// The keys whose value is shown to nobody.
pub(super) const SECRETS: [&str; 2] = ["telegram.token", "webhook.secret"];

fn kind(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "a text in quotes",
        Value::Integer(_) => "a whole number",
        Value::Float(_) => "a decimal number",
        Value::Boolean(_) => "`true` or `false`",
        Value::Datetime(_) => "a date",
        Value::Array(_) => "a list",
        Value::Table(_) => "a table",
    }
}

fn keys(known: &Table, prefix: &str) -> Vec<String> {
    known.keys().map(|key| format!("{prefix}{key}")).collect()
}

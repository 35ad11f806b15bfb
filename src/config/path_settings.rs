//! Settings that are paths, and the folder that relative ones start from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serializer;
use toml::{Table, Value};

use super::{ConfigError, Written};

/// The keys whose value is the path of a file or folder.
const PATHS: [&str; 8] = [
    "corpus",
    "index",
    "answer.synonyms",
    "card.logo",
    "card.fonts",
    "feedback.database",
    "webhook.certificate",
    "webhook.key",
];

impl Written {
    /// The path that is the value of a key.
    pub(super) fn path_mut(&mut self, key: &str) -> Option<&mut PathBuf> {
        Some(match key {
            "corpus" => &mut self.corpus,
            "index" => &mut self.index,
            "answer.synonyms" => &mut self.answer.synonyms,
            "card.logo" => &mut self.card.logo,
            "card.fonts" => &mut self.card.fonts,
            "feedback.database" => &mut self.feedback.database,
            "webhook.certificate" => &mut self.webhook.certificate,
            "webhook.key" => &mut self.webhook.key,
            _ => return None,
        })
    }
}

/// Whether the value of a key is a path. Paths are kept apart from the table: they need not be UTF-8.
pub(super) fn is_path(key: &str) -> bool {
    PATHS.contains(&key)
}

/// The paths of a file of settings, by their keys: they begin in its folder. A default that is written out stays the
/// default, unless the folder holds what it names.
pub(super) fn in_folder(
    written: &Table,
    defaults: &Table,
    folder: &Path,
) -> BTreeMap<String, PathBuf> {
    let mut paths = BTreeMap::new();
    for key in PATHS {
        let default = value_at(defaults, key).and_then(Value::as_str);
        let Some(path) = value_at(written, key).and_then(Value::as_str) else {
            continue;
        };
        let whole = folder.join(path);
        let is_default = default == Some(path) && !whole.exists();
        if !path.is_empty() && !is_default {
            paths.insert(key.to_owned(), whole);
        }
    }
    paths
}

/// Refuses a path that cannot be.
pub(super) fn check(written: &mut Written) -> Result<(), ConfigError> {
    for key in PATHS {
        let path = written.path_mut(key);
        let text = path.map(|path| path.to_string_lossy().into_owned());
        if let Some(text) = text.filter(|text| text.contains('\0')) {
            let hint = "a path cannot contain a NUL character: remove `\\u0000`";
            return Err(ConfigError::invalid(
                key,
                &text.replace('\0', "\\u0000"),
                hint,
            ));
        }
    }
    Ok(())
}

/// A path in TOML, which is UTF-8: what is not is replaced.
#[allow(clippy::ptr_arg, reason = "serde asks for the field's own type")]
pub(super) fn shown<S: Serializer>(path: &PathBuf, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&path.to_string_lossy())
}

/// The value of a key such as `card.logo`.
fn value_at<'a>(table: &'a Table, key: &str) -> Option<&'a Value> {
    match key.split_once('.') {
        Some((section, key)) => table.get(section)?.as_table()?.get(key),
        None => table.get(key),
    }
}

pub(super) fn slot_at<'a>(table: &'a mut Table, key: &str) -> Option<&'a mut Value> {
    match key.split_once('.') {
        Some((section, key)) => table.get_mut(section)?.as_table_mut()?.get_mut(key),
        None => table.get_mut(key),
    }
}

/// Every path as it is from the root, for a person to read.
pub(super) fn make_whole(table: &mut Table) {
    for key in PATHS {
        if let Some(Value::String(path)) = slot_at(table, key)
            && !path.is_empty()
            && let Ok(whole) = crate::files::resolved(Path::new(&*path))
        {
            *path = whole.to_string_lossy().into_owned();
        }
    }
}

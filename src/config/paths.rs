//! The settings that are paths, and where they begin.

use std::path::Path;

use toml::{Table, Value};

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

/// Paths in a file begin in its folder. A default that is written out stays the default, unless the folder holds what
/// it names.
pub(super) fn resolve(written: &mut Table, defaults: &Table, folder: &Path) {
    for key in PATHS {
        let default = value_at(defaults, key).and_then(Value::as_str);
        let Some(Value::String(path)) = slot_at(written, key) else {
            continue;
        };
        let whole = folder.join(&*path);
        let is_default = default == Some(path) && !whole.exists();
        if !path.is_empty() && !is_default {
            *path = whole.to_string_lossy().into_owned();
        }
    }
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
            && let Ok(whole) = std::path::absolute(&*path)
        {
            *path = whole.to_string_lossy().into_owned();
        }
    }
}

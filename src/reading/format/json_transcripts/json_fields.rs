//! Fields of data: texts, times and lists under any of several names.

use serde_json::{Map, Value};

use super::super::time_codes;

/// The first of these keys that a table has a value for.
pub(super) fn first<'a>(table: &'a Map<String, Value>, keys: &[&str]) -> Option<&'a Value> {
    keys.iter()
        .find_map(|key| table.get(*key).filter(|value| !value.is_null()))
}

/// The value at the end of a path of keys.
pub(super) fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, key| value.get(*key))
}

/// The tables of a list at the end of a path of keys; none where there is no list.
pub(super) fn tables<'a>(
    value: &'a Value,
    path: &[&str],
) -> impl Iterator<Item = &'a Map<String, Value>> + use<'a> {
    let list = at(value, path).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_object)
}

/// A text under any of these keys.
pub(super) fn text<'a>(table: &'a Map<String, Value>, keys: &[&str]) -> Option<&'a str> {
    first(table, keys)?.as_str()
}

/// A name or a number as a text.
pub(super) fn label(value: &Value) -> Option<String> {
    let label = match value {
        Value::String(label) => label.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Object(speaker) => {
            let named = [
                "name",
                "displayName",
                "display_name",
                "full_name",
                "label",
                "id",
            ];
            return label(first(speaker, &named)?);
        }
        _ => return None,
    };
    (!label.is_empty()).then_some(label)
}

/// A label under any of these keys.
pub(super) fn named(table: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    first(table, keys).and_then(label)
}

/// A number, also where it is written as a text.
pub(super) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Seconds as a number, a text (`1.5`, `1.500s`), a clock or `{seconds, nanos}`, in milliseconds.
pub(super) fn seconds(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => time_codes::milliseconds(number.as_f64()?),
        Value::String(text) => {
            let text = text.trim();
            let clock = || time_codes::time(text).map(|(time, _)| time);
            let plain = || time_codes::milliseconds(text.trim_end_matches('s').parse().ok()?);
            clock()
                .or_else(plain)
                .or_else(|| time_codes::duration(text))
        }
        Value::Object(parts) => {
            let part = |key: &str| parts.get(key).and_then(number).unwrap_or_default();
            time_codes::milliseconds(part("seconds") + part("nanos") / 1.0e9)
        }
        _ => None,
    }
}

/// Seconds under any of these keys, in milliseconds.
pub(super) fn seconds_at(table: &Map<String, Value>, keys: &[&str]) -> Option<u64> {
    first(table, keys).and_then(seconds)
}

/// Milliseconds under any of these keys.
pub(super) fn milliseconds_at(table: &Map<String, Value>, keys: &[&str]) -> Option<u64> {
    time_codes::milliseconds(number(first(table, keys)?)? / 1_000.0)
}

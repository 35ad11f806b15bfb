//! TOML tables: words, lists of objects, parsing with the place of a mistake.

use serde_json::{Map, Value};

pub(super) fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

pub(super) fn objects(value: Option<&Value>) -> impl Iterator<Item = &Map<String, Value>> {
    let one = value.and_then(Value::as_object);
    let many = value.and_then(Value::as_array).into_iter().flatten();
    one.into_iter().chain(many.filter_map(Value::as_object))
}

/// TOML as the plain values that YAML gives too.
pub(super) fn parse_toml(text: &str) -> Result<Value, toml::de::Error> {
    let table = text.parse::<toml::Table>()?;
    Ok(plain(toml::Value::Table(table)))
}

fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => Value::Object(
            table
                .into_iter()
                .map(|(key, value)| (key, plain(value)))
                .collect(),
        ),
        toml::Value::Array(values) => values.into_iter().map(plain).collect(),
        toml::Value::String(text) => Value::String(text),
        toml::Value::Boolean(truth) => Value::Bool(truth),
        toml::Value::Integer(number) => number.into(),
        other => Value::String(other.to_string()),
    }
}

//! Who takes part, as data name them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::metadata::words;
use super::structure::label;
use crate::interview::Role;

/// Somebody who is said to speak.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) role: Option<Role>,
    pub(super) description: Option<String>,
    /// How the text marks this person's turns, where not by name.
    pub(super) labels: Vec<String>,
}

/// People under a key such as `guests`: a name, names, or tables with `name` and `role`.
pub(super) fn named(value: &Value, role: Role) -> Vec<Person> {
    match value {
        Value::Array(values) => values.iter().flat_map(|value| named(value, role)).collect(),
        Value::Object(table) => person(table, Some(role)).into_iter().collect(),
        value => {
            let names = words(value).map(|names| split_names(&names));
            let person = |name| Person {
                name,
                role: Some(role),
                ..Person::default()
            };
            names.into_iter().flatten().map(person).collect()
        }
    }
}

/// "Anne Roy et Paul Blin", "Anne Roy, Paul Blin": each name, where all of them are names.
fn split_names(names: &str) -> Vec<String> {
    let parts: Vec<&str> = names
        .split([',', ';', '&'])
        .flat_map(|part| part.split(" et "))
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .collect();
    if parts.len() > 1 && parts.iter().all(|part| label::is_name(part)) {
        return parts.into_iter().map(str::to_owned).collect();
    }
    vec![names.to_owned()]
}

/// One person; where the key does not say the role, `role` does, otherwise it is what the person is.
pub(super) fn person(table: &Map<String, Value>, side: Option<Role>) -> Option<Person> {
    let text = |key: &str| table.get(key).and_then(words);
    let said = text("role").and_then(|role| match role.to_lowercase().as_str() {
        "guest" => Some(Role::Guest),
        "interviewer" | "host" => Some(Role::Interviewer),
        _ => None,
    });
    let described = text("description").or_else(|| text("role").filter(|_| said.is_none()));
    let labels = match table.get("label") {
        Some(Value::Array(labels)) => labels.iter().filter_map(words).collect(),
        Some(label) => words(label).into_iter().collect(),
        None => Vec::new(),
    };
    Some(Person {
        name: text("name")?,
        role: said.or(side),
        description: described,
        labels,
    })
}

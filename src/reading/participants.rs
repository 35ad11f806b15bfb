//! Participants: the people that metadata name, with their roles.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Origin;
use super::fact_kinds::MetadataAuthor;
use super::metadata_faults::{MetadataFault, is_blank};
use super::participant_roles::role;
use super::structure::diarization_labels::DiarizationLabel;
use super::structure::name_keys::key;
use super::structure::person_name_detection::is_name;
use super::toml_tables::words;
use crate::interview::{Role, Speaker};
use crate::language;

/// Somebody who is said to speak.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Participant {
    /// Empty where only the labels are known.
    pub(super) name: String,
    pub(super) role: Option<Role>,
    pub(super) description: Option<String>,
    /// How the text marks this person's turns, where not by name.
    pub(super) labels: Vec<String>,
    /// What names the person, and says the role where there is one.
    #[serde(skip)]
    pub(super) origin: Option<Origin>,
}

impl Participant {
    /// Whether this is the person's name, in whatever way it is written.
    pub(super) fn is_named(&self, name: &str) -> bool {
        !name.is_empty() && key(&self.name) == key(name)
    }

    /// Whether an owner says of the person, in a sidecar, who asks and who answers: that wins over everything.
    pub(super) fn is_settled(&self) -> bool {
        self.origin == Some(Origin::Sidecar) && self.role.is_some()
    }
}

/// People under a key such as `guests`: a name, names, or tables with `name` and `role`.
pub(super) fn named(
    (key, value): (&str, &Value),
    role: Role,
    author: MetadataAuthor,
    faults: &mut Vec<MetadataFault>,
) -> Vec<Participant> {
    match value {
        Value::Null => Vec::new(),
        value if is_blank(value) => {
            faults.extend(blank(key, value, author));
            Vec::new()
        }
        Value::Array(values) => {
            if values.iter().any(is_blank) && author != MetadataAuthor::Program {
                let hint = "write each name in quotes";
                faults.push(MetadataFault::of_blank(key, hint, "it is not used"));
            }
            let said = values.iter().filter(|value| !is_blank(value));
            said.flat_map(|value| named((key, value), role, author, faults))
                .collect()
        }
        Value::Object(table) => person(table, Some(role), author, faults)
            .into_iter()
            .collect(),
        Value::Bool(_) | Value::Number(_) if author != MetadataAuthor::Program => {
            let hint = "write a name in quotes, or a list of names";
            faults.push(MetadataFault::of_value(key, value, hint, "it is not used"));
            Vec::new()
        }
        value => {
            let names = words(value).map(|names| split_names(&names));
            let person = |name: String| match author {
                // "interviewer = \"Speaker 1\"": a label, and no name.
                MetadataAuthor::Sidecar if DiarizationLabel::of(&name).name.is_none() => {
                    Participant {
                        labels: vec![name],
                        role: Some(role),
                        ..Participant::default()
                    }
                }
                _ => Participant {
                    name,
                    role: Some(role),
                    ..Participant::default()
                },
            };
            names.into_iter().flatten().map(person).collect()
        }
    }
}

/// What is said of an empty `guest`. In front matter, what fills in for it under another name, such as `author`, is often
/// left empty by the program that wrote it.
fn blank(key: &str, value: &Value, author: MetadataAuthor) -> Option<MetadataFault> {
    let is_said = match author {
        MetadataAuthor::Program => false,
        MetadataAuthor::FrontMatter => {
            matches!(key, "guest" | "guests" | "interviewer" | "interviewers")
        }
        MetadataAuthor::Sidecar => true,
    };
    let hint = format!("write a name in quotes, or remove `{key}`");
    is_said.then(|| MetadataFault::of_value(key, value, &hint, "it is not used"))
}

/// "Anne Roy et Paul Blin", "Anne Roy, Paul Blin": each name, where all of them are names.
fn split_names(names: &str) -> Vec<String> {
    let parts: Vec<&str> = names
        .split([',', ';', '&'])
        .flat_map(|part| part.split(" et "))
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .collect();
    if parts.len() > 1 && parts.iter().all(|part| is_name(part)) {
        return parts.into_iter().map(str::to_owned).collect();
    }
    vec![names.to_owned()]
}

/// One person; where the key does not say the role, `role` does, otherwise it is what the person is.
pub(super) fn person(
    table: &Map<String, Value>,
    side: Option<Role>,
    author: MetadataAuthor,
    faults: &mut Vec<MetadataFault>,
) -> Option<Participant> {
    let text = |key: &str| table.get(key).and_then(words);
    let described = text("description");
    let (role, what) = match (text("role"), table.get("role")) {
        (Some(text), Some(value)) => {
            let own = described.is_some();
            role((&text, value), side, (author, own), faults)
        }
        _ => (None, None),
    };
    let labels = match table.get("label") {
        Some(Value::Array(labels)) => labels.iter().filter_map(words).collect(),
        Some(label) => words(label).into_iter().collect(),
        None => Vec::new(),
    };
    faults.extend(wrong_types(table));
    faults.extend(blanks(table));
    let name = text("name");
    if name.is_none() && labels.is_empty() {
        let value = Value::Object(table.clone());
        let hint = "give the person a `name`, or the `label` of the turns";
        faults.push(MetadataFault::of_value(
            "speaker",
            &value,
            hint,
            "it is not used",
        ));
    }
    (name.is_some() || !labels.is_empty()).then(|| Participant {
        name: name.unwrap_or_default(),
        role: role.or(side),
        description: described.or(what),
        labels,
        origin: None,
    })
}

/// What is said of a person and is empty; nobody misses a description. Where nothing says who it is, that is said.
fn blanks(table: &Map<String, Value>) -> impl Iterator<Item = MetadataFault> {
    let hints = [
        ("name", "write the person's name in quotes"),
        ("role", "use `guest` or `interviewer`"),
        ("label", "write how the text marks the person's turns"),
    ];
    let blank = |key| table.get(key).filter(|value| is_blank(value));
    let is_nobody = ["name", "label"]
        .iter()
        .all(|key| table.get(*key).is_none_or(is_blank));
    let said = hints.into_iter().filter(move |_| !is_nobody);
    said.filter_map(move |(key, hint)| {
        let hint = format!("{hint}, or remove `{key}`");
        let done = match key {
            "role" => "the role is taken from the text",
            _ => "it is not used",
        };
        Some(MetadataFault::of_value(key, blank(key)?, &hint, done))
    })
}

/// What is said of a person and is no text, or in a label no list of texts; nothing at all is no fault.
fn wrong_types(table: &Map<String, Value>) -> impl Iterator<Item = MetadataFault> {
    let is_wrong = |key: &str, value: &Value| match value {
        value if is_blank(value) => false,
        Value::Array(_) => key != "label",
        Value::Bool(_) | Value::Object(_) | Value::Number(_) => true,
        _ => false,
    };
    let keys = ["name", "role", "description", "label"].into_iter();
    let values = keys.filter_map(|key| Some((key, table.get(key)?)));
    let wrong = values.filter(move |(key, value)| is_wrong(key, value));
    wrong.map(|(key, value)| {
        let done = match value {
            Value::Number(_) => "it is used as it is",
            _ => "it is not used",
        };
        MetadataFault::of_value(key, value, "write one text in quotes", done)
    })
}

/// A speaker whose name and description stand on one line each, wherever they were found.
pub(super) fn on_one_line(speaker: &Speaker) -> Speaker {
    Speaker {
        name: speaker.name.as_deref().map(language::on_one_line),
        description: speaker.description.as_deref().map(language::on_one_line),
        role: speaker.role,
    }
}

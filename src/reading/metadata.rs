//! What is known about an interview: from its sidecar, its front matter, its text and its name, the
//! first that knows a thing being believed.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::faults::Fault;
use super::format::Document;
pub(super) use super::persons::Person;
use super::sidecar_cuts::Cuts;
use super::values::{Author, Values};
use super::withdrawn::{self, Withdrawn};
use super::{Origin, dates, noise};
use crate::interview::{PartialDate, Role};
use crate::language::Language;

/// What one source says.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<PartialDate>,
    pub(super) url: Option<String>,
    pub(super) language: Option<Language>,
    pub(super) people: Vec<Person>,
    pub(super) withdrawn: Withdrawn,
    pub(super) cuts: Cuts,
    /// What it says that cannot be so.
    pub(super) faults: Vec<Fault>,
}

/// Something that may be known about an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Its title.
    Title,
    /// Who published it.
    Outlet,
    /// When it was published.
    Date,
    /// Where it can be read.
    Url,
    /// Its language.
    Language,
    /// Who speaks in it.
    Speakers,
}

/// Where each fact comes from: the first layer that knows it.
pub(super) fn origins(layers: &[(Origin, Facts)]) -> Vec<(Fact, Origin)> {
    type Known = fn(&Facts) -> bool;
    let knows: [(Fact, Known); 6] = [
        (Fact::Title, |facts| facts.title.is_some()),
        (Fact::Outlet, |facts| facts.outlet.is_some()),
        (Fact::Date, |facts| facts.date.is_some()),
        (Fact::Url, |facts| facts.url.is_some()),
        (Fact::Language, |facts| facts.language.is_some()),
        (Fact::Speakers, |facts| !facts.people.is_empty()),
    ];
    let origin = |(fact, known): &(Fact, Known)| {
        let (origin, _) = layers.iter().find(|(_, facts)| known(facts))?;
        Some((*fact, *origin))
    };
    knows.iter().filter_map(origin).collect()
}

impl Facts {
    /// What `self` says, completed with what `other` says.
    pub(super) fn or(mut self, other: Self) -> Self {
        self.title = self.title.or(other.title);
        self.outlet = self.outlet.or(other.outlet);
        self.date = self.date.or(other.date);
        self.url = self.url.or(other.url);
        self.language = self.language.or(other.language);
        let taken: Vec<Option<Role>> = self.people.iter().map(|person| person.role).collect();
        for person in other.people {
            match self
                .people
                .iter()
                .position(|known| known.name == person.name && !known.name.is_empty())
            {
                Some(at) => {
                    let known = &mut self.people[at];
                    if known.role.is_none() {
                        known.role = person.role;
                        known.origin = person.origin;
                    }
                    known.description = known.description.take().or(person.description);
                    known.labels.extend(person.labels);
                }
                // Who has a role is one thing: the first source that says it is believed.
                None if person.role.is_some() && taken.contains(&person.role) => {}
                None => self.people.push(person),
            }
        }
        self
    }
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

/// What a table of keys and values says; keys that mean nothing here are left.
pub(super) fn from_table(table: &Map<String, Value>, author: Author) -> Facts {
    let mut values = Values::of(table, author);
    Facts {
        title: values.text("title", Fact::Title),
        outlet: values.text("outlet", Fact::Outlet),
        date: values.date(),
        url: values.address(),
        language: values.language(),
        people: values.people(),
        withdrawn: withdrawn::of_table(table, author, &mut values.faults),
        cuts: match author {
            Author::Sidecar | Author::FrontMatter => Cuts::of_table(table, &mut values.faults),
            Author::Program => Cuts::default(),
        },
        faults: values.faults,
    }
}

/// The language of a code of two or three letters, a tag or its English name, as programs give it.
pub(super) fn language(name: &str) -> Option<Language> {
    const NAMES: [(Language, &[&str]); 18] = [
        (Language::Arabic, &["ara", "arabic"]),
        (Language::Danish, &["dan", "danish"]),
        (Language::Dutch, &["nld", "dut", "dutch"]),
        (Language::English, &["eng", "english"]),
        (Language::Finnish, &["fin", "finnish"]),
        (Language::French, &["fra", "fre", "french"]),
        (Language::German, &["deu", "ger", "german"]),
        (Language::Greek, &["ell", "gre", "greek"]),
        (Language::Hungarian, &["hun", "hungarian"]),
        (Language::Italian, &["ita", "italian"]),
        (Language::Norwegian, &["nor", "nob", "norwegian"]),
        (Language::Portuguese, &["por", "portuguese"]),
        (Language::Romanian, &["ron", "rum", "romanian"]),
        (Language::Russian, &["rus", "russian"]),
        (Language::Spanish, &["spa", "spanish"]),
        (Language::Swedish, &["swe", "swedish"]),
        (Language::Tamil, &["tam", "tamil"]),
        (Language::Turkish, &["tur", "turkish"]),
    ];
    let lower = name.trim().to_lowercase();
    let code = lower.split(['-', '_']).next().unwrap_or_default();
    let called = NAMES.iter().find(|(_, names)| names.contains(&code));
    let language = called.map_or_else(|| Language::from_tag(code), |(language, _)| *language);
    (language != Language::Other).then_some(language)
}

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

/// What the text's own first and last lines say, and its first-level heading.
pub(super) fn from_text(document: &Document) -> Facts {
    use super::format::Look;
    let blocks = &document.blocks;
    let headings = || blocks.iter().filter(|block| block.look == Look::Heading(1));
    let title = (headings().count() == 1)
        .then(|| headings().next())
        .flatten()
        .map(|block| document.words(block).to_owned())
        .filter(|title| {
            !title.ends_with('?')
                || blocks
                    .first()
                    .is_some_and(|first| first.look == Look::Heading(1))
        });
    let edges = || blocks.iter().take(6).chain(blocks.iter().rev().take(4));
    let date = edges().find_map(|block| dates::of_parts(document.words(block)));
    let byline = blocks
        .iter()
        .find_map(|block| noise::byline(document.words(block)));
    let people = byline.map(|name| Person {
        name,
        role: Some(Role::Interviewer),
        ..Person::default()
    });
    Facts {
        title,
        date,
        people: people.into_iter().collect(),
        ..Facts::default()
    }
}

/// What the file's name says: a date written as ISO 8601 does, to the day or month.
pub(super) fn from_name(path: &Path) -> Facts {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Facts {
        date: dates::of_name(&name),
        ..Facts::default()
    }
}

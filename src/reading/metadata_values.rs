//! Values of metadata: text, dates, addresses, people, checked one by one.

use std::time::SystemTime;

use serde_json::{Map, Value};
use url::Url;

use super::collective_names::is_collective;
use super::fact_kinds::MetadataAuthor;
use super::metadata_faults::MetadataFault;
use super::participant_roles::{foreign_role, meant_role};
use super::participants::{Participant, named, person};
use super::toml_tables::words;
use super::{Fact, date_parsing, language_names, metadata_keys, sidecar_labels};
use crate::interview::{PartialDate, Role};
use crate::language::Language;

/// A table, and the faults that were found in it so far.
pub(super) struct MetadataTable<'a> {
    table: &'a Map<String, Value>,
    author: MetadataAuthor,
    pub(super) faults: Vec<MetadataFault>,
}

impl<'a> MetadataTable<'a> {
    /// The keys are judged at once, the values when they are asked for.
    pub(super) fn of(table: &'a Map<String, Value>, author: MetadataAuthor) -> Self {
        Self {
            table,
            author,
            faults: metadata_keys::unknown(table, author),
        }
    }

    /// The value of a key and the name under which it stands: the key's own or an alias.
    fn get(&self, key: &'a str) -> Option<(&'a str, &'a Value)> {
        let mut names = [key]
            .into_iter()
            .chain(metadata_keys::aliases(key).iter().copied());
        names
            .find_map(|name| Some((name, self.table.get(name)?)))
            .filter(|(_, value)| !value.is_null())
    }

    /// A text; a number is one too.
    pub(super) fn text(&mut self, key: &'a str, fact: Fact) -> Option<String> {
        let (name, value) = self.get(key)?;
        if !matches!(value, Value::String(_) | Value::Number(_)) {
            let hint = "write one text in quotes".to_owned();
            self.fault(MetadataFault::of_fact(name, value, hint, fact));
        } else {
            self.judge_text(key, (name, value), fact);
        }
        words(value)
    }

    /// In a sidecar, a text is in quotes. There and in front matter, it says something; what other programs call it may
    /// be left empty.
    fn judge_text(&mut self, key: &str, (name, value): (&str, &Value), fact: Fact) {
        let is_sidecar = self.author == MetadataAuthor::Sidecar;
        let is_own = match key {
            "description" => false,
            "role" => is_sidecar,
            _ => is_sidecar || name == key,
        };
        if is_sidecar && value.is_number() && fact != Fact::Date {
            let done = "it is used as it is";
            self.fault(MetadataFault::of_value(
                name,
                value,
                "write one text in quotes",
                done,
            ));
        } else if is_own && words(value).is_none() {
            let hint = format!("write a text, or remove `{name}`");
            self.fault(MetadataFault::of_fact(name, value, hint, fact));
        }
    }

    fn fault(&mut self, fault: MetadataFault) {
        if self.author != MetadataAuthor::Program {
            self.faults.push(fault);
        }
    }

    pub(super) fn date(&mut self) -> Option<PartialDate> {
        let text = self.text("date", Fact::Date)?;
        let (name, value) = self.get("date")?;
        let read = match self.author {
            MetadataAuthor::Program => date_parsing::of_metadata(&text, today()),
            MetadataAuthor::Sidecar | MetadataAuthor::FrontMatter => {
                date_parsing::of_owner(&text, today())
            }
        };
        match read {
            Ok(date) => Some(date),
            Err(nearest) => {
                let forms = "write `2020`, `2020-04` or `2020-04-17`";
                let hint = match nearest {
                    Some(nearest) if date_parsing::is_of_the_future(&text, today()) => {
                        format!("it is in the future: did you mean `{nearest}`?")
                    }
                    Some(nearest) => format!("did you mean `{nearest}`?"),
                    None => forms.to_owned(),
                };
                self.faults
                    .push(MetadataFault::of_fact(name, value, hint, Fact::Date));
                None
            }
        }
    }

    pub(super) fn address(&mut self) -> Option<String> {
        let text = self.text("url", Fact::Url)?;
        let (name, value) = self.get("url")?;
        let web = |text: &str| {
            let url = Url::parse(text).ok()?;
            (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url)
        };
        let begins = text.starts_with("http://") || text.starts_with("https://");
        let is_plain = !text.contains(char::is_whitespace)
            && !text.contains(super::metadata_faults::steers)
            && !text.contains(":///");
        if begins && is_plain && web(&text).is_some() {
            return Some(text);
        }
        let rest = text.rsplit("://").next().unwrap_or_default().trim();
        let meant = web(&format!("https://{rest}"));
        let meant = meant.filter(|url| url.domain().is_some_and(|host| host.contains('.')));
        let hint = match meant {
            Some(url) if is_plain || begins => format!("did you mean `{url}`?"),
            _ => "write an address like `https://example.org/interview`".to_owned(),
        };
        self.fault(MetadataFault::of_fact(name, value, hint, Fact::Url));
        None
    }

    pub(super) fn language(&mut self) -> Option<Language> {
        let text = self.text("language", Fact::Language)?;
        let (name, value) = self.get("language")?;
        let language = Language::from_tag(&text);
        if language != Language::Other {
            return Some(language);
        }
        if !language_names::is_code(&text) {
            let hint = language_names::meant(&text);
            self.fault(MetadataFault::of_fact(name, value, hint, Fact::Language));
        }
        None
    }

    /// Everybody who is named, once each.
    pub(super) fn people(&mut self) -> Vec<Participant> {
        let mut people = self.speakers();
        for (key, role) in [("guest", Role::Guest), ("interviewer", Role::Interviewer)] {
            let Some((name, value)) = self.get(key) else {
                continue;
            };
            let mut faults = Vec::new();
            let named = named((name, value), role, self.author, &mut faults);
            let other = if name == "guest" {
                "guests"
            } else {
                "interviewers"
            };
            if let (true, Some(value)) = (name == key, self.table.get(other)) {
                let hint = format!("write all names under `{name}`");
                faults.push(MetadataFault::of_value(
                    other,
                    value,
                    &hint,
                    "it is not used",
                ));
            }
            faults.into_iter().for_each(|fault| self.fault(fault));
            let signed = matches!(name, "author" | "authors" | "byline");
            for person in named {
                // Who signs a post may be a desk or the site itself, which asks nobody anything.
                if signed && self.author != MetadataAuthor::Sidecar && is_collective(&person.name) {
                    continue;
                }
                let same = |known: &&mut Participant| known.is_named(&person.name);
                match people.iter_mut().find(same) {
                    None => people.push(person),
                    // What a `[[speaker]]` table leaves open.
                    Some(known) if known.role.is_none() => known.role = person.role,
                    Some(known) if known.role == person.role => {}
                    Some(known) => {
                        let fault = two_roles(name, known);
                        self.fault(fault);
                    }
                }
            }
        }
        for fault in sidecar_labels::keep_first_owner(&mut people) {
            self.fault(fault);
        }
        self.describe(&mut people);
        people
    }

    /// The people of `[[speaker]]` tables.
    fn speakers(&mut self) -> Vec<Participant> {
        let Some((name, value)) = self.get("speaker") else {
            return Vec::new();
        };
        let tables = match value {
            Value::Array(values) => values.iter().collect(),
            value => vec![value],
        };
        if tables.is_empty() {
            let hint = "write a `[[speaker]]` table with a `name`";
            self.fault(MetadataFault::of_value(name, value, hint, "it is not used"));
        }
        let mut people: Vec<Participant> = Vec::new();
        for one in tables {
            let mut faults = Vec::new();
            match one.as_object() {
                Some(table) => {
                    if let Some(person) = person(table, None, self.author, &mut faults) {
                        if people.iter().any(|known| known.is_named(&person.name)) {
                            let hint = "write one `[[speaker]]` table for each person";
                            faults.push(MetadataFault::of_value(
                                name,
                                one,
                                hint,
                                "the first is used",
                            ));
                        } else {
                            people.push(person);
                        }
                    }
                }
                None => faults.push(MetadataFault::of_value(
                    name,
                    one,
                    "write a `[[speaker]]` table with a `name`, or use `guest` or `interviewer`",
                    "it is not used",
                )),
            }
            faults.into_iter().for_each(|fault| self.fault(fault));
        }
        people
    }

    /// In a sidecar, what is said of a guest where it is not said of which.
    fn nobodys(&mut self) {
        if self.author != MetadataAuthor::Sidecar {
            let role = self.get("role").filter(|(_, value)| {
                value
                    .as_str()
                    .is_some_and(|role| meant_role(role).is_some())
            });
            if let Some((name, value)) = role {
                let hint = "write `guest: NAME` or `interviewer: NAME`";
                self.fault(MetadataFault::of_value(name, value, hint, "it is not used"));
            }
            return;
        }
        for key in ["role", "description"] {
            match self.get(key) {
                Some((name, value)) if words(value).is_some() => {
                    let hint = "name one `guest` as well, or put it into a `[[speaker]]` table";
                    self.fault(MetadataFault::of_value(name, value, hint, "it is not used"));
                }
                // What is empty or no text is said.
                _ => drop(self.text(key, Fact::Speakers)),
            }
        }
    }

    /// What is said of the only guest beside the name.
    fn describe(&mut self, people: &mut [Participant]) {
        let mut guests = people
            .iter_mut()
            .filter(|person| person.role == Some(Role::Guest));
        let (Some(guest), None) = (guests.next(), guests.next()) else {
            return self.nobodys();
        };
        let role = self.text("role", Fact::Speakers);
        let role = role.filter(|role| {
            let meant = meant_role(role).or_else(|| foreign_role(role));
            if let (Some(meant), Some((name, value))) = (meant, self.get("role")) {
                let hint = format!("did you mean `{meant}`?");
                self.fault(MetadataFault::of_value(
                    name,
                    value,
                    &hint,
                    "it is not used",
                ));
            }
            meant.is_none() || self.author == MetadataAuthor::Program
        });
        // Elsewhere the description is that of an episode or a post.
        let own = self.author == MetadataAuthor::Sidecar;
        let said = role.or_else(|| own.then(|| self.text("description", Fact::Speakers))?);
        guest.description = guest.description.take().or(said);
    }
}

/// Who asks and answers both: `key` names somebody again who is `known`.
fn two_roles(key: &str, known: &Participant) -> MetadataFault {
    let (role, done) = match known.role {
        Some(Role::Interviewer) => ("the interviewer", "the person is taken for the interviewer"),
        _ => ("a guest", "the person is taken for a guest"),
    };
    MetadataFault::of_value(
        key,
        &Value::String(known.name.clone()),
        &format!("the same person is named as {role} too; name each person once"),
        done,
    )
}

/// A date that a program wrote; `None` where it does not exist or is far in the future.
pub(super) fn date(text: &str) -> Option<PartialDate> {
    date_parsing::of_metadata(text, today()).ok()
}

/// The day that it is, UTC; `None` where the clock was never set, so that no date is taken for one of the future.
fn today() -> Option<PartialDate> {
    let today = PartialDate::of_time(SystemTime::now());
    today.filter(|today| today.year() >= CLOCK_SET)
}

/// A clock that says an earlier year is wrong: this program did not exist.
const CLOCK_SET: i16 = 2026;

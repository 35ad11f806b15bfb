//! ninjs, News in JSON (`.json`), versions 1 to 3: `body_xhtml` or `bodies`, `headline` or `headlines`. What is withheld or
//! cancelled, and pictures, are not read. Its `uri` tells it from other items and is no link.
//!
//! <https://iptc.org/std/ninjs/userguide/>, <https://github.com/iptc/newsinjson>

use serde_json::{Map, Value};

use super::super::document_builder::DocumentBuilder;
use super::super::size_limits::Limits;
use super::super::{Document, html, plain_text};
use super::{Credits, finished, has_text, name_of, named, no_words};
use crate::reading::ReadError;

/// The articles of a value, one or a list of them; `None` where it is no ninjs.
pub(in crate::reading::format) fn of_json(
    value: &Value,
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Option<Result<Vec<Document>, ReadError>> {
    let all: Vec<&Map<String, Value>> = match value {
        Value::Array(all) => all.iter().filter_map(Value::as_object).collect(),
        value => value.as_object().into_iter().collect(),
    };
    let items: Vec<Item<'_>> = all.into_iter().filter_map(Item::of).collect();
    if items.is_empty() {
        return None;
    }
    let open = items.iter().filter(|item| !item.is_closed());
    let read: Result<Vec<_>, _> = open.map(|item| item.document(limits, warnings)).collect();
    Some(read.and_then(|documents| {
        let documents: Vec<Document> = documents.into_iter().flatten().filter(has_text).collect();
        if documents.is_empty() {
            Err(no_words("ninjs"))
        } else {
            Ok(named(documents))
        }
    }))
}

/// A news item; its keys are written in lower case (`versioncreated`) or not (`versionCreated`).
struct Item<'a> {
    fields: Vec<(String, &'a Value)>,
}

impl<'a> Item<'a> {
    /// The item that a table is: it has a `uri`, and a body or a headline in a form that only ninjs has.
    fn of(table: &'a Map<String, Value>) -> Option<Self> {
        let fields = table
            .iter()
            .map(|(key, value)| (key.to_lowercase(), value))
            .collect();
        let item = Self { fields };
        let shaped = item.fields.iter().any(|(key, value)| {
            let body = key.starts_with("body_") && value.is_string();
            let bodies = matches!(key.as_str(), "bodies" | "headlines" | "body")
                && value
                    .as_array()
                    .is_some_and(|all| all.iter().any(|one| one.get("value").is_some()));
            body || bodies
        });
        (item.get("uri").is_some_and(Value::is_string) && shaped).then_some(item)
    }

    fn get(&self, key: &str) -> Option<&'a Value> {
        let found = self.fields.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| *value)
    }

    fn text(&self, keys: &[&str]) -> Option<String> {
        let found = keys.iter().find_map(|key| self.get(key)?.as_str());
        found.map(str::to_owned)
    }

    fn is_closed(&self) -> bool {
        let status = self.text(&["pubstatus"]).unwrap_or_default();
        matches!(status.as_str(), "withheld" | "canceled" | "cancelled")
    }

    fn document(
        &self,
        limits: &Limits,
        warnings: &mut Vec<String>,
    ) -> Result<Option<Document>, ReadError> {
        let Some((body, is_html)) = self.body() else {
            return Ok(None);
        };
        let headline = self.headline();
        let facts = Credits {
            headline: headline.clone(),
            byline: self.text(&["byline", "by"]),
            date: self.text(&["contentcreated", "firstcreated", "versioncreated"]),
            outlet: self.text(&["copyrightholder"]),
            language: self.text(&["language"]),
            url: None,
        }
        .facts();
        let mut writer = DocumentBuilder::default();
        if let Some(headline) = &headline {
            writer.heading(1);
            writer.write(headline);
            writer.close();
        }
        let read = if is_html {
            html::write(&body, limits, &mut writer)?;
            finished(writer, facts)
        } else {
            let read = plain_text::read(body.as_bytes(), warnings)?;
            Document { facts, ..read }
        };
        Ok(Some(Document {
            name: self.text(&["uri"]).and_then(|uri| name_of(&uri)),
            ..read
        }))
    }

    /// The body with markup where there is one, and whether it has any.
    fn body(&self) -> Option<(String, bool)> {
        let mut bodies: Vec<(String, String)> = self
            .fields
            .iter()
            .filter(|(key, _)| key.starts_with("body_"))
            .filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())))
            .collect();
        for list in ["bodies", "body"] {
            bodies.extend(self.list(list));
        }
        let is_html =
            |(kind, body): &(String, String)| kind.contains("html") || body.contains("<p");
        bodies.retain(|(_, body)| !body.trim().is_empty());
        let best = bodies
            .iter()
            .find(|body| is_html(body))
            .or(bodies.first())?;
        Some((best.1.clone(), is_html(best)))
    }

    fn headline(&self) -> Option<String> {
        let listed: Vec<(String, String)> = ["headlines", "headline"]
            .iter()
            .flat_map(|key| self.list(key))
            .collect();
        let main = listed.iter().find(|(kind, _)| kind.contains("main"));
        let headline = self
            .text(&["headline", "title"])
            .or_else(|| main.or(listed.first()).map(|(_, value)| value.clone()))?;
        Some(html::plain(&headline)).filter(|headline| !headline.is_empty())
    }

    /// The texts of a list, each with what it is: its role and its type.
    fn list(&self, key: &str) -> Vec<(String, String)> {
        let all = self.get(key).and_then(Value::as_array);
        let one = |entry: &Value| {
            let table = entry.as_object()?;
            let field = |name: &str| {
                let found = table.iter().find(|(key, _)| key.to_lowercase() == name);
                found.and_then(|(_, value)| value.as_str())
            };
            let kinds = ["role", "name", "contenttype"].map(|name| field(name).unwrap_or_default());
            let value = field("value").or(field("text"))?;
            Some((kinds.join(" ").to_lowercase(), value.to_owned()))
        };
        all.into_iter().flatten().filter_map(one).collect()
    }
}

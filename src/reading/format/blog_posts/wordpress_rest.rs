//! WordPress' interface for programs: `/wp-json/wp/v2/posts`, and that of WordPress.com (`posts`, texts in place of
//! `rendered`).
//!
//! <https://developer.wordpress.org/rest-api/reference/posts/>

use serde_json::{Map, Value};

use super::Post;

/// The published posts; `None` where it is nothing of WordPress.
pub(super) fn posts(value: &Value) -> Option<Vec<Post>> {
    let all: Vec<&Value> = match value {
        Value::Array(all) => all.iter().collect(),
        Value::Object(table) => match table.get("posts") {
            Some(Value::Array(all)) => all.iter().collect(),
            _ => vec![value],
        },
        _ => return None,
    };
    let tables: Vec<&Map<String, Value>> = all.into_iter().filter_map(Value::as_object).collect();
    let of_site = |table: &&Map<String, Value>| {
        let rendered = table
            .get("content")
            .is_some_and(|content| content.get("rendered").is_some());
        let service = table.contains_key("site_ID") && table.contains_key("content");
        rendered || service
    };
    if !tables.iter().any(of_site) {
        return None;
    }
    let published = tables
        .into_iter()
        .filter(of_site)
        .filter(|table| is_published(table));
    Some(published.map(post).collect())
}

fn is_published(table: &Map<String, Value>) -> bool {
    let says = |key: &str| table.get(key).and_then(Value::as_str);
    let protected = table
        .get("content")
        .and_then(|content| content.get("protected"))
        .is_some_and(|protected| protected == &Value::Bool(true));
    let comment = says("type") == Some("comment") || !table.contains_key("title");
    let attachment = says("type") == Some("attachment");
    let open = says("status").is_none_or(|status| status == "publish");
    let password = says("password").is_some_and(|password| !password.is_empty());
    open && !protected && !comment && !attachment && !password
}

fn post(table: &Map<String, Value>) -> Post {
    let url = ["link", "URL"]
        .iter()
        .find_map(|key| table.get(*key))
        .and_then(Value::as_str);
    let id = ["slug", "id", "ID"].iter().find_map(|key| table.get(*key));
    let id = id.map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
    let date = table.get("date").and_then(Value::as_str);
    Post {
        name: super::name(url, &id.unwrap_or_default()),
        title: rendered(table, "title"),
        url: url.map(str::to_owned),
        date: date.and_then(super::date),
        content: rendered(table, "content"),
        ..Post::default()
    }
}

/// A text, or what an object has as `rendered`.
fn rendered(table: &Map<String, Value>, key: &str) -> String {
    let value = table.get(key);
    let value = value.and_then(|value| value.get("rendered")).or(value);
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

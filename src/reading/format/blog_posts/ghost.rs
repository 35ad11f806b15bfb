//! Ghost: the export of a site (`db[0].data.posts`) and its interface for programs (`posts`, with `html`).
//!
//! <https://ghost.org/docs/migration/custom/>

use serde_json::{Map, Value};

use super::Post;

/// The published posts that everybody may read; `None` where it is nothing of Ghost.
pub(super) fn posts(value: &Value, warnings: &mut Vec<String>) -> Option<Vec<Post>> {
    let data = value
        .get("db")
        .and_then(|db| db.get(0))
        .and_then(|db| db.get("data"));
    let data = data.or_else(|| value.get("data")).unwrap_or(value);
    let all = data.get("posts")?.as_array()?;
    let of_ghost = |post: &Value| {
        post.get("html").is_some()
            || post.get("mobiledoc").is_some()
            || post.get("lexical").is_some()
    };
    if !all.iter().any(of_ghost) {
        return None;
    }
    let outlet = setting(data, "title");
    let mut posts = Vec::new();
    for table in all.iter().filter_map(Value::as_object) {
        if !is_public(table) {
            continue;
        }
        let title = text(table, "title").unwrap_or_default();
        match text(table, "html") {
            Some(html) => posts.push(post(table, html, outlet.as_deref())),
            None => warnings.push(format!(
                "the post `{title}` has no `html`: it is left out; export it with the Content API (`formats=html`)"
            )),
        }
    }
    Some(posts)
}

fn is_public(table: &Map<String, Value>) -> bool {
    text(table, "status").is_none_or(|status| status == "published")
        && text(table, "visibility").is_none_or(|visibility| visibility == "public")
}

fn post(table: &Map<String, Value>, html: &str, outlet: Option<&str>) -> Post {
    let url = text(table, "url").or_else(|| text(table, "canonical_url"));
    let id = text(table, "slug").or_else(|| text(table, "id"));
    Post {
        name: super::name(None, id.unwrap_or_default()),
        // A text, and no HTML.
        title: escaped(text(table, "title").unwrap_or_default()),
        url: url.map(str::to_owned),
        date: text(table, "published_at").and_then(super::date),
        outlet: outlet.map(str::to_owned),
        content: html.to_owned(),
        ..Post::default()
    }
}

/// A setting of the site, which an export lists as `key` and `value`.
fn setting(data: &Value, key: &str) -> Option<String> {
    let settings = data.get("settings")?.as_array()?;
    let found = settings
        .iter()
        .find(|setting| setting.get("key").and_then(Value::as_str) == Some(key))?;
    Some(found.get("value")?.as_str()?.to_owned())
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn text<'a>(table: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    table.get(key)?.as_str().filter(|text| !text.is_empty())
}

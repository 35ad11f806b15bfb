//! JSON Feed: `items` with `content_html` or `content_text`.
//!
//! <https://www.jsonfeed.org/version/1.1/>

use serde_json::Value;

use super::Post;
use super::ghost::escaped;

/// The posts with their full text; `None` where it is no JSON Feed.
pub(super) fn posts(value: &Value) -> Option<Vec<Post>> {
    let version = value.get("version")?.as_str()?;
    if !version.contains("jsonfeed.org") {
        return None;
    }
    let outlet = value.get("title").and_then(Value::as_str);
    let items = value.get("items")?.as_array()?;
    Some(items.iter().filter_map(|item| post(item, outlet)).collect())
}

fn post(item: &Value, outlet: Option<&str>) -> Option<Post> {
    let text = |key: &str| item.get(key).and_then(Value::as_str);
    let content = text("content_html")
        .map(str::to_owned)
        .or_else(|| text("content_text").map(escaped))?;
    Some(Post {
        name: super::name(text("url"), text("id").unwrap_or_default()),
        title: escaped(text("title").unwrap_or_default()),
        url: text("url").map(str::to_owned),
        date: text("date_published").and_then(super::date),
        outlet: outlet.map(str::to_owned),
        language: text("language").map(crate::language::Language::from_tag),
        content,
    })
}

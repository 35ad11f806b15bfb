//! Metadata of a web page: JSON-LD, Open Graph, `<meta>`.

use dom_query::Document as Page;
use serde_json::{Map, Value};

/// What a page says of itself, as front matter would have it; JSON-LD is believed before Open Graph, and that
/// before the rest.
pub(super) fn facts(page: &Page) -> Map<String, Value> {
    let linked = linked_data(page);
    let at = |pointer: &str| {
        let value = linked.as_ref()?.pointer(pointer)?;
        value.as_str().map(str::to_owned)
    };
    let attribute = |selector: &str, name: &str| {
        let value = page.select_single(selector).attr(name)?;
        let value = value.trim().to_owned();
        (!value.is_empty()).then_some(value)
    };
    let meta = |name: &str| {
        attribute(&format!("meta[property=\"{name}\"]"), "content")
            .or_else(|| attribute(&format!("meta[name=\"{name}\"]"), "content"))
    };
    let heading = || {
        let heading = page.select("h1");
        (heading.length() == 1).then(|| heading.text().trim().to_owned())
    };
    let title = at("/headline")
        .or_else(|| meta("og:title"))
        .or_else(heading)
        .or_else(|| {
            let title = page.select_single("title").text().trim().to_owned();
            (!title.is_empty()).then_some(title)
        });
    let author = ["/author/name", "/author/0/name", "/author"]
        .into_iter()
        .find_map(at)
        .or_else(|| meta("author"))
        .filter(|author| !author.contains("://"));
    let date = at("/datePublished")
        .or_else(|| meta("article:published_time"))
        .or_else(|| meta("date"))
        .or_else(|| meta("dc.date"))
        .or_else(|| meta("DC.date.issued"))
        .or_else(|| attribute("time[datetime]", "datetime"));
    let url = attribute("link[rel=canonical]", "href").or_else(|| meta("og:url"));
    super::table(
        [
            ("title", title),
            (
                "outlet",
                at("/publisher/name").or_else(|| meta("og:site_name")),
            ),
            ("date", date),
            ("url", url),
            ("language", attribute("html", "lang")),
            ("author", author),
        ]
        .into_iter(),
    )
}

/// The JSON-LD object of an article, interview or episode.
fn linked_data(page: &Page) -> Option<Value> {
    page.select("script[type=\"application/ld+json\"]")
        .nodes()
        .iter()
        .filter_map(|script| serde_json::from_str::<Value>(&script.text()).ok())
        .flat_map(|value| match value {
            Value::Array(values) => values,
            Value::Object(mut table) => match table.remove("@graph") {
                Some(Value::Array(values)) => values,
                _ => vec![Value::Object(table)],
            },
            _ => Vec::new(),
        })
        .find(is_article)
}

fn is_article(value: &Value) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            [
                "Article",
                "Posting",
                "Interview",
                "Episode",
                "Report",
                "CreativeWork",
            ]
            .iter()
            .any(|name| kind.ends_with(name))
        })
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

//! Blog posts: site exports (feeds, WordPress, Ghost), an interview for each post. Drafts, private and protected posts,
//! pages of attachments and comments are never read.

pub(super) mod feed;
pub(super) mod ghost;
pub(super) mod json_feed;
pub(super) mod wordpress_rest;
mod wordpress_shortcodes;

use std::collections::HashMap;

use serde_json::Value;

use super::document_builder::DocumentBuilder;
use super::size_limits::Limits;
use super::{Document, html, inline_timestamps};
use crate::interview::PartialDate;
use crate::language::Language;
use crate::reading::facts::Facts;
use crate::reading::{ReadError, metadata_values};

/// A post as it was published.
#[derive(Debug, Default)]
pub(super) struct Post {
    /// What tells it from the others of the file.
    name: String,
    /// HTML, entities and all.
    title: String,
    url: Option<String>,
    date: Option<PartialDate>,
    outlet: Option<String>,
    language: Option<Language>,
    /// HTML.
    content: String,
}

impl Post {
    /// The post as a document; `None` where it holds no words.
    fn document(self, limits: &Limits) -> Result<Option<Document>, ReadError> {
        let mut writer = DocumentBuilder::default();
        html::write(
            &wordpress_shortcodes::rendered(&self.content),
            limits,
            &mut writer,
        )?;
        let document = inline_timestamps::taken_up(writer.finish());
        if !document.text.chars().any(char::is_alphanumeric) {
            return Ok(None);
        }
        let web = |url: &String| url.starts_with("http://") || url.starts_with("https://");
        Ok(Some(Document {
            name: Some(self.name),
            facts: Facts {
                title: Some(html::plain(&self.title)).filter(|title| !title.is_empty()),
                outlet: self.outlet,
                date: self.date,
                url: self.url.filter(web),
                language: self.language,
                ..Facts::default()
            },
            ..document
        }))
    }
}

/// The documents of the posts that can be read; the others are named in warnings.
pub(super) fn documents(
    posts: impl IntoIterator<Item = Post>,
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    for post in posts {
        let name = post.name.clone();
        match post.document(limits) {
            Ok(Some(document)) => documents.push(document),
            Ok(None) => warnings.push(format!(
                "the post `{name}` contains no words: it is left out"
            )),
            Err(error) => warnings.push(format!("the post `{name}` is left out: {error}")),
        }
    }
    apart(&mut documents);
    documents
}

/// Gives a number to names that come back.
pub(super) fn apart(documents: &mut [Document]) {
    let mut seen = HashMap::new();
    for document in documents {
        *document = called_apart(std::mem::take(document), &mut seen);
    }
}

/// A document with a number behind its name, where others had that before.
fn called_apart(mut document: Document, seen: &mut HashMap<String, usize>) -> Document {
    let name = document.name.clone().unwrap_or_default();
    let times = seen.entry(name.clone()).or_default();
    *times += 1;
    if *times > 1 {
        document.name = Some(format!("{name}-{times}"));
    }
    document
}

/// The posts of JSON that a site's interface or export gives; `None` where it is none.
pub(super) fn of_json(
    value: &Value,
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Option<Result<Vec<Document>, ReadError>> {
    let posts = ghost::posts(value, warnings)
        .or_else(|| wordpress_rest::posts(value))
        .or_else(|| json_feed::posts(value))?;
    let documents = documents(posts, limits, warnings);
    Some(if documents.is_empty() {
        Err(none_published())
    } else {
        Ok(documents)
    })
}

/// What is said of an export without anything to read.
fn none_published() -> ReadError {
    ReadError::Malformed(
        "it is an export of a site, but it contains no published post with its full text; drafts, private and protected \
         posts and comments are not read\nexport the published posts with their full text, or save the pages as .html"
            .to_owned(),
    )
}

/// A date of an export: `2022-10-03T08:00:00`, `Mon, 03 Oct 2022 08:00:00 +0000`.
fn date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let day = match text.split_once(',') {
        Some((weekday, rest)) if weekday.len() <= 9 => rest.trim(),
        _ => text,
    };
    metadata_values::date(
        day.split(['T', ' '])
            .next()
            .filter(|day| day.len() == 10)
            .unwrap_or(day),
    )
}

/// What tells a post from others: the last part of its address, or its number.
pub(super) fn name(url: Option<&str>, id: &str) -> String {
    let last = url.and_then(|url| {
        let path = url.split(['?', '#']).next()?.trim_end_matches('/');
        let path = path.split_once("://").map_or(path, |(_, path)| path);
        path.split_once('/')?
            .1
            .rsplit('/')
            .next()
            .map(str::to_owned)
    });
    last.filter(|last| !last.is_empty())
        .unwrap_or_else(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_exports_are_read_in_both_their_forms() {
        let day = "2022-10-03".parse().ok();
        assert_eq!(date("Mon, 03 Oct 2022 08:00:00 +0000"), day);
        assert_eq!(date("2022-10-03T08:00:00.000Z"), day);
        assert_eq!(date("2022-10-03 08:00:00"), day);
        assert_eq!(date(""), None);
    }

    #[test]
    fn a_post_is_called_as_the_last_part_of_its_address() {
        assert_eq!(
            name(Some("https://gazette.example/2022/bells/"), "17"),
            "bells"
        );
        assert_eq!(name(Some("https://gazette.example/?p=17"), "17"), "17");
    }
}

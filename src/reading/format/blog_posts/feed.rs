//! Feeds with full texts: RSS 2.0, Atom, and what WordPress exports as RSS (WXR).
//!
//! Read tag by tag from the text itself, an entry at a time.
//!
//! <https://www.rssboard.org/rss-specification>, <https://www.rfc-editor.org/rfc/rfc4287>,
//! <https://wordpress.org/documentation/article/tools-export-screen/>

use std::borrow::Cow;
use std::collections::HashMap;

use super::super::size_limits::Limits;
use super::super::xml_events::{self, Node, Tag};
use super::super::{Document, all_of};
use super::Post;
use crate::language::Language;
use crate::reading::ReadError;

/// The shortest description that is a full text and no summary, in bytes.
const FULL: usize = 1_200;
/// What WordPress keeps among the posts that is no post.
const NO_POSTS: [&str; 9] = [
    "attachment",
    "revision",
    "nav_menu_item",
    "custom_css",
    "customize_changeset",
    "oembed_cache",
    "user_request",
    "feedback",
    "comment",
];

/// An interview for each entry.
pub(in crate::reading::format) fn read(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Vec<Document>, ReadError> {
    all_of(|take| read_each(bytes, limits, warnings, take))
}

/// Hands over an interview for each entry as soon as it is read. Where a feed is damaged, what stands before counts.
pub(in crate::reading::format) fn read_each(
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
    take: &mut dyn FnMut(Document),
) -> Result<(), ReadError> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text.trim_start_matches('\u{feff}')),
        Err(_) => Cow::Owned(xml_events::decode(bytes, warnings)?),
    };
    let mut feed = Feed::default();
    let mut told = Vec::new();
    let walked = xml_events::walk_all(&text, "the feed", limits, warnings, |node| {
        let Some(post) = feed.take(node) else { return };
        for document in super::documents([post], limits, &mut told) {
            feed.count += 1;
            take(super::called_apart(document, &mut feed.names));
        }
    });
    match walked {
        Err(error) if feed.count == 0 => return Err(error),
        Err(error) => told.push(format!("{error}; the posts before that are read")),
        Ok(()) => {}
    }
    warnings.extend(told);
    if feed.summaries > 0 {
        warnings.push(format!(
            "entries with only a summary are left out: {}; save their pages as .html",
            feed.summaries
        ));
    }
    if feed.count == 0 {
        return Err(super::none_published());
    }
    Ok(())
}

#[derive(Default)]
struct Feed {
    /// The names of the open elements, prefixes and all.
    open: Vec<String>,
    outlet: String,
    language: String,
    entry: Option<Entry>,
    /// The text of the element being read.
    text: String,
    /// At which depth markup stands in the text as elements.
    markup: Option<usize>,
    summaries: usize,
    /// How many documents there are so far, and how often each name came.
    count: usize,
    names: HashMap<String, usize>,
}

#[derive(Default)]
struct Entry {
    title: String,
    link: String,
    id: String,
    date: String,
    content: String,
    description: String,
    status: String,
    kind: String,
    password: String,
    slug: String,
    link_of_page: bool,
    deep: usize,
}

impl Feed {
    /// Takes a tag or a text; gives the post that ends with it.
    fn take(&mut self, node: Node<'_>) -> Option<Post> {
        match node {
            Node::Open(tag) => self.begin(tag),
            Node::Text(text) if self.markup.is_some() => {
                self.text.push_str(&super::ghost::escaped(text));
            }
            Node::Text(text) => self.text.push_str(text),
            Node::Close(name) => return self.end(name),
        }
        None
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        let name = tag.full_name().to_owned();
        if self.markup.is_some() {
            self.text.push_str(&format!("<{}>", tag.name()));
            self.open.push(name);
            return;
        }
        self.text.clear();
        match (name.as_str(), &mut self.entry) {
            ("item" | "entry", None) => {
                self.entry = Some(Entry {
                    deep: self.open.len(),
                    ..Entry::default()
                });
            }
            ("link", Some(entry)) => {
                let page = tag.attribute("rel").is_none_or(|rel| rel == "alternate");
                if let Some(address) = tag
                    .attribute("href")
                    .filter(|_| page && !entry.link_of_page)
                {
                    entry.link = address;
                    entry.link_of_page = true;
                }
            }
            ("content" | "summary", Some(_))
                if tag.attribute("type").as_deref() == Some("xhtml") =>
            {
                self.markup = Some(self.open.len());
            }
            ("feed", _) => self.language = tag.attribute("lang").unwrap_or_default(),
            _ => {}
        }
        self.open.push(name);
    }

    fn end(&mut self, name: &str) -> Option<Post> {
        let full = self.open.pop().unwrap_or_default();
        if self.markup.is_some_and(|depth| self.open.len() > depth) {
            self.text.push_str(&format!("</{name}>"));
            return None;
        }
        self.markup = None;
        let text = std::mem::take(&mut self.text);
        let depth = self.open.len();
        let Some(entry) = &mut self.entry else {
            match full.as_str() {
                "title" if self.outlet.is_empty() => text.trim().clone_into(&mut self.outlet),
                "language" => text.trim().clone_into(&mut self.language),
                _ => {}
            }
            return None;
        };
        if depth == entry.deep {
            let entry = self.entry.take()?;
            return self.post(entry);
        }
        if depth == entry.deep + 1 {
            entry.keep(&full, text);
        }
        None
    }

    fn post(&mut self, mut entry: Entry) -> Option<Post> {
        let closed = !entry.status.is_empty() && entry.status != "publish";
        if closed
            || !entry.password.is_empty()
            || NO_POSTS.contains(&entry.kind.as_str())
            || entry.kind.starts_with("wp_")
        {
            return None;
        }
        if entry.content.trim().is_empty() && entry.description.len() >= FULL {
            entry.content = std::mem::take(&mut entry.description);
        }
        if entry.content.trim().is_empty() {
            self.summaries += 1;
            return None;
        }
        let id = if entry.slug.is_empty() {
            entry.id
        } else {
            entry.slug
        };
        let id = if id.contains("://") || id.is_empty() {
            (self.count + 1).to_string()
        } else {
            id
        };
        let language = Language::from_tag(&self.language);
        Some(Post {
            name: super::name(Some(&entry.link), &id),
            title: entry.title,
            url: Some(entry.link).filter(|link| !link.is_empty()),
            date: super::date(&entry.date),
            outlet: Some(self.outlet.clone()).filter(|outlet| !outlet.is_empty()),
            language: Some(language).filter(|language| *language != Language::Other),
            content: entry.content,
        })
    }
}

impl Entry {
    /// Keeps what an element directly inside says.
    fn keep(&mut self, name: &str, text: String) {
        let line = || text.trim().to_owned();
        match name {
            "title" => self.title = line(),
            "link" if !self.link_of_page => self.link = line(),
            "guid" | "id" | "wp:post_id" => self.id = line(),
            "pubDate" | "published" => self.date = line(),
            "dc:date" | "updated" | "wp:post_date" if self.date.is_empty() => self.date = line(),
            "content:encoded" | "content" => self.content = text,
            "description" | "summary" => self.description = text,
            "wp:status" => self.status = line(),
            "wp:post_type" => self.kind = line(),
            "wp:post_password" => self.password = line(),
            "wp:post_name" => self.slug = line(),
            _ => {}
        }
    }
}

//! Boilerplate removal: navigation, boxes, teasers and notes of a web page.
//!
//! Class names are hints: what holds half of a page's words or more is its text, whatever it is called.

use std::collections::HashSet;

use dom_query::{Document as Page, NodeRef};

/// What is never text.
const FURNITURE: &str = "script, style, noscript, nav, aside, iframe, svg, button, template, select, figcaption, \
    [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=doc-endnotes], [role=doc-footnote], \
    [role=doc-pullquote], [role=doc-backlink], [style*=\"display:none\"], [style*=\"display: none\"]";
/// What is text only where a page has hardly anything else.
const DOUBTFUL: &str = "footer, form, [class], [id]";
/// Words of class names and identifiers of what is beside a text.
const ASIDES: [&str; 52] = [
    "ad",
    "adbox",
    "ads",
    "advert",
    "advertisement",
    "appeal",
    "authorbio",
    "authorbox",
    "banner",
    "boxhead",
    "breadcrumb",
    "breadcrumbs",
    "caption",
    "comment",
    "comments",
    "contentbox",
    "cookie",
    "cookies",
    "disqus",
    "donate",
    "donation",
    "endnote",
    "endnotes",
    "factbox",
    "footnote",
    "footnotes",
    "infobox",
    "newsletter",
    "outbrain",
    "paywall",
    "promo",
    "pullquote",
    "readmore",
    "recirculation",
    "recommended",
    "recommendations",
    "reflist",
    "related",
    "relatedposts",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "taboola",
    "teaser",
    "teasers",
    "trending",
    "widget",
];
/// Elements that are a note of its own where a mark refers to it.
const NOTES: [&str; 6] = ["li", "p", "div", "dd", "aside", "section"];

/// Takes out of a page what is beside its text.
pub(super) fn remove(page: &Page) {
    remove_notes(page);
    page.select(FURNITURE).remove();
    let Some(body) = page.body() else { return };
    let all = count(&body);
    for node in page.select(DOUBTFUL).nodes() {
        let name = node.node_name().unwrap_or_default();
        let whole = ["html", "body", "article", "main"].contains(&&*name);
        let hinted = matches!(&*name, "footer" | "form") || is_hinted(node);
        if !whole && hinted && count(node) * 2 < all {
            node.remove_from_parent();
        }
    }
}

fn count(node: &NodeRef<'_>) -> usize {
    node.text().split_whitespace().count()
}

fn is_hinted(node: &NodeRef<'_>) -> bool {
    ["class", "id"].iter().any(|key| {
        let Some(value) = node.attr(key) else {
            return false;
        };
        value
            .split(|char: char| !char.is_ascii_alphanumeric())
            .any(|word| ASIDES.contains(&word.to_ascii_lowercase().as_str()))
    })
}

/// Takes out the marks of notes and the notes to which they lead.
fn remove_notes(page: &Page) {
    let mut notes: HashSet<String> = HashSet::new();
    for mark in page.select("sup, a[href^=\"#\"]").nodes() {
        let link = if mark.has_name("a") {
            mark.attr("href")
        } else {
            mark.find(&["a"]).first().and_then(|link| link.attr("href"))
        };
        let linked = link.as_deref().and_then(|link| link.strip_prefix('#'));
        if is_mark(mark, linked.is_some()) {
            notes.extend(linked.map(str::to_owned));
            mark.remove_from_parent();
        }
    }
    if notes.is_empty() {
        return;
    }
    for node in page.select("[id]").nodes() {
        let noted = node.attr("id").is_some_and(|id| notes.contains(&*id));
        let name = node.node_name().unwrap_or_default();
        if noted && NOTES.contains(&&*name) {
            node.remove_from_parent();
        } else if noted && let Some(parent) = node.parent() {
            let name = parent.node_name().unwrap_or_default();
            if matches!(&*name, "li" | "p" | "dd") {
                parent.remove_from_parent();
            }
        }
    }
}

/// Whether an element is the mark of a note: a number or a sign that is a link, or stands raised after a word. A raised
/// number after a unit is a power, and raised letters are an ending.
fn is_mark(node: &NodeRef<'_>, linked: bool) -> bool {
    let text = node.text();
    let sign = text.trim().trim_matches(['[', ']', '(', ')']).trim();
    let shaped = !sign.is_empty()
        && sign.chars().count() <= 3
        && (sign
            .chars()
            .all(|char| char.is_ascii_digit() || matches!(char, '*' | '†' | '‡' | '§'))
            || (linked && sign.chars().count() == 1));
    if !shaped || linked {
        return shaped;
    }
    let before = node.prev_sibling().map(|node| node.text().to_string());
    let before = before.unwrap_or_default();
    let last = before
        .rsplit(|char: char| !char.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let power = !last.is_empty()
        && (last.chars().count() <= 2 || last.chars().all(|char| char.is_ascii_digit()));
    !power
}

//! NewsML-G2 (`.xml`): news items with their text as NITF, as XHTML or as plain text, alone or several in a message. Items
//! that are withheld or cancelled, and pictures, are not read.
//!
//! <https://iptc.org/std/NewsML-G2/latest/specification/>,
//! <https://iptc.org/std/NewsML-G2/guidelines/>

use super::super::document_builder::DocumentBuilder;
use super::super::size_limits::Limits;
use super::super::xml_tree::Element;
use super::super::{Document, html, plain_text};
use super::{Credits, article_markup, finished, has_text, name_of, nitf};
use crate::reading::ReadError;

pub(super) fn read(
    root: &Element,
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Vec<Document>, ReadError> {
    let items = if root.name == "newsItem" {
        vec![root]
    } else {
        root.all("newsItem")
    };
    if items.len() > limits.parts {
        warnings.push(format!(
            "only the first {} of {} items are read",
            limits.parts,
            items.len()
        ));
    }
    let (mut documents, mut closed) = (Vec::new(), 0);
    for item in items.into_iter().take(limits.parts) {
        if is_closed(item) {
            closed += 1;
        } else {
            documents.extend(document(item, limits, warnings)?);
        }
    }
    if closed > 0 {
        warnings.push(format!(
            "items that are withheld or cancelled are left out: {closed}"
        ));
    }
    Ok(documents)
}

/// Whether an item may not be published, or no longer: `stat:withheld`, `stat:canceled`.
fn is_closed(item: &Element) -> bool {
    let status = item
        .child("itemMeta")
        .and_then(|about| about.child("pubStatus"));
    let status = status.and_then(|status| status.attribute("qcode").or(status.attribute("uri")));
    status.is_some_and(|status| {
        let value = status.rsplit([':', '/']).next().unwrap_or_default();
        matches!(value, "withheld" | "canceled" | "cancelled")
    })
}

/// The first of an item's contents that is text; the others are the same in another form.
fn document(
    item: &Element,
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Option<Document>, ReadError> {
    let credits = credits(item);
    let content = item.child("contentSet");
    let parts = content.into_iter().flat_map(Element::elements);
    for part in parts {
        let read = match part.name.as_str() {
            "inlineXML" => marked(part, credits.headline.as_deref(), limits)?,
            "inlineData" => plain(part, credits.headline.as_deref(), limits, warnings)?,
            _ => continue,
        };
        if has_text(&read) {
            return Ok(Some(Document {
                name: item.attribute("guid").and_then(name_of),
                facts: credits.facts().or(read.facts),
                ..read
            }));
        }
    }
    Ok(None)
}

/// A text with markup: NITF, XHTML, or HTML that stands there as characters.
fn marked(part: &Element, headline: Option<&str>, limits: &Limits) -> Result<Document, ReadError> {
    if let Some(root) = part.elements().find(|element| element.name == "nitf") {
        return Ok(nitf::read(root));
    }
    let mut writer = titled(headline);
    if part.elements().next().is_some() {
        article_markup::inside(part, &mut writer);
    } else {
        html::write(&part.words(), limits, &mut writer)?;
    }
    Ok(finished(writer, crate::reading::facts::Facts::default()))
}

/// A text without markup, or HTML as characters.
fn plain(
    part: &Element,
    headline: Option<&str>,
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Document, ReadError> {
    let kind = part.attribute("contenttype").unwrap_or_default();
    let text = part.words();
    let encoded = part
        .attribute("encoding")
        .is_some_and(|kind| !kind.is_empty());
    let other = !kind.is_empty() && !kind.starts_with("text/");
    if encoded || other || text.trim().is_empty() {
        return Ok(Document::default());
    }
    if kind.contains("html") || text.contains("<p>") {
        let mut writer = titled(headline);
        html::write(&text, limits, &mut writer)?;
        return Ok(finished(writer, crate::reading::facts::Facts::default()));
    }
    plain_text::read(text.as_bytes(), warnings)
}

/// A text that begins with its headline.
fn titled(headline: Option<&str>) -> DocumentBuilder {
    let mut writer = DocumentBuilder::default();
    if let Some(headline) = headline {
        writer.heading(1);
        writer.write(headline);
        writer.close();
    }
    writer
}

fn credits(item: &Element) -> Credits {
    let content = item.child("contentMeta");
    let about = item.child("itemMeta");
    let text = |parent: Option<&Element>, name: &str| {
        let found = parent?.child(name)?.text();
        (!found.is_empty()).then_some(found)
    };
    let called = |parent: Option<&Element>, name: &str| {
        let found = parent?.child(name)?.child("name")?.text();
        (!found.is_empty()).then_some(found)
    };
    let language = || content?.child("language")?.attribute("tag");
    Credits {
        headline: headline(content),
        byline: text(content, "by").or_else(|| called(content, "creator")),
        date: text(content, "contentCreated")
            .or_else(|| text(about, "firstCreated"))
            .or_else(|| text(about, "versionCreated")),
        outlet: called(about, "provider")
            .or_else(|| called(item.child("rightsInfo"), "copyrightHolder"))
            .or_else(|| called(content, "infoSource")),
        language: language()
            .or_else(|| item.attribute("lang"))
            .map(str::to_owned),
        url: None,
    }
}

/// The headline; those for lists and telephones have another role than `main`.
fn headline(content: Option<&Element>) -> Option<String> {
    let mut all = content?
        .elements()
        .filter(|element| element.name == "headline");
    let is_main = |element: &&Element| {
        element.attribute("role").is_none_or(|role| {
            let role = role.rsplit([':', '/']).next().unwrap_or_default();
            matches!(role.to_lowercase().as_str(), "main" | "headline")
        })
    };
    let main = all.clone().find(is_main).or_else(|| all.next())?;
    Some(main.text()).filter(|text| !text.is_empty())
}

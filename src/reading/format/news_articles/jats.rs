//! JATS, the Journal Article Tag Suite (`.xml`), as journals and PubMed Central give articles: title, lead, sections, and
//! conversations as `<speech>`. References, notes, figures and tables are left out.
//!
//! <https://jats.nlm.nih.gov/publishing/tag-library/1.3/>

use super::super::Document;
use super::super::document_builder::DocumentBuilder;
use super::super::xml_tree::Element;
use super::{Credits, article_markup, finished, name_of};
use crate::interview::Role;
use crate::reading::participants::Participant;
use crate::reading::structure::is_name;

/// The article, or those of a set.
pub(super) fn read(root: &Element) -> Vec<Document> {
    if root.name == "article" {
        return vec![document(root)];
    }
    root.all("article").into_iter().map(document).collect()
}

fn document(article: &Element) -> Document {
    let front = article.child("front");
    let about = front
        .and_then(|front| front.child("article-meta"))
        .or_else(|| article.child("front-stub"));
    let credits = credits(article, about);
    let mut writer = DocumentBuilder::default();
    if let Some(title) = &credits.headline {
        writer.heading(1);
        writer.write(title);
        writer.close();
    }
    let lead = about.and_then(|about| about.child("abstract"));
    for part in lead.into_iter().chain(article.child("body")) {
        article_markup::write(part, &mut writer);
    }
    let mut facts = credits.facts();
    if let Some(people) = about.map(people).filter(|people| !people.is_empty()) {
        facts.people = people;
    }
    let id = about.and_then(|about| about.child("article-id").map(Element::text));
    Document {
        name: id.and_then(|id| name_of(&id)),
        ..finished(writer, facts)
    }
}

fn credits(article: &Element, about: Option<&Element>) -> Credits {
    let text =
        |element: Option<&Element>| element.map(Element::text).filter(|text| !text.is_empty());
    let is_note = |element: &Element| !matches!(element.name.as_str(), "xref" | "fn");
    let title = about
        .and_then(|about| about.first("article-title"))
        .map(|title| title.text_without(&is_note));
    let journal = || text(article.child("front")?.first("journal-title"));
    let publisher = || text(article.child("front")?.first("publisher-name"));
    let doi = || {
        let ids = about?.elements();
        let doi = ids
            .filter(|element| element.name == "article-id")
            .find(|id| id.attribute("pub-id-type") == Some("doi"))?;
        Some(format!("https://doi.org/{}", doi.text()))
    };
    let address = about
        .and_then(|about| about.child("self-uri")?.attribute("href"))
        .filter(|address| address.starts_with("http"));
    Credits {
        headline: title.filter(|title| !title.is_empty()),
        byline: about.and_then(only_author),
        date: about.and_then(published),
        outlet: journal().or_else(publisher),
        language: article.attribute("lang").map(str::to_owned),
        url: address.map(str::to_owned).or_else(doi),
    }
}

/// The date of publication: `iso-8601-date`, else its parts; of several the one in print or on the web.
fn published(about: &Element) -> Option<String> {
    let dates: Vec<&Element> = about
        .elements()
        .filter(|element| element.name == "pub-date")
        .collect();
    let kind = |date: &&&Element| {
        let kind = date.attribute("date-type").or(date.attribute("pub-type"));
        matches!(kind, Some("pub" | "epub" | "ppub") | None)
    };
    let date = dates.iter().find(kind).or(dates.first())?;
    if let Some(written) = date.attribute("iso-8601-date") {
        return Some(written.to_owned());
    }
    let part = |name: &str| date.child(name).map(Element::text);
    let padded = |text: String| format!("{text:0>2}");
    let parts = [
        part("year"),
        part("month").map(padded),
        part("day").map(padded),
    ];
    let known: Vec<String> = parts.into_iter().map_while(|part| part).collect();
    (!known.is_empty()).then(|| known.join("-"))
}

/// The name of a contributor, forename first.
fn name(contributor: &Element) -> Option<String> {
    let name = contributor.first("name");
    let part = |key: &str| Some(name?.child(key)?.text());
    let parts = [part("given-names"), part("surname")];
    let joined = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let whole = || contributor.first("string-name").map(Element::text);
    Some(joined)
        .filter(|joined| !joined.is_empty())
        .or_else(whole)
        .filter(|name| is_name(name))
}

fn contributors(about: &Element) -> impl Iterator<Item = &Element> {
    about
        .elements()
        .filter(|element| element.name == "contrib-group")
        .flat_map(Element::elements)
        .filter(|element| element.name == "contrib")
}

/// The author, where there is one only: of several who sign an interview, one may be who answers.
fn only_author(about: &Element) -> Option<String> {
    let is_author = |contributor: &&Element| {
        matches!(contributor.attribute("contrib-type"), Some("author") | None)
    };
    let mut authors = contributors(about).filter(is_author);
    let only = authors.next().filter(|_| authors.next().is_none())?;
    name(only)
}

/// Whom the article says to have asked or answered.
fn people(about: &Element) -> Vec<Participant> {
    let person = |contributor: &Element| {
        let said = contributor.child("role").map(Element::text);
        let kind = contributor.attribute("contrib-type").map(str::to_owned);
        let role = said.into_iter().chain(kind).find_map(|kind| role(&kind))?;
        Some(Participant {
            name: name(contributor)?,
            role: Some(role),
            ..Participant::default()
        })
    };
    contributors(about).filter_map(person).collect()
}

fn role(kind: &str) -> Option<Role> {
    match kind.trim().to_lowercase().as_str() {
        "interviewer" | "moderator" | "host" => Some(Role::Interviewer),
        "interviewee" | "respondent" | "guest" => Some(Role::Guest),
        _ => None,
    }
}

//! NITF, the News Industry Text Format (`.xml`): the headline, the lead and the text of an article.
//!
//! <https://iptc.org/standards/nitf/>, <https://www.iptc.org/std/NITF/3.6/documentation/nitf.html>

use super::super::Document;
use super::super::document_builder::DocumentBuilder;
use super::super::xml_tree::Element;
use super::{Credits, article_markup, finished};

pub(super) fn read(root: &Element) -> Document {
    let credits = credits(root);
    let mut writer = DocumentBuilder::default();
    let body = root.child("body");
    let head = body.and_then(|body| body.child("body.head"));
    if let Some(headline) = &credits.headline {
        writer.heading(1);
        writer.write(headline);
        writer.close();
    }
    let lead = head.and_then(|head| head.child("abstract"));
    for part in lead
        .into_iter()
        .chain(body.and_then(|body| body.child("body.content")))
    {
        article_markup::write(part, &mut writer);
    }
    finished(writer, credits.facts())
}

fn credits(root: &Element) -> Credits {
    let head = root.child("head");
    let above = root.child("body").and_then(|body| body.child("body.head"));
    let found =
        |element: Option<&Element>| element.map(Element::text).filter(|text| !text.is_empty());
    let data = head.and_then(|head| head.child("docdata"));
    let published = head.and_then(|head| head.child("pubdata"));
    let norm = |name: &str| {
        let date = data?.child(name)?.attribute("norm")?;
        Some(date.to_owned())
    };
    let of_issue = published.and_then(|data| data.attribute("date.publication"));
    let story = || {
        let date = above?.first("story.date")?;
        date.attribute("norm").map(str::to_owned)
    };
    let holder = || data?.child("doc.copyright")?.attribute("holder");
    let headline = above.and_then(|above| above.first("hl1").or_else(|| above.child("hedline")));
    Credits {
        headline: found(headline).or_else(|| found(head?.child("title"))),
        byline: found(above.and_then(|above| above.first("byline")).map(signed)),
        date: of_issue
            .map(str::to_owned)
            .or_else(|| norm("date.release"))
            .or_else(|| norm("date.issue"))
            .or_else(story),
        outlet: published
            .and_then(|data| data.attribute("name"))
            .or_else(holder)
            .map(str::to_owned)
            .or_else(|| found(above?.first("distributor"))),
        language: root
            .attribute("lang")
            .or_else(|| root.child("body")?.attribute("lang"))
            .map(str::to_owned),
        url: None,
    }
}

/// The person of a byline, where one is marked: beside it stand titles and desks.
fn signed(byline: &Element) -> &Element {
    match byline.all("person").as_slice() {
        [only] => only,
        _ => byline,
    }
}

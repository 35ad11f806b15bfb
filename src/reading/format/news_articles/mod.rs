//! News articles as agencies, newspapers and journals exchange them: NewsML-G2, NITF, ninjs, JATS. A file a format; each
//! gives the blocks that the same article has as a web page.

mod article_markup;
mod jats;
mod newsml_g2;
pub(super) mod ninjs;
mod nitf;

use super::archival_transcripts::Markup;
use super::document_builder::DocumentBuilder;
use super::size_limits::Limits;
use super::xml_tree::Element;
use super::{BlockStyle, Document, blog_posts, inline_timestamps, turn_headings, xml_events};
use crate::interview::PartialDate;
use crate::reading::fact_kinds::MetadataAuthor;
use crate::reading::facts::Facts;
use crate::reading::structure::is_name;
use crate::reading::{ReadError, metadata, metadata_values, noise_lines};

/// Reads the articles of an XML file: one, or those of a message that carries several.
pub(super) fn read(
    markup: Markup,
    bytes: &[u8],
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Vec<Document>, ReadError> {
    let text = xml_events::decode(bytes, warnings)?;
    let what = format!("the {} file", markup.name());
    let known = warnings.len();
    let root = Element::root(&text, &what, limits, warnings)?;
    let is_whole = warnings.len() == known;
    let mut documents = match markup {
        Markup::NewsMl => newsml_g2::read(&root, limits, warnings)?,
        Markup::Nitf => vec![nitf::read(&root)],
        _ => jats::read(&root),
    };
    documents.retain(has_text);
    if documents.is_empty() {
        return Err(if is_whole {
            no_words(markup.name())
        } else {
            xml_events::without_words(&what)
        });
    }
    Ok(named(documents))
}

/// Whether a document has words beside its headline.
fn has_text(document: &Document) -> bool {
    let mut blocks = document.blocks.iter();
    blocks.any(|block| block.look != BlockStyle::Heading(1))
}

/// What is said of a file in which no article has a text.
fn no_words(format: &str) -> ReadError {
    ReadError::Malformed(format!(
        "its format is {format}, but it contains no text of an article that may be published; export the articles with \
         their text, or save their pages as .html"
    ))
}

/// One document needs no name; several are told apart by theirs.
fn named(mut documents: Vec<Document>) -> Vec<Document> {
    if let [only] = documents.as_mut_slice() {
        only.name = None;
        return documents;
    }
    for (at, document) in documents.iter_mut().enumerate() {
        let number = || (at + 1).to_string();
        document.name = Some(document.name.take().unwrap_or_else(number));
    }
    blog_posts::apart(&mut documents);
    documents
}

/// What tells an item from others: the last part of its identifier, `urn:newsml:example.org:20241003:bells`.
fn name_of(id: &str) -> Option<String> {
    let last = id.trim().trim_end_matches('/').rsplit(['/', ':']).next()?;
    (!last.is_empty()).then(|| last.to_owned())
}

/// What an article says of itself, as it is written there.
#[derive(Debug, Default)]
struct Credits {
    headline: Option<String>,
    byline: Option<String>,
    date: Option<String>,
    outlet: Option<String>,
    language: Option<String>,
    url: Option<String>,
}

impl Credits {
    fn facts(self) -> Facts {
        let present = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let date = self.date.as_deref().and_then(date);
        let author = present(self.byline).as_deref().and_then(author);
        let known = [
            ("title", present(self.headline)),
            ("outlet", present(self.outlet)),
            ("language", present(self.language)),
            ("url", present(self.url)),
            ("author", author),
        ];
        Facts {
            date,
            ..metadata::from_table(&super::table(known.into_iter()), MetadataAuthor::Program)
        }
    }
}

/// Who signs: "By Ann Lee and Bo Roy", "Von Ann Lee, dpa". What is not a name is nobody.
fn author(byline: &str) -> Option<String> {
    if let Some(name) = noise_lines::byline(byline) {
        return Some(name);
    }
    let names = without_opening(byline.split(['/', '|', '(']).next()?);
    let split = [" and ", " et ", " und ", " y ", ", "];
    let names = split
        .iter()
        .fold(names.to_owned(), |names, word| names.replace(word, ";"));
    let names: Vec<&str> = names.split(';').map(str::trim).collect();
    let known: Vec<&str> = names.into_iter().take_while(|name| is_name(name)).collect();
    (!known.is_empty()).then(|| known.join(", "))
}

/// A byline without the word before its name: "By Ann Lee", "Par Anne Roy".
fn without_opening(byline: &str) -> &str {
    const OPENINGS: [&str; 6] = ["by", "par", "von", "por", "di", "da"];
    let byline = byline.trim();
    let opened = byline.split_once(' ').filter(|(first, rest)| {
        // "Di Stefano": a name begins with such a word too.
        OPENINGS.contains(&first.to_lowercase().as_str()) && rest.trim().contains(' ')
    });
    opened.map_or(byline, |(_, rest)| rest.trim())
}

/// A date as these formats write it: `2024-10-03T08:00:00Z`, `20241003T080000Z`, `20241003`.
fn date(text: &str) -> Option<PartialDate> {
    let day = text.trim().split(['T', ' ']).next()?;
    let compact = day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit());
    if compact {
        let (year, month, rest) = (day.get(..4)?, day.get(4..6)?, day.get(6..)?);
        return metadata_values::date(&format!("{year}-{month}-{rest}"));
    }
    metadata_values::date(day)
}

/// The document of what was written.
fn finished(writer: DocumentBuilder, facts: Facts) -> Document {
    Document {
        facts,
        ..inline_timestamps::taken_up(turn_headings::taken_up(writer.finish()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_forms_of_agencies() {
        let day = "2024-10-03".parse().ok();
        for written in [
            "2024-10-03",
            "2024-10-03T08:00:00+02:00",
            "20241003T080000Z",
            "20241003",
        ] {
            assert_eq!(date(written), day, "{written}");
        }
        assert_eq!(date("soon"), None);
    }

    #[test]
    fn a_byline_gives_the_names_that_it_has_and_no_desk() {
        assert_eq!(author("By Ann Lee").as_deref(), Some("Ann Lee"));
        assert_eq!(author("Von Ann Lee, dpa").as_deref(), Some("Ann Lee"));
        assert_eq!(
            author("Ann Lee and Bo Roy").as_deref(),
            Some("Ann Lee, Bo Roy")
        );
        assert_eq!(author("the 3 editors of the day"), None);
    }
}

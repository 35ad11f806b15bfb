//! Books of interviews: a chapter for each.

use super::document_builder::DocumentBuilder;
use super::size_limits::Limits;
use super::{BlockStyle, Document, html, inline_timestamps};
use crate::interview::{PartialDate, Role};
use crate::reading::facts::Facts;
use crate::reading::participants::Participant;
use crate::reading::structure::{is_name, role_and_question_cues};
use crate::reading::{ReadError, metadata_values};

/// How many blocks of a chapter may stand before its place and date.
const HEAD: usize = 4;

/// The interviews of a book whose chapters, two or more, ask each somebody else; `None` where it is one.
pub(super) fn interviews(
    chapters: &[String],
    book: &Facts,
    limits: &Limits,
    warnings: &mut Vec<String>,
) -> Result<Option<Vec<Document>>, ReadError> {
    let (mut found, mut others) = (Vec::new(), Vec::new());
    for (at, chapter) in chapters.iter().enumerate() {
        let mut writer = DocumentBuilder::default();
        html::write(chapter, limits, &mut writer)?;
        let document = inline_timestamps::taken_up(writer.finish());
        let title = title(&document);
        let guest = title.as_deref().and_then(guest);
        match guest.filter(|_| asks(&document)) {
            Some(guest) => found.push(of_chapter(document, at, title, guest, book)),
            None if asks(&document) => return Ok(None),
            None => others.extend(title),
        }
    }
    let guest = |document: &Document| document.facts.people.first().map(|one| one.name.clone());
    let different = found
        .windows(2)
        .any(|pair| guest(&pair[0]) != guest(&pair[1]));
    if !different {
        return Ok(None);
    }
    if !others.is_empty() {
        warnings.push(format!(
            "chapters without questions are left out: {}",
            others
                .iter()
                .map(|title| format!("`{title}`"))
                .collect::<Vec<_>>()
                .join(", ")
        ));
    }
    Ok(Some(found))
}

fn of_chapter(
    mut document: Document,
    at: usize,
    title: Option<String>,
    guest: String,
    book: &Facts,
) -> Document {
    let dated = document
        .blocks
        .iter()
        .take(HEAD)
        .position(|block| place_and_date(document.words(block)).is_some());
    let date = dated.and_then(|at| place_and_date(document.words(&document.blocks[at])));
    if let Some(at) = dated {
        document.blocks.remove(at);
    }
    Document {
        name: Some((at + 1).to_string()),
        facts: Facts {
            title,
            // The book's date says when it was printed.
            date,
            people: vec![Participant {
                name: guest,
                role: Some(Role::Guest),
                ..Participant::default()
            }],
            ..book.clone()
        },
        ..document
    }
}

/// The first heading of a chapter.
fn title(document: &Document) -> Option<String> {
    let heading = document
        .blocks
        .iter()
        .take(HEAD)
        .find(|block| matches!(block.look, BlockStyle::Heading(_)))?;
    Some(document.words(heading).to_owned())
}

/// Whom a title names: "Hedda Lomm, bells", "Bells: Hedda Lomm", "A talk with Hedda Lomm".
fn guest(title: &str) -> Option<String> {
    let parts = title.split([',', ':', '–', '—', '|', '(', '«', '“']);
    let with = [" with ", " avec ", " mit ", " con "]
        .iter()
        .filter_map(|word| title.split_once(word))
        .filter_map(|(_, name)| name.split([',', ':', '–', '—', '|', '(']).next());
    let full = |part: &&str| is_name(part) && (2..=4).contains(&part.split_whitespace().count());
    with.chain(parts)
        .map(|part| {
            part.trim()
                .trim_start_matches(|char: char| char.is_ascii_digit() || matches!(char, '.' | ' '))
        })
        .find(full)
        .map(str::to_owned)
}

fn asks(document: &Document) -> bool {
    let asks = |block: &&super::Block| role_and_question_cues::ends_asking(document.words(block));
    document.blocks.iter().any(|block| asks(&block))
}

/// The date of a line that says where and when: "Oberlund, 3 October 2022".
fn place_and_date(line: &str) -> Option<PartialDate> {
    if line.len() > 80 {
        return None;
    }
    let after = line.split_once(',').map(|(_, date)| date.trim());
    [Some(line.trim()), after]
        .into_iter()
        .flatten()
        .filter(|date| date.len() <= 30)
        .find_map(metadata_values::date)
        .filter(|date| date.month().is_some())
}

//! The spans of withdrawn passages: where the words that an owner takes back stand in a transcript.
//!
//! White space is compared as one space, as a message shows it.

use serde_json::Value;

use super::document::Document;
use super::metadata_faults::shown;
use super::withdrawn_passages::{WithdrawnPassages, may_withdraw, of_malformed};
use crate::interview::Span;
use crate::language::find_words;

/// Every place of every withdrawn text in each document of a file, in reading order; a text that stands in none of
/// them is a warning.
pub(super) fn withdrawn_spans(
    documents: &[Document],
    sidecar: &WithdrawnPassages,
    warnings: &mut Vec<String>,
) -> Vec<Vec<Span>> {
    let mut found = vec![false; sidecar.texts.len()];
    let mut all = Vec::new();
    for document in documents {
        let own = &document.facts.withdrawn;
        let mut own_found = vec![false; own.texts.len()];
        let mut places = Vec::new();
        let texts = sidecar.texts.iter().zip(&mut found);
        for (text, found) in texts.chain(own.texts.iter().zip(&mut own_found)) {
            let before = places.len();
            places.extend(places_of(document, text));
            *found |= places.len() > before;
        }
        if sidecar.is_uncertain || own.is_uncertain {
            places = vec![Span::new(0, document.text.len())];
        }
        places.sort_unstable();
        all.push(places);
        warnings.extend(not_found("front matter", &own.texts, &own_found));
    }
    warnings.extend(not_found("sidecar", &sidecar.texts, &found));
    all
}

/// Every place of a text after the front matter.
fn places_of(document: &Document, text: &str) -> Vec<Span> {
    let mut from = document.blocks.first().map_or(0, |block| block.span.start);
    let mut places = Vec::new();
    while let Some(place) = find_words(&document.text, text, from) {
        from = place.end;
        places.push(place);
    }
    places
}

fn not_found(source: &str, texts: &[String], found: &[bool]) -> Vec<String> {
    let missing = texts.iter().zip(found).filter(|(_, found)| !**found);
    let warning = |text: &String| {
        let opening = shown(&Value::String(text.clone()));
        format!(
            "the {source} withdraws words that are not in the file: `{opening}`; remove them from the {source}, or write them as they are in the file"
        )
    };
    missing.map(|(text, _)| warning(text)).collect()
}

/// Whether a text that is meant as a sidecar may withdraw words of an interview: some of them stand in it. Without the
/// interview's text, any may.
#[must_use]
pub fn may_withdraw_from(text: &str, interview: Option<&str>) -> bool {
    if !may_withdraw(text) {
        return false;
    }
    let withdrawn = of_malformed(text);
    // Marks of Markdown may stand between the words.
    let plain = |text: &str| text.replace(['*', '_', '`'], "");
    let stands = |interview: &str| {
        let interview = plain(interview);
        let mut texts = withdrawn.texts.iter();
        texts.any(|words| find_words(&interview, &plain(words), 0).is_some())
    };
    withdrawn.is_uncertain || interview.is_none_or(stands)
}

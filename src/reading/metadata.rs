//! What is known about an interview: from its sidecar, its front matter, its text and its name, the
//! first that knows a thing being believed.

use std::path::Path;

use serde_json::{Map, Value};

use super::document::Document;
use super::fact_kinds::{Fact, MetadataAuthor};
use super::facts::Facts;
use super::metadata_values::MetadataTable;
pub(super) use super::participants::Participant;
use super::structure::title_page;
use super::trim_settings::Cuts;
use super::{Origin, date_parsing, noise_lines, withdrawn_passages};
use crate::interview::Role;
use crate::language::Language;

/// How many lines of a block may be the head of a text.
const LONGEST_HEAD: usize = 6;

/// Where each fact comes from: the first layer that knows it.
pub(super) fn origins(layers: &[(Origin, Facts)]) -> Vec<(Fact, Origin)> {
    type Known = fn(&Facts) -> bool;
    let knows: [(Fact, Known); 6] = [
        (Fact::Title, |facts| facts.title.is_some()),
        (Fact::Outlet, |facts| facts.outlet.is_some()),
        (Fact::Date, |facts| facts.date.is_some()),
        (Fact::Url, |facts| facts.url.is_some()),
        (Fact::Language, |facts| facts.language.is_some()),
        (Fact::Speakers, |facts| !facts.people.is_empty()),
    ];
    let origin = |(fact, known): &(Fact, Known)| {
        let (origin, _) = layers.iter().find(|(_, facts)| known(facts))?;
        Some((*fact, *origin))
    };
    knows.iter().filter_map(origin).collect()
}

/// What a table of keys and values says; keys that mean nothing here are left.
pub(super) fn from_table(table: &Map<String, Value>, author: MetadataAuthor) -> Facts {
    let mut values = MetadataTable::of(table, author);
    Facts {
        title: values.text("title", Fact::Title),
        outlet: values.text("outlet", Fact::Outlet),
        date: values.date(),
        url: values.address(),
        language: values.language(),
        people: values.people(),
        withdrawn: withdrawn_passages::of_table(table, author, &mut values.faults),
        cuts: match author {
            MetadataAuthor::Sidecar | MetadataAuthor::FrontMatter => {
                Cuts::of_table(table, &mut values.faults)
            }
            MetadataAuthor::Program => Cuts::default(),
        },
        faults: values.faults,
    }
}

/// The language of a code of two or three letters, a tag or its English name, as programs give it.
pub(super) fn language(name: &str) -> Option<Language> {
    const NAMES: [(Language, &[&str]); 18] = [
        (Language::Arabic, &["ara", "arabic"]),
        (Language::Danish, &["dan", "danish"]),
        (Language::Dutch, &["nld", "dut", "dutch"]),
        (Language::English, &["eng", "english"]),
        (Language::Finnish, &["fin", "finnish"]),
        (Language::French, &["fra", "fre", "french"]),
        (Language::German, &["deu", "ger", "german"]),
        (Language::Greek, &["ell", "gre", "greek"]),
        (Language::Hungarian, &["hun", "hungarian"]),
        (Language::Italian, &["ita", "italian"]),
        (Language::Norwegian, &["nor", "nob", "norwegian"]),
        (Language::Portuguese, &["por", "portuguese"]),
        (Language::Romanian, &["ron", "rum", "romanian"]),
        (Language::Russian, &["rus", "russian"]),
        (Language::Spanish, &["spa", "spanish"]),
        (Language::Swedish, &["swe", "swedish"]),
        (Language::Tamil, &["tam", "tamil"]),
        (Language::Turkish, &["tur", "turkish"]),
    ];
    let lower = name.trim().to_lowercase();
    let code = lower.split(['-', '_']).next().unwrap_or_default();
    let called = NAMES.iter().find(|(_, names)| names.contains(&code));
    let language = called.map_or_else(|| Language::from_tag(code), |(language, _)| *language);
    (language != Language::Other).then_some(language)
}

/// What the text's own first and last lines say, and its first-level heading.
pub(super) fn from_text(document: &Document) -> Facts {
    use super::document::BlockStyle;
    let blocks = &document.blocks;
    let headings = || {
        blocks
            .iter()
            .filter(|block| block.look == BlockStyle::Heading(1))
    };
    let title = (headings().count() == 1)
        .then(|| headings().next())
        .flatten()
        .map(|block| document.words(block).to_owned())
        .filter(|title| {
            !title.ends_with('?')
                || blocks
                    .first()
                    .is_some_and(|first| first.look == BlockStyle::Heading(1))
        });
    let edges = || blocks.iter().take(6).chain(blocks.iter().rev().take(4));
    let lines = || edges().flat_map(|block| document.words(block).lines().take(LONGEST_HEAD));
    let date = || lines().find_map(date_parsing::of_parts);
    let (listed, day) = title_page::facts(blocks.iter().map(|block| document.words(block)));
    let byline = blocks
        .iter()
        .find_map(|block| noise_lines::byline(document.words(block)));
    let signed = byline.map(|name| (name, Role::Interviewer));
    let asks = |(_, role): &(String, Role)| *role == Role::Interviewer;
    let signed = signed.filter(|_| !listed.iter().any(asks));
    let person = |(name, role)| Participant {
        name,
        role: Some(role),
        ..Participant::default()
    };
    Facts {
        title,
        date: day.or_else(date),
        people: listed.into_iter().chain(signed).map(person).collect(),
        ..Facts::default()
    }
}

/// What the file's name says: a date written as ISO 8601 does, to the day or month.
pub(super) fn from_name(path: &Path) -> Facts {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Facts {
        date: date_parsing::of_name(&name),
        ..Facts::default()
    }
}

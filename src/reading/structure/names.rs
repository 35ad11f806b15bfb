//! What may be somebody's name.

use unicode_normalization::UnicodeNormalization;

use super::label::is_name;
use super::wording::{is_generic, role_word};

const NOT_NAMES: [&str; 36] = [
    "attention",
    "note",
    "remarque",
    "resume",
    "en resume",
    "conclusion",
    "exemple",
    "par exemple",
    "important",
    "bref",
    "resultat",
    "warning",
    "source",
    "sources",
    "photo",
    "update",
    "edit",
    "ps",
    "nb",
    "n.b",
    "summary",
    "example",
    "result",
    "introduction",
    "chapo",
    "titre",
    "title",
    "date",
    "url",
    "tags",
    "contact",
    "lire aussi",
    "mise a jour",
    "editor's note",
    "ndlr",
    "disclaimer",
];

/// A name without titles, parentheses, times and marks, where it may be one.
pub(in crate::reading) fn bare(text: &str) -> Option<String> {
    let text = text.split(['(', '[', ',']).next().unwrap_or_default();
    let text = text
        .trim_matches(|char: char| char.is_whitespace() || matches!(char, '*' | '_' | '#' | '"'));
    let end = text
        .rfind(|char: char| !(char.is_ascii_digit() || char == ':' || char == ' '))
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(1, char::len_utf8)
        });
    let timed = text[end..].contains(':');
    let text = if timed { text[..end].trim() } else { text };
    let key = key(text);
    let known = role_word(text).is_some() || is_generic(text) && !text.is_empty();
    (known || (is_name(text) && !NOT_NAMES.contains(&key.as_str()))).then(|| text.to_owned())
}

/// A phrase before a colon that may be what an outlet is called ("20 Minutes", "franceinfo").
pub(super) fn phrase(text: &str) -> Option<String> {
    let text = text.trim_matches(|char: char| char.is_whitespace() || matches!(char, '*' | '_'));
    let inner = |char: char| char.is_alphanumeric() || matches!(char, '\'' | '’' | '-' | '&' | '.');
    let shaped = |word: &str| word.chars().all(inner);
    let words = text.split_whitespace().count();
    let is_phrase = (1..=5).contains(&words)
        && text.starts_with(char::is_alphanumeric)
        && text.split_whitespace().all(shaped)
        && !NOT_NAMES.contains(&key(text).as_str());
    is_phrase.then(|| text.to_owned())
}

/// A name as it is compared: lower case, without accents or titles.
pub(in crate::reading) fn key(name: &str) -> String {
    let folded: String = name
        .nfd()
        .filter(|char| !unicode_normalization::char::is_combining_mark(*char))
        .flat_map(char::to_lowercase)
        .map(|char| if char == '’' { '\'' } else { char })
        .collect();
    let words = folded
        .split_whitespace()
        .map(|word| word.trim_end_matches('.'));
    let titles = [
        "m", "mr", "mrs", "ms", "mme", "mlle", "dr", "prof", "pr", "monsieur", "madame",
    ];
    let mut kept: Vec<&str> = words.collect();
    if kept.len() > 1 && titles.contains(&kept[0]) {
        kept.remove(0);
    }
    kept.join(" ")
}

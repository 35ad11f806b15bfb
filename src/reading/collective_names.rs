//! Collective names: names of groups, desks and sites, which are nobody's.

use super::structure::name_keys::key;

/// Whether a name is that of a group, a desk or a site: "Les accordeuses", "La rédaction", "The Editors", "Staff".
pub(super) fn is_collective(name: &str) -> bool {
    const ARTICLES: [&str; 16] = [
        "le", "la", "les", "l", "the", "die", "der", "das", "el", "los", "las", "il", "lo", "i",
        "gli", "our",
    ];
    const GROUPS: [&str; 23] = [
        "admin",
        "administrator",
        "editor",
        "editors",
        "editorial",
        "staff",
        "team",
        "newsroom",
        "desk",
        "redaction",
        "equipe",
        "redaktion",
        "redaccion",
        "equipo",
        "redazione",
        "magazine",
        "podcast",
        "radio",
        "webmaster",
        "blog",
        "association",
        "collectif",
        "verein",
    ];
    let key = key(name);
    let words: Vec<&str> = key
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    // "Le Van Minh", "Lo Presti": three words, or two of which the second is a name alone, may be somebody.
    let article = words.first().is_some_and(|first| ARTICLES.contains(first));
    let plural = name
        .split_whitespace()
        .nth(1)
        .is_some_and(|second| second.starts_with(char::is_lowercase));
    (article && plural) || words.iter().any(|word| GROUPS.contains(word))
}

//! Forms of a name: whether a label is a name or a shorter form of it, such as a surname or initials.

use super::name_keys::key;

/// Whether a label is a name or a shorter form of it.
pub(in crate::reading) fn is_form_of(label: &str, name: &str) -> bool {
    let words = |name: &str| words(&key(name));
    same(&words(label), &words(name))
}

pub(super) fn words(key: &str) -> Vec<String> {
    key.split_whitespace().map(str::to_owned).collect()
}

/// Whether `label` is `name` or a shorter form of it.
pub(super) fn same(label: &[String], name: &[String]) -> bool {
    if label == name {
        return true;
    }
    if name.len() > 1 && are_initials(label, name) {
        return true;
    }
    if label.len() == 1 && name.len() > 1 {
        return name.first() == label.first() || name.last() == label.first();
    }
    if label.len() >= name.len() || label.is_empty() {
        return label.len() == name.len()
            && label.len() > 1
            && label.last() == name.last()
            && label[0].chars().count() == 1
            && name[0].starts_with(&label[0]);
    }
    // "van Gogh" for "Vincent van Gogh", "Jean Dupont" for "Jean Pierre Dupont".
    name.ends_with(label) || (name.first() == label.first() && name.last() == label.last())
}

/// Whether `label` is the initials of `name`: "MP", "M.P.", "M. P.", "JPM" for "Jean-Pierre Moulin".
fn are_initials(label: &[String], name: &[String]) -> bool {
    let letters: String = match label {
        [one] => one.replace(['.', '-'], ""),
        several if several.iter().all(|word| word.chars().count() == 1) => several.concat(),
        _ => return false,
    };
    let initials = name
        .iter()
        .flat_map(|word| word.split('-'))
        .filter_map(|word| word.chars().next());
    letters == initials.collect::<String>()
}

/// A name in capitals as a name is usually written.
pub(super) fn tidy(name: &str) -> String {
    let capitals = name
        .chars()
        .filter(|char| char.is_alphabetic())
        .all(char::is_uppercase);
    if !capitals || name.chars().count() <= 3 {
        return name.to_owned();
    }
    let mut start = true;
    name.chars()
        .flat_map(|char| {
            let char_out: Vec<char> = if start {
                vec![char]
            } else {
                char.to_lowercase().collect()
            };
            start = !char.is_alphanumeric();
            char_out
        })
        .collect()
}

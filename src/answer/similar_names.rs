//! Suggestions for a misspelled name: the most similar names that exist.

use strsim::{damerau_levenshtein, jaro_winkler};

use crate::language::normalized_name;

/// From here on two names are so alike that one was surely meant by the other.
const ALIKE: f64 = 0.85;
/// From here on one may have been meant.
const NEAR: f64 = 0.75;
/// What a name that is not near counts at most.
const FAR: f64 = 0.5;
/// How many letters of a name have to be typed at least, to stand for the whole.
const BEGUN: usize = 3;
/// How many are named where none was surely meant.
const NAMED: usize = 3;

/// The name that was surely meant, or else up to three that come near, the nearest first; none where none is near.
/// Compared without case and accents, the whole name or one of its words.
#[must_use]
pub fn similar_names<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    nearest(typed, names, NEAR)
}

/// As [`similar_names`], but that up to three are named where none is near: what there is.
#[must_use]
pub fn nearest_names<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    nearest(typed, names, 0.0)
}

fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>, least: f64) -> Vec<String> {
    let wanted = normalized_name(typed);
    let weighed = names.map(|name| (likeness(name, &wanted), name));
    let mut weighed: Vec<(f64, &str)> = weighed.filter(|(alike, _)| *alike >= least).collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    weighed.dedup_by(|a, b| a.1 == b.1);
    let sure = weighed.first().is_some_and(|(best, _)| *best >= ALIKE);
    let named = weighed.into_iter().take(if sure { 1 } else { NAMED });
    named.map(|(_, name)| name.to_owned()).collect()
}

/// The name that was surely meant; `None` where none is so near.
#[must_use]
pub fn closest_name<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    let wanted = normalized_name(typed);
    let alike = |name: &str| jaro_winkler(&normalized_name(name), &wanted) >= ALIKE;
    let near = similar_names(typed, names);
    near.into_iter().next().filter(|name| alike(name))
}

/// The name that was surely meant by it or by one of its words; `None` where none is so near.
#[must_use]
pub fn surely_named<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    let wanted = normalized_name(typed);
    let near = similar_names(typed, names).into_iter().next();
    near.filter(|name| likeness(name, &wanted) >= ALIKE)
}

/// How alike a name, or the word of it that is most, is to a bare one: 1 for the same.
fn likeness(name: &str, wanted: &str) -> f64 {
    let bare = normalized_name(name);
    let words = bare.split(' ').chain([bare.as_str()]);
    words.fold(0.0_f64, |best, word| best.max(word_likeness(word, wanted)))
}

/// The measure of Jaro and Winkler thinks much of a common beginning: "polaris" is near to "pour" by it. So a third of
/// the letters may differ at most, unless only the beginning was typed.
fn word_likeness(word: &str, wanted: &str) -> f64 {
    let letters = |text: &str| text.chars().count();
    let longer = letters(word).max(letters(wanted));
    let is_beginning = letters(wanted) >= BEGUN && word.starts_with(wanted);
    let alike = jaro_winkler(word, wanted);
    if is_beginning || damerau_levenshtein(word, wanted) <= longer / 3 {
        alike
    } else {
        alike.min(FAR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_was_surely_meant_is_named_alone_and_else_those_that_are_near() {
        let names = ["farm", "Nature sauvage", "forest", "Michel Paulin"];
        for (typed, named) in [
            ("fram", &["farm"][..]),
            ("NATURE", &["Nature sauvage"]),
            ("pualin", &["Michel Paulin"]),
            ("for", &["forest"]),
            ("zzz", &[]),
            ("Zorro", &[]),
            // They begin alike, or have letters in common.
            ("polaris", &[]),
            ("former", &[]),
            ("naturel", &["Nature sauvage"]),
        ] {
            assert_eq!(similar_names(typed, names.into_iter()), named, "{typed}");
        }
        assert!(similar_names("fram", std::iter::empty()).is_empty());
        let there_are = ["Michel Paulin", "Nature sauvage", "farm"];
        assert_eq!(nearest_names("zzz", names.into_iter()), there_are);
    }
}

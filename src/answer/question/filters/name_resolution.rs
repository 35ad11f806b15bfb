//! Name resolution: the speakers that a typed name may stand for.

use crate::index::{Catalogue, NameSpelling};

/// Whoever a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::answer) enum NameResolution {
    /// One person, in every form that the corpus writes the name in.
    One(Vec<String>),
    /// Several people.
    Several(Vec<String>),
}

/// Whoever is called by a whole name or by a surname, given as [`NameSpelling::bare`]; `None` where nobody is.
pub(super) fn resolve_name(typed: &str, catalogue: &Catalogue) -> Option<NameResolution> {
    among(typed, &catalogue.speakers)
}

/// The same among some names.
pub(super) fn among(typed: &str, names: &[NameSpelling]) -> Option<NameResolution> {
    let is_number = typed.chars().all(char::is_numeric);
    let of = |part: &str, whole: &str| part == whole || ends_with_words(whole, part);
    let speakers = || names.iter();
    let candidates: Vec<&NameSpelling> = speakers().filter(|name| of(typed, &name.bare)).collect();
    if is_number || candidates.is_empty() {
        return None;
    }
    // "Paulin" in one interview is "Michel Paulin" of another, as long as no other Paulin speaks.
    let only_form = |short: &str| {
        let mut called_so = speakers().filter(|name| of(short, &name.bare));
        of(short, typed) && called_so.all(|name| of(typed, &name.bare) || of(&name.bare, typed))
    };
    let related = || speakers().filter(|name| of(typed, &name.bare) || only_form(&name.bare));
    let fullest = related()
        .map(|name| &name.bare)
        .max_by_key(|bare| bare.len())?;
    if related().all(|name| of(&name.bare, fullest)) {
        return Some(NameResolution::One(written(related())));
    }
    let exact = |name: &&NameSpelling| name.bare == typed && typed.contains(' ');
    match speakers().find(exact) {
        Some(exact) => Some(NameResolution::One(vec![exact.written.clone()])),
        None => Some(NameResolution::Several(written(candidates.into_iter()))),
    }
}

/// Whoever has a name among theirs, a first name too.
pub(super) fn with_name(typed: &str, catalogue: &Catalogue) -> Option<NameResolution> {
    with_name_among(typed, &catalogue.speakers)
}

/// The same among some names.
pub(super) fn with_name_among(typed: &str, names: &[NameSpelling]) -> Option<NameResolution> {
    if let Some(person) = among(typed, names) {
        return Some(person);
    }
    let padded = format!(" {typed} ");
    let has =
        |name: &&NameSpelling| !typed.is_empty() && format!(" {} ", name.bare).contains(&padded);
    let names = written(names.iter().filter(has));
    match names.len() {
        0 => None,
        1 => Some(NameResolution::One(names)),
        _ => Some(NameResolution::Several(names)),
    }
}

fn ends_with_words(whole: &str, part: &str) -> bool {
    let rest = whole.strip_suffix(part);
    rest.is_some_and(|rest| rest.ends_with(' '))
}

pub(super) fn written<'a>(names: impl Iterator<Item = &'a NameSpelling>) -> Vec<String> {
    names.map(|name| name.written.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::normalized_name;

    fn catalogue(names: &[&str]) -> Catalogue {
        let name = |written: &&str| NameSpelling {
            written: (*written).to_owned(),
            bare: normalized_name(written),
        };
        Catalogue {
            speakers: names.iter().map(name).collect(),
            ..Catalogue::default()
        }
    }

    #[test]
    fn a_name_stands_for_those_who_bear_it() {
        let one = |names: &[&str]| {
            Some(NameResolution::One(
                names.iter().map(|n| (*n).into()).collect(),
            ))
        };
        let several = |names: &[&str]| {
            Some(NameResolution::Several(
                names.iter().map(|n| (*n).into()).collect(),
            ))
        };
        for (speakers, typed, person) in [
            (&["Michel Paulin"][..], "paulin", one(&["Michel Paulin"])),
            (&["Michel Paulin"], "michel paulin", one(&["Michel Paulin"])),
            (&["Michel Paulin"], "michel", None),
            (&["Michel Paulin"], "anne paulin", None),
            (&["Michel Paulin"], "lin", None),
            (
                &["Charles de Gaulle"],
                "de gaulle",
                one(&["Charles de Gaulle"]),
            ),
            (
                &["Paulin", "Michel Paulin"],
                "michel paulin",
                one(&["Paulin", "Michel Paulin"]),
            ),
            (
                &["Paulin", "Michel Paulin"],
                "paulin",
                one(&["Paulin", "Michel Paulin"]),
            ),
            (
                &["Michel Paulin", "Anne Paulin"],
                "paulin",
                several(&["Michel Paulin", "Anne Paulin"]),
            ),
            (
                &["Paulin", "Michel Paulin", "Anne Paulin"],
                "anne paulin",
                one(&["Anne Paulin"]),
            ),
            (
                &["Jean Michel Paulin", "Michel Paulin", "Anne Paulin"],
                "michel paulin",
                one(&["Jean Michel Paulin", "Michel Paulin"]),
            ),
            (&["Speaker 1"], "1", None),
            (&["Speaker 1"], "speaker 1", one(&["Speaker 1"])),
        ] {
            assert_eq!(resolve_name(typed, &catalogue(speakers)), person, "{typed}");
        }
    }

    #[test]
    fn a_first_name_will_do_where_it_is_said_to_be_a_name() {
        let both = catalogue(&["Michel Paulin", "Michel Dupont", "Anne Paul"]);
        assert!(matches!(
            with_name("anne", &both),
            Some(NameResolution::One(_))
        ));
        assert!(
            matches!(with_name("michel", &both), Some(NameResolution::Several(names)) if names.len() == 2)
        );
        assert_eq!(with_name("pau", &both), None);
    }
}

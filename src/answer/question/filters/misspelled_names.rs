//! Misspelled names of speakers, read as the nearest existing name.

use strsim::osa_distance;

use super::name_resolution::{NameResolution, among};
use super::name_sound::sounds_alike;
use crate::index::NameSpelling;
use crate::language::normalized_name;

/// A shorter name has too many neighbours to know which was meant, in characters.
const SHORTEST: usize = 5;
/// From this length on, a name may be typed as it sounds.
const HEARD: usize = 4;
/// From this length on, two mistakes in a word are looked past.
const LONG: usize = 7;

/// Whoever was meant by a misspelt name, the whole one or the surname, with the name as it is written; `None` where
/// nobody is near, or several people are.
pub(super) fn resolve_misspelled_name(
    typed: &str,
    names: &[NameSpelling],
) -> Option<(NameResolution, String)> {
    if typed.chars().count() < SHORTEST || typed.contains(char::is_numeric) {
        return None;
    }
    let count = typed.split(' ').count();
    let mut near = names.iter().filter_map(|name| {
        let words: Vec<&str> = name.bare.split(' ').collect();
        let from = words.len().checked_sub(count)?;
        mistakes(typed, &words[from..]).map(|mistakes| (mistakes, words[from..].join(" ")))
    });
    let first = near.next()?;
    let (_, bare) = near.fold(
        first,
        |best, other| if other.0 < best.0 { other } else { best },
    );
    let person = among(&bare, names)?;
    let NameResolution::One(forms) = &person else {
        return Some((person, bare));
    };
    let fullest = forms.iter().max_by_key(|form| form.chars().count())?;
    let written: Vec<&str> = fullest.split_whitespace().collect();
    let from = written.len().saturating_sub(count);
    let surname = written[from..].join(" ");
    let read = if normalized_name(&surname) == bare {
        surname
    } else {
        fullest.clone()
    };
    Some((person, read))
}

/// How many letters are wrong, where each word is near to its counterpart and one is wrong at all. Nobody mistypes a
/// first letter.
fn mistakes(typed: &str, words: &[&str]) -> Option<usize> {
    let mut all = 0;
    for (typed, word) in typed.split(' ').zip(words) {
        let length = typed.chars().count();
        let allowed = match length {
            LONG.. => 2,
            4.. => 1,
            _ => 0,
        };
        let is_alike = typed.chars().next() == word.chars().next();
        let distance = osa_distance(typed, word);
        if distance > 0 && length >= HEARD && sounds_alike(typed, word) {
            all += 1;
            continue;
        }
        if distance > allowed || (distance > 0 && !is_alike) {
            return None;
        }
        all += distance;
    }
    (all > 0).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<NameSpelling> {
        let name = |written: &str| NameSpelling {
            written: written.to_owned(),
            bare: normalized_name(written),
        };
        ["Aaron Swartz", "Emmanuel Zimmert", "Michel Paulin"]
            .map(name)
            .into()
    }

    #[test]
    fn a_misspelt_name_is_read_as_the_nearest() {
        for (typed, read) in [
            ("paullin", Some("Paulin")),
            ("schwartz", Some("Swartz")),
            ("emanuel zimert", Some("Emmanuel Zimmert")),
            ("michel pualin", Some("Michel Paulin")),
            ("polin", Some("Paulin")),
            ("martin", None),
            ("zaulin", None),
            ("paulin", None),
            ("pol", None),
        ] {
            let found = resolve_misspelled_name(typed, &names()).map(|(_, read)| read);
            assert_eq!(found.as_deref(), read, "{typed}");
        }
    }
}

//! A guest whose name stands in a question that is not asked of anybody: "What does Ada Byron use her telescope for?".
//!
//! It may be about them or asked of them: no filter is made of it here. Whoever ranks passages looks at theirs first.

use super::name_resolution::{NameResolution, among};
use super::{WordSpan, cover, joined};
use crate::index::{Catalogue, NameSpelling};
use crate::interview::Span;
use crate::language::{begins_sentence, normalized_words};

/// The longest name, and of how many words of a question at most it is looked for.
const NAME: usize = 6;
const WORDS: usize = 64;

/// The only guest who is named in a question, in every form that the corpus writes the name in, and the bytes that name
/// them with an 's behind. A surname alone counts where it is written like a name.
pub(in crate::answer) fn named_guest(
    text: &str,
    catalogue: &Catalogue,
) -> Option<(Vec<String>, Span)> {
    let mut words = normalized_words(text);
    words.truncate(WORDS);
    let asked = likely(&words, &catalogue.speakers);
    if asked.is_empty() {
        return None;
    }
    let mut found =
        (0..words.len()).filter_map(|at| name_at(text, &words, at, (&asked, catalogue)));
    let (names, range) = found.next()?;
    if found.any(|(other, _)| other != names) {
        return None;
    }
    let end = range.end + usize::from(words.get(range.end).is_some_and(|word| word.0 == "s"));
    Some((names, cover(&words, range.start..end)))
}

/// The bare names whose last word stands in the question: few, so that only those are compared.
fn likely<'c>(words: &[WordSpan], speakers: &'c [NameSpelling]) -> Vec<&'c str> {
    let surname = |name: &'c NameSpelling| name.bare.rsplit(' ').next();
    let is_typed = |name: &str| words.iter().any(|word| word.0 == name);
    let names = speakers
        .iter()
        .filter(|name| surname(name).is_some_and(is_typed));
    names.map(|name| name.bare.as_str()).collect()
}

fn name_at(
    text: &str,
    words: &[WordSpan],
    at: usize,
    (asked, catalogue): (&[&str], &Catalogue),
) -> Option<(Vec<String>, std::ops::Range<usize>)> {
    let most = NAME.min(words.len() - at);
    (1..=most).rev().find_map(|length| {
        let bare = joined(&words[at..at + length]);
        let last = words[at + length - 1].0.as_str();
        let ends = |name: &&str| name.rsplit(' ').next() == Some(last);
        if !asked.iter().any(ends) || (length == 1 && !is_written_as_name(text, words[at].1)) {
            return None;
        }
        match among(&bare, &catalogue.speakers)? {
            NameResolution::One(names) => Some((names, at..at + length)),
            NameResolution::Several(_) => None,
        }
    })
}

/// Whether a word has a capital that no sentence gives it.
fn is_written_as_name(text: &str, span: Span) -> bool {
    text[span.start..].starts_with(char::is_uppercase) && !begins_sentence(&text[..span.start])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::normalized_name;

    #[test]
    fn the_only_guest_who_is_named_is_found() {
        let name = |written: &str| NameSpelling {
            written: written.to_owned(),
            bare: normalized_name(written),
        };
        let catalogue = Catalogue {
            speakers: ["Ada Byron", "Rose Page", "Fu"].map(name).into(),
            ..Catalogue::default()
        };
        for (text, found) in [
            ("What does Ada Byron use?", Some(("Ada Byron", "Ada Byron"))),
            ("why did ada byron leave", Some(("Ada Byron", "ada byron"))),
            (
                "Pourquoi Byron est-elle partie ?",
                Some(("Ada Byron", "Byron")),
            ),
            ("What is on Byron's desk?", Some(("Ada Byron", "Byron's"))),
            ("what is on a page", None),
            ("Page or screen?", None),
            ("What does Fu draw with?", Some(("Fu", "Fu"))),
            ("Did Ada Byron meet Rose Page?", None),
            ("What did Ada say?", None),
            ("", None),
        ] {
            let named = named_guest(text, &catalogue);
            let named = named.map(|(names, span)| (names[0].clone(), &text[span.start..span.end]));
            let named = named.as_ref().map(|(name, typed)| (name.as_str(), *typed));
            assert_eq!(named, found, "{text}");
        }
    }
}

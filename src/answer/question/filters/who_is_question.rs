//! Who-is questions: a name alone, or "who is …".

use super::cue_phrases::{TELL_ABOUT, TELL_AROUND, TITLES, WHO_IS, WHO_IS_IT};
use super::name_resolution::{NameResolution, among, written};
use super::{WordSpan, joined, misspelled_names};
use crate::answer::SpellingCorrection;
use crate::index::{Catalogue, NameSpelling};
use crate::language::normalized_words;

/// A question that asks who somebody is.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::answer) struct WhoIsQuestion {
    /// Whoever is called so.
    pub(in crate::answer) person: NameResolution,
    /// The name as it was typed.
    pub(in crate::answer) typed: String,
    /// The name in bare words.
    pub(in crate::answer) bare: String,
    /// Whether it says that it asks who that is; else only a name stands there.
    pub(in crate::answer) asks: bool,
    /// The name that it was read as, where it was misspelt.
    pub(in crate::answer) read: Option<SpellingCorrection>,
    /// Whether they only ask in interviews, so that no word of theirs is quoted.
    pub(in crate::answer) interviews: bool,
}

/// The longest such question, in words.
const WORDS: usize = 12;

/// Who a question asks for, where it asks for nothing else. `corrects`: whether a misspelt name is read.
pub(in crate::answer) fn parse_who_is(
    text: &str,
    catalogue: &Catalogue,
    corrects: bool,
) -> Option<WhoIsQuestion> {
    let words = normalized_words(text);
    if words.is_empty() || words.len() > WORDS || text.contains(['"', '“', '„', '«']) {
        return None;
    }
    let (name, asks) = without_frame(&words);
    let name = if asks { name } else { without_telling(name) };
    let titles = name
        .iter()
        .take_while(|word| TITLES.contains(&word.0.as_str()));
    let name = &name[titles.count().min(2)..];
    let (first, last) = (name.first()?, name.last()?);
    let (bare, typed) = (joined(name), text[first.1.start..last.1.end].to_owned());
    let is_name = asks || may_be_name(&typed);
    let (person, read, interviews) = person(&bare, catalogue, corrects && is_name)?;
    let read = read.map(|to| SpellingCorrection {
        from: typed.clone(),
        to,
    });
    Some(WhoIsQuestion {
        person,
        typed,
        bare,
        asks,
        read,
        interviews,
    })
}

/// From so many letters on, a word without a capital may be a misspelt name: shorter ones sound like many.
const LONG: usize = 6;

/// Whether what stands alone may be a misspelt name: several words, a long one, or one with a capital.
fn may_be_name(typed: &str) -> bool {
    typed.contains(' ') || typed.chars().count() >= LONG || typed.contains(char::is_uppercase)
}

/// Whoever is called so, the name that was read where it is misspelt, and whether they only ask in interviews.
fn person(
    bare: &str,
    catalogue: &Catalogue,
    corrects: bool,
) -> Option<(NameResolution, Option<String>, bool)> {
    let lists = [
        (&catalogue.speakers, false),
        (&catalogue.interviewers, true),
    ];
    let exact = lists.iter().find_map(|(names, interviews)| {
        let person = among(bare, names).or_else(|| first_name(bare, names));
        Some((person?, None, *interviews))
    });
    let near = || {
        lists
            .iter()
            .filter(|_| corrects)
            .find_map(|(names, interviews)| {
                let (person, read) = misspelled_names::resolve_misspelled_name(bare, names)?;
                Some((person, Some(read), *interviews))
            })
    };
    exact.or_else(near)
}

/// The longest name that somebody is looked for by, in words.
const NAME: usize = 4;

/// The name behind "who is …", whoever has it.
pub(in crate::answer) fn name_asked(text: &str) -> Option<String> {
    let words = normalized_words(text);
    let (name, asks) = without_frame(&words);
    let titles = name
        .iter()
        .take_while(|word| TITLES.contains(&word.0.as_str()));
    let name = &name[titles.count().min(2)..];
    let (first, last) = (name.first()?, name.last()?);
    let fits = asks && name.len() <= NAME && words.len() <= WORDS;
    fits.then(|| text[first.1.start..last.1.end].to_owned())
}

/// Whoever has a first name.
fn first_name(typed: &str, names: &[NameSpelling]) -> Option<NameResolution> {
    if typed.contains(' ') || !typed.contains(char::is_alphabetic) {
        return None;
    }
    let names = names.iter();
    let names = written(names.filter(|name| name.bare.split(' ').next() == Some(typed)));
    match names.len() {
        0 => None,
        1 => Some(NameResolution::One(names)),
        _ => Some(NameResolution::Several(names)),
    }
}

/// The words without those that ask who somebody is, and whether there were any.
fn without_frame(words: &[WordSpan]) -> (&[WordSpan], bool) {
    if let Some(name) = behind_longest(words, WHO_IS) {
        return (name, true);
    }
    let frames = WHO_IS_IT.iter();
    match frames.filter_map(|frame| before(words, frame)).next() {
        Some(name) => (name, true),
        None => (words, false),
    }
}

/// The words without those that want anything told of somebody: of what is no name it is asked like of anything else.
fn without_telling(words: &[WordSpan]) -> &[WordSpan] {
    let around = TELL_AROUND
        .iter()
        .find_map(|(start, end)| before(behind(words, start)?, end));
    around
        .or_else(|| behind_longest(words, TELL_ABOUT))
        .unwrap_or(words)
}

/// What stands behind the longest of some frames that the words begin with.
fn behind_longest<'a>(words: &'a [WordSpan], frames: &[&[&str]]) -> Option<&'a [WordSpan]> {
    let rests = frames.iter().filter_map(|frame| behind(words, frame));
    rests.min_by_key(|rest| rest.len())
}

/// What stands behind a frame that the words begin with, where that is anything.
fn behind<'a>(words: &'a [WordSpan], frame: &[&str]) -> Option<&'a [WordSpan]> {
    let (start, rest) = words.split_at_checked(frame.len())?;
    (!rest.is_empty() && is_frame(start, frame)).then_some(rest)
}

/// What stands before a frame that the words end with, where that is anything.
fn before<'a>(words: &'a [WordSpan], frame: &[&str]) -> Option<&'a [WordSpan]> {
    let (rest, end) = words.split_at_checked(words.len().checked_sub(frame.len())?)?;
    (!rest.is_empty() && is_frame(end, frame)).then_some(rest)
}

fn is_frame(words: &[WordSpan], frame: &[&str]) -> bool {
    let words = words.iter().map(|word| word.0.as_str());
    words.eq(frame.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::NameSpelling;
    use crate::language::normalized_name;

    fn catalogue() -> Catalogue {
        let name = |written: &str| NameSpelling {
            written: written.to_owned(),
            bare: normalized_name(written),
        };
        let speakers = [
            "Anne Durand",
            "Michel Paulin",
            "Paul Durand",
            "Rose Martin",
            "Speaker 1",
        ];
        Catalogue {
            speakers: speakers.map(name).into(),
            ..Catalogue::default()
        }
    }

    #[test]
    fn who_somebody_is_is_asked_in_five_languages_or_by_the_name_alone() {
        for (text, asks) in [
            ("Michel Paulin", false),
            ("paulin ?", false),
            ("Monsieur PAULIN", false),
            ("Michel", false),
            ("Qui est Michel Paulin ?", true),
            ("qui est monsieur Paulin", true),
            ("C’est qui, Paulin ?", true),
            ("Paulin, c'est qui ?", true),
            ("Who is Michel Paulin?", true),
            ("who's Paulin", true),
            ("Wer ist Michel Paulin?", true),
            ("¿Quién es Michel Paulin?", true),
            ("Chi è Paulin?", true),
        ] {
            let who = parse_who_is(text, &catalogue(), true);
            let who = who.unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                who.person,
                NameResolution::One(vec!["Michel Paulin".to_owned()]),
                "{text}"
            );
            assert_eq!((who.asks, who.read), (asks, None), "{text}");
        }
        let several = parse_who_is("Durand", &catalogue(), true).map(|who| who.person);
        assert!(matches!(several, Some(NameResolution::Several(names)) if names.len() == 2));
    }

    #[test]
    fn a_whole_name_with_one_mistake_is_read_unless_it_is_to_stand_as_typed() {
        let read =
            parse_who_is("qui est Michel Pualin ?", &catalogue(), true).and_then(|who| who.read);
        assert_eq!(read.map(|read| read.to), Some("Michel Paulin".to_owned()));
        assert_eq!(parse_who_is("Michel Pualin", &catalogue(), false), None);
    }

    #[test]
    fn whoever_wants_anything_told_of_somebody_asks_who_that_is_in_five_languages() {
        for text in [
            "Tell me about Michel Paulin",
            "can you tell me about Mr Paulin?",
            "What about Paulin?",
            "parle-moi de Michel Paulin",
            "Parlez-nous de Paulin !",
            "présente-moi Michel Paulin",
            "Peux-tu me parler de Michel Paulin ?",
            "erzähl mir von Michel Paulin",
            "Erzählen Sie mir etwas über Paulin.",
            "Stell mir Michel Paulin vor",
            "háblame de Michel Paulin",
            "¿Qué sabes de Paulin?",
            "parlami di Michel Paulin",
            "Cosa sai di Paulin?",
        ] {
            let who = parse_who_is(text, &catalogue(), true);
            let who = who.unwrap_or_else(|| panic!("{text}"));
            let person = NameResolution::One(vec!["Michel Paulin".to_owned()]);
            assert_eq!(who.person, person, "{text}");
            // A name that is a word too is asked for as that word.
            assert!(!who.asks, "{text}");
        }
        for text in [
            "tell me about the cloud",
            "parle-moi de la mer",
            "tell me about",
        ] {
            assert_eq!(parse_who_is(text, &catalogue(), true), None, "{text}");
            assert_eq!(name_asked(text), None, "{text}");
        }
        let named = parse_who_is("parle-moi d'Anne Durand", &catalogue(), true);
        let named = named.map(|who| who.person);
        assert_eq!(
            named,
            Some(NameResolution::One(vec!["Anne Durand".to_owned()]))
        );
    }

    #[test]
    fn a_name_among_other_words_is_no_question_who_that_is() {
        for text in [
            "",
            "Qui a remplacé Michel Paulin ?",
            "Paulin et le cloud",
            "Que dit Paulin ?",
            "who is the mayor?",
            "1",
            "\"Michel Paulin\"",
            "Martin Rose",
            "qui est",
            "Anne Paulin",
        ] {
            assert_eq!(parse_who_is(text, &catalogue(), true), None, "{text}");
        }
    }
}

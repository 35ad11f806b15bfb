//! The speaker filter in plain words: "what does … say", "according to …". "Who replaced Michel Paulin?" is about him,
//! and others may answer it.

use super::cue_phrases::{
    ABOUT, AND, ASKS, BETWEEN, INTERVIEWS, INVERTED, IS_SAID, OF, OPINIONS, OTHERS, SOURCES, THIRD,
    TITLES,
};
use super::name_resolution::{NameResolution, among, resolve_name};
use super::speech_verbs::{HAS_LAST, SAID_LAST, SAYS};
use super::{FilteredQuestion, WordSpan, cover, joined, misspelled_names};
use crate::answer::SpellingCorrection;
use crate::index::Catalogue;

/// The longest name, and how far a verb may stand from what belongs to it, in words.
const NAME: usize = 6;
/// From so many letters on, a misspelt name needs no capital.
const LONG: usize = 6;
const APART: usize = 4;

/// Takes out who is asked for, with the words that ask; whether the question asks what somebody said, whoever that
/// is.
pub(super) fn take_speakers(
    understood: &mut FilteredQuestion,
    words: &[WordSpan],
    (catalogue, corrects): (&Catalogue, bool),
) -> bool {
    let mut says = says_somebody(words) || is_said(words);
    let mut at = 0;
    while at < words.len() {
        let Some(frame) = SpeakerCue::before(words, at) else {
            at += 1;
            continue;
        };
        let misspelt = || {
            let read = misspelt_at((&understood.text, words), frame.name, catalogue);
            read.filter(|(_, end, _)| corrects && frame.closes(words, *end))
        };
        match name_at(words, frame.name, catalogue) {
            Some((person, end)) if frame.closes(words, end) => {
                says = true;
                at = frame.take(understood, words, (person, end), catalogue);
            }
            _ => match (misspelt(), asker_at(words, frame.name, catalogue)) {
                (Some((person, end, read)), _) => {
                    says = true;
                    understood.read.push(read);
                    at = frame.take(understood, words, (person, end), catalogue);
                }
                (None, Some((person, end))) if frame.closes(words, end) => {
                    understood.interviewers.push(person);
                    understood.cut(cover(words, frame.name..end));
                    at = end;
                }
                _ => at += 1,
            },
        }
    }
    says
}

/// What stands before a name.
struct SpeakerCue {
    /// The first of its words that are taken out.
    start: usize,
    /// Where the name begins, behind a title.
    name: usize,
    /// Whether a verb must follow.
    open: bool,
}

impl SpeakerCue {
    fn before(words: &[WordSpan], at: usize) -> Option<Self> {
        let before = &words[..at];
        let titles = words[at..].iter().take_while(|word| is_in(word, TITLES));
        let name = at + titles.take(2).count();
        let frame = |start, open| Some(Self { start, name, open });
        if let Some(source) = SOURCES.iter().find(|source| ends_with(before, source)) {
            return frame(at - source.len(), false);
        }
        let last = before.last();
        if last.is_some_and(|word| is_in(word, SAYS)) && asks(&before[..at - 1]) {
            return frame(at - 1, false);
        }
        if last.is_some_and(|word| is_in(word, OF)) && names_words(&before[..at - 1]) {
            let viewed = ends_with(&before[..at - 1], &["point", "de", "vue"]);
            return frame(at - if viewed { 4 } else { 2 }, false);
        }
        if last.is_none_or(|word| is_in(word, ASKS)) || possessive(words, name).is_some() {
            return frame(at, true);
        }
        None
    }

    /// Whether a name that ends at `end` is framed.
    fn closes(&self, words: &[WordSpan], end: usize) -> bool {
        !self.open || self.end(words, end).is_some()
    }

    /// Where the words end that belong to a name that ends at `end`.
    fn end(&self, words: &[WordSpan], end: usize) -> Option<usize> {
        if !self.open {
            return Some(end);
        }
        let noun = words.get(end).filter(|word| word.0 == "s");
        if noun.is_some() && words.get(end + 1).is_some_and(|word| is_in(word, OPINIONS)) {
            return Some(end + 2);
        }
        let rest = words[end..].iter().take(APART);
        let fillers = rest.take_while(|word| is_in(word, BETWEEN)).count();
        if words
            .get(end + fillers)
            .is_some_and(|verb| is_in(verb, SAYS))
        {
            return Some(end + fillers + 1);
        }
        // German puts the verb last.
        let auxiliary = self.start.checked_sub(1).map(|at| &words[at]);
        let last = || words[end..].iter().any(|word| is_in(word, SAID_LAST));
        (auxiliary.is_some_and(|word| is_in(word, HAS_LAST)) && last()).then_some(end)
    }

    /// Takes a frame out with its name, and with others that an "and" joins to it; where to go on.
    fn take(
        &self,
        understood: &mut FilteredQuestion,
        words: &[WordSpan],
        mut name: (NameResolution, usize),
        catalogue: &Catalogue,
    ) -> usize {
        let mut start = self.name;
        let end = loop {
            let (person, end) = name;
            let typed = cover(words, start..end);
            let typed = understood.text[typed.start..typed.end].to_owned();
            understood.take_person(person, &typed);
            let joined = words.get(end).is_some_and(|word| is_in(word, AND));
            match joined.then(|| name_at(words, end + 1, catalogue)).flatten() {
                Some(other) => (start, name) = (end + 1, other),
                None => break end,
            }
        };
        let end = self.end(words, end).unwrap_or(end);
        let about = ABOUT.iter().find(|about| starts_with(&words[end..], about));
        let after = end + about.map_or(0, |about| about.len());
        understood.cut(cover(words, self.start..after));
        end
    }
}

/// Whoever is named by the most words from `at` on, and where they end.
fn name_at(
    words: &[WordSpan],
    at: usize,
    catalogue: &Catalogue,
) -> Option<(NameResolution, usize)> {
    let most = NAME.min(words.len().saturating_sub(at));
    (1..=most).rev().find_map(|length| {
        let person = resolve_name(&joined(&words[at..at + length]), catalogue)?;
        Some((person, at + length))
    })
}

/// Whoever only asks in interviews and is named in full from `at` on, and where the name ends: nothing of theirs is quoted,
/// and who asks for it is told so.
fn asker_at(
    words: &[WordSpan],
    at: usize,
    catalogue: &Catalogue,
) -> Option<(NameResolution, usize)> {
    let most = NAME.min(words.len().saturating_sub(at));
    (2..=most).rev().find_map(|length| {
        let person = among(&joined(&words[at..at + length]), &catalogue.interviewers)?;
        Some((person, at + length))
    })
}

/// Whoever was meant by a misspelt name that begins at `at`, where it ends, and what was read: a name has a capital, or is
/// long; common words of that length have an article before them, or are said in the interviews.
fn misspelt_at(
    (text, words): (&str, &[WordSpan]),
    at: usize,
    catalogue: &Catalogue,
) -> Option<(NameResolution, usize, SpellingCorrection)> {
    let begins = text[words.get(at)?.1.start..].starts_with(char::is_uppercase);
    let most = NAME.min(words.len() - at);
    let is_long = words[at].0.chars().count() >= LONG;
    let mut lengths = (1..=most)
        .rev()
        .filter(|length| begins || is_long || *length > 1);
    lengths.find_map(|length| {
        let name = &words[at..at + length];
        let (person, to) =
            misspelled_names::resolve_misspelled_name(&joined(name), &catalogue.speakers)?;
        let typed = cover(name, 0..length);
        let from = text[typed.start..typed.end].to_owned();
        Some((person, at + length, SpellingCorrection { from, to }))
    })
}

/// Whether the words end in one that asks, with little behind it: "qu'en", "what has", "que nous a".
fn asks(words: &[WordSpan]) -> bool {
    let mut back = words.iter().rev().take(APART + 1);
    back.find(|word| is_in(word, ASKS) || !is_in(word, BETWEEN))
        .is_some_and(|word| is_in(word, ASKS))
}

/// Whether the words end in what somebody says: "l'avis", "interview".
fn names_words(words: &[WordSpan]) -> bool {
    let others = words.iter().rev().nth(1);
    let noun = words.last();
    noun.is_some_and(|word| is_in(word, OPINIONS) || is_in(word, INTERVIEWS))
        && !others.is_some_and(|word| is_in(word, OTHERS))
}

/// Where "…'s view" stands behind a name that may begin at `at`.
fn possessive(words: &[WordSpan], at: usize) -> Option<usize> {
    (at + 1..=at + NAME).find(|end| {
        words.get(*end).is_some_and(|word| word.0 == "s")
            && words.get(end + 1).is_some_and(|word| is_in(word, OPINIONS))
    })
}

/// Whether it asks what a third person said: "what did she say", "que disait-on".
fn says_somebody(words: &[WordSpan]) -> bool {
    (0..words.len()).any(|at| {
        let (before, after) = (&words[..at], &words[at + 1..]);
        let inverted = after.iter().take(2).find(|word| word.0 != "t");
        let third = before.last().is_some_and(|word| is_in(word, THIRD))
            || inverted.is_some_and(|word| is_in(word, INVERTED));
        let mut near = before.iter().rev().take(APART);
        is_in(&words[at], SAYS) && third && near.any(|word| is_in(word, ASKS))
    })
}

/// Whether it asks what was said, whoever said it: "what was said", "ce qui a été dit".
fn is_said(words: &[WordSpan]) -> bool {
    (0..words.len()).any(|at| {
        IS_SAID
            .iter()
            .any(|phrase| starts_with(&words[at..], phrase))
    }) || words.iter().any(|word| word.0 == "wurde")
        && words.iter().any(|word| is_in(word, SAID_LAST))
}

fn is_in(word: &WordSpan, list: &[&str]) -> bool {
    list.contains(&word.0.as_str())
}

fn starts_with(words: &[WordSpan], start: &[&str]) -> bool {
    let mut pairs = words.iter().zip(start);
    words.len() >= start.len() && pairs.all(|(word, wanted)| word.0 == *wanted)
}

fn ends_with(words: &[WordSpan], end: &[&str]) -> bool {
    words.len() >= end.len() && starts_with(&words[words.len() - end.len()..], end)
}

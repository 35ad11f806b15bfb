//! What interviews are about, in their own words: said where nothing answers a question.

use std::collections::HashMap;

use super::query::has_content;
use super::{IndexError, Library, Ranked};
use crate::interview::{Interview, InterviewKey};
use crate::language::{Language, terms};

/// Of how many interviews, and how much of each is read, in bytes of what its guests say.
const INTERVIEWS: usize = 3;
const READ: usize = 4_000;
/// How many topics there are at most.
const MOST: usize = 6;
/// A topic is a word with so many letters at least, said so many times.
const SHORTEST: usize = 4;
const TIMES: usize = 2;
/// So many of an interview's most frequent words are compared by rarity.
const WEIGHED: usize = 24;

/// The words that tell most of the interviews nearest to a question, or where none is near of the newest: those that
/// their guests say often and others seldom; as they are said most.
pub(super) fn near(library: &Library, ranked: &[Ranked]) -> Result<Vec<String>, IndexError> {
    let mut near: Vec<InterviewKey> = Vec::new();
    let mut take = |key| {
        if near.len() < INTERVIEWS && !near.contains(&key) {
            near.push(key);
        }
    };
    for hit in ranked {
        take(hit.candidate.interview);
    }
    if ranked.is_empty() {
        newest(library).into_iter().for_each(take);
    }
    let mut weighed: Vec<(f32, String)> = Vec::new();
    for key in near {
        let Some(interview) = library.interview(key)? else {
            continue;
        };
        for (weight, word) in telling(library, &interview)? {
            if !weighed.iter().any(|(_, known)| *known == word) {
                weighed.push((weight, word));
            }
        }
    }
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    weighed.truncate(MOST);
    Ok(weighed.into_iter().map(|(_, word)| word).collect())
}

fn newest(library: &Library) -> Vec<InterviewKey> {
    let catalogue = library.catalogue();
    let mut entries: Vec<_> = catalogue.entries.iter().collect();
    entries.sort_by(|a, b| b.date.cmp(&a.date).then(a.id.cmp(&b.id)));
    let newest = entries.into_iter().take(INTERVIEWS);
    newest.map(|entry| entry.key()).collect()
}

/// The words of an interview's answers with the highest product of frequency and rarity.
fn telling(library: &Library, interview: &Interview) -> Result<Vec<(f32, String)>, IndexError> {
    let language = interview.metadata.language;
    let said = said(interview, language);
    let mut said: Vec<(&String, &HashMap<&str, usize>)> = said.iter().collect();
    said.sort_by_key(|(stem, forms)| (std::cmp::Reverse(forms.values().sum::<usize>()), *stem));
    said.truncate(WEIGHED);
    // "Comment" is no topic, though no stop word.
    said.retain(|(_, forms)| forms.keys().any(|form| has_content(form, language)));
    let stems: Vec<&str> = said.iter().map(|(stem, _)| stem.as_str()).collect();
    let rarities = library.rarities(language, &stems)?;
    let weigh = |(forms, rarity): (&HashMap<&str, usize>, f32)| {
        let times: usize = forms.values().sum();
        let most = forms
            .iter()
            .max_by(|(a, times), (b, other)| times.cmp(other).then(b.cmp(a)));
        (
            times as f32 * rarity,
            most.map_or("", |(form, _)| *form).to_owned(),
        )
    };
    let mut weighed: Vec<(f32, String)> = said
        .into_iter()
        .map(|(_, forms)| forms)
        .zip(rarities)
        .map(weigh)
        .collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    weighed.truncate(MOST);
    Ok(weighed)
}

/// The forms of each word that is said often enough, with how often each is said, by stem.
fn said(interview: &Interview, language: Language) -> HashMap<String, HashMap<&str, usize>> {
    let mut said: HashMap<String, HashMap<&str, usize>> = HashMap::new();
    let mut left = READ;
    let turns = interview
        .exchanges
        .iter()
        .flat_map(|exchange| &exchange.answer);
    for turn in turns.filter_map(|turn| interview.turns.get(*turn)) {
        if left < turn.span.end - turn.span.start || interview.is_withdrawn(turn.span) {
            continue;
        }
        left -= turn.span.end - turn.span.start;
        let text = interview.slice(turn.span).unwrap_or_default();
        for term in terms(text, language) {
            let form = &text[term.span.start..term.span.end];
            let letters = form.chars().filter(|c| c.is_alphabetic()).count();
            if !term.stop && letters >= SHORTEST {
                *said.entry(term.stem).or_default().entry(form).or_default() += 1;
            }
        }
    }
    said.retain(|_, forms| forms.values().sum::<usize>() >= TIMES);
    said
}

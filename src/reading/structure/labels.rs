//! Which candidates are labels: names that recur, that are known, or that answer a question.

use std::collections::{HashMap, HashSet};

use super::label::{self, Candidate, Mark};
use super::names;
use super::page::Page;
use super::people::People;
use super::wording::{is_generic, role_word};
use crate::interview::Role;
use crate::reading::format::Look;
use crate::reading::metadata::Facts;

/// How often a phrase that is no name comes back where it is a label.
const OFTEN: usize = 3;

/// What a label says of its speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    /// A word for a role, and no name.
    Role(Role),
    /// Only that it is one of several: `Speaker 1`, `2`.
    Generic,
}

/// A label of this document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// As it is written.
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// The label that each block may begin with.
pub(super) fn candidates(page: &Page) -> Vec<Option<Candidate>> {
    let of = |at: usize| {
        let block = page.block(at);
        let bold = block.bold_until.map(|until| until - block.span.start);
        (!page.is_noise(at) && block.look != Look::Item)
            .then(|| label::candidate(page.words(at), bold))
            .flatten()
    };
    (0..page.len()).map(of).collect()
}

/// The candidates that are labels, each name once.
pub(super) fn confirmed(
    page: &Page,
    candidates: &[Option<Candidate>],
    facts: &Facts,
) -> Vec<Label> {
    let counts = Counts::of(candidates);
    let known = People::new(&[], facts, &[]);
    let declared = |candidate: &Candidate| {
        known.find(&candidate.name).is_some()
            || facts
                .people
                .iter()
                .any(|person| names::key(&person.name) == names::key(&candidate.name))
    };
    let opens_most = counts.opens_most(page, candidates);
    let often = if opens_most { 2 } else { OFTEN };
    let mut sure: Vec<(&Candidate, Kind)> = Vec::new();
    let mut open: Vec<(usize, &Candidate)> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let Some(candidate) = candidate else { continue };
        let times = counts.times(candidate);
        match counts.kind(candidate) {
            Kind::Name if !candidate.is_name && times < often && !declared(candidate) => {}
            Kind::Name
                if times >= 2
                    || counts.is_record(candidate)
                    || (declared(candidate) && candidate.mark != Mark::Alone) =>
            {
                sure.push((candidate, Kind::Name));
            }
            Kind::Name => open.push((at, candidate)),
            Kind::Role(role) if counts.roles >= 2 || stands_alone(page, at, candidate) => {
                sure.push((candidate, Kind::Role(role)))
            }
            Kind::Generic if times >= 2 && counts.generic >= 2 => {
                sure.push((candidate, Kind::Generic));
            }
            Kind::Role(_) | Kind::Generic => {}
        }
    }
    let once: Vec<&Candidate> = open
        .iter()
        .filter(|(at, candidate)| is_label_once(page, *at, candidate, &sure))
        .map(|(_, candidate)| *candidate)
        .collect();
    sure.extend(once.into_iter().map(|candidate| (candidate, Kind::Name)));
    let short: Vec<&Candidate> = open
        .iter()
        .filter(|(_, candidate)| is_short_form(candidate, &sure))
        .map(|(_, candidate)| *candidate)
        .collect();
    sure.extend(short.into_iter().map(|candidate| (candidate, Kind::Name)));
    // A phrase alone tells nobody apart.
    if !opens_most && !sure.iter().any(|(candidate, _)| candidate.is_name) {
        return Vec::new();
    }
    let mut labels: Vec<Label> = Vec::new();
    for (candidate, kind) in sure {
        if !labels.iter().any(|label| label.name == candidate.name) {
            labels.push(Label {
                name: candidate.name.clone(),
                kind,
            });
        }
    }
    labels
}

/// Whether a word for a role that stands once is a label: it is no mere letter, and who asks does ask.
fn stands_alone(page: &Page, at: usize, candidate: &Candidate) -> bool {
    let asks = role_word(&candidate.name) != Some(Role::Interviewer) || page.asks_or_prompts(at);
    candidate.mark == Mark::Colon && candidate.name.chars().count() > 1 && asks
}

/// Whether a name that stands once before words is a label: it comes after a question, or is set apart as
/// the others are.
fn is_label_once(
    page: &Page,
    at: usize,
    candidate: &Candidate,
    sure: &[(&Candidate, Kind)],
) -> bool {
    let full = candidate.name.split_whitespace().count() >= 2;
    let asked = at > 0 && page.asks[at - 1];
    let same_mark = sure.iter().any(|(other, _)| other.mark == candidate.mark);
    is_strong(candidate)
        && ((full && (asked || same_mark)) || (same_mark && candidate.mark == Mark::Colon && asked))
}

/// Whether a name before words is a form of one that is a label.
fn is_short_form(candidate: &Candidate, sure: &[(&Candidate, Kind)]) -> bool {
    let shortened = |(other, kind): &(&Candidate, Kind)| {
        *kind == Kind::Name && shortens(&candidate.name, &other.name)
    };
    is_strong(candidate) && sure.iter().any(shortened)
}

/// Whether what sets a label apart is hardly ever found in prose.
fn is_strong(candidate: &Candidate) -> bool {
    matches!(
        candidate.mark,
        Mark::Colon | Mark::Dash | Mark::Bracket | Mark::Record
    )
}

/// Whether one name is a form of the other.
fn shortens(name: &str, other: &str) -> bool {
    let labels = [name, other].map(|name| Label {
        name: name.to_owned(),
        kind: Kind::Name,
    });
    let people = People::new(&labels, &Facts::default(), &[]);
    people.members.len() == 1
}

/// How often each candidate stands in the document.
struct Counts {
    times: HashMap<(String, Mark), usize>,
    /// Candidates that are words for a role.
    roles: usize,
    /// Different candidates that name nobody.
    generic: usize,
    /// Whether a label says who asks, so that `A` and `R` say who answers.
    asked: bool,
    /// Whether letters that stand for no role tell speakers apart, so that `A` is one of them.
    lettered: bool,
}

impl Counts {
    fn of(candidates: &[Option<Candidate>]) -> Self {
        let mut times: HashMap<(String, Mark), usize> = HashMap::new();
        for candidate in candidates.iter().flatten() {
            *times
                .entry((names::key(&candidate.name), candidate.mark))
                .or_default() += 1;
        }
        let roles = || {
            candidates
                .iter()
                .flatten()
                .filter_map(|candidate| role_word(&candidate.name))
        };
        let asked = roles().any(|role| role == Role::Interviewer);
        let letter = |key: &str| key.chars().count() == 1;
        let lettered = !asked
            && times
                .iter()
                .any(|((key, _), times)| *times >= 2 && letter(key) && role_word(key).is_none());
        let generic = times
            .iter()
            .filter(|((key, _), times)| {
                **times >= 2
                    && is_generic(key)
                    && (role_word(key).is_none() || (lettered && letter(key)))
            })
            .count();
        Self {
            roles: roles().count(),
            generic,
            asked,
            lettered,
            times,
        }
    }

    /// Whether labels of records are found here, so that one more that looks like them is one too.
    fn is_record(&self, candidate: &Candidate) -> bool {
        let all = self
            .times
            .iter()
            .filter(|((_, mark), _)| *mark == Mark::Record);
        candidate.mark == Mark::Record && all.map(|(_, times)| times).sum::<usize>() >= 3
    }

    /// Whether short texts before a colon that come back, two or more of them, begin most paragraphs: labels, in lower
    /// case too.
    fn opens_most(&self, page: &Page, candidates: &[Option<Candidate>]) -> bool {
        let again =
            |candidate: &&Candidate| candidate.mark == Mark::Colon && self.times(candidate) >= 2;
        let labels: Vec<String> = candidates
            .iter()
            .flatten()
            .filter(again)
            .map(|candidate| names::key(&candidate.name))
            .collect();
        let different: HashSet<&String> = labels.iter().collect();
        different.len() >= 2
            && different.len() * 2 <= labels.len()
            && labels.len() * 10 >= page.spoken().count() * 6
    }

    fn times(&self, candidate: &Candidate) -> usize {
        let key = (names::key(&candidate.name), candidate.mark);
        self.times.get(&key).copied().unwrap_or_default()
    }

    fn kind(&self, candidate: &Candidate) -> Kind {
        let letter = candidate.name.chars().count() == 1;
        match role_word(&candidate.name) {
            Some(_) if letter && self.lettered => Kind::Generic,
            // A lone `A:` or `R.` is no label before it comes back.
            Some(_) if letter && !self.asked && self.times(candidate) < 2 => Kind::Generic,
            Some(role) => Kind::Role(role),
            None if is_generic(&candidate.name) => Kind::Generic,
            None => Kind::Name,
        }
    }
}

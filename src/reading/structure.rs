//! Structure: from blocks to speakers, turns and exchanges.
//!
//! One inference over the whole document: the labels that recur, the blocks that look like questions,
//! and what stands before and after them are weighed together, because no line says by itself who
//! speaks. Where it stays unsure, the speaker is nobody and a warning says so.

use std::collections::HashMap;

use super::format::{Block, Document, Look};
use super::label::{self, Candidate, Mark};
use super::metadata::Facts;
use super::noise;
use super::people::People;
use super::turns::build;
use super::unlabelled::{is_question, question_look, without_labels};
use crate::interview::{Exchange, Role, Span, Speaker, Turn};

/// Who says what in a document.
#[derive(Debug, Default)]
pub(super) struct Structure {
    pub(super) speakers: Vec<Speaker>,
    pub(super) turns: Vec<Turn>,
    pub(super) exchanges: Vec<Exchange>,
}

/// Whose voice a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// A member of the people, by index; `None` where the label could be several's.
    Member(Option<usize>),
    /// The interviewer, without a label.
    Asker,
    /// The guest, without a label.
    Answerer,
    /// Whoever spoke before.
    Same,
    /// Nobody: noise, titles, introductions.
    Nobody,
}

/// The words of a block and whose they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) span: Span,
    pub(super) voice: Voice,
}

pub(super) fn infer(document: &Document, facts: &Facts, warnings: &mut Vec<String>) -> Structure {
    let noise: Vec<bool> = document
        .blocks
        .iter()
        .map(|block| noise::is_noise(document.words(block)))
        .collect();
    let candidates = candidates(document, &noise);
    let labels = confirmed(document, &candidates, facts);
    let people = People::new(&labels, facts);
    let labelled: Vec<Option<&Candidate>> = candidates
        .iter()
        .map(|candidate| {
            candidate
                .as_ref()
                .filter(|candidate| people.find(&candidate.name).is_some())
        })
        .collect();
    let parts = if labelled.iter().any(Option::is_some) {
        with_labels(document, &noise, &labelled, &people)
    } else {
        without_labels(document, &noise, warnings)
    };
    build(document, &parts, people, warnings)
}

fn candidates(document: &Document, noise: &[bool]) -> Vec<Option<Candidate>> {
    let of = |(block, noise): (&Block, &bool)| {
        let words = document.words(block);
        let bold = block.bold_until.map(|until| until - block.span.start);
        (!noise && block.look != Look::Item)
            .then(|| label::candidate(words, bold))
            .flatten()
    };
    document.blocks.iter().zip(noise).map(of).collect()
}

/// The names that are labels in this document: they recur, or they are known, or they answer a question.
fn confirmed(document: &Document, candidates: &[Option<Candidate>], facts: &Facts) -> Vec<String> {
    let mut count: HashMap<(String, Mark), usize> = HashMap::new();
    for candidate in candidates.iter().flatten() {
        *count
            .entry((label::key(&candidate.name), candidate.mark))
            .or_default() += 1;
    }
    let known = People::new(&[], facts);
    let roles = candidates
        .iter()
        .flatten()
        .filter(|candidate| label::role_word(&candidate.name).is_some())
        .count();
    let asked = candidates
        .iter()
        .flatten()
        .any(|candidate| label::role_word(&candidate.name) == Some(Role::Interviewer));
    let mut sure: Vec<&Candidate> = Vec::new();
    let mut open: Vec<(usize, &Candidate)> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let Some(candidate) = candidate else { continue };
        let times = count[&(label::key(&candidate.name), candidate.mark)];
        let declared = known.find(&candidate.name).is_some()
            || facts
                .people
                .iter()
                .any(|person| label::key(&person.name) == label::key(&candidate.name));
        let role = label::role_word(&candidate.name).is_some();
        if (role && roles >= 2 && (asked || candidate.name.len() > 1))
            || (!role && (times >= 2 || (declared && candidate.mark != Mark::Alone)))
        {
            sure.push(candidate);
        } else if !role {
            open.push((at, candidate));
        }
    }
    let marks: Vec<Mark> = sure.iter().map(|candidate| candidate.mark).collect();
    let full = |name: &str| name.split_whitespace().count() >= 2;
    let once = open.iter().filter(|(at, candidate)| {
        let asked = *at > 0 && document.words(&document.blocks[at - 1]).ends_with('?');
        let same_mark = marks.contains(&candidate.mark);
        let strong = matches!(candidate.mark, Mark::Colon | Mark::Dash);
        let short_form = sure
            .iter()
            .any(|other| shortens(&candidate.name, &other.name));
        strong
            && (short_form
                || (full(&candidate.name) && (asked || same_mark))
                || (same_mark && candidate.mark == Mark::Colon && asked))
    });
    let mut names: Vec<String> = Vec::new();
    for candidate in sure
        .iter()
        .copied()
        .chain(once.map(|(_, candidate)| *candidate))
    {
        if !names.contains(&candidate.name) {
            names.push(candidate.name.clone());
        }
    }
    names
}

/// Whether one name is a form of the other.
fn shortens(name: &str, other: &str) -> bool {
    let people = People::new(&[name.to_owned(), other.to_owned()], &Facts::default());
    people.members.len() == 1
}

/// Where labels say who speaks; what they leave open are the questions of an interviewer without one.
fn with_labels(
    document: &Document,
    noise: &[bool],
    labelled: &[Option<&Candidate>],
    people: &People,
) -> Vec<Part> {
    let blocks = &document.blocks;
    let asks = |at: usize| is_question(document, &blocks[at]);
    let opened = |at: usize| {
        at > 0 && labelled[at - 1].is_some_and(|label| label.words >= blocks[at - 1].span.len())
    };
    let before = |at: usize| {
        (0..at)
            .rev()
            .find(|&at| !noise[at])
            .filter(|&at| labelled[at].is_none() && blocks[at].look != Look::Item && !opened(at))
    };
    let member = |at: usize| labelled[at].and_then(|label| people.find(&label.name).flatten());
    let starts: Vec<usize> = (0..blocks.len())
        .filter(|&at| labelled[at].is_some())
        .collect();
    // Where a speaker's label comes back after the speaker's own words, somebody else spoke between.
    let led = starts
        .iter()
        .enumerate()
        .filter(|(number, at)| {
            let returns = *number == 0 || member(starts[number - 1]) == member(**at);
            returns && before(**at).is_some_and(asks)
        })
        .count();
    let asker_is_labelled = starts
        .iter()
        .any(|&at| member(at).is_some_and(|at| people.members[at].role == Some(Role::Interviewer)));
    let unlabelled_questions = led > 0 && led * 2 >= starts.len() && !asker_is_labelled;
    let emphasis = unlabelled_questions
        .then(|| question_look(document, noise))
        .flatten();
    let mut parts: Vec<Part> = Vec::with_capacity(blocks.len());
    let mut speaking: Option<Option<usize>> = None;
    for (at, block) in blocks.iter().enumerate() {
        let mut span = block.span;
        let voice = if noise[at] {
            Voice::Nobody
        } else if let Some(candidate) = labelled[at] {
            span = Span::new(block.span.start + candidate.words, block.span.end)
                .trimmed(&document.text);
            let member = people.find(&candidate.name).flatten();
            speaking = Some(member);
            Voice::Member(member)
        } else {
            let next = (at + 1..blocks.len()).find(|&at| !noise[at]);
            let leads = next
                .and_then(|next| labelled[next])
                .map(|next| people.find(&next.name).flatten());
            let plain = block.look != Look::Item;
            let returns = leads.is_some() && (leads == speaking || speaking.is_none());
            let short = block.span.len() < 400;
            let stands_before = unlabelled_questions
                && plain
                && leads.is_some()
                && !opened(at)
                && (asks(at) || (returns && short && speaking.is_some()));
            if stands_before || (emphasis == Some(block.look) && asks(at)) {
                Voice::Asker
            } else if speaking.is_none() || matches!(block.look, Look::Heading(_)) {
                Voice::Nobody
            } else {
                Voice::Same
            }
        };
        parts.push(Part { span, voice });
    }
    parts
}

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
use super::roles::{self, Habits};
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
            if unlabelled_questions
                && plain
                && leads.is_some()
                && !opened(at)
                && (asks(at) || (returns && short && speaking.is_some()))
            {
                Voice::Asker
            } else if emphasis == Some(block.look) && asks(at) {
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

/// The look that questions have in this document, where it is not that of everything else.
fn question_look(document: &Document, noise: &[bool]) -> Option<Look> {
    let mut looks: HashMap<Look, (usize, usize)> = HashMap::new();
    for (block, noise) in document.blocks.iter().zip(noise) {
        if !noise && !matches!(block.look, Look::Plain | Look::Item) {
            let (asks, all) = looks.entry(block.look).or_default();
            *asks += usize::from(is_question(document, block));
            *all += 1;
        }
    }
    looks
        .into_iter()
        .filter(|(_, (asks, all))| *asks >= 1 && asks * 2 >= *all)
        .max_by_key(|(_, (asks, all))| (*asks, *all))
        .map(|(look, _)| look)
}

fn is_question(document: &Document, block: &Block) -> bool {
    let words = document
        .words(block)
        .trim_end_matches(['»', '"', '”', ' ', '\u{a0}', '*', ')']);
    words.ends_with('?')
}

/// Where nothing is labelled: questions by their look, else by their question marks, else a monologue.
fn without_labels(document: &Document, noise: &[bool], warnings: &mut Vec<String>) -> Vec<Part> {
    let blocks = &document.blocks;
    if let Some(look) = question_look(document, noise) {
        return by_look(document, noise, look);
    }
    let asks: Vec<bool> = blocks
        .iter()
        .zip(noise)
        .map(|(block, noise)| {
            !noise
                && block.look == Look::Plain
                && block.span.len() < 500
                && is_question(document, block)
        })
        .collect();
    let questions = asks.iter().filter(|asks| **asks).count();
    let early = asks.first() == Some(&true);
    let spoken = noise.iter().filter(|noise| !**noise).count();
    if (questions >= 2 || early) && questions >= 1 && questions * 10 >= spoken && questions < spoken
    {
        warnings.push("nothing marks who speaks: paragraphs that end with a question mark are taken as the interviewer's".to_owned());
        return in_order(blocks, noise, |at| {
            if asks[at] {
                Voice::Asker
            } else {
                Voice::Answerer
            }
        });
    }
    let prose = blocks
        .iter()
        .filter(|block| block.look == Look::Plain)
        .map(|block| block.span.len())
        .sum::<usize>();
    let all = blocks.iter().map(|block| block.span.len()).sum::<usize>();
    if prose * 3 < all {
        warnings.push("no speech was found: the text is headings and lists".to_owned());
        return in_order(blocks, noise, |_| Voice::Nobody);
    }
    let heading = |at: usize| matches!(blocks[at].look, Look::Heading(_));
    let mut parts = in_order(blocks, noise, |at| {
        if heading(at) {
            Voice::Nobody
        } else {
            Voice::Answerer
        }
    });
    if parts.iter().all(|part| part.voice == Voice::Nobody) {
        parts = in_order(blocks, &vec![false; blocks.len()], |_| Voice::Answerer);
    }
    parts
}

/// Questions are the blocks of one look; before the first there is an introduction, and a heading above
/// them after the last ends the conversation.
fn by_look(document: &Document, noise: &[bool], look: Look) -> Vec<Part> {
    let blocks = &document.blocks;
    let sentence = |at: usize| {
        let words = document.words(&blocks[at]);
        words.ends_with(['?', '.', '!', '…', ':'])
            || is_question(document, &blocks[at])
            || words.split_whitespace().count() >= 8
    };
    let question = |at: usize| !noise[at] && blocks[at].look == look && sentence(at);
    let first = (0..blocks.len()).find(|&at| question(at) && is_question(document, &blocks[at]));
    let last = (0..blocks.len()).rev().find(|&at| question(at));
    let above = |at: usize| match (blocks[at].look, look) {
        (Look::Heading(level), Look::Heading(of)) => level < of,
        (Look::Heading(_), _) => true,
        _ => false,
    };
    let ended = last.and_then(|last| (last..blocks.len()).find(|&at| above(at)));
    in_order(blocks, noise, |at| {
        if first.is_none_or(|first| at < first) || ended.is_some_and(|ended| at >= ended) {
            Voice::Nobody
        } else if question(at) {
            Voice::Asker
        } else if matches!(blocks[at].look, Look::Heading(_)) {
            Voice::Nobody
        } else {
            Voice::Answerer
        }
    })
}

fn in_order(blocks: &[Block], noise: &[bool], voice: impl Fn(usize) -> Voice) -> Vec<Part> {
    blocks
        .iter()
        .enumerate()
        .map(|(at, block)| Part {
            span: block.span,
            voice: if noise[at] { Voice::Nobody } else { voice(at) },
        })
        .collect()
}

/// Turns out of parts, roles out of turns, exchanges out of roles.
fn build(
    document: &Document,
    parts: &[Part],
    people: People,
    warnings: &mut Vec<String>,
) -> Structure {
    let mut cast = people;
    let answers = parts.iter().any(|part| part.voice == Voice::Answerer);
    let asked = parts.iter().any(|part| part.voice == Voice::Asker);
    let answerer = answers.then(|| unnamed(&mut cast, Role::Guest, !asked));
    let asker = asked.then(|| unnamed(&mut cast, Role::Interviewer, false));
    let mut turns: Vec<Turn> = Vec::new();
    let mut speaking: Option<Option<usize>> = None;
    let mut joined = false;
    for part in parts {
        let speaker = match part.voice {
            Voice::Member(member) => Some(member),
            Voice::Asker => Some(asker),
            Voice::Answerer => Some(answerer),
            Voice::Same => speaking,
            Voice::Nobody => {
                joined = false;
                continue;
            }
        };
        let Some(speaker) = speaker else { continue };
        let again = joined && speaking == Some(speaker) && !matches!(part.voice, Voice::Member(_));
        speaking = Some(speaker);
        let span = part.span.trimmed(&document.text);
        match turns.last_mut() {
            Some(last) if again => last.span.end = span.end.max(last.span.end),
            _ if !span.is_empty() => turns.push(Turn {
                speaker,
                role: None,
                span,
            }),
            _ => {
                joined = false;
                continue;
            }
        }
        joined = true;
    }
    if turns.iter().any(|turn| turn.speaker.is_none()) {
        warnings.push(
            "some turns carry a name that several speakers share: they are left without one"
                .to_owned(),
        );
    }
    settle_roles(document, &mut cast.members, &turns, asked, warnings);
    finish(cast.members, turns)
}

/// The speaker of unlabelled words: the only one known to have the role, else somebody without a name.
fn unnamed(people: &mut People, role: Role, alone: bool) -> usize {
    let sole = people.sole(role).or_else(|| {
        // The author of a monologue is the one who speaks.
        let author = alone.then(|| people.sole(Role::Interviewer)).flatten()?;
        people.members[author].role = Some(Role::Guest);
        Some(author)
    });
    sole.unwrap_or_else(|| {
        people.members.push(Speaker {
            name: None,
            role: Some(role),
            description: None,
        });
        people.members.len() - 1
    })
}

fn settle_roles(
    document: &Document,
    speakers: &mut [Speaker],
    turns: &[Turn],
    asked: bool,
    warnings: &mut Vec<String>,
) {
    let mut habits = vec![Habits::default(); speakers.len()];
    for (at, turn) in turns.iter().enumerate() {
        let Some(speaker) = turn.speaker else {
            continue;
        };
        let words = &document.text[turn.span.start..turn.span.end];
        let habit = &mut habits[speaker];
        if habit.turns == 0 {
            habit.first = at;
        }
        habit.turns += 1;
        habit.asks += usize::from(
            words
                .trim_end_matches(['»', '"', '”', ' ', '\u{a0}', ')'])
                .ends_with('?'),
        );
        habit.words += words.split_whitespace().count();
    }
    if asked {
        for (speaker, habit) in speakers.iter_mut().zip(&habits) {
            if habit.turns > 0 && speaker.role.is_none() {
                speaker.role = Some(Role::Guest);
            }
        }
    }
    roles::settle(speakers, &habits, warnings);
}

/// Keeps those who speak, in the order of their first turn, and pairs questions with answers.
fn finish(members: Vec<Speaker>, mut turns: Vec<Turn>) -> Structure {
    let mut place: HashMap<usize, usize> = HashMap::new();
    let mut speakers = Vec::new();
    for turn in &mut turns {
        if let Some(member) = turn.speaker {
            turn.role = members[member].role;
            turn.speaker = Some(*place.entry(member).or_insert_with(|| {
                speakers.push(members[member].clone());
                speakers.len() - 1
            }));
        }
    }
    let exchanges = exchanges(&turns);
    Structure {
        speakers,
        turns,
        exchanges,
    }
}

fn exchanges(turns: &[Turn]) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    for (at, turn) in turns.iter().enumerate() {
        match turn.role {
            Some(Role::Interviewer) => match exchanges.last_mut() {
                Some(last) if last.answer.is_empty() => last.question.push(at),
                _ => exchanges.push(Exchange {
                    question: vec![at],
                    answer: Vec::new(),
                }),
            },
            Some(Role::Guest) => match exchanges.last_mut() {
                Some(last) => last.answer.push(at),
                None => exchanges.push(Exchange {
                    question: Vec::new(),
                    answer: vec![at],
                }),
            },
            None => {}
        }
    }
    exchanges
}
